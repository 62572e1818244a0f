"""Versions of one small resume: lines edited, moved, dropped, added; each reviewed once."""

import json
from functools import cache
from typing import Any

from hypothesis import strategies as st

from desktop.review.report import Report
from tests.support.documents import RESUME
from tests.support.wire_objects import reviewed_wire

#: What an edit turns into what; "" drops the words.
EDITS: tuple[tuple[str, str], ...] = (
    ("- Responsible for the stock list", "- Kept the stock list"),
    ("- Cut spoiled goods", "- Responsible for spoiled goods, which went"),
    ("- Trained 14 new clerks\n", ""),
    ("- Trained 14 new clerks", "- Trained 14 new clerks and recieved praise for it"),
    ("sam.rivera@example.org | ", ""),
    ("+1 555 010 0199 | ", ""),
    ("Skills\nStock planning", "Skills\nTeam player, stock planning"),
    ("Summary\nOperations manager", "Summary\nI am a hard-working operations manager"),
    ("Mar 2014 - Dec 2018", "Dec 2018 - Mar 2014"),
    ("two years\n- Responsible", "two years\n- Opened 3 shops in one year\n- Responsible"),
    ("Education\n", "Studies and such\n"),
    (", staff training", ", staff training, staff training"),
    (
        "Operations manager with nine years of experience in retail stores.",
        "Leitung von Geschäften und Planung der Arbeit in der Küche und im Lager seit neun Jahren.",
    ),
)


@cache
def report(text: str = RESUME) -> Report:
    """Return the review of a text, as the window reads it."""
    return Report.from_wire(wire(text))


def wire(text: str = RESUME) -> dict[str, Any]:
    """Return the review of a text as an object that went through JSON."""
    told: dict[str, Any] = json.loads(json.dumps(reviewed_wire(text)))
    return told


def edited(*numbers: int) -> str:
    """Return the resume after these edits, in order."""
    text = RESUME
    for number in numbers:
        text = text.replace(*EDITS[number])
    return text


#: Any few of the edits, to be made of the resume.
CHOICES = st.lists(st.integers(0, len(EDITS) - 1), max_size=4, unique=True).map(tuple)


def version(numbers: tuple[int, ...]) -> Report:
    """Return the review of the resume after these edits."""
    return report(edited(*numbers))
