"""The presenter gives display values that say what the report says; no Qt anywhere."""

import subprocess
import sys

import pytest

from ai_agents.vocabulary import Band, Dimension, FindingKind, Severity
from desktop.feedback.overrides import DismissReason, Override, OverrideState
from desktop.review import words
from desktop.review.display import ReportDisplay
from desktop.review.presenter import Presenter
from desktop.review.report import Report
from tests.support.reports import contract_wire, many_findings_wire, sample_wire, text_wire


def shown(wire: dict[str, object] | None = None, **overrides: Override) -> ReportDisplay:
    """Return the display of a wire object."""
    kept = {override.key: override for override in overrides.values()}
    return Presenter(Report.from_wire(wire or sample_wire())).display(kept)


def test_no_qt_is_needed() -> None:
    """The presenter and all below it can be imported where PySide6 cannot."""
    code = (
        "import sys; sys.modules['PySide6'] = None\n"
        "import desktop.review.presenter, desktop.review.parser_display\n"
        "import desktop.review.page_marks, desktop.review.page_geometry\n"
        "import desktop.review.finding_filter, desktop.feedback.overrides, desktop.widgets.style"
    )
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60)


def test_scores_carry_number_word_and_length() -> None:
    """The overall score has its band's word, one decimal, and its share of the bar."""
    overall = shown().overall
    assert (overall.text, overall.band, overall.word) == ("76.7", Band.STRONG, "Strong")
    assert overall.fraction == pytest.approx(0.767)


def test_the_arithmetic_of_every_dimension_adds_up() -> None:
    """Rows shown are the rows scored: earned over weight is the shown score."""
    for wire in (sample_wire(), many_findings_wire(40)):
        for row in shown(wire).dimensions:
            assert row.arithmetic.adds_up, row.name
            assert row.score.text in row.arithmetic.total_text


def test_rows_that_do_not_add_up_are_said_not_to() -> None:
    """A missing criterion is told, not papered over."""
    wire = sample_wire()
    wire["review"]["criteria"] = [c for c in wire["review"]["criteria"] if c["id"] != "correct"]
    tone = next(d for d in shown(wire).dimensions if d.dimension is Dimension.TONE)
    assert not tone.arithmetic.adds_up
    assert "missing" in tone.arithmetic.total_text


def test_an_older_review_says_that_it_has_no_arithmetic() -> None:
    """No rows, no sum."""
    for row in shown(contract_wire()).dimensions:
        assert "no arithmetic" in row.arithmetic.total_text


def test_deductions_of_a_criterion_are_its_findings() -> None:
    """Every point lost in a criterion of deductions is a finding with its number."""
    display = shown()
    tone = next(d for d in display.dimensions if d.dimension is Dimension.TONE)
    row = next(r for r in tone.arithmetic.rows if r.title == "Professional wording")
    assert [d.points_text for d in row.deductions] == ["−2.5 points", "−2 points"]
    numbers = {card.finding_id: card.number for card in display.cards}
    assert all(numbers[d.finding_id] == d.number for d in row.deductions)


def test_the_overall_arithmetic_names_both_halves() -> None:
    """The sum behind the overall score is the one of the contract."""
    assert shown().overall_arithmetic == "40 % × structure 91.00 + 60 % × appeal 67.12 = 76.7"


def test_a_score_that_was_not_assessed_is_no_number() -> None:
    """Nothing is invented: no number, no band, and the word says so."""
    wire = sample_wire()
    wire["review"]["overall_score"] = None
    wire["review"]["appeal_scores"] = dict.fromkeys(wire["review"]["appeal_scores"])
    display = shown(wire)
    assert (display.overall.value, display.overall.word) == (None, "Not assessed")
    assert display.overall.fraction == 0.0
    assert "not assessed" in display.overall_arithmetic


def test_findings_are_numbered_in_page_order() -> None:
    """Numbers follow the page, findings about the whole resume come last."""
    cards = shown().cards
    assert [card.number for card in cards] == list(range(1, len(cards) + 1))
    firsts = [card.lines[0] if card.lines else 10_000 for card in cards]
    assert firsts == sorted(firsts)
    assert cards[-1].where == "About the whole resume"


def test_a_finding_without_a_place_gets_none() -> None:
    """No fake position for what is about the whole resume."""
    card = shown().cards[-1]
    assert card.quotes == ()


def test_places_are_said_in_pages_only_where_there_are_pages() -> None:
    """A DOCX has lines, a PDF has pages and lines."""
    assert shown().cards[0].where == "Page 1, line 7"
    assert shown(text_wire()).cards[0].where == "Line 7"


def test_a_dismissed_finding_says_why_and_leaves_the_counts() -> None:
    """The decision shows; the score does not move."""
    before = shown()
    key = before.cards[1].key
    override = Override(key, OverrideState.DISMISSED, DismissReason.INTENDED, "client's wish")
    after = shown(one=override)
    card = after.cards[1]
    assert card.decision_text == "Dismissed: written this way on purpose – client's wish"
    assert "Dismissed" in card.spoken
    assert after.tally == "8 to look at · 2 strengths · 1 dismissed"
    assert [d.score for d in after.dimensions] == [d.score for d in before.dimensions]
    assert after.overall == before.overall


def test_a_raised_finding_weighs_one_step_more() -> None:
    """Raising lifts the severity shown, and only that."""
    before = next(card for card in shown().cards if card.severity is Severity.INFO)
    after = next(
        card
        for card in shown(one=Override(before.key, OverrideState.RAISED)).cards
        if card.key == before.key
    )
    assert (after.severity, after.points) == (Severity.WARNING, before.points)


def test_a_model_note_is_marked() -> None:
    """Text from a model always says so."""
    wire = sample_wire()
    wire["review"]["findings"][0]["source"] = "model"
    texts = [card.source_text for card in shown(wire).cards]
    assert "Model note – check before using" in texts
    assert "Rule spelling" in texts


def test_partial_reviews_carry_a_banner() -> None:
    """Only a partial review has one."""
    wire = sample_wire()
    assert shown(wire).banner == ""
    wire["review"]["partial"] = True
    assert "one criterion was not assessed" in shown(wire).banner


def test_a_card_can_be_copied_as_text() -> None:
    """The clipboard gets number, message, quote and suggestion."""
    text = shown().cards[1].copy_text
    assert text.startswith("2. This line describes a duty")
    assert "Responsible for the weekly stock report" in text


def test_who_judged_is_told() -> None:
    """Engine, rubric and month are on one line."""
    assert shown().made_by == "Built-in rules 1.0 · rubric 1.0 · as of 2026-11"


def test_confidence_is_explained() -> None:
    """Each metric has a name, a percentage and a meaning; the overall one first."""
    rows = shown().confidence
    assert [row.value for row in rows] == ["96 %", "98 %", "95 %"]
    assert all(row.remark for row in rows)


def test_every_word_of_the_vocabulary_has_a_text() -> None:
    """No dimension, band, severity, kind, state or reason is shown as a code."""
    assert set(words.DIMENSIONS) == set(words.DIMENSION_MEANINGS) == set(Dimension)
    assert set(words.BANDS) == set(Band)
    assert set(words.SEVERITIES) == set(Severity)
    assert set(words.KINDS) == set(FindingKind)
    assert set(words.STATES) == set(OverrideState)
    assert set(words.REASONS) == set(DismissReason)
    every = [*words.DIMENSIONS.values(), *words.BANDS.values(), *words.REASONS.values()]
    assert not any("!" in text or "_" in text for text in every)


def test_texts_pass_through_the_translation() -> None:
    """The window's translation sees every fixed text."""
    seen: list[str] = []

    def say(text: str) -> str:
        seen.append(text)
        return text

    Presenter(Report.from_wire(sample_wire()), say).display({})
    assert {"Strong", "Format", "Worth fixing", "About the whole resume"} <= set(seen)
