"""The receipt of a review: what was masked, and what another identity would have changed.

The other person's resume is really reviewed: masking, facts, rules, evidence and points run again.
"""

from collections import Counter
from collections.abc import Awaitable, Callable, Iterable
from typing import TypeAlias

from ai_agents.checks.facts import Facts
from ai_agents.fairness.masking import MaskedDocument, Originals, mask
from ai_agents.fairness.receipt import Counterfactual, Masked
from ai_agents.fairness.swap import Swapped, swap
from ai_agents.llm.judge import Judgement
from ai_agents.models import Document, EngineInfo, Profile
from ai_agents.rubric import Criterion
from ai_agents.scoring import ScoreSheet
from ai_agents.vocabulary import IdentityKind

#: Reviews a masked document: facts, rules and judge, evidence, points.
Assess: TypeAlias = Callable[[MaskedDocument], Awaitable[ScoreSheet]]


class RecordedJudge:
    """Gives again what a model answered in the review, where it would be asked the same.

    Behind equal masked lines stands an equal prompt, and equal prompts have one answer (DESIGN
    3.7). Where the lines differ there is no answer, which the comparison then shows.
    """

    def __init__(
        self, engine: EngineInfo, judgements: Iterable[Judgement], *, asked_the_same: bool
    ) -> None:
        """Take the answers of the review, and whether the other resume is masked to the same."""
        self._engine = engine
        self._answers = {item.criterion: item for item in judgements} if asked_the_same else {}

    @property
    def engine(self) -> EngineInfo:
        """Who answered."""
        return self._engine

    async def answer(self, criterion: Criterion, facts: Facts) -> Judgement:  # noqa: ARG002 - the port's signature
        """Return the recorded answer; no level where there is none."""
        none = Judgement(criterion=criterion.id, level=None, reason="Not asked again.")
        return self._answers.get(criterion.id, none)


def receipt_rows(originals: Originals) -> tuple[Masked, ...]:
    """Return what was masked, kind by kind."""
    rows = []
    for kind in IdentityKind:
        items = [item for item in originals.items if item.kind == kind]
        count = originals.photos if kind == IdentityKind.PHOTO else len(items)
        if count:
            lines = tuple(sorted({item.line for item in items}))
            rows.append(Masked(kind=kind, count=count, lines=lines))
    return tuple(rows)


async def run_counterfactual(
    document: Document,
    profile: Profile,
    originals: Originals,
    sheet: ScoreSheet,
    assess: Assess,
) -> Counterfactual | None:
    """Review the resume as somebody else's and compare; None when there is no identity to replace.

    `sheet` is the review's own, its quotes still masked. Where the result differs, each kind is
    tried alone to name the cause.
    """
    other = swap(document, profile, originals)
    if not other.kinds:
        return None
    after = await assess(mask(other.document, other.profile)[0])
    result = _compared(sheet, after, other)
    if result.same:
        return result
    causes = []
    for kind in other.kinds:
        alone = swap(document, profile, originals, (kind,))
        again = await assess(mask(alone.document, alone.profile)[0])
        if not _compared(sheet, again, alone).same:
            causes.append(kind)
    return result.model_copy(update={"changed_by": tuple(causes)})


def _compared(before: ScoreSheet, after: ScoreSheet, other: Swapped) -> Counterfactual:
    change = (after.overall or 0.0) - (before.overall or 0.0)
    return Counterfactual(
        swaps=other.kinds,
        score_before=before.overall,
        score_after=after.overall,
        score_change=round(change, 1) + 0.0,
        findings_changed=_differing(_findings(before), _findings(after))
        + _differing(_rows(before), _rows(after)),
    )


def _differing(before: Iterable[tuple[object, ...]], after: Iterable[tuple[object, ...]]) -> int:
    """Return how many of both sides the other side does not have, a changed one counted once."""
    one, two = Counter(before), Counter(after)
    return max((one - two).total(), (two - one).total())


def _findings(sheet: ScoreSheet) -> Iterable[tuple[object, ...]]:
    for item in sheet.findings:
        lines = tuple(shown.line for shown in item.evidence)
        yield item.rule, item.kind, item.severity, item.points, lines


def _rows(sheet: ScoreSheet) -> Iterable[tuple[object, ...]]:
    """Yield the levels and counts of the arithmetic that no finding tells."""
    for row in sheet.criteria:
        if row.level is not None:
            yield row.id, row.level, row.earned
    for skipped in sheet.not_assessed:
        yield skipped.criterion, None, skipped.reason
