"""Parses `review.match` of the wire object."""

from ai_agents.vocabulary import RequirementKind, RequirementState
from desktop.review.report_parts import Evidence, JobItem, JobPart, MatchPart, MatchRow
from desktop.review.wire_node import Node


def match_of(node: Node) -> MatchPart:
    """Return a match; keys added to the contract later may be absent.

    Raises:
        ReportError: a contract key is missing, or a value has the wrong type.
    """
    return MatchPart(
        job=_job(node.child("job") if node.has("job") else Node({}, "job")),
        score=node.optional_number("score"),
        rows=tuple(_row(child) for child in node.children("requirements")),
        reason=node.optional_text("reason") or "",
        rule=node.optional_text("rule") or "",
        stuffing=node.flag("stuffing"),
        stuffing_reason=node.optional_text("stuffing_reason") or "",
        stuffing_evidence=_evidence(node, "stuffing_evidence"),
    )


def _job(node: Node) -> JobPart:
    return JobPart(
        name=node.optional_text("name") or "",
        sha256=node.optional_text("sha256") or "",
        title=node.optional_text("title") or "",
        items=tuple(
            JobItem(item.whole("line"), item.text("text"), item.flag("bullet"), item.flag("marked"))
            for item in node.children("items")
        ),
    )


def _row(node: Node) -> MatchRow:
    kind = node.word("kind", RequirementKind) if node.has("kind") else RequirementKind.OTHER
    return MatchRow(
        text=node.text("text"),
        required=node.flag("required"),
        state=node.word("state", RequirementState),
        kind=kind,
        reason=node.optional_text("reason") or "",
        worth=node.optional_number("worth") or 0.0,
        points=node.optional_number("points") or 0.0,
        evidence=_evidence(node, "evidence"),
    )


def _evidence(node: Node, key: str) -> tuple[Evidence, ...]:
    return tuple(Evidence(item.whole("line"), item.text("text")) for item in node.children(key))
