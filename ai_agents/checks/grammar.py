"""Finds slips of grammar that are sure: doubled words, a for an, small letters for large ones."""

import re
from collections.abc import Iterator
from functools import cache

from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import word_groups, word_run
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import PROSE_KINDS, Said
from ai_agents.checks.verbs import verb
from ai_agents.checks.word_forms import is_known
from ai_agents.checks.words import fold
from ai_agents.vocabulary import SectionKind

_DOUBLED = re.compile(r"(?<![\w'’-])([^\W\d_]{1,14})\s+\1(?![\w'’-])", re.IGNORECASE)
#: Names and idioms that say a word twice, and words that may stand twice in each language.
_DOUBLED_RIGHT = frozenset({
    "that", "had", "very", "so", "bye", "new", "baden", "bora", "cha", "duran", "pago", "paw",
    "sing", "wagga", "walla", "tom", "yo", "ha", "na", "win", "wash", "knock", "night",
    "die", "der", "das", "den", "sie", "ihr", "nous", "vous", "no", "si",
})  # fmt: skip
#: Vowel sounds; 'one', 'use' and 'European' begin with none, whatever their letters.
_A_VOWEL = re.compile(
    r"\ba (?=(?:[aei][a-z]{2,}|o(?!ne\b|nce\b|uija)[a-z]{2,}|u(?:n(?!i)|p|r(?!a|e|i|o)|l(?!u)|m"
    r"|g(?!a)|d|t(?!i|o|er)|s(?!e|a|u|i))[a-z]*|hour|hourly|honest|honou?r|honou?rary|heir)\b)"
    r"|\ba (?=[AI][a-z]{2,}|E(?!u|we)[a-z]{2,}|O(?!ne|uija)[a-z]{2,})"
    r"|\ba (?=(?:8\d*|1[18])(?:,\d{3})*(?![\d.,]*\d))"
)
_EU = re.compile(r"\ba (?:e[uw]|i\w?\b|a\b)")
_AN_CONSONANT = re.compile(
    r"\ban (?=(?:[bcdfgjklmnpqrstvwyz][a-z]{2,}"
    r"|h(?!our|onest|onou?r|eir|erb|istor|ospit|otel|ypoth|abit|ilar)[a-z]{2,}"
    r"|uni(?:que|t|on|vers|form|corn|lat|son|cast|fi)[a-z]*|use[a-z]*|usual[a-z]*|util[a-z]*"
    r"|euro[a-z]*|one)\b)"
    r"|\ban (?=[BCDGJKPQTVWYZ][a-z]{2,}\b|[FLMNRS][a-z]{3,}\b)"
    r"|\ban (?=Euro[a-z]*|Uni(?:ted|vers|que|form|lever|x)[a-z]*|Utah|Ukrain[a-z]*|One\b)"
    r"|\ban (?=(?:[2-79]\d*|1(?![18](?!\d)|1,|8,)\d*)(?![\d.,]*\d|th\b))"
)
_SHORT_FORM = re.compile(r"\b(an?) ([A-Z][A-Za-z0-9&]{1,6})(?![\w&])")
_SMALL_I = re.compile(
    r"(?<![\w./(-])(?<!section )(?<!part )(?<!phase )(?<!type )(?<!level )(?<!class )"
    r"i(?:['’](?:m|ve|d|ll)\b|\s+([a-z]{2,})\b)"
)
_AFTER_I = frozenset(
    {"am", "was", "have", "had", "also", "can", "could", "will", "would", "do", "did", "should"}
)
#: Months that are words too ('may', 'march') need a year or a day beside them.
_MONTH = re.compile(
    r"(?<![\w-])(january|february|april|june|july|august|september|october|november|december)\b"
    r"(?!\w)|(?<![\w-])(march|may)(?= (?:19|20)\d\d\b)"
)
_STOP_SMALL = re.compile(r"(?<![.\w])([^\W\d_]{3,})[.!?] (?=([a-z]{2,})\b)")


def _prose(facts: Facts) -> tuple[Said, ...]:
    return facts.said_in(*PROSE_KINDS)


def doubled_word(facts: Facts) -> Iterator[Hit]:
    """The same word twice in a row."""
    for said in _prose(facts):
        for found in _DOUBLED.finditer(said.text):
            word = found.group(1)
            second = found.group().split()[-1]
            if word.lower() in _DOUBLED_RIGHT or word[0].isupper() != second[0].isupper():
                continue
            if word[0].isupper() and found.start() > 0:
                continue  # 'Baden Baden': a name
            if len(word) == 1 and word not in {"a", "y", "e", "o", "à"}:
                continue
            yield Hit((facts.line_with(said, found.group()),), {"word": word.lower(), "tag": word})


def article_a_an(facts: Facts) -> Iterator[Hit]:
    """'a' before a vowel sound or 'an' before a consonant."""
    for said in _prose(facts):
        if "a" not in said.low and "an" not in said.low:
            continue
        for wrong, right, word in _wrong_articles(said.text):
            values = {"wrong": wrong, "right": right, "word": word, "tag": word}
            yield Hit((facts.line_with(said, f"{wrong} {word}"),), values)


def _wrong_articles(text: str) -> Iterator[tuple[str, str, str]]:
    for pattern, wrong, right in ((_A_VOWEL, "a", "an"), (_AN_CONSONANT, "an", "a")):
        found = pattern.search(text)
        if found and not _EU.match(text, found.start()):
            yield wrong, right, text[found.end() :].split(maxsplit=1)[0].strip(".,;:")
    for found in _SHORT_FORM.finditer(text):
        wrong, name = found.groups()
        right = "an" if wrong == "a" else "a"
        if name in _said_by_letters(right):
            yield wrong, right, name


@cache
def _said_by_letters(article: str) -> frozenset[str]:
    return frozenset(word_groups("spelled_letters")[article])


def lowercase_i(facts: Facts) -> Iterator[Hit]:
    """The pronoun I written small."""
    for said in _prose(facts):
        for found in _SMALL_I.finditer(said.text):
            word = found.group(1)
            if word is None or word in _AFTER_I or verb(word):
                yield Hit((facts.line_with(said, found.group()),))
                break


def lowercase_name(facts: Facts) -> Iterator[Hit]:
    """A language, nation, weekday or month written small in English."""
    for said in _prose(facts):
        text = said.text
        words = [word for word in sorted(said.low & word_run("proper_words_en")) if word in text]
        months = [found[1] or found[2] for found in _MONTH.finditer(text)]
        for word in dict.fromkeys((*words, *months)):
            if re.search(rf"(?<![\w./@-]){word}(?![\w@/]|\.\w)", text):
                values = {"word": word, "fix": word.capitalize(), "tag": word}
                yield Hit((facts.line_with(said, word),), values)


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


def small_sentence(facts: Facts) -> Iterator[Hit]:
    """A sentence inside a statement that begins with a small letter."""
    language = facts.language or ""
    for said in _prose(facts):
        for found in _STOP_SMALL.finditer(said.text):
            before, after = found.group(1).lower(), found.group(2)
            if before in word_run("abbreviations") or not found.group(1).islower():
                continue
            if not any(f"{found.group()}{after}" in facts.line(at).text for at in said.lines):
                continue  # across lines the reader may have joined what stands apart
            if not all(is_known(fold(word, language), language) for word in (before, after)):
                continue
            yield Hit((facts.line_with(said, found.group()),), {"word": after, "tag": after})
            break
