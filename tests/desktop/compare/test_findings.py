"""A remark is followed through moves, edits and other wrapping of its line, and never lost."""

from ai_agents.vocabulary import Dimension, FindingKind, FindingSource, Severity
from desktop.compare.findings import FindingChanges, finding_changes
from desktop.compare.lines import line_changes
from desktop.review.report_parts import Evidence, Finding, Line

DUTY = "Responsible for the weekly stock list of nine hundred articles"
OTHER = "Responsible for training new clerks at the harbour"


def lines(*texts: str) -> tuple[Line, ...]:
    """Return lines numbered from 1."""
    return tuple(Line(n, 1, None, text) for n, text in enumerate(texts, 1))


def finding(
    number: int, text: tuple[Line, ...], *places: int, rule: str = "duty-phrase", message: str = "m"
) -> Finding:
    """Return a remark about these lines."""
    evidence = tuple(Evidence(place, text[place - 1].text) for place in places)
    return Finding(
        id=f"f{number}",
        key=f"{rule}:{message}:{'|'.join(part.text for part in evidence)}",
        rule=rule,
        criterion="active-voice",
        dimension=Dimension.TONE,
        severity=Severity.WARNING,
        kind=FindingKind.ISSUE,
        source=FindingSource.RULES,
        message=message,
        suggestion="",
        reference="",
        points=-5.0,
        evidence=evidence,
    )


def changes(
    old: tuple[Line, ...], new: tuple[Line, ...], before: list[Finding], after: list[Finding]
) -> FindingChanges:
    """Return what became of the findings of two versions."""
    return finding_changes(before, after, line_changes(old, new))


def fates(found: FindingChanges) -> tuple[list[str], list[str], list[tuple[str, str]]]:
    """Return the ids of what was fixed, is new, is still open."""
    return (
        [item.id for item in found.fixed],
        [item.id for item in found.new],
        [(pair.before.id, pair.after.id) for pair in found.still_open],
    )


def test_another_rule_at_the_same_line_is_another_matter() -> None:
    """Only remarks of one rule are the same remark."""
    text = lines(DUTY)
    found = changes(text, text, [finding(1, text, 1)], [finding(1, text, 1, rule="long-bullet")])
    assert fates(found) == (["f1"], ["f1"], [])


def test_a_remark_about_the_whole_resume_needs_no_line() -> None:
    """Too short is too short, whichever lines there are."""
    old, new = lines(DUTY), lines(OTHER)
    before, after = finding(1, old, rule="too-short"), finding(1, new, rule="too-short")
    assert fates(changes(old, new, [before], [after])) == ([], [], [("f1", "f1")])


def test_what_was_gathered_in_one_remark_and_is_told_in_several_is_no_news() -> None:
    """A rule shows a few places and gathers the rest; fixing one moves another out of the rest."""
    old = lines(DUTY, OTHER, "Responsible for the till")
    new = lines(DUTY, OTHER)
    before = [finding(1, old, 1, 2, 3)]
    after = [finding(1, new, 1), finding(2, new, 2)]
    assert fates(changes(old, new, before, after)) == ([], [], [("f1", "f1"), ("f1", "f2")])
    assert fates(changes(new, old, after, before))[:2] == ([], [])


def test_of_two_remarks_about_one_line_the_fixed_one_is_fixed() -> None:
    """Two slips in a line are two matters; correcting one leaves the other."""
    old = lines("Recieved prase for the weekly stock list")
    new = lines("Received prase for the weekly stock list")
    before = [
        finding(1, old, 1, rule="misspelling", message="recieved"),
        finding(2, old, 1, rule="misspelling", message="prase"),
    ]
    after = [finding(1, new, 1, rule="misspelling", message="prase")]
    assert fates(changes(old, new, before, after)) == (["f1"], [], [("f2", "f1")])


def test_the_same_words_on_two_lines_instead_of_one_are_the_same_remark() -> None:
    """A Word file has paragraphs where a PDF has lines."""
    whole = lines(DUTY + " and for the count of spoiled goods in the cold store every week")
    wrapped = lines(DUTY + " and for the count", "of spoiled goods in the cold store every week")
    found = changes(whole, wrapped, [finding(1, whole, 1)], [finding(1, wrapped, 1, 2)])
    assert fates(found) == ([], [], [("f1", "f1")])


def test_each_remark_is_matched_once() -> None:
    """One remark of before is not the excuse for two of now."""
    old, new = lines(DUTY), lines(DUTY + " here", DUTY + " there")
    found = changes(old, new, [finding(1, old, 1)], [finding(1, new, 1), finding(2, new, 2)])
    assert len(found.still_open) == 1
    assert len(found.new) == 1
