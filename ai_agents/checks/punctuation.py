"""Finds marks of punctuation that stand wrong: with wrong spaces, doubled, or alone."""

import re
from collections.abc import Iterator

from ai_agents.checks.facts import Facts
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import PROSE_KINDS, Said
from ai_agents.checks.verbs import verb

_SPACE_BEFORE = re.compile(r"[^\W\d_]{2,}\)? [,;](?= |$)|[^\W\d_]{3,} \.(?= |$)|\d%? ,(?= )")
_NO_SPACE_AFTER = re.compile(
    r"(?<![\w.@/\\(\[{<_-])([^\W\d_]{3,})[,;]([^\W\d_]{3,})(?![\w@/\\(_]|\.\w|-\w)"
)
_RUN_ON = re.compile(r"(?<![\w.@/-])[a-z]{3,}\.([A-Z][a-z]+)(?![\w@/]|\.\w)")
_DOUBLED = re.compile(r"[^\W\d_](,,|;;|\.\.(?!\.)|\?\?+|,\.|;\.|:,|,;)(?=\s|$|\w)")
#: Words that open a sentence and are no part of a name such as 'Node.js' or 'System.Text'.
_OPENERS = frozenset({"The", "This", "These", "That", "In", "It", "We", "As", "At", "For", "With",
                      "Also", "My", "Our", "By", "To", "Then", "While", "When", "All"})  # fmt: skip
_CLOSING = {")": "(", "]": "["}
#: A bracket alone that is no bracket: '1)', 'a)', ':)'.
_OUTLINE = re.compile(r"(?:^|[\s,;])(?:\d{1,2}|[a-z]|[ivx]{2,4})\)(?=\s)|[:;]-?[)(]")
#: Lines around a statement that may hold the partner, where the reader cut a paragraph.
_AROUND = 4


def punctuation_spacing(facts: Facts) -> Iterator[Hit]:
    """A space before a comma or stop, none after one, or a mark twice."""
    for said in facts.said_in(*PROSE_KINDS):
        found = _wrong_mark(said.text)
        if found:
            what, text = found
            yield Hit((facts.line_with(said, text),), {"what": what, "text": text, "tag": what})


def _wrong_mark(text: str) -> tuple[str, str] | None:
    """Return what is wrong with the first mark that stands wrong, and the text around it."""
    found = _SPACE_BEFORE.search(text)
    if found:
        return "A space stands before the mark", found.group()
    found = _NO_SPACE_AFTER.search(text)
    if found and "http" not in text and found[1].islower():
        return "A space is missing after the comma", found.group()
    found = _RUN_ON.search(text)
    if found and (found[1] in _OPENERS or verb(found[1].lower())):
        return "A space is missing after the stop", found.group()
    found = _DOUBLED.search(text)
    return ("A mark stands twice", found.group()) if found else None


def lone_bracket(facts: Facts) -> Iterator[Hit]:
    """A bracket that is opened and not closed, or closed and not opened."""
    for said in facts.said_in(*PROSE_KINDS):
        mark = _lone(said.text) and _lone(_OUTLINE.sub(" ", said.text))
        if mark and len(said.words) >= 4 and not _goes_on(facts, said, mark):
            yield Hit((facts.line_with(said, mark),), {"mark": mark, "tag": mark})


def _goes_on(facts: Facts, said: Said, mark: str) -> bool:
    """Whether the partner stands in lines nearby: the reader cut a paragraph there."""
    if mark in _CLOSING:
        lines = facts.lines[max(0, said.first - 1 - _AROUND) : said.first - 1]
        partner = _CLOSING[mark]
    else:
        lines = facts.lines[said.lines[-1] : said.lines[-1] + _AROUND]
        partner = next(close for close, opens in _CLOSING.items() if opens == mark)
    return sum(line.text.count(partner) - line.text.count(mark) for line in lines) > 0


def _lone(text: str) -> str | None:
    """Return the first bracket without its partner."""
    waiting: list[str] = []
    for sign in text:
        if sign in _CLOSING.values():
            waiting.append(sign)
        elif sign in _CLOSING:
            if not waiting or waiting[-1] != _CLOSING[sign]:
                return sign
            waiting.pop()
    return waiting[0] if waiting else None
