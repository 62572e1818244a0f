"""The same content as PDF and DOCX and in every layout is read and judged the same."""

from collections.abc import Iterator
from dataclasses import replace

from ai_agents.vocabulary import Dimension
from bench.quality.judged import Judged, judge, words
from bench.quality.records import Record
from bench.quality.relations.base import Base
from bench.quality.resume import DOCX, LAYOUTS, PDF
from bench.quality.truth import field_f1, of_profile, of_resume, text_f1, worst_fields

#: Points that content may differ between formats, and writing between layouts.
_CONTENT_POINTS, _WRITING_POINTS = 1.0, 2.0


def formats(base: Base) -> Iterator[Record]:
    """Read the resume as PDF and as DOCX: text, fields and content score agree."""
    layout = base.resume.look.layout
    pdf, docx = (_drawn(base, kind, layout) for kind in (PDF, DOCX))
    texts = [words(judged.document.text) for judged in (pdf, docx)]
    yield base.record("format-text", layout, text_f1(*texts))
    fields = [of_profile(judged.profile) for judged in (pdf, docx)]
    f1 = field_f1(fields[0], fields[1])
    yield base.record("format-fields", layout, f1, worst_fields(fields[0], fields[1]))
    apart = abs(pdf.content - docx.content)
    note = f"PDF {pdf.content:.2f}, DOCX {docx.content:.2f}"
    yield base.record("format-content", layout, float(apart <= _CONTENT_POINTS), note)


def layouts(base: Base) -> Iterator[Record]:
    """Draw the resume in every layout: fields are read, and writing is judged alike."""
    kind = base.resume.look.format
    true = of_resume(base.resume)
    plain = _drawn(base, kind, LAYOUTS[0])
    for layout in LAYOUTS:
        if not base.samples(layout):
            continue
        judged = plain if layout == LAYOUTS[0] else _drawn(base, kind, layout)
        found = of_profile(judged.profile)
        name = "two-column-fields" if layout == "two_column" else "layout-fields"
        item = f"{kind} {layout}"
        yield base.record(name, item, field_f1(found, true), worst_fields(found, true))
        if layout != LAYOUTS[0]:
            apart = judged.scores[Dimension.TONE] - plain.scores[Dimension.TONE]
            same = float(abs(apart) <= _WRITING_POINTS)
            yield base.record("layout-writing", item, same, f"tone {apart:+.2f}")


def _drawn(base: Base, kind: str, layout: str) -> Judged:
    look = replace(base.resume.look, format=kind, layout=layout)
    return judge(replace(base.resume, look=look))
