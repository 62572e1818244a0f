"""Every point between two versions has its reason, and the reasons add up."""

from dataclasses import replace
from typing import TypeAlias

from hypothesis import given, settings

from ai_agents.overall import overall_score
from desktop.compare.comparison import Comparison, compare
from desktop.review.arithmetic import sum_of_rows
from desktop.review.report import Report
from tests.support.documents import RESUME
from tests.support.versions import CHOICES, edited, report, version

Choice: TypeAlias = tuple[int, ...]
FEW = settings(max_examples=60, deadline=None)


def cents(*values: float | None) -> int:
    """Return the sum of numbers with two decimals in whole hundredths."""
    known = [value or 0.0 for value in values]
    assert all(value == round(value, 2) for value in known)
    return sum(round(value * 100) for value in known)


def shape(found: Comparison) -> dict[str, list[tuple[str, float]]]:
    """Return what moved, by name, to be compared with another comparison."""
    return {
        "dimensions": [(move.dimension, move.overall) for move in found.dimensions],
        "criteria": [
            (row.id, value)
            for move in found.dimensions
            for row in sorted(move.criteria, key=lambda row: row.id)
            for value in (row.delta, row.overall, row.share)
        ],
        "rules": [
            (rule.rule, rule.delta)
            for move in found.dimensions
            for row in sorted(move.criteria, key=lambda row: row.id)
            for rule in row.rules
        ],
    }


@FEW
@given(CHOICES, CHOICES)
def test_every_difference_is_the_sum_of_its_parts(first: Choice, second: Choice) -> None:
    """Overall = dimensions = criteria; a dimension = criteria; a criterion = rules and weight."""
    one, two = version(first), version(second)
    found = compare(one, two)
    scores = (one.review.overall_score, two.review.overall_score)
    assert cents(found.delta) == cents(scores[1]) - cents(scores[0])
    assert cents(found.delta) == cents(found.rounding, *(m.overall for m in found.dimensions))
    assert abs(found.rounding) <= 0.3
    for move in found.dimensions:
        assert cents(move.overall) == cents(*(row.overall for row in move.criteria))
        if move.delta is not None:
            assert cents(move.delta) == cents(move.after) - cents(move.before)
            assert cents(move.delta) == cents(move.rounding, *(row.delta for row in move.criteria))
            assert abs(move.rounding or 0) <= 0.15
        for row in move.criteria:
            if row.rules:
                assert cents(row.delta) == cents(row.share, *(rule.delta for rule in row.rules))


@FEW
@given(CHOICES)
def test_a_version_compared_with_itself_has_moved_nowhere(chosen: Choice) -> None:
    """No point, no line, no finding; all that was open still is."""
    one = version(chosen)
    found = compare(one, one)
    assert found.delta == 0
    moved = shape(found)
    assert not any(value for part in moved.values() for _, value in part)
    assert (found.findings.fixed, found.findings.new) == ((), ())
    assert (found.findings.gained, found.findings.lost) == ((), ())
    assert all(pair.before == pair.after for pair in found.findings.still_open)
    assert (found.lines.added, found.lines.removed, found.lines.changed) == ((), (), ())


@FEW
@given(CHOICES, CHOICES)
def test_the_way_back_is_the_way_there_turned_round(first: Choice, second: Choice) -> None:
    """What was fixed is new, what was gained is lost, and every sign is the other one."""
    one, two = version(first), version(second)
    there, back = compare(one, two), compare(two, one)
    turned = {
        name: [(key, -value + 0.0) for key, value in part] for name, part in shape(there).items()
    }
    assert shape(back) == turned
    assert back.delta == -there.delta
    assert {item.id for item in there.findings.fixed} == {item.id for item in back.findings.new}
    assert {item.id for item in there.findings.new} == {item.id for item in back.findings.fixed}
    assert set(there.findings.gained) == set(back.findings.lost)
    assert [line.id for line in there.lines.added] == [line.id for line in back.lines.removed]
    assert {(item.before.id, item.after.id) for item in there.lines.changed} == {
        (item.after.id, item.before.id) for item in back.lines.changed
    }


@FEW
@given(CHOICES, CHOICES)
def test_every_finding_has_one_fate(first: Choice, second: Choice) -> None:
    """Fixed or still open before, new or still open after; none twice, none forgotten."""
    one, two = version(first), version(second)
    found = compare(one, two).findings
    before = {item.id for item in one.review.findings if item.kind == "issue"}
    after = [item.id for item in two.review.findings if item.kind == "issue"]
    opened = {pair.after.id for pair in found.still_open}
    assert sorted(after) == sorted([*(item.id for item in found.new), *opened])
    assert {item.id for item in found.fixed} <= before
    assert {pair.before.id for pair in found.still_open} <= before - {
        item.id for item in found.fixed
    }


def test_a_fixed_phrase_is_told_as_fixed_with_its_points() -> None:
    """One duty phrase less: the rule says what it gave back."""
    found = compare(report(), report(edited(0)))
    assert [item.rule for item in found.findings.fixed] == ["duty-phrase"]
    assert found.findings.new == ()
    tone = next(move for move in found.dimensions if move.dimension == "tone")
    voice = next(row for row in tone.criteria if row.id == "active-voice")
    gained = -found.findings.fixed[0].points
    assert [(rule.rule, rule.delta) for rule in voice.rules] == [("duty-phrase", gained)]
    assert voice.delta == gained
    (line,) = found.lines.changed
    assert line.before.text.startswith("- Responsible for the stock list")
    assert line.after.text.startswith("- Kept the stock list")


def test_lines_that_moved_are_the_same_lines() -> None:
    """Another order of the positions fixes and adds no remark about their bullets."""
    first = RESUME.index("Store Manager")
    second, end = RESUME.index("Shift Lead"), RESUME.index("Education")
    moved = RESUME[:first] + RESUME[second:end] + RESUME[first:second] + RESUME[end:]
    found = compare(report(), report(moved))
    assert (found.lines.added, found.lines.removed, found.lines.changed) == ((), (), ())
    assert "duty-phrase" in {pair.after.rule for pair in found.findings.still_open}
    assert "duty-phrase" not in {item.rule for item in (*found.findings.fixed, *found.findings.new)}


def test_an_edited_line_with_the_same_flaw_is_still_open() -> None:
    """Changing a word beside the flaw fixes nothing."""
    text = RESUME.replace("the stock list of 900 articles", "the stock list of 950 articles")
    found = compare(report(), report(text)).findings
    opened = {pair.after.rule: pair for pair in found.still_open}
    assert "900" in opened["duty-phrase"].before.evidence[0].text
    assert "950" in opened["duty-phrase"].after.evidence[0].text


def test_the_same_flaw_in_another_line_is_fixed_and_new() -> None:
    """Two remarks of one rule about different work are two matters."""
    found = compare(report(), report(edited(0, 1))).findings
    assert [item.rule for item in found.fixed if item.rule == "duty-phrase"] == ["duty-phrase"]
    assert [item.rule for item in found.new if item.rule == "duty-phrase"] == ["duty-phrase"]


def without(one: Report, gone: str) -> Report:
    """Return a review in which a criterion could not be assessed: the rest of it weighs more."""
    out = next(row for row in one.review.criteria if row.id == gone)
    rows = tuple(row for row in one.review.criteria if row.id != gone)
    findings = tuple(
        replace(item, points=round(item.points * 100 / (100 - out.weight), 2))
        if item.dimension is out.dimension
        else item
        for item in one.review.findings
    )
    review = replace(one.review, criteria=rows, findings=findings)
    scores = {name: round(sum_of_rows(review, name) or 0, 1) for name in review.scores}
    overall = overall_score(scores)
    return replace(one, review=replace(review, scores=scores, overall_score=overall))


def test_a_changed_weight_among_what_is_assessed_has_a_line_of_its_own() -> None:
    """Where a criterion drops out, the others weigh more: that is no doing of a rule."""
    found = compare(report(), without(report(), "strong-openings"))
    tone = next(move for move in found.dimensions if move.dimension == "tone")
    rows = {row.id: row for row in tone.criteria}
    assert rows["strong-openings"].after is None
    assert rows["active-voice"].share > 0
    assert all(rule.delta < 0 for rule in rows["active-voice"].rules)


def test_a_dimension_that_was_not_assessed_before_has_no_difference_of_its_own() -> None:
    """It still has its part in the overall score's."""
    one = report()
    rows = tuple(row for row in one.review.criteria if row.dimension != "tone")
    scores = {name: None if name == "tone" else value for name, value in one.review.scores.items()}
    review = replace(one.review, criteria=rows, scores=scores, overall_score=overall_score(scores))
    found = compare(replace(one, review=review), one)
    tone = next(move for move in found.dimensions if move.dimension == "tone")
    assert (tone.before, tone.delta) == (None, None)
    assert tone.overall > 0
    assert cents(tone.overall) == cents(*(row.overall for row in tone.criteria))
