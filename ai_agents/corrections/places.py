"""Finds places in a reading by their words, and describes places so that they are found again.

The lines of a reading are one row of letters (`letters`); another reading may order or cut it
otherwise. A place is a stretch of that row. Nothing is guessed: a place is found when its words
stand once, or when what stands around them tells which of several is meant.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final, Protocol

from ai_agents.corrections.letters import letters_of, marked_letters
from ai_agents.corrections.models import Anchor
from ai_agents.vocabulary import CorrectionState

#: So many letters before and after are told of a place.
_AROUND: Final = 40
#: So many agreeing letters at one side show that it is the same place.
_AGREEING: Final = 12
#: Words of so many letters stand in a resume twice only where a line is repeated.
_TELLING: Final = 25
_MOST_TEXT: Final = 2000


class Printed(Protocol):
    """A line, as far as places need it."""

    @property
    def page(self) -> int:
        """Its page, from 1."""

    @property
    def text(self) -> str:
        """What it says."""


@dataclass(frozen=True, slots=True)
class Place:
    """A stretch of the row of letters: from `start` up to, not including, `stop`."""

    start: int
    stop: int


class Places:
    """The row of letters of one reading, and where its lines and words begin in it."""

    def __init__(self, lines: Sequence[Printed]) -> None:
        self._lines = lines
        #: Line index → where its letters begin; lines without letters begin where the next does.
        self.starts: list[int] = []
        #: Letter → (line index, place in the line's text).
        self._origins: list[tuple[int, int]] = []
        row: list[str] = []
        begins: list[bool] = []
        for index, line in enumerate(lines):
            self.starts.append(len(row))
            for letters, at, begin in marked_letters(line.text):
                row += letters
                begins += (begin, *(False for _ in letters[1:]))
                self._origins += [(index, at)] * len(letters)
        self.row = "".join(row)
        self._begins = [*begins, True]

    def line_of(self, letter: int) -> int:
        """Return the index of the line a letter stands on."""
        return self._origins[letter][0]

    def origin(self, letter: int) -> tuple[int, int]:
        """Return the line index and the place in its text of a letter."""
        return self._origins[letter]

    def letter_at(self, index: int, offset: int) -> int | None:
        """Return the first letter of a line at or behind a place of its text; None behind all."""
        at = self.starts[index]
        while at < len(self.row) and self._origins[at][0] == index:
            if self._origins[at][1] >= offset:
                return at
            at += 1
        return None

    def begins_line(self, letter: int) -> bool:
        """Whether a letter is the first of its line, or is behind the last one."""
        return letter == len(self.row) or self.starts[self.line_of(letter)] == letter

    # --- describing -----------------------------------------------------------------------------

    def anchor_of_line(self, index: int) -> Anchor | None:
        """Return the anchor of a whole line; None when it has no letters."""
        text = self._lines[index].text[:_MOST_TEXT].strip()
        key = letters_of(text)
        start = self.starts[index]
        return self._anchor(text, Place(start, start + len(key))) if key else None

    def anchor_of_break(self, letter: int) -> Anchor:
        """Return the anchor of the word a letter begins; the same wherever its line ends."""
        index, begin = self._origins[letter]
        stop = letter + 1
        while not self._begins[stop]:
            stop += 1
        line, end = self._origins[stop - 1]
        after = self._origins[stop] if stop < len(self.row) else (-1, 0)
        text = self._lines[index].text
        cut = after[1] if after[0] == line else end + 1
        return self._anchor(text[begin:cut].strip()[:_MOST_TEXT], Place(letter, stop))

    def _anchor(self, text: str, place: Place) -> Anchor:
        key = self.row[place.start : place.stop]
        same = self._between_words(key)
        if place not in same:  # inside a word that a reader has glued together
            same = self._anywhere(key)
        whole = [other for other in same if self._is_whole(other)]
        return Anchor(
            text=text,
            before=self.row[max(0, place.start - _AROUND) : place.start],
            after=self.row[place.stop : place.stop + _AROUND],
            page=self._lines[self.line_of(place.start)].page,
            nth=same.index(place),
            of=len(same),
            alone=whole == [place],
        )

    # --- finding --------------------------------------------------------------------------------

    def find(self, anchor: Anchor) -> Place | CorrectionState:
        """Return the place an anchor means, or why there is none: NOT_FOUND or AMBIGUOUS."""
        key = letters_of(anchor.text)
        found = self._find_between_words(anchor, key)
        if isinstance(found, Place):
            return found
        # Parts of words stand everywhere: only what stands around them can tell.
        parts = [place for place in self._anywhere(key) if self._agrees(anchor, place)]
        return self._nearest(anchor, parts) if parts else found

    def _find_between_words(self, anchor: Anchor, key: str) -> Place | CorrectionState:
        same = self._between_words(key)
        if not same:
            return CorrectionState.NOT_FOUND
        whole = [place for place in same if self._is_whole(place)]
        if len(whole) == 1 and anchor.alone is not False:
            return whole[0]
        if len(same) == 1 and self._tells(anchor, key, same[0]):
            return same[0]
        return self._nearest(anchor, same)

    def _tells(self, anchor: Anchor, key: str, place: Place) -> bool:
        """Whether the only place with these words is the one that is meant."""
        untold = anchor.before is None and anchor.after is None
        sole = anchor.of in (None, 1) and (untold or len(key) >= _TELLING)
        return sole or self._agrees(anchor, place)

    def _nearest(self, anchor: Anchor, same: list[Place]) -> Place | CorrectionState:
        """Return the place whose surroundings agree best; where they tell nothing, its number."""
        agreeing = [place for place in same if self._agrees(anchor, place)]
        ranked = sorted(agreeing, key=lambda place: self._likeness(anchor, place), reverse=True)
        best = self._likeness(anchor, ranked[0]) if ranked else None
        likest = [place for place in ranked if self._likeness(anchor, place) == best]
        if len(likest) == 1:
            return likest[0]
        if anchor.nth is not None and anchor.of == len(same) and anchor.nth < len(same):
            return same[anchor.nth]
        return CorrectionState.AMBIGUOUS if len(same) > 1 else CorrectionState.NOT_FOUND

    def _agrees(self, anchor: Anchor, place: Place) -> bool:
        before, after = self._common(anchor, place)
        return _enough(anchor.before, before) or _enough(anchor.after, after)

    def _likeness(self, anchor: Anchor, place: Place) -> tuple[int, bool, bool]:
        same_page = self._lines[self.line_of(place.start)].page == anchor.page
        return sum(self._common(anchor, place)), same_page, self._is_whole(place)

    def _common(self, anchor: Anchor, place: Place) -> tuple[int, int]:
        """Return how many letters agree right before and right after a place."""
        told = anchor.before or ""
        here = self.row[max(0, place.start - len(told)) : place.start]
        before = _shared(told[::-1], here[::-1])
        told = anchor.after or ""
        return before, _shared(told, self.row[place.stop : place.stop + len(told)])

    def occurrences(self, text: str) -> list[Place]:
        """Return where the words of a text stand, in reading order."""
        return self._between_words(letters_of(text))

    def _between_words(self, key: str) -> list[Place]:
        found = self._anywhere(key)
        return [p for p in found if self._begins[p.start] and self._begins[p.stop]]

    def _anywhere(self, key: str) -> list[Place]:
        found: list[Place] = []
        at = self.row.find(key) if key else -1
        while at >= 0:
            found.append(Place(at, at + len(key)))
            at = self.row.find(key, at + 1)
        return found

    def _is_whole(self, place: Place) -> bool:
        """Whether a place is one line or several, and no part of one."""
        return self.begins_line(place.start) and self.begins_line(place.stop)


def _shared(one: str, two: str) -> int:
    """Return how many letters two texts begin with together."""
    count = 0
    for a, b in zip(one, two, strict=False):
        if a != b:
            break
        count += 1
    return count


def _enough(told: str | None, common: int) -> bool:
    return bool(told) and common >= min(_AGREEING, len(told or ""))
