"""What the comparison says: sums that can be checked by eye, and the reason of every part."""

import json
import re
from dataclasses import replace

from desktop.compare.comparable import NotComparableError, Unlike
from desktop.compare.compare_wire import compare_object, refusal_object
from desktop.compare.comparison import Comparison, compare
from desktop.compare.display import ComparisonDisplay, Trend
from desktop.compare.presenter import ComparisonPresenter
from desktop.export.compare_html import comparison_html
from desktop.export.compare_text import comparison_text
from desktop.export.text import TextStyle
from tests.support.versions import edited, report


def compared(*numbers: int) -> Comparison:
    """Return the resume compared with itself after these edits."""
    return compare(report(), report(edited(*numbers)))


def shown(*numbers: int) -> ComparisonDisplay:
    """Return what is shown of that."""
    return ComparisonPresenter(compared(*numbers)).display()


def number(text: str) -> int:
    """Return a signed number as whole hundredths."""
    return round(float(text.replace("−", "-").replace("+", "")) * 100)


def test_the_sums_on_screen_add_up() -> None:
    """A coach who checks by hand gets the same."""
    display = shown(0, 3, 6, 7)
    left, right = display.arithmetic.split(" = ")
    parts = [part.split(" ")[0] for part in right.split("; ")]
    assert number(left) == sum(number(part) for part in parts)
    for item in display.dimensions:
        assert number(item.delta_text) == sum(number(part.points_text) for part in item.reasons)


def test_each_part_names_its_reason() -> None:
    """The rule with what became of its findings, the level with both values."""
    reasons = [reason.text for item in shown(0, 3, 6).dimensions for reason in item.reasons]
    assert any("duty phrase (1 fixed)" in text for text in reasons)
    assert any("misspelling (1 new)" in text for text in reasons)
    assert any(re.search(r"level \d → \d of \d", text) for text in reasons)


def test_the_headline_says_where_the_score_went() -> None:
    """Up, down or nowhere, and how many findings came and went."""
    up, down, same = shown(0), shown(3), shown()
    assert (up.trend, down.trend, same.trend) == (Trend.UP, Trend.DOWN, Trend.SAME)
    assert up.headline.startswith("The score rose by ")
    assert down.headline.startswith("The score fell by ")
    assert same.headline.startswith("The score is the same: 0 fixed, 0 new")
    assert same.notes == ("Both versions hold the same text.",)


def test_a_criterion_that_could_not_be_assessed_says_so() -> None:
    """A resume in another language is not judged by English criteria."""
    german = (
        "Sam Rivera\nsam.rivera@example.org\n\nBerufserfahrung\nFilialleiter, Laden am Eck, "
        "Berlin\nJanuar 2019 - heute\n- Leitung eines Teams von zwölf Personen in der Filiale\n"
        "- Planung der Schichten und der Bestellungen für die Küche und das Lager\n\nAusbildung\n"
        "Abitur, Schule am Park, 2013\n"
    )
    found = compare(report(), report(german))
    display = ComparisonPresenter(found).display()
    reasons = [reason.text for item in display.dimensions for reason in item.reasons]
    assert any("could not be assessed now" in text for text in reasons)
    assert ComparisonPresenter(compare(report(german), report())).display().dimensions


def test_text_and_page_hold_the_whole_comparison() -> None:
    """Every message, every line, and nothing that could steer a terminal or a browser."""
    found = compared(0, 3, 9)
    display = ComparisonPresenter(found).display()
    text = comparison_text(found, TextStyle(width=400))
    page = comparison_html(found)
    for item in (*display.fixed.items, *display.new.items, *display.still_open.items):
        assert item.message in text
    for line in display.lines:
        assert (line.before or line.after) in text
    assert page.count("<article") == sum(
        len(part.items)
        for part in (display.fixed, display.new, display.still_open, display.gained, display.lost)
    )
    hostile = replace(found.after, file=replace(found.after.file, name="<b>\x1b[2Jx.pdf"))
    bent = replace(found, after=hostile)
    assert "\x1b" not in comparison_text(bent, TextStyle())
    assert "<b>\x1b" not in comparison_html(bent)


def test_a_version_scored_again_is_named() -> None:
    """Nobody takes it for the score that was given then."""
    found = compare(report(), report(edited(0)), ["resume.txt"])
    assert "resume.txt was scored again by rubric" in ComparisonPresenter(found).display().notes[0]
    assert compare_object(found)["rescored"] == ["resume.txt"]


def test_the_object_for_programs_holds_every_part() -> None:
    """JSON all through, and a refusal has the code in it."""
    told = compare_object(compared(0, 3))
    assert json.loads(json.dumps(told)) == told
    assert (told["schema"], told["comparable"]) == ("vitae.compare/1", True)
    assert [item["rule"] for item in told["findings"]["fixed"]] == ["duty-phrase"]
    assert [item["rule"] for item in told["findings"]["new"]] == ["misspelling"]
    error = NotComparableError(Unlike.RUBRIC, "Different rubrics.")
    refused = refusal_object(report(), report(), error)
    assert (refused["comparable"], refused["error"]["code"]) == (False, "rubric-differs")
