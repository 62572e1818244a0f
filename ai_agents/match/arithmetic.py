"""Weighs requirements and shares 100 points among them: plain arithmetic, nothing else."""

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from ai_agents.match.requirements import Asked
from ai_agents.match.rules import MatchRules
from ai_agents.match.verdict import Verdict
from ai_agents.vocabulary import RequirementState

#: Points are shared out in steps of this size, so that the half of a worth still has one decimal.
STEP: Final = 0.2
_STEPS: Final = 500


def weights_of(asked: Sequence[Asked], rules: MatchRules) -> tuple[float, ...]:
    """Return each requirement's weight: importance × kind.

    The parts of one line together weigh at most `line_most` times the heaviest of them.
    """
    plain = [
        (rules.importance.required if one.required else rules.importance.preferred)
        * rules.kinds[one.ask.kind]
        for one in asked
    ]
    on_line: dict[int, float] = defaultdict(float)
    most: dict[int, float] = defaultdict(float)
    for one, weight in zip(asked, plain, strict=True):
        on_line[one.line] += weight
        most[one.line] = max(most[one.line], weight)
    return tuple(
        round(weight * min(1.0, rules.line_most * most[one.line] / on_line[one.line]), 4)
        for one, weight in zip(asked, plain, strict=True)
    )


def worths_of(weights: Sequence[float]) -> tuple[float, ...]:
    """Share 100 points by weight in steps of 0.2, so that they sum to 100."""
    return _shared(weights, _STEPS, STEP)


def points_of(
    worths: Sequence[float], verdicts: Sequence[Verdict], rules: MatchRules
) -> tuple[float, ...]:
    """Return what each row earns: its worth × credit of its state.

    What is only claimed earns at most `claimed_most` together, shared like everything else.
    """
    points = [
        round(worth * rules.credit[verdict.state], 1)
        for worth, verdict in zip(worths, verdicts, strict=True)
    ]
    claims = [at for at, verdict in enumerate(verdicts) if verdict.claimed]
    if sum(points[at] for at in claims) > rules.claimed_most:
        shares = _shared([points[at] for at in claims], round(rules.claimed_most * 10), 0.1)
        for at, share in zip(claims, shares, strict=True):
            points[at] = share
    return tuple(points)


def _shared(weights: Sequence[float], steps: int, step: float) -> tuple[float, ...]:
    """Share steps by weight; the largest remainders get the rest, the first of equals first."""
    total = sum(weights)
    if not total:
        return tuple(0.0 for _ in weights)
    exact = [weight / total * steps for weight in weights]
    counts = [int(value) for value in exact]
    by_rest = sorted(range(len(exact)), key=lambda at: (-round(exact[at] - counts[at], 9), at))
    for at in by_rest[: steps - sum(counts)]:
        counts[at] += 1
    return tuple(round(count * step, 1) for count in counts)


def in_words(rules: MatchRules) -> str:
    """Return how points are counted, for whoever reads the rows."""
    importance = rules.importance
    met, partly, absent = (credit_words(rules.credit[state]) for state in RequirementState)
    return (
        f"Required weighs {importance.required:g}, a plus {importance.preferred:g}; duties, "
        f"qualities and conditions weigh less. The weights are scaled to 100 points. Met earns "
        f"{met} of a row's points, partly {partly}, absent {absent}; what is only listed or "
        f"claimed earns at most {rules.claimed_most:g} points in all. The rows sum to the match."
    )


def credit_words(credit: float) -> str:
    """Return a credit in words where there is one: 'all', 'half', 'none'."""
    return {1.0: "all", 0.5: "half", 0.0: "none"}.get(credit, f"{credit:.0%}")
