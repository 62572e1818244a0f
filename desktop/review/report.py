"""The finished review as the window knows it: the `vitae.review/1` object as frozen values.

    child process → wire object (dict) → Report → presenter → widgets

Everything the window shows comes from here; the window never sees the agents' own types. Keys that
were added to the contract later may be absent (an older stored review) and get an empty value;
a wrong schema, a missing contract key or a wrong type is an error, never a guess.

ReportError            the object is not a review of this contract
└── ReviewFailedError  the object honestly says that the file could not be reviewed
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

from ai_agents.vocabulary import (
    APPEAL_DIMENSIONS,
    STRUCTURE_DIMENSIONS,
    Dimension,
    FindingKind,
    FindingSource,
    Severity,
)
from desktop.review.match_part import match_of
from desktop.review.report_parts import (
    CorrectionPart,
    Counts,
    Criterion,
    DocumentPart,
    Education,
    Evidence,
    Experience,
    FileInfo,
    FileWarning,
    Finding,
    HiddenText,
    Line,
    MadeWith,
    NotAssessed,
    ProfilePart,
    ReviewPart,
    Section,
)
from desktop.review.wire_node import Node, ReportError

__all__ = ["Report", "ReportError", "ReviewFailedError"]

SCHEMA = "vitae.review/1"

Item = TypeVar("Item")


class ReviewFailedError(ReportError):
    """The wire object is an error object; `code` and `message` may be shown."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


@dataclass(frozen=True)
class Report:
    """One reviewed file, complete."""

    file: FileInfo
    document: DocumentPart
    profile: ProfilePart
    review: ReviewPart
    timing_ms: Mapping[str, float]
    corrections: tuple[CorrectionPart, ...] = ()

    @classmethod
    def from_wire(cls, wire: Mapping[str, Any]) -> "Report":
        """Parse a `vitae.review/1` object.

        Raises:
            ReviewFailedError: the object tells of a file that could not be read or reviewed.
            ReportError: any other object that is not a review of this contract.
        """
        root = Node(wire, "review object")
        schema = root.optional_text("schema")
        if schema != SCHEMA:
            raise ReportError(f"expected schema {SCHEMA}, found {schema!r}")
        if root.has("error"):
            error = root.child("error")
            raise ReviewFailedError(error.text("code"), error.text("message"))
        return cls(
            file=_file(root.child("file")),
            document=_document(root.child("document")),
            profile=_profile(root.child("profile")),
            review=_review(root.child("review")),
            timing_ms=root.numbers("timing_ms"),
            corrections=_each(root, "corrections", _correction),
        )

    def line(self, line_id: int) -> Line | None:
        """Return the line with this id, None when the document has no such line."""
        lines = self.document.lines
        if 1 <= line_id <= len(lines) and lines[line_id - 1].id == line_id:
            return lines[line_id - 1]
        return next((line for line in lines if line.id == line_id), None)


def _each(node: Node, key: str, parse: Callable[[Node], Item]) -> tuple[Item, ...]:
    return tuple(parse(child) for child in node.children(key))


def _file(node: Node) -> FileInfo:
    return FileInfo(
        node.text("name"), node.text("sha256"), node.whole("size_bytes"), node.text("media_type")
    )


def _document(node: Node) -> DocumentPart:
    return DocumentPart(
        pages=node.whole("pages"),
        language=node.optional_text("language"),
        lines=_each(node, "lines", _line),
        hidden=_each(node, "hidden", _hidden),
        warnings=_each(node, "warnings", lambda w: FileWarning(w.text("code"), w.text("message"))),
        page_sizes=tuple((size[0], size[1]) for size in node.number_lists("page_sizes", 2)),
    )


def _line(node: Node) -> Line:
    return Line(
        id=node.whole("id"),
        page=node.whole("page"),
        bbox=node.box("bbox"),
        text=node.text("text"),
        region=node.optional_text("region") or "body",
        column=int(node.optional_number("column") or 0),
    )


def _hidden(node: Node) -> HiddenText:
    return HiddenText(node.whole("page"), node.text("reason"), node.text("text"), node.box("bbox"))


def _profile(node: Node) -> ProfilePart:
    return ProfilePart(
        name=node.optional_text("name"),
        email=node.optional_text("email"),
        phone=node.optional_text("phone"),
        location=node.optional_text("location"),
        links=node.texts("links"),
        sections=_each(node, "sections", _section),
        experience=_each(node, "experience", _experience),
        education=_each(node, "education", _education),
        skills=node.texts("skills"),
        confidence=node.numbers("confidence"),
    )


def _section(node: Node) -> Section:
    return Section(
        node.text("kind"),
        node.optional_text("heading"),
        node.whole("first_line"),
        node.whole("last_line"),
    )


def _experience(node: Node) -> Experience:
    return Experience(
        title=node.optional_text("title"),
        employer=node.optional_text("employer"),
        location=node.optional_text("location"),
        start=node.optional_text("start"),
        end=node.optional_text("end"),
        lines=node.pair("lines"),
        confidence=node.optional_number("confidence"),
    )


def _education(node: Node) -> Education:
    return Education(
        institution=node.optional_text("institution"),
        degree=node.optional_text("degree"),
        field=node.optional_text("field"),
        start=node.optional_text("start"),
        end=node.optional_text("end"),
        lines=node.pair("lines"),
        confidence=node.optional_number("confidence"),
    )


def _review(node: Node) -> ReviewPart:
    engine, rubric = node.child("engine"), node.child("rubric")
    return ReviewPart(
        engine_kind=engine.text("kind"),
        engine_version=engine.text("version"),
        model=engine.optional_text("model"),
        rubric_id=rubric.text("id"),
        rubric_version=rubric.text("version"),
        industry=node.text("industry"),
        as_of=node.optional_text("as_of"),
        overall_score=node.optional_number("overall_score"),
        market_tier=node.text("market_tier"),
        seniority=node.text("seniority"),
        scores=_scores(node),
        confidence=node.numbers("confidence_metrics"),
        partial=node.flag("partial"),
        findings=_each(node, "findings", _finding),
        criteria=_each(node, "criteria", _criterion),
        not_assessed=_each(node, "not_assessed", _not_assessed),
        counts=_counts(node),
        match=match_of(node.child("match")) if node.has("match") else None,
        summary=node.text("summary"),
        suggestions=node.texts("improvement_suggestions"),
        made_with=_made_with(node),
    )


def _scores(node: Node) -> Mapping[Dimension, float | None]:
    structure, appeal = node.child("structure_scores"), node.child("appeal_scores")
    return {
        **{name: structure.optional_number(name) for name in STRUCTURE_DIMENSIONS},
        **{name: appeal.optional_number(name) for name in APPEAL_DIMENSIONS},
    }


def _finding(node: Node) -> Finding:
    evidence = _each(node, "evidence", _evidence)
    # Reviews stored before `key` existed still need a name that survives a re-run.
    fallback = f"{node.text('rule')}:{'|'.join(part.text for part in evidence)}"
    return Finding(
        id=node.text("id"),
        key=node.optional_text("key") or fallback,
        rule=node.text("rule"),
        criterion=node.optional_text("criterion"),
        dimension=node.word("dimension", Dimension),
        severity=node.word("severity", Severity),
        kind=node.word("kind", FindingKind),
        source=node.word("source", FindingSource),
        message=node.text("message"),
        suggestion=node.optional_text("suggestion") or "",
        reference=node.optional_text("reference") or "",
        points=node.optional_number("points") or 0.0,
        evidence=evidence,
    )


def _criterion(node: Node) -> Criterion:
    level, levels = node.optional_number("level"), node.optional_number("levels")
    return Criterion(
        id=node.text("id"),
        dimension=node.word("dimension", Dimension),
        title=node.text("title"),
        weight=node.number("weight"),
        earned=node.number("earned"),
        level=None if level is None else int(level),
        levels=None if levels is None else int(levels),
        reason=node.optional_text("reason") or "",
        source=node.word("source", FindingSource),
        evidence=_each(node, "evidence", _evidence),
    )


def _evidence(node: Node) -> Evidence:
    return Evidence(node.whole("line"), node.text("text"))


def _not_assessed(node: Node) -> NotAssessed:
    return NotAssessed(node.text("criterion"), node.text("reason"))


def _made_with(node: Node) -> MadeWith:
    if not node.has("made_with"):
        return MadeWith()
    record = node.child("made_with")
    keys = ("program", "reader", "text_sha256", "job_sha256")
    return MadeWith(*(record.optional_text(key) for key in keys))


def _correction(node: Node) -> CorrectionPart:
    line = node.optional_number("line")
    return CorrectionPart(
        correction=node.mapping("correction"),
        state=node.text("state"),
        was=node.optional_text("was"),
        line=None if line is None else int(line),
    )


def _counts(node: Node) -> Counts:
    if not node.has("metadata"):
        return Counts()
    metadata = node.child("metadata")
    numbers = (metadata.optional_number(key) for key in ("sections", "words", "reading_minutes"))
    return Counts(*(None if number is None else int(number) for number in numbers))
