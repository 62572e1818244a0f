"""Every operator changes exactly what it says, names a rule there is, and can be taken back."""

from dataclasses import replace

import pytest

from ai_agents.checks.catalogue import RULES
from bench.quality.defects.model import Damage, draw_for
from bench.quality.defects.registry import OPERATORS
from bench.quality.defects.spots import gerund
from bench.quality.edits import changed, repaired
from bench.quality.generator import make, plans
from bench.quality.judged import words
from bench.quality.parts import contact_items, parts
from bench.quality.resume import DOCX, PDF, Resume
from bench.quality.wordings import POOLS

BASES = [make(plan) for plan in plans(24, 11, "a")]


def damages(operator: str, pool: str = "a", times: int = 1) -> list[tuple[Resume, Damage]]:
    """Return what an operator does to the resumes that it fits."""
    make_damage = OPERATORS[operator].make
    tried = [
        (resume, make_damage(resume, draw_for(operator, resume, 1, times, pool)))
        for resume in BASES
    ]
    return [(resume, damage) for resume, damage in tried if damage is not None]


def shown(resume: Resume) -> list[tuple[str, ...]]:
    """Return the words of every line that the resume shows, headings and contact included."""
    blocks = [resume.name, *contact_items(resume), ", ".join(contact_items(resume))]
    for part in parts(resume):
        entries = [block for entry in part.entries for block in entry]
        blocks += [part.heading]
        for block in (*part.blocks, *entries):
            blocks += [block.text, block.right, f"{block.text} {block.right}"]
    return [words(text) for text in blocks]


def test_there_are_at_least_sixty_operators() -> None:
    """The benchmark is broad: every defect that the quality plan names, and more."""
    assert len(OPERATORS) >= 60
    assert all(name == operator.id for name, operator in OPERATORS.items())


@pytest.mark.parametrize("operator", OPERATORS)
@pytest.mark.parametrize("pool", POOLS)
def test_an_operator_changes_something_and_its_repair_restores_it(operator: str, pool: str) -> None:
    """Damage is never empty, and its inverse gives the resume that was there before."""
    found = damages(operator, pool)
    assert found, "fits no resume"
    for resume, damage in found:
        damaged = changed(resume, damage.edits)
        assert damaged != resume
        assert damage.slips
        assert repaired(damaged, damage.edits) == resume


@pytest.mark.parametrize("operator", OPERATORS)
def test_the_same_seed_does_the_same_damage(operator: str) -> None:
    """A miss can be looked at again."""
    assert damages(operator) == damages(operator)


@pytest.mark.parametrize("operator", [o.id for o in OPERATORS.values() if o.most > 1])
def test_more_of_a_defect_includes_the_less(operator: str) -> None:
    """Injected twice, the first fault is still there: the scores may be compared."""
    once = {resume.name: damage.slips for resume, damage in damages(operator, times=1)}
    for resume, damage in damages(operator, times=2):
        assert damage.slips[0] == once[resume.name][0]
        assert len(damage.slips) == 2


@pytest.mark.parametrize("operator", OPERATORS)
def test_the_place_a_finding_must_have_is_shown_in_the_damaged_resume(operator: str) -> None:
    """A place that nobody can see would make every finding a miss, by a fault of the bench."""
    for resume, damage in damages(operator):
        damaged = changed(resume, damage.edits)
        lines = shown(damaged)
        for slip in damage.slips:
            assert (
                not slip.places
                or any(words(place) in lines for place in slip.places)
                or any(set(words(place)) <= set(line) for place in slip.places for line in lines)
            ), slip


def test_every_rule_an_operator_waits_for_is_in_the_catalogue() -> None:
    """No operator waits for a rule that nobody wrote."""
    known = {rule.id for rule in RULES}
    asked = {
        rule
        for operator in OPERATORS
        for _, damage in damages(operator)
        for slip in damage.slips
        for rule in slip.rules
    }
    assert asked <= known


def test_operators_of_one_format_name_it() -> None:
    """An operator drawn only in one format says so."""
    for operator in OPERATORS.values():
        assert set(operator.formats) <= {PDF, DOCX}


@pytest.mark.parametrize(
    ("base", "form"),
    [
        ("manage accounts", "managing accounts"),
        ("run tests", "running tests"),
        ("plan trips", "planning trips"),
        ("see guests", "seeing guests"),
        ("write", "writing"),
        ("tie knots", "tying knots"),
        ("fix pipes", "fixing pipes"),
        ("answer mail", "answering mail"),
    ],
)
def test_gerunds_are_spelt_right(base: str, form: str) -> None:
    """“Responsible for runing” would be two defects where one was asked for."""
    assert gerund(base) == form


def test_a_look_may_be_swapped_without_touching_what_is_told() -> None:
    """Layouts and formats are part of the look alone."""
    for resume in BASES[:3]:
        other = replace(resume, look=replace(resume.look, layout="sidebar", format=DOCX))
        assert [part.kind for part in parts(other)] == [part.kind for part in parts(resume)]
