"""Checks of the skills list: stuffing, repetition, self-made ratings."""

import re
from collections import Counter
from collections.abc import Iterator

from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import stem, tokens, word_list
from ai_agents.checks.rule import Hit
from ai_agents.models import Line
from ai_agents.profile.typography import filled, right_edges

#: One word this often in one line, or this often among the skills, is not for a reader.
REPEATS_IN_LINE, REPEATS_IN_SKILLS, LIST_LENGTH = 4, 7, 45
#: A long paragraph may say a word four times.
REPEATED_SHARE = 0.15
_LONGEST_LIST = 2000
#: What stands in a template or ends a list, no skill.
_IS_FILLER = re.compile(r"etc|x{3,}$|y{3,}$|z{3,}$|lorem|comment$")
_RATING = re.compile(
    r"\b\d{1,3}\s?%|[★☆●○◉◯■□▰▱]{3,}|\b\d{1,2}\s?/\s?(?:5|10)\b|\b(?:stars?|out of"
    r" (?:5|10|five|ten))\b"
)


def keyword_stuffing(facts: Facts) -> Iterator[Hit]:
    """A line repeats one word over and over, or lists terms without end."""
    private = set(facts.contact.zone)
    lines = []
    for line in facts.lines:
        if line.id in private:
            continue
        words = [word for word in map(stem, tokens(line.text[:2000])) if len(word) > 3]
        most = max(Counter(words).values()) if len(words) > len(set(words)) else 1
        repeated = most >= REPEATS_IN_LINE and most >= REPEATED_SHARE * len(words)
        if repeated or line.text.count(",") >= LIST_LENGTH:
            lines.append(line.id)
    skills = [number for number in facts.skill_lines() if number not in lines]
    common = word_list("skill_words")
    counts = Counter(
        word
        for number in skills
        for word in sorted({stem(token) for token in tokens(facts.line(number).text)})
        if len(word) > 2 and word not in common
    )
    often = sorted(word for word, count in counts.items() if count >= REPEATS_IN_SKILLS)
    for word in often[:1]:
        lines.extend(n for n in skills if word in {stem(t) for t in tokens(facts.line(n).text)})
    if lines:
        yield Hit(tuple(sorted(set(lines)))[:6])


def duplicate_skill(facts: Facts) -> Iterator[Hit]:
    """A skill is listed twice in the skills section."""
    places: dict[str, list[int]] = {}
    written: dict[str, str] = {}
    for number, item in _listed(facts):
        name = " ".join(item.split()).strip(" .-–").lower()
        if 2 < len(name) < 40 and name[0].isalpha() and not _IS_FILLER.match(name):
            written.setdefault(name, item.strip())
            places.setdefault(name, []).append(number)
    for name, lines in places.items():
        if len(lines) > 1:
            times = "twice" if len(lines) == 2 else f"{len(lines)} times"
            values = {"skill": written[name], "times": times, "tag": name}
            yield Hit(tuple(sorted(set(lines))), values)


def _listed(facts: Facts) -> Iterator[tuple[int, str]]:
    """Yield (line, item) of the lists of skills; an item that wraps is put together."""
    edges = right_edges(list(facts.lines))
    commas = any("," in facts.line(number).text for number in facts.skill_lines())
    above: Line | None = None
    begun: tuple[int, str] | None = None
    for number in facts.skill_lines():
        line = facts.line(number)
        text = line.text[:_LONGEST_LIST]
        items = re.split(r"[,;|•·/]", text.partition(":")[2] or text)
        if begun and commas and above and above.bbox and filled(above, line, edges):
            items[0] = f"{begun[1]} {items[0]}"
        elif begun:
            yield begun
        yield from ((number, item) for item in items[:-1])
        above, begun = line, (number, items[-1])
    if begun:
        yield begun


def self_rated_skill(facts: Facts) -> Iterator[Hit]:
    """Skills rated by stars, bars or per cent: no reader knows the scale."""
    rated = [n for n in facts.skill_lines() if _RATING.search(facts.line(n).text[:300])]
    if len(rated) >= 2:
        yield Hit(tuple(rated[:6]))
