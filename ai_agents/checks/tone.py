"""Checks of voice and wording: person, tense, verbs, empty phrases, professional style."""

import re
from collections.abc import Iterator
from functools import cache

from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import tokens, word_list, word_run
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import WORK_KINDS, Said
from ai_agents.checks.verbs import NOUNS, PAST, PRESENT, verb
from ai_agents.checks.voice import DUTY, PASSIVE, WEAK
from ai_agents.checks.word_forms import is_word
from ai_agents.vocabulary import SectionKind

SAME_VERB = 4
_QUOTED = (
    SectionKind.REFERENCES,
    SectionKind.PUBLICATIONS,
    SectionKind.INTERESTS,
    SectionKind.CONTACT,
)
#: 'I' followed by a verb, or a possessive; 'Phase I' and 'I/O' do not match.
_FIRST_PERSON = re.compile(
    r"(?<!phase )(?<!level )(?<!type )(?<!class )(?<!part )(?<!tier )(?<!grade )"
    r"(?:\bI(?:['’](?:m|ve|d|ll)\b|\s+(?:[a-z]+))|\b[Mm]y(?= [a-z])|\bmyself\b"
    r"|\b(?:[Ww]e|[Oo]ur)(?= [a-z]))"
)
_CASUAL = re.compile(
    r"\b(?:stuff|kinda|gonna|wanna|gotta|sorta|dunno|lol|btw|tbh|super (?:excited|fun"
    r"|cool|happy)|awesome"
    r"|cool|guys|kids stuff|a bunch of|tons of|crazy|insane|yeah|nope|hey|hi"
    r" there|and so on)\b"
    r"|[\U0001F600-\U0001F64F\U0001F680-\U0001F6C5\U0001F911-\U0001F92F]",
    re.IGNORECASE,
)
_EXCLAIM = re.compile(r"[a-z)]{2,}!+(?:\s|$)")
_BRAND_MARK = re.compile(r"\b(?:yahoo|jeopardy|yum|joomla|mamma mia)!", re.IGNORECASE)
_OUTDATED = re.compile(
    r"references? (?:are |will be |can be )?(?:furnished |provided |given"
    r" )?(?:available )?(?:up)?on request"
    r"|to whom it may concern|curriculum vitae of|marital status|i hereby declare",
    re.IGNORECASE,
)
_SMALL_WORDS = frozenset({"of", "and", "for", "the", "in", "to"})
#: Three to five capitals; longer ones are names of firms more often than terms.
_ACRONYM = re.compile(r"(?<![\w&/.-])[A-Z]{3,5}s?(?![\w&/-]|\s+(?:Corp|Inc|Ltd|GmbH|AG|LLC)\b)")


def first_person(facts: Facts) -> Iterator[Hit]:
    """A statement speaks as I or we."""
    for said in facts.statements:
        if said.section in _QUOTED:
            continue
        found = _FIRST_PERSON.search(said.text)
        if found:
            word = found.group().split()[0]
            yield Hit((facts.line_with(said, found.group()),), {"word": word})


def duty_phrase(facts: Facts) -> Iterator[Hit]:
    """A statement names a duty instead of what was done."""
    for said in facts.said_in(*WORK_KINDS, SectionKind.SUMMARY):
        found = DUTY.search(said.text)
        if found:
            yield Hit((facts.line_with(said, found.group()),), {"phrase": found.group().lower()})


def weak_opener(facts: Facts) -> Iterator[Hit]:
    """A bullet opens with a verb that hides the person's own part."""
    for said in facts.said_in(*WORK_KINDS):
        found = WEAK.match(said.text)
        if found and not DUTY.search(said.text):
            yield Hit((said.first,), {"phrase": found.group()})


def passive_voice(facts: Facts) -> Iterator[Hit]:
    """A bullet opens with what was done to the person."""
    for said in facts.said_in(*WORK_KINDS):
        found = PASSIVE.match(said.text)
        if found and not DUTY.search(said.text):
            yield Hit((said.first,), {"phrase": found.group()})


def tense_flip(facts: Facts) -> Iterator[Hit]:
    """A bullet of a past position opens in the present tense."""
    for job in facts.jobs:
        if job.current or job.end is None:
            continue
        said = [item for item in facts.said_by(job) if item.words]
        past = sum(_tense(item) == PAST for item in said)
        for item in said:
            sure = item.opener not in NOUNS or _third_person(item)
            if _tense(item) == PRESENT and (sure or past):
                if item.opener in NOUNS and not _takes_object(item):
                    continue
                yield Hit((item.first,), {"verb": item.opener})


def _tense(said: Said) -> str | None:
    known = verb(said.opener)
    return known[1] if known else None


def _third_person(said: Said) -> bool:
    known = verb(said.opener)
    return known is not None and said.opener != known[0] and _takes_object(said)


def _takes_object(said: Said) -> bool:
    """Whether an article or possessive follows the opener, as after a verb."""
    words = [word.lower() for word in said.words]
    at = words.index(said.opener) + 1 if said.opener in words else 1
    if words[at : at + 1] == ["and"]:  # 'Design and build', not 'Design and implementation'
        return len(words) > at + 1 and verb(words[at + 1]) is not None
    return words[at : at + 1] != [] and words[at] in {
        "the",
        "a",
        "an",
        "all",
        "new",
        "our",
        "their",
        "with",
        "up",
    }


def repeated_verb(facts: Facts) -> Iterator[Hit]:
    """Four or more statements about work open with the same verb."""
    openers: dict[str, list[Said]] = {}
    for said in facts.said_in(*WORK_KINDS):
        known = verb(said.opener)
        if known and said.repeat_of is None:
            openers.setdefault(known[0], []).append(said)
    for base in sorted(openers):
        said_so = openers[base]
        if len(said_so) >= SAME_VERB:
            values = {"verb": said_so[0].opener.capitalize(), "count": len(said_so), "tag": base}
            yield Hit(tuple(said.first for said in said_so)[:8], values)


@cache
def _buzzwords() -> re.Pattern[str]:
    phrases = sorted(word_list("buzzwords"), key=lambda phrase: (-len(phrase), phrase))
    joined = "|".join(re.escape(phrase) for phrase in phrases)
    return re.compile(rf"(?<![\w-])(?:{joined})(?![\w-])", re.IGNORECASE)


def buzzword(facts: Facts) -> Iterator[Hit]:
    """A phrase claims a quality without showing it."""
    for said in facts.statements:
        if said.section in {SectionKind.REFERENCES, SectionKind.PUBLICATIONS}:
            continue
        for phrase in dict.fromkeys(map(str.lower, _buzzwords().findall(said.text))):
            yield Hit((facts.line_with(said, phrase),), {"phrase": phrase, "tag": phrase})


def unprofessional_email(facts: Facts) -> Iterator[Hit]:
    """The address before the @ is a joke or a nickname; the person's own name never counts."""
    if facts.contact.email_unserious:
        yield Hit(facts.contact.email_lines[:1])


def unexplained_acronym(facts: Facts) -> Iterator[Hit]:
    """An acronym of statements about work that few readers know and the resume never spells out."""
    known = word_run("acronyms")
    skills = {word.lower() for skill in facts.skills for word in re.split(r"\W+", skill)}
    told: set[str] = set()
    initials = ""
    text = "\n".join(line.text[:600] for line in facts.lines)
    for said in facts.said_in(*WORK_KINDS, SectionKind.SUMMARY):
        acronyms = list(_ACRONYM.finditer(said.text))
        if acronyms and _capitals(said.text) > 0.6:
            continue
        for found in acronyms:
            name = found.group().rstrip("s")
            low = name.lower()
            if low in known or low in told or low in skills or low in facts.names:
                continue
            if is_word(low, "en"):  # SHIP, SPINE: a name made of a word
                continue
            told.add(low)
            initials = initials or _initials(text)
            if not _explained(text, initials, name):
                yield Hit((facts.line_with(said, name),), {"name": name, "tag": name})


def _explained(text: str, initials: str, name: str) -> bool:
    """Whether the acronym stands in brackets, has brackets behind it, or is spelt out somewhere."""
    forms = (name, f"{name}s")
    bracketed = any(f"({form})" in text or f"{form} (" in text for form in forms)
    return bracketed or name.lower() in initials


def _initials(text: str) -> str:
    """Return the first letters of all words in a row, then again without the small words."""
    words = [word.lower() for word in tokens(text) if len(word) > 1]
    large = (word for word in words if word not in _SMALL_WORDS)
    return f"{''.join(word[0] for word in words)} {''.join(word[0] for word in large)}"


def casual_language(facts: Facts) -> Iterator[Hit]:
    """A word of spoken language."""
    for said in facts.said_in(*WORK_KINDS, SectionKind.SUMMARY):
        found = _CASUAL.search(said.text)
        if found:
            yield Hit(
                (facts.line_with(said, found.group()),),
                {"word": found.group(), "tag": found.group()},
            )


def exclamation(facts: Facts) -> Iterator[Hit]:
    """A statement ends in an exclamation mark."""
    for said in facts.statements:
        found = _EXCLAIM.search(_BRAND_MARK.sub("", said.text))
        if found and said.section not in _QUOTED:
            yield Hit((facts.line_with(said, found.group()),))


def shouting(facts: Facts) -> Iterator[Hit]:
    """A whole statement in capitals."""
    for said in facts.said_in(*WORK_KINDS, SectionKind.SUMMARY):
        if len(said.words) >= 7 and _capitals(said.text) > 0.9:
            yield Hit((said.first,))


def _capitals(text: str) -> float:
    """Return the share of capitals among the letters of a text."""
    return sum(map(str.isupper, text)) / (sum(map(str.isalpha, text)) or 1)


def outdated_phrase(facts: Facts) -> Iterator[Hit]:
    """A formula that costs space and tells nothing."""
    for line in facts.lines:
        found = _OUTDATED.search(line.text[:300])
        if found:
            yield Hit((line.id,), {"phrase": found.group().lower()})
