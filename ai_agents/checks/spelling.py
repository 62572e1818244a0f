"""Finds misspelt words in the languages we have lists of: no words, and a slip from a common one.

Precision before recall. A word is left alone that is a name or may be one, that stands elsewhere
in the resume as well, that is part of an address or of code, or whose right form is anyone's guess.
"""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import tokens, word_pairs
from ai_agents.checks.rule import Hit
from ai_agents.checks.slips import correction, without_accents
from ai_agents.checks.statements import Said
from ai_agents.checks.verbs import verb
from ai_agents.checks.word_forms import is_known
from ai_agents.checks.words import fold, ranks
from ai_agents.vocabulary import SectionKind

_WORD = re.compile(
    r"(?<![\w@.…/\\'’&+#])[^\W\d_]{4,30}(?![\w@/\\+#…]|\.\w|['’]\w|[*:_]in)", re.UNICODE
)
#: Words that lose their vowel before another: what follows the apostrophe is the word.
_ELIDED = re.compile(
    r"(?<![\w'’-])(?:[ldjnscmt]|qu|jusqu|lorsqu|puisqu|quelqu)['’](?=[^\W\d_])", re.IGNORECASE
)
#: What follows the first word of a sentence, and not the first of two names.
_GOES_ON = re.compile(r" (?!and\b|und\b|et\b|y\b)(?:[^\W\d_A-Z]|\d|[A-Z]+\b)")
_SKIPPED = (
    SectionKind.SKILLS,
    SectionKind.EDUCATION,
    SectionKind.REFERENCES,
    SectionKind.LANGUAGES,
    SectionKind.PUBLICATIONS,
    SectionKind.CONTACT,
    SectionKind.CERTIFICATIONS,
)
#: A capital may begin a name: such a word must be long and its right form common.
_CAPITAL, _CAPITAL_RANK = 6, 12_000
#: A part of a hyphened word is judged from this length on.
_PART = 6
#: French spelling since 1990 may leave the circumflex out on these.
_REFORMED = str.maketrans("îû", "iu")
#: English words up to this rank are at home in resumes of other languages ('Reporting').
_ENGLISH = 40_000
#: Languages that write the marks of their letters; a missing one is a slip of its own rule.
_ACCENTED = ("fr", "es")


@dataclass(frozen=True, slots=True)
class _Word:
    """One word to judge: as written, whether it opens a sentence in small letters, and where."""

    text: str
    opens: bool
    said: Said


def misspelling(facts: Facts) -> Iterator[Hit]:
    """A word of a statement that is no word, with the one it was meant to be."""
    for word, fix in _slips(facts):
        if not _lacks_accent(word.text, fix, facts.language):
            yield _hit(facts, word, fix)


def missing_accent(facts: Facts) -> Iterator[Hit]:
    """A word that is right but for the marks on its letters."""
    for word, fix in _slips(facts):
        if _lacks_accent(word.text, fix, facts.language):
            yield _hit(facts, word, fix)


def _hit(facts: Facts, word: _Word, fix: str) -> Hit:
    shown = fix.capitalize() if word.text[0].isupper() else fix
    values = {"word": word.text, "fix": shown, "tag": word.text.lower()}
    return Hit((facts.line_with(word.said, word.text),), values)


def _lacks_accent(word: str, fix: str, language: str | None) -> bool:
    return language in _ACCENTED and without_accents(fix) == without_accents(fold(word, language))


def _slips(facts: Facts) -> Iterator[tuple[_Word, str]]:
    """Yield each misspelt word once, with its correction."""
    language = facts.language or ""
    judged = [
        said
        for said in facts.statements
        if said.section not in _SKIPPED and not _is_foreign(said, language)
    ]
    words = [word for said in judged for word in _words(said, language)]
    counts = Counter(word.text.lower() for word in words)
    own = _own_words(facts, judged)
    told: set[str] = set()
    for word in words:
        low = word.text.lower()
        if low in told or low in facts.names:
            continue
        fix = _fix(word, language)
        if fix is None:
            continue
        # a word used more than once is meant, unless the right one stands there too
        meant = low in own or counts[low] > 1
        if meant and fix not in counts and low not in word_pairs(f"misspellings_{language}"):
            continue
        told.add(low)
        yield word, fix


def _own_words(facts: Facts, judged: list[Said]) -> frozenset[str]:
    """Return the words the resume uses outside the judged statements: names, skills, headings."""
    inside = {line for said in judged for line in said.lines}
    outside = (line.text for line in facts.lines if line.id not in inside)
    return frozenset(word.lower() for text in outside for word in tokens(text))


def _is_foreign(said: Said, language: str) -> bool:
    """Whether too many words are unknown for the statement to be prose of the language."""
    plain = [word for word in said.words if len(word) > 3 and word.isalpha() and word.islower()]
    unknown = sum(not is_known(fold(word, language), language) for word in plain)
    return unknown >= 3 and unknown > 0.3 * len(plain)


def _words(said: Said, language: str) -> Iterator[_Word]:
    text = _ELIDED.sub(lambda found: " " * len(found.group()), said.text)
    text = text if language == "fr" else said.text
    for found in _WORD.finditer(text):
        word = found.group()
        if not (word.islower() or word[1:].islower()):
            continue  # capitals and mixed case are names of things
        if _is_part(text, found.start(), found.end()) and not _judge_part(text, found, language):
            continue
        before, after = text[: found.start()], text[found.end() :]
        opens = not before.strip("-–•·*“\"'( ") and bool(_GOES_ON.match(after))
        yield _Word(word, opens, said)


def _is_part(text: str, start: int, end: int) -> bool:
    """Whether the word is joined to another by a hyphen."""
    return text[start - 1 : start] == "-" or text[end : end + 1] == "-"


def _judge_part(text: str, found: re.Match[str], language: str) -> bool:
    """Whether a part of a hyphened word may be judged: not when it is half of a divided word."""
    if len(found.group()) < _PART:
        return False
    start = text.rfind(" ", 0, found.start()) + 1
    whole = re.sub(r"[^\w-]", "", text[start : found.end() + 30].split(" ", 1)[0])
    return not is_known(fold(whole.replace("-", ""), language), language)


def _fix(word: _Word, language: str) -> str | None:
    """Return what a word was meant to be; None when it is right, a name or unclear."""
    fix = correction(word.text, language)
    if fix is None or _is_allowed(word.text.lower(), fix, language):
        return None
    if word.text.islower() or word.text.lower() in word_pairs(f"misspellings_{language}"):
        return fix
    return fix if _is_no_name(word, fix, language) else None


def _is_allowed(low: str, fix: str, language: str) -> bool:
    """Whether a word may stand in a language that has another form of it."""
    if language == "en":
        return False
    return ranks("en").get(low, _ENGLISH) < _ENGLISH or fix.translate(_REFORMED) == low


def _is_no_name(word: _Word, fix: str, language: str) -> bool:
    """Whether a word with a capital is one the language gives it, not one of a name."""
    if language == "de":
        return len(word.text) >= _CAPITAL
    if not word.opens:
        return False
    sure = len(word.text) >= _CAPITAL and ranks(language).get(fix, _CAPITAL_RANK) < _CAPITAL_RANK
    return sure or (language == "en" and verb(fix) is not None)
