"""Checks of claims: results without a figure, vague quantities, bullets without numbers."""

import re
from collections.abc import Iterator

from ai_agents.checks.facts import FEWEST_WORDS, Facts
from ai_agents.checks.figures import has_quantity
from ai_agents.checks.format import is_paragraph
from ai_agents.checks.lexicon import phrase_pattern
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import Said
from ai_agents.checks.wording import part_of

#: What makes of a word of change a description: 'from saved chats', 'the reduced plan'; 'to reduce'
#: is an aim.
_DESCRIBES = re.compile(
    r"\b(?:from|of|the|an|a|for|with|this|these|more|our|their)\s$", re.IGNORECASE
)
#: 'From weeks to minutes', 'from O(n2) to O(n log n)': the size is said without a plain number.
_SAYS_SIZE = re.compile(
    r"\b(?:from|von|de|da|van) \S{1,20} (?:\S{1,12} )?(?:to|auf|à|a|naar) \S"
    r"|\b(?:to|auf|à|a) (?:zero|null|zéro|cero)\b",
    re.IGNORECASE,
)
#: 'How many', 'as many as 40', 'many-to-many', 'several hundred': no quantity is left open.
_ASKS = re.compile(r"(?:\b(?:how|as|so|too|not|wie|zu|so|combien)\s|-)$", re.IGNORECASE)
_SIZED = re.compile(
    r"-|\s+(?:hundred|thousand|million|dozen|hundert|tausend|millionen|centaines|milliers|millions"
    r"|cientos|miles|centinaia|migliaia|centenas|milhares|honderd|duizend)|\s+of\s+(?:the|our|its)\b",
    re.IGNORECASE,
)
#: 'Thousands of' says a scale; where the line has a figure too, that is enough.
_SCALES = re.compile(
    r"(?:dozens|scores|hundreds|thousands|dutzende|dizaines|decenas|decine|dezenas|tientallen)\b",
    re.IGNORECASE,
)
#: 'Various' often says 'of different kinds'; it stands for a number near the verb of a sentence.
_LOOSE = re.compile(
    r"(?:various|multiple|vari[eo]s?|verschieden|divers|différent|verschillende|múltipl|molteplici"
    r"|.*\b(?:variety|range|array|series|serie|série|reihe|reeks|varietà)\b)",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(r"^|[,.;:!?]\s|\band\s")
_NEAR_VERB_WORDS = 4
_SHOWS = ("shows a measured result", "show a measured result")
_SHOWS_NONE = ("shows no measured result", "show no measured result")
_ADVERB = re.compile(
    r"\b(?:significantly|substantially|considerably|dramatically|greatly|vastly|markedly|massively"
    r"|hugely|drastically|tremendously) "
    r"(?=(?:increas|reduc|improv|gr[eo]w|cut|lower|rais|boost|decreas|expand|accelerat|enhanc"
    r"|short|sav|outperform|exceed)\w*)",
    re.IGNORECASE,
)


def result_without_figure(facts: Facts) -> Iterator[Hit]:
    """A statement says something grew or shrank, but not by how much."""
    for said in facts.work(FEWEST_WORDS):
        claim = _claim(facts, said)
        if claim:
            yield Hit((facts.line_with(said, claim),), {"verb": claim.lower()})


def _claim(facts: Facts, said: Said) -> str | None:
    """Return the word that claims a result of which no size is said; None without one."""
    text = said.text
    if facts.language is None or _says_size(facts, said):
        return None
    for match in phrase_pattern("outcome_words", facts.language).finditer(text):
        # not a participle before its noun, and not a line's last word
        if not _DESCRIBES.search(text[: match.start()]) and re.match(r"\W+\w", text[match.end() :]):
            return match.group()
    return None


def _says_size(facts: Facts, said: Said) -> bool:
    return (
        bool(said.figures)
        or has_quantity(said.text, facts.language)
        or bool(_SAYS_SIZE.search(said.text))
    )


def bullet_unquantified(facts: Facts) -> Iterator[Hit]:
    """The bullets of one position that measure nothing, gathered.

    A line that claims a result is left to `result_without_figure`; one that counts years or pages
    ('5 years') says a true number and is not remarked either.
    """
    groups: dict[int | None, list[Said]] = {}
    for said in facts.work(FEWEST_WORDS):
        if said.bullet or (said.job is not None and not is_paragraph(said)):
            groups.setdefault(said.job, []).append(said)
    for job, bullets in groups.items():
        bare = [s for s in bullets if not has_quantity(s.text, facts.language)]
        bare = [s for s in bare if _claim(facts, s) is None]
        if not bare:
            continue
        known = job is not None and job < len(facts.jobs)
        place = f"“{facts.jobs[job or 0].label}”" if known else "this section"
        values = {"told": _bare_in_words(len(bare), len(bullets), place), "tag": job}
        yield Hit(tuple(said.first for said in bare), values)


def _bare_in_words(bare: int, bullets: int, place: str) -> str:
    if bare == bullets:
        return part_of(0, bullets, f"bullets of {place}", _SHOWS)
    return part_of(bare, bullets, f"bullets of {place}", _SHOWS_NONE)


def vague_quantity(facts: Facts) -> Iterator[Hit]:
    """A quantity word where a number belongs."""
    for said in facts.work(FEWEST_WORDS):
        word = _vague_word(facts, said)
        if word:
            yield Hit((facts.line_with(said, word),), {"word": word.lower(), "tag": word})


def _vague_word(facts: Facts, said: Said) -> str | None:
    """Return the first word that leaves a quantity open; None without one.

    'Greatly improved' is left alone where a number follows; 'several' is not: it stands for one.
    """
    text = said.text
    for match in phrase_pattern("vague_quantities", facts.language or "").finditer(text):
        before, after = text[: match.start()], text[match.end() :]
        if _ASKS.search(before) or _SIZED.match(after) or not re.match(r"\s[^\W\d]", after):
            continue
        if said.figures and _SCALES.search(match.group()):
            continue
        if _LOOSE.match(match.group()) and not _near_verb(before):
            continue
        return match.group()
    adverb = _ADVERB.search(text) if facts.english and not said.figures else None
    return adverb.group().strip() if adverb else None


def _near_verb(before: str) -> bool:
    """Whether so few words stand before a place in its clause that the verb must be beside it."""
    start = [match.end() for match in _CLAUSE_START.finditer(before)][-1]
    return 0 < len(before[start:].split()) <= _NEAR_VERB_WORDS
