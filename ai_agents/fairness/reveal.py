"""Puts the person's own words back once all is judged: quotes, and what messages repeat of a line.

Nothing here changes what was found or what it costs.
"""

import re
from collections.abc import Iterable
from dataclasses import replace

from ai_agents.fairness.masking import Original, Originals
from ai_agents.fairness.placeholders import PLACEHOLDER, kind_of, readable
from ai_agents.models import (
    CriterionScore,
    Document,
    Evidence,
    Finding,
    Match,
    RequirementMatch,
)
from ai_agents.scoring import ScoreSheet


def reveal(sheet: ScoreSheet, document: Document, originals: Originals) -> ScoreSheet:
    """Return the sheet with evidence copied from the document and placeholders undone."""
    if not originals.items:
        return sheet
    teller = _Teller(document, originals)
    return replace(
        sheet,
        findings=tuple(map(teller.finding, sheet.findings)),
        criteria=tuple(map(teller.criterion, sheet.criteria)),
    )


def reveal_match(match: Match, document: Document, originals: Originals) -> Match:
    """Return the match with evidence copied from the document and placeholders undone."""
    if not originals.items:
        return match
    teller = _Teller(document, originals)
    rows = tuple(teller.requirement(row) for row in match.requirements)
    stuffing = teller.copied(match.stuffing_evidence)
    return match.model_copy(update={"requirements": rows, "stuffing_evidence": stuffing})


class _Teller:
    def __init__(self, document: Document, originals: Originals) -> None:
        self._document = document
        self._items = originals.items
        self._words = [item for item in originals.items if not PLACEHOLDER.fullmatch(item.put)]

    def finding(self, item: Finding) -> Finding:
        lines = [shown.line for shown in item.evidence]
        told = {
            "message": self._told(item.message, lines),
            "suggestion": self._told(item.suggestion, lines),
        }
        return item.model_copy(update={**told, "evidence": self.copied(item.evidence)})

    def criterion(self, item: CriterionScore) -> CriterionScore:
        reason = self._told(item.reason, [shown.line for shown in item.evidence])
        return item.model_copy(update={"reason": reason, "evidence": self.copied(item.evidence)})

    def requirement(self, row: RequirementMatch) -> RequirementMatch:
        reason = self._told(row.reason, [shown.line for shown in row.evidence])
        return row.model_copy(update={"reason": reason, "evidence": self.copied(row.evidence)})

    def copied(self, evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(
            Evidence(line=shown.line, text=self._document.line(shown.line).text)
            for shown in evidence
        )

    def _told(self, text: str, lines: list[int]) -> str:
        """Return a sentence about some lines with their words instead of what masked them."""
        text = PLACEHOLDER.sub(lambda found: self._original(found[0], lines), text)
        for item in sorted(self._words, key=lambda item: item.line not in lines):
            at = re.search(rf"(?<!\w){re.escape(item.put)}(?!\w)", text)
            if at is not None and (item.line in lines or item.put not in self._document.text):
                text = f"{text[: at.start()]}{item.text}{text[at.end() :]}"
        return text

    def _original(self, put: str, lines: list[int]) -> str:
        """Return what a placeholder stands for on the nearest line, else its kind in brackets."""
        kind = kind_of(put)
        at = lines[0] if lines else 1

        def distance(item: Original) -> tuple[bool, int]:
            return item.line not in lines, abs(item.line - at)

        same = (item for item in self._items if item.kind == kind and item.put == put)
        nearest = min(same, key=distance, default=None)
        return nearest.text if nearest is not None else readable(put)
