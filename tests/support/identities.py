"""The same career told by different people: resumes that differ in nothing but who it is."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Identity:
    """Who somebody is; `words` are subject, possessive and reflexive pronoun."""

    name: str = "Maya Chen"
    words: tuple[str, str, str] = ("She", "her", "herself")
    address: str = "12 Oak Street, Oakland, CA 94601"
    born: int = 1990
    school: str = "Harbor State University"
    address_local: str = ""

    @property
    def local(self) -> str:
        """The part of the e-mail address before the @."""
        plain = "".join(c if c.isascii() and c.isalpha() else "." for c in self.name.lower())
        return self.address_local or ".".join(part for part in plain.split(".") if part) or "post"


FIRST = Identity()
HE = ("He", "his", "himself")
OTHERS = (
    Identity("Maya Chen", HE),
    Identity("James Miller", HE, "4 Elm Road, Leeds, LS1 4AP", 1958, "Eastfield College"),
    Identity("Amara Okafor", address="7 Harbour Road, Lagos, Nigeria", born=2001),
    Identity(
        "José María de la Cruz", HE, "Calle Mayor 5, 28013 Madrid", 1975, "Universidad de León"
    ),
    Identity("Jean-Luc Dupont", HE, "12 rue de la Paix, 75002 Paris", 1969, "Université de Lyon"),
    Identity("Lakshmi Venkataraman", born=1983, school="Indian Institute of Technology Madras"),
    Identity("Conor O'Brien", HE, "Dublin, Ireland", 1994, "MIT"),
    Identity("Grace Young", address="16 Church Street, Salem, OR 97301", born=1999),
    Identity("Mark Baker", HE, "5 Park Place, Lincoln, NE 68501", 1988, "Baker Hill College"),
    Identity("Anna Weber", address="Hauptstraße 12, 28195 Bremen", school="Universität Bremen"),
    Identity("Li Wei", address="88 Nanjing Road, Shanghai, China", school="Fudan University"),
    Identity("Siobhán Ní Bhriain", born=1981, school="Trinity College Dublin"),
    Identity("Mohammed bin Rashid", HE, "Dubai, United Arab Emirates", 1979, "Ajman University"),
)

_TEXT = """\
{name}
{local}@example.org | +1 415 555 0142
{address}
Date of birth: 12 March {born}

Summary
Operations manager with nine years in food logistics. {subject} leads two teams and {possessive}
plans hold. {given} taught {reflexive} SQL.

Experience
Operations Manager, Northwind Foods, Portland
Jan 2019 - Present
- Led a team of 12 clerks and cut waste by 18 % in two years
- Negotiated supplier contracts worth $2.4 million
- Responsible for the stock list of 900 articles
- Wrote the handbook with {possessive} managment team

Shift Lead, Harbor Foods, Seattle
Mar 2014 - Dec 2018
- Planned the shifts of 8 people for five years without a gap
- Trained 14 new clerks in safety and stock control

Education
Bachelor of Science in Business, {school}, 2013

Skills
Stock planning, Excel, SAP, staff training, customer service, forecasting
"""


def told_by(who: Identity) -> str:
    """Return the resume of one person, as plain text."""
    return _TEXT.format(
        name=who.name,
        local=who.local,
        address=who.address,
        born=who.born,
        school=who.school,
        given=who.name.split(" ")[0],
        subject=who.words[0],
        possessive=who.words[1],
        reflexive=who.words[2],
    )
