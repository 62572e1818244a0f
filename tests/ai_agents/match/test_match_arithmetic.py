"""The points of a match: they sum, they follow the weights, and nothing else moves them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_agents.match.arithmetic import weights_of, worths_of
from ai_agents.match.rules import load_match_rules
from ai_agents.vocabulary import RequirementKind, RequirementState
from tests.support.jobs import OPENING, asked, matched


@given(st.lists(st.floats(min_value=0.05, max_value=30), min_size=1, max_size=80))
def test_worths_sum_to_one_hundred_and_follow_the_weights(weights: list[float]) -> None:
    """Largest remainders: no share is off by more than a step of 0.2."""
    worths = worths_of(weights)
    assert round(sum(worths), 6) == 100
    total = sum(weights)
    for weight, worth in zip(weights, worths, strict=True):
        assert abs(worth - 100 * weight / total) <= 0.2 + 1e-6


def test_the_rows_sum_to_the_score_exactly() -> None:
    """Each row earns its worth times the credit of its state; claims share three points."""
    match = matched()
    rules = load_match_rules()
    assert match.score == round(sum(row.points for row in match.requirements), 1)
    assert round(sum(row.worth for row in match.requirements), 1) == 100
    claims = [row for row in match.requirements if "listed" in row.reason]
    assert round(sum(row.points for row in claims), 1) == rules.claimed_most
    for row in match.requirements:
        if row not in claims:
            assert row.points == pytest.approx(row.worth * rules.credit[row.state], abs=1e-9)


def test_a_resume_that_shows_all_has_one_hundred() -> None:
    """And one that shows nothing has none."""
    job = f"{OPENING}Requirements\n- Leadership\n- Training of staff\n- English\n"
    text = "Led and trained a team. " * 8
    full = matched(job)
    assert {row.state for row in full.requirements} == {RequirementState.MET}
    assert full.score == 100
    assert matched(f"{OPENING}Requirements\n- Kubernetes\n- Oncology\n", text).score == 0


def test_required_weighs_three_times_a_plus() -> None:
    """Both ask for a skill; the file of rules says the numbers."""
    one, other = matched(f"{OPENING}Requirements\n- SAP\n- Python is a plus\n").requirements
    assert one.weight == 3 * other.weight
    assert (one.worth, other.worth) == (75, 25)


def test_a_long_list_on_one_line_does_not_drown_the_rest() -> None:
    """The parts of a line weigh at most four requirements together."""
    rules = load_match_rules()
    tools = "Python, Java, Ruby, PHP, Kotlin, Scala, Perl, Haskell and MATLAB"
    weights = weights_of(asked(tools, "SQL"), rules)
    assert len(weights) == 10
    assert sum(weights[:9]) == pytest.approx(rules.line_most * weights[9], abs=0.01)


def test_every_kind_and_state_has_its_number() -> None:
    """A kind added later cannot be forgotten in the rules."""
    rules = load_match_rules()
    assert set(rules.kinds) == set(RequirementKind)
    assert rules.credit[RequirementState.ABSENT] == 0
