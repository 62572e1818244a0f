"""The corrections of one review, parsed and with their places in its lines found; pure.

Loads the agents' types; the window imports it when there is a correction, not before.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from ai_agents.corrections.models import (
    Correction,
    EntryAddedCorrection,
    EntryCorrection,
    EntryRemovedCorrection,
    HeadingCorrection,
    LineBreakCorrection,
    Unread,
    read_correction,
    target_of,
    written,
)
from ai_agents.corrections.places import Place, Places
from desktop.corrections.standing import Kept
from desktop.review.report import Report
from desktop.review.report_parts import CorrectionPart

OfEntry = EntryAddedCorrection | EntryCorrection | EntryRemovedCorrection
Placed = OfEntry | HeadingCorrection | LineBreakCorrection


def by_target(given: Iterable[Mapping[str, Any]]) -> dict[str, Mapping[str, Any]]:
    """Return corrections as the library and the wire hold them, by what they are about."""
    found: dict[str, Mapping[str, Any]] = {}
    for raw in given:
        target = target_of(read_correction(raw))
        found.pop(target, None)
        found[target] = raw
    return found


@dataclass(frozen=True)
class OneSaid:
    """One correction: as the coach said it, whether the review has it, and its line there.

    `waits` when it is not in the review yet, or was taken back (`kept` False) and still is.
    """

    target: str
    said: Correction | Unread
    raw: Mapping[str, Any]
    kept: bool
    waits: bool
    part: CorrectionPart | None
    line: int | None

    @property
    def was(self) -> str | None:
        """What was read before, as the review tells."""
        return self.part.was if self.part else None


class KeptOnes:
    """All corrections that are kept for a content or are in the review of it."""

    def __init__(self, report: Report, kept: Kept) -> None:
        self.report = report
        self.places = Places(report.document.lines)
        parts = {target_of(read_correction(part.correction)): part for part in report.corrections}
        self.all = tuple(
            self._one(target, kept.get(target), parts.get(target))
            for target in dict.fromkeys((*parts, *kept))
        )

    @property
    def waiting(self) -> int:
        """How many are not in the review as they stand."""
        return sum(one.waits for one in self.all)

    def _one(
        self, target: str, raw: Mapping[str, Any] | None, part: CorrectionPart | None
    ) -> OneSaid:
        kept = raw is not None
        told = raw if raw is not None else part.correction if part else {}
        said = read_correction(told)
        in_review = read_correction(part.correction) if part else None
        return OneSaid(
            target=target,
            said=said,
            raw=written(said),
            kept=kept,
            waits=not kept or said != in_review,
            part=part,
            line=self._line_of(said),
        )

    def _line_of(self, said: Correction | Unread) -> int | None:
        if not isinstance(said, Placed):
            return None
        found = self.places.find(said.at)
        return self.places.line_of(found.start) + 1 if isinstance(found, Place) else None

    def of(self, *kinds: type) -> list[OneSaid]:
        """Return the corrections of these kinds, in order."""
        return [one for one in self.all if isinstance(one.said, kinds)]
