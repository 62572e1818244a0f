"""A clause as words, with what is already spoken for: what every reader of a clause works on."""

from collections.abc import Iterable
from typing import Final

from ai_agents.match.asks import Topic
from ai_agents.match.lexicon import filler_roots, function_words, skills, wording
from ai_agents.match.terms import Spot
from ai_agents.match.words import Cut, Word, cut
from ai_agents.profile.folding import fold

_BREAKS: Final = frozenset(",;:()[]/|•·–—")
_LONGEST_LEAD: Final = 5


class ClauseWords:
    """One clause, its words, and which of them a reader has taken."""

    def __init__(self, text: str) -> None:
        """Cut a clause into words."""
        self.cut: Cut = cut(text)
        self.words: tuple[Word, ...] = self.cut.words
        self.folded: tuple[str, ...] = tuple(fold(word.written) for word in self.words)
        self.taken: set[int] = set()

    def take(self, numbers: Iterable[int]) -> None:
        """Speak for these words; no later reader looks at them."""
        self.taken.update(numbers)

    def free(self, spot: Spot) -> bool:
        """Whether no word of a spot is taken."""
        return self.taken.isdisjoint(range(spot.first, spot.last + 1))

    def content(self, first: int, last: int) -> tuple[int, ...]:
        """Return the words from first to last that are not taken and carry meaning."""
        return tuple(
            at
            for at in range(first, last + 1)
            if at not in self.taken and carries_meaning(self.words[at], self.folded[at])
        )

    def topic(self, first: int, last: int) -> Topic:
        """Return what the free words from first to last are about."""
        spots = [
            spot
            for spot in skills().asked(self.cut)
            if first <= spot.first and spot.last <= last and self.free(spot)
        ]
        covered = {at for spot in spots for at in range(spot.first, spot.last + 1)}
        rest = [at for at in self.content(first, last) if at not in covered]
        return Topic(
            tuple(dict.fromkeys(spot.name for spot in spots)),
            tuple(dict.fromkeys(self.words[at].root for at in rest)),
        )

    def after_lead(self, first: int, last: int) -> int:
        """Return the first word after what only opens a requirement ('strong experience with')."""
        leads = wording("lead")
        at = first
        while at <= last:
            size = next(
                (
                    size
                    for size in range(min(_LONGEST_LEAD, last - at + 1), 0, -1)
                    if " ".join(self.folded[at : at + size]) in leads
                ),
                0,
            )
            if not size:
                return at
            at += size
        return at

    def segments(self, first: int, last: int) -> list[tuple[int, int]]:
        """Cut at commas, brackets, slashes, joining words; return each piece as (first, last)."""
        pieces: list[tuple[int, int]] = []
        start = first
        for at in range(first, last + 1):
            joins = self.folded[at] in wording("join")
            if at > start and (joins or _BREAKS.intersection(self.words[at].gap)):
                pieces.append((start, at - 1))
                start = at
            if joins:
                start = at + 1
        pieces.append((start, last))
        return [(one, other) for one, other in pieces if one <= other]

    def text(self, first: int, last: int) -> str:
        """Return the posting's own words from first to last."""
        return self.cut.between(first, last)


def carries_meaning(word: Word, folded: str) -> bool:
    """Whether a word says anything about a match: no function word, no filler, no number."""
    if folded in function_words() or word.root in filler_roots():
        return False
    return len(folded) > 1 and not folded.isdigit()
