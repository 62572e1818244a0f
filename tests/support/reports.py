"""Hand-made `vitae.review/1` objects with the PDF they speak of; the arithmetic adds up.

`Sample` draws a two-page resume and knows where every line stands, so boxes and page agree.
"""

import copy
import io
from dataclasses import dataclass, field
from typing import Any

from reportlab.pdfgen.canvas import Canvas

from tests.support.sample_resume import CRITERIA, FINDINGS, LINES, Spec

PAGE = (612.0, 792.0)
STRUCTURE = ("format", "organization", "tone", "completeness")
APPEAL = (
    "achievement_relevance",
    "skills_alignment",
    "experience_fit",
    "competitive_positioning",
)


@dataclass
class Sample:
    """A drawn resume and its review; `wire()` gives a fresh object each time."""

    specs: tuple[Spec, ...] = FINDINGS
    lines: tuple[tuple[int, float, float, float, bool, str], ...] = LINES
    boxes: list[list[float]] = field(default_factory=list)
    pdf: bytes = b""

    def __post_init__(self) -> None:
        """Draw the pages and note where each line stands."""
        buffer = io.BytesIO()
        canvas = Canvas(buffer, pagesize=PAGE, invariant=1)
        page = 1
        for number, x, y, size, bold, text in self.lines:
            if number != page:
                canvas.showPage()
                page = number
            font = "Helvetica-Bold" if bold else "Helvetica"
            canvas.setFont(font, size)
            canvas.drawString(x, PAGE[1] - y, text)
            width = canvas.stringWidth(text, font, size)
            self.boxes.append([x, y - size * 0.76, x + width, y + size * 0.22])
        canvas.setFillColorRGB(1, 1, 1)
        canvas.setFont("Helvetica", 8)
        canvas.drawString(72, PAGE[1] - 740, "lean six sigma kaizen scrum agile expert guru")
        canvas.save()
        self.pdf = buffer.getvalue()

    def wire(self) -> dict[str, Any]:
        """Return the complete wire object."""
        return {
            "schema": "vitae.review/1",
            "file": {
                "name": "maya-chen.pdf",
                "sha256": "ab" * 32,
                "size_bytes": len(self.pdf),
                "media_type": "application/pdf",
            },
            "document": self._document(),
            "profile": _profile(),
            "review": self._review(),
            "timing_ms": {"read": 12.0, "profile": 3.0, "review": 41.0},
        }

    def _document(self) -> dict[str, Any]:
        return {
            "pages": 2,
            "language": "en",
            "page_sizes": [list(PAGE), list(PAGE)],
            "lines": [
                {
                    "id": index,
                    "page": line[0],
                    "bbox": box,
                    "text": line[5],
                    "region": "body",
                    "column": 0,
                }
                for index, (line, box) in enumerate(
                    zip(self.lines, self.boxes, strict=True), start=1
                )
            ],
            "hidden": [
                {
                    "page": 2,
                    "reason": "low-contrast",
                    "text": "lean six sigma kaizen scrum agile expert guru",
                    "bbox": [72.0, 733.0, 250.0, 742.0],
                }
            ],
            "warnings": [
                {"code": "hidden-text", "message": "Some text of this file cannot be seen."}
            ],
        }

    def _review(self) -> dict[str, Any]:
        findings = [self._finding(number, spec) for number, spec in enumerate(self.specs, start=1)]
        criteria = self._criteria()
        scores = {
            name: round(
                100
                * sum(row["earned"] for row in criteria if row["dimension"] == name)
                / sum(row["weight"] for row in criteria if row["dimension"] == name),
                1,
            )
            for name in (*STRUCTURE, *APPEAL)
        }
        structure = {name: scores[name] for name in STRUCTURE}
        appeal = {name: scores[name] for name in APPEAL}
        overall = 0.4 * sum(structure.values()) / 4 + 0.6 * sum(appeal.values()) / 4
        return {
            "engine": {"kind": "rules", "version": "1.0", "model": None},
            "rubric": {"id": "core", "version": "1.0"},
            "industry": "operations_logistics",
            "as_of": "2026-11",
            "overall_score": round(overall, 1),
            "market_tier": "tier_2",
            "seniority": "mid",
            "structure_scores": structure,
            "appeal_scores": appeal,
            "confidence_metrics": {"extraction": 0.98, "coverage": 0.95, "overall": 0.96},
            "match": None,
            "partial": False,
            "findings": findings,
            "criteria": criteria,
            "not_assessed": [
                {"criterion": "publications", "reason": "The resume lists no publications."}
            ],
            "metadata": {"sections": 5, "words": 118, "reading_minutes": 1},
            "summary": "A clear two-page resume with real results in operations. Two lines still "
            "describe duties, and one spelling error stands in a visible place.",
            "improvement_suggestions": [
                "Correct the spelling error in the second entry.",
                "Turn the two duty lines into results with a figure.",
                "Write all dates in one form.",
            ],
        }

    def _finding(self, number: int, spec: Spec) -> dict[str, Any]:
        return {
            "id": f"f{number}",
            "key": f"{spec.rule}-{number:03d}",
            "rule": spec.rule,
            "criterion": spec.criterion,
            "dimension": spec.dimension,
            "severity": spec.severity,
            "kind": spec.kind,
            "source": spec.source,
            "message": spec.message,
            "suggestion": spec.suggestion,
            "reference": spec.reference,
            "points": spec.points,
            "evidence": [{"line": line, "text": self.lines[line - 1][5]} for line in spec.lines],
        }

    def _criteria(self) -> list[dict[str, Any]]:
        rows = []
        for dimension, criteria in CRITERIA.items():
            for name, title, weight, level, levels in criteria:
                lost = sum(
                    spec.points
                    for spec in self.specs
                    if (spec.dimension, spec.criterion) == (dimension, name)
                )
                earned = weight + lost if level is None else round(weight * level / levels, 2)
                rows.append(
                    {
                        "id": name,
                        "dimension": dimension,
                        "title": title,
                        "weight": float(weight),
                        "earned": max(earned, 0.0),
                        "level": level,
                        "levels": levels or None,
                        "reason": "Full points less the deductions below."
                        if level is None
                        else "Shown in most entries, with room for more.",
                        "source": "rules",
                        "evidence": [{"line": 9, "text": self.lines[8][5]}] if level else [],
                    }
                )
        return rows


def _profile() -> dict[str, Any]:
    return {
        "name": "Maya Chen",
        "email": "maya.chen@example.org",
        "phone": "+1 555 0142",
        "location": "Portland, OR",
        "links": [],
        "sections": [
            {"kind": "summary", "heading": "Summary", "first_line": 3, "last_line": 4},
            {"kind": "experience", "heading": "Experience", "first_line": 5, "last_line": 16},
            {"kind": "education", "heading": "Education", "first_line": 17, "last_line": 19},
            {"kind": "skills", "heading": "Skills", "first_line": 20, "last_line": 21},
            {"kind": "interests", "heading": "Hobbies", "first_line": 22, "last_line": 23},
        ],
        "experience": [
            {
                "title": "Operations Manager",
                "employer": "Northwind Stores",
                "location": None,
                "start": "2019-03",
                "end": "present",
                "lines": [6, 11],
            },
            {
                "title": "Shift Lead",
                "employer": "Harbor Freight Hub",
                "location": None,
                "start": "2015-06",
                "end": "2019-02",
                "lines": [12, 16],
            },
        ],
        "education": [
            {
                "institution": "Portland State University",
                "degree": "B.S.",
                "field": "Business Administration",
                "start": "2011",
                "end": "2015",
            }
        ],
        "skills": ["Inventory planning", "Excel", "SAP", "SQL", "forecasting", "team leadership"],
        "confidence": {"name": 0.97, "email": 1.0, "phone": 0.95, "location": 0.8},
    }


def sample_wire() -> dict[str, Any]:
    """Return a complete review of the sample resume."""
    return Sample().wire()


def sample_pdf() -> bytes:
    """Return the sample resume's PDF."""
    return Sample().pdf


def text_wire() -> dict[str, Any]:
    """Return the same review of a file without pages (DOCX, text): no boxes, no page sizes."""
    wire = copy.deepcopy(sample_wire())
    wire["file"]["name"] = "maya-chen.docx"
    wire["document"]["page_sizes"] = []
    wire["document"]["pages"] = 1
    for item in (*wire["document"]["lines"], *wire["document"]["hidden"]):
        item["bbox"], item["page"] = None, 1
    return wire


def contract_wire() -> dict[str, Any]:
    """Return a review with the keys of the first contract only, as an older version stored it."""
    wire = sample_wire()
    del wire["document"]["page_sizes"], wire["profile"]["confidence"]
    for line in wire["document"]["lines"]:
        del line["region"], line["column"]
    for hidden in wire["document"]["hidden"]:
        del hidden["bbox"]
    for name in ("as_of", "criteria", "metadata"):
        del wire["review"][name]
    for finding in wire["review"]["findings"]:
        for name in ("key", "criterion", "reference"):
            del finding[name]
    return wire


def many_findings_wire(count: int) -> dict[str, Any]:
    """Return a review with this many findings, spread over all lines and dimensions."""
    dimensions = (*STRUCTURE, *APPEAL)
    specs = tuple(
        Spec(
            rule=f"rule-{number}",
            dimension=dimensions[number % 8],
            criterion=CRITERIA[dimensions[number % 8]][0][0],
            severity=("critical", "warning", "info")[number % 3],
            kind="strength" if number % 7 == 0 else "issue",
            points=0.0,
            lines=(number % len(LINES) + 1,),
            message=f"Finding {number} says something about this line.",
            suggestion="Say it in another way.",
        )
        for number in range(count)
    )
    return Sample(specs=specs).wire()
