"""Finds slips of English grammar that are sure: confused words, doubled words, a for an."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from ai_agents.checks.facts import Facts
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import Said
from ai_agents.vocabulary import SectionKind

_SKIPPED = (
    SectionKind.SKILLS,
    SectionKind.PUBLICATIONS,
    SectionKind.REFERENCES,
    SectionKind.CONTACT,
)
_NOUN = (
    r"(?:own|team|teams|customers?|clients?|users?|needs?|skills?|projects?"
    r"|business(?:es)?|work|data|staff"
    r"|goals?|performance|students?|patients?|families|family|requirements|accounts?"
    r"|systems?|products?"
    r"|services?|employees|managers?|questions|processes|department|company|companies|progress|care"
    r"|experience|issues|problems|orders?|operations?|sales|budgets?|portfolios?"
    r"|targets?|time|health"
    r"|respective|entire|first|new|current|existing|daily|overall|key|annual|full"
    r"|internal|strategic"
    r"|financial|technical|use|roles?|efforts|ability|potential|homes?|parents"
    r"|careers?|data|website"
    r"|platforms?|infrastructure|security|growth|quality|supply|production|plans?"
    r"|strategies|strategy)"
)


class _Slip(NamedTuple):
    """A word in the place of another: `triggers` holds words of which one is always there."""

    triggers: frozenset[str]
    pattern: re.Pattern[str]
    wrong: str
    right: str

    @property
    def words(self) -> dict[str, str]:
        """What the message is filled with."""
        return {"wrong": self.wrong, "right": self.right, "tag": self.wrong}


def _slip(triggers: str, pattern: str, wrong: str, right: str) -> _Slip:
    return _Slip(frozenset(triggers.split()), re.compile(pattern, re.IGNORECASE), wrong, right)


#: Each has no right reading in a resume. The triggers keep most patterns from being tried.
_CONFUSED = (
    _slip("there", rf"\bthere {_NOUN}\b(?! (?:is|are|was|were)\b)", "there", "their"),
    _slip("they're theyre", rf"\bthey['’]?re {_NOUN}\b", "they're", "their"),
    _slip(
        "their",
        r"\btheir (?:is|are|was|were|has been|have been)\b",
        "their",
        "there",
    ),
    _slip("it's", rf"\bit['’]s {_NOUN}\b", "it's", "its"),
    _slip(
        "its",
        r"\bits (?:a|an|the|been|not|very|important|possible|known)\b",
        "its",
        "it's",
    ),
    _slip("you're", rf"\byou['’]re {_NOUN}\b", "you're", "your"),
    _slip(
        "then",
        r"\b(?:more|less|fewer|greater|higher|lower|better|faster|larger|smaller|rather|earlier"
        r"|other|sooner|cheaper|quicker|longer|shorter|worse) then\b",
        "then",
        "than",
    ),
    _slip(
        "could should would must might", r"\b(?:could|should|would|must|might) of\b", "of", "have"
    ),
    _slip(
        "affect",
        r"\b(?:an?|the|positive|negative|significant|direct|immediate|lasting|major|minor)"
        r" affect\b(?! on the face)",
        "affect",
        "effect",
    ),
    _slip(
        "effect",
        r"\b(?:positively|negatively|directly|adversely|will|would|can|could|to)"
        r" effect\b(?! (?:change|a change))",
        "effect",
        "affect",
    ),
    _slip(
        "manger",
        r"\b(?:project|product|account|sales|store|office|general|team|program|case|branch|shift"
        r"|operations|marketing|assistant|senior) manger\b",
        "manger",
        "manager",
    ),
    _slip("loose looses loosing", r"\bto (?:loose|looses|loosing)\b", "loose", "lose"),
    _slip("lead", r"\b(?:was|were|been|being|is|are) lead by\b", "lead", "led"),
    _slip(
        "lead",
        r"\b(?:has|have|had) lead\b(?! (?:to|time|gen|role|generation))",
        "lead",
        "led",
    ),
    _slip("went", r"\b(?:have|has|had) went\b", "went", "gone"),
    _slip(
        "wrote drove ran began grew took gave chose",
        r"\b(?:have|has|had) (?:wrote|drove|ran|began|grew|took|gave|chose)\b",
        "past form",
        "participle",
    ),
    _slip(
        "did didn't",
        r"\b(?:did not|didn['’]t) (?:\w{2,12}ed)\b"
        r"(?<!need)(?<!succeed)(?<!exceed)(?<!proceed)(?<!feed)(?<!heed)(?<!embed)",
        "past form",
        "base form",
    ),
    _slip("who's", r"\bwho['’]s (?:responsibilities|work|role|job|goal)\b", "who's", "whose"),
    _slip(
        "many much",
        r"\bto (?:many|much) (?:of )?(?:a )?(?:errors|people|tasks|clients|customers)\b",
        "to",
        "too",
    ),
    _slip(
        "was",
        # "a list of clients was" is about the list
        r"(?<!\bof )(?<!\bof the )(?<!\bof our )(?<!\bof all )"
        r"\b(?:we|they|you|teams|customers|clients|results|employees|students|patients|reports)"
        r" was\b",
        "was",
        "were",
    ),
    # "two stores that were": only words that cannot stand for several; "if it were" is right
    _slip("were", r"(?<!\bif )(?<!\bthough )(?<!\bwish )\b(?:he|she|it) were\b", "were", "was"),
    _slip("he she it", r"\b(?:he|she|it) (?:don['’]t|have)\b", "don't", "doesn't"),
    _slip(
        "informations feedbacks equipments softwares staffs advices furnitures knowledges",
        r"\b(?:informations|feedbacks|equipments|softwares|staffs members|advices|furnitures"
        r"|knowledges)\b",
        "plural",
        "singular",
    ),
    _slip("kind", r"\b(?:various|many) kind\b", "kind", "kinds"),
    _slip("basis", r"\b(?:everyday|every day) basis\b", "everyday", "daily"),
    _slip(
        "principle",
        r"\bprinciple (?:engineer|consultant|investigator|analyst|architect|scientist)\b",
        "principle",
        "principal",
    ),
    _slip("compliment", r"\bin compliment (?:to|with)\b", "compliment", "complement"),
)
_DOUBLED = re.compile(r"\b([A-Za-z]{2,12})\s+\1\b", re.IGNORECASE)
_DOUBLED_RIGHT = frozenset(
    [
        "had",
        "that",
        "very",
        "bora",
        "pago",
        "walla",
        "baden",
        "sing",
        "so",
        "bye",
        "cha",
        "duran",
        "wagga",
        "new",
        "paw",
    ]
)
_A_VOWEL = re.compile(
    r"\ba (?=(?:[aei][a-z]{2,}|o(?!ne\b|nce\b|uija)[a-z]{2,}|u(?:n(?!i)|p|r(?!a|e|i"
    r"|o)|l|m|g|d|t(?!i))[a-z]+|hour|honest|honou?r|heir)\b)"
)
_EU = re.compile(r"\ba (?:e[uw]|i\w?\b|a\b)")
_AN_CONSONANT = re.compile(
    r"\ban (?=(?:[bcdfgjklmnpqrstvwyz][a-z]{2,}|h(?!our|onest|onou?r|eir|erb|istor"
    r"|ospit)[a-z]{2,}|uni[a-z]*|use[a-z]*|euro[a-z]*|one)\b)"
)
_LOWER_I = re.compile(
    r"(?:^|\s)i(?:['’](?:m|ve|d|ll))?\s+(?:am|was|have|had|did|led|managed|worked"
    r"|also|can|will|[a-z]+ed)\b"
)


def _prose(facts: Facts) -> Iterator[Said]:
    return (said for said in facts.statements if said.section not in _SKIPPED)


def confused_word(facts: Facts) -> Iterator[Hit]:
    """A word in the place of its sound-alike."""
    for said in _prose(facts):
        for slip in _CONFUSED:
            found = None if slip.triggers.isdisjoint(said.low) else slip.pattern.search(said.text)
            if found:
                values = {"text": found.group(), **slip.words}
                yield Hit((facts.line_with(said, found.group()),), values)


def doubled_word(facts: Facts) -> Iterator[Hit]:
    """The same word twice in a row."""
    for said in _prose(facts):
        for found in _DOUBLED.finditer(said.text):
            word = found.group(1)
            if (
                word.lower() in _DOUBLED_RIGHT
                or word[0].isupper() != found.group().split()[-1][0].isupper()
            ):
                continue
            if word[0].isupper() and found.start() > 0:
                continue  # 'Baden Baden': a name
            yield Hit((facts.line_with(said, found.group()),), {"word": word.lower(), "tag": word})


def article_a_an(facts: Facts) -> Iterator[Hit]:
    """'a' before a vowel sound or 'an' before a consonant; only before lower-case words."""
    for said in _prose(facts):
        for pattern, wrong, right in ((_A_VOWEL, "a", "an"), (_AN_CONSONANT, "an", "a")):
            found = pattern.search(said.text)
            if found and not _EU.match(said.text, found.start()):
                word = said.text[found.end() :].split()[0].strip(".,;:")
                values = {"wrong": wrong, "right": right, "word": word, "tag": word}
                yield Hit((facts.line_with(said, f"{wrong} {word}"),), values)


def lowercase_i(facts: Facts) -> Iterator[Hit]:
    """The pronoun I written small."""
    for said in _prose(facts):
        found = _LOWER_I.search(said.text)
        if found:
            yield Hit((facts.line_with(said, found.group()),))


def missing_capital(facts: Facts) -> Iterator[Hit]:
    """A bullet that begins with a small letter where most begin with a capital."""
    bullets = [
        said
        for said in facts.said_in(SectionKind.EXPERIENCE, SectionKind.PROJECTS)
        if said.bullet and said.text[:1].isalpha() and len(said.words) >= 3
    ]
    small = [said for said in bullets if said.text[0].islower() and said.words[0].islower()]
    if small and len(bullets) >= 4 and len(small) <= len(bullets) / 4:
        for said in small:
            yield Hit((said.first,))
