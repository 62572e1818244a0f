"""The wire object becomes a report: tolerant of additive keys, loud about everything else."""

import copy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ai_agents.vocabulary import Dimension
from desktop.review.report import Report, ReportError, ReviewFailedError
from tests.support.reports import contract_wire, sample_wire, text_wire


def test_a_complete_object_is_read_completely() -> None:
    """Every part of the object finds its place."""
    report = Report.from_wire(sample_wire())
    assert report.file.name == "maya-chen.pdf"
    assert report.document.page_sizes == ((612.0, 792.0), (612.0, 792.0))
    assert report.profile.confidence["location"] == 0.8
    assert report.profile.experience[0].lines == (6, 11)
    assert report.review.scores[Dimension.TONE] == 88.2
    assert len(report.review.criteria) == 16
    assert report.review.counts.words == 118
    assert report.review.findings[0].evidence[0].line == 8
    assert report.timing_ms["review"] == 41.0


def test_the_first_contract_is_enough() -> None:
    """A review stored before the additive keys existed opens with empty values."""
    report = Report.from_wire(contract_wire())
    assert report.document.page_sizes == ()
    assert report.review.criteria == ()
    assert report.review.as_of is None
    assert report.review.counts.words is None
    assert report.document.lines[0].region == "body"


def test_a_finding_without_a_key_gets_one_that_a_re_run_repeats() -> None:
    """Decisions about older reviews survive a re-run too."""
    first, again = (Report.from_wire(contract_wire()).review.findings for _ in range(2))
    assert [finding.key for finding in first] == [finding.key for finding in again]
    assert len({finding.key for finding in first}) == len(first)


def test_a_file_without_pages_has_no_boxes() -> None:
    """Null boxes stay null."""
    report = Report.from_wire(text_wire())
    assert all(line.bbox is None for line in report.document.lines)


def test_lines_are_found_by_id() -> None:
    """An id gives its line, an unknown one nothing."""
    report = Report.from_wire(sample_wire())
    line = report.line(3)
    assert line is not None
    assert line.text == "Summary"
    assert report.line(999) is None


@pytest.mark.parametrize("schema", [None, "vitae.review/2", 1])
def test_another_schema_is_refused(schema: object) -> None:
    """A wrong or missing schema is an error, never a guess."""
    wire = {**sample_wire(), "schema": schema}
    with pytest.raises(ReportError):
        Report.from_wire(wire)


def test_an_error_object_tells_its_code() -> None:
    """A file that could not be read arrives as such."""
    wire = {
        "schema": "vitae.review/1",
        "file": {"name": "a.pdf"},
        "error": {"code": "encrypted", "message": "This file needs a password."},
    }
    with pytest.raises(ReviewFailedError) as caught:
        Report.from_wire(wire)
    assert (caught.value.code, caught.value.message) == (
        "encrypted",
        "This file needs a password.",
    )


def _without(path: str) -> dict[str, Any]:
    wire = copy.deepcopy(sample_wire())
    *parents, last = path.split(".")
    node: Any = wire
    for name in parents:
        node = node[int(name) if name.isdigit() else name]
    del node[last]
    return wire


@pytest.mark.parametrize(
    "path",
    [
        "file",
        "file.sha256",
        "document.pages",
        "document.lines.0.text",
        "review.engine",
        "review.partial",
        "review.findings.0.dimension",
        "review.findings.0.message",
        "review.summary",
    ],
)
def test_a_missing_contract_key_is_named(path: str) -> None:
    """What DESIGN section 4 promises must be there; the error says what is missing."""
    with pytest.raises(ReportError, match=path.rsplit(".", maxsplit=1)[-1]):
        Report.from_wire(_without(path))


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("findings", {"a": 1}),
        ("overall_score", "71"),
        ("overall_score", float("nan")),
        ("partial", 1),
        ("improvement_suggestions", [1]),
        ("confidence_metrics", [0.5]),
    ],
)
def test_a_wrong_type_is_refused(path: str, value: object) -> None:
    """Numbers that are texts, not-a-number, and lists that are objects do not pass."""
    wire = sample_wire()
    wire["review"][path] = value
    with pytest.raises(ReportError):
        Report.from_wire(wire)


def test_an_unknown_word_is_refused() -> None:
    """A dimension nobody knows is not shown under another name."""
    wire = sample_wire()
    wire["review"]["findings"][0]["dimension"] = "charisma"
    with pytest.raises(ReportError, match="charisma"):
        Report.from_wire(wire)


@given(st.recursive(st.none() | st.booleans() | st.floats() | st.text(), st.lists))
def test_any_junk_in_a_part_is_a_report_error(junk: object) -> None:
    """Whatever stands where a part should be, the window gets one kind of error."""
    for name in ("file", "document", "profile", "review"):
        wire = {**sample_wire(), name: junk}
        with pytest.raises(ReportError):
            Report.from_wire(wire)
