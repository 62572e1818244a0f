"""Two stored reviews to be compared, the earlier first, and what is done where they are unlike."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import UUID

from desktop.compare.comparable import NotComparableError
from desktop.compare.comparison import Comparison, compare
from desktop.review.report import Report
from desktop.storage.port import Library


@dataclass(frozen=True)
class Side:
    """One of the two: its review, its file if it is here, and whether it was scored again."""

    analysis_id: str
    report: Report
    path: Path | None
    rescored: bool = False


@dataclass(frozen=True)
class Pair:
    """Both; swapping them turns the comparison round."""

    before: Side
    after: Side

    @property
    def swapped(self) -> "Pair":
        """The two the other way round."""
        return Pair(self.after, self.before)

    def unlike(self) -> Side | None:
        """Return the one to be scored again next, by the measure of the later; None when none is.

        The later one itself only where the program's engine is another than the one it was made by.
        """
        if not self.before.rescored:
            return self.before
        same = self.before.report.review.engine_version == self.after.report.review.engine_version
        return None if same or self.after.rescored else self.after

    def scored_again(self, side: Side, report: Report) -> "Pair":
        """Return the pair with a new review of one of the two."""
        made = replace(side, report=report, rescored=True)
        return Pair(made, self.after) if side == self.before else Pair(self.before, made)


@dataclass(frozen=True)
class Compared:
    """What came of comparing a pair: one of the two is there."""

    pair: Pair
    found: Comparison | None = None
    refused: NotComparableError | None = None


def load_pair(library: Library, analysis_ids: Sequence[str]) -> Pair:
    """Storage lane: return two stored reviews, the one reviewed earlier first."""
    rows = library.history_rows([UUID(one) for one in analysis_ids])
    dates = {row.analysis_id: row.reviewed_at for row in rows if row.reviewed_at}
    first, second = sorted(analysis_ids, key=lambda one: (str(dates.get(one, "")), one))
    return Pair(_side(library, first), _side(library, second))


def _side(library: Library, analysis_id: str) -> Side:
    stored = library.review(analysis_id)
    return Side(analysis_id, Report.from_wire(stored.wire), stored.path)


def compared(pair: Pair) -> Compared:
    """Compare the two; a refusal is a result like another."""
    names = [side.report.file.name for side in (pair.before, pair.after) if side.rescored]
    try:
        return Compared(pair, found=compare(pair.before.report, pair.after.report, names))
    except NotComparableError as error:
        return Compared(pair, refused=error)
