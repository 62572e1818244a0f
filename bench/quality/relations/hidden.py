"""Text nobody sees counts for nothing and is flagged; honest text that looks like it is not."""

from collections.abc import Iterator
from dataclasses import replace

from ai_agents.vocabulary import Dimension
from bench.quality import hiding
from bench.quality.edits import changed, edit
from bench.quality.judged import Judged, judge, new_issues
from bench.quality.records import Record
from bench.quality.relations.base import Base, differences
from bench.quality.resume import DOCX, Bullet, Hidden, Resume
from bench.quality.wordings import load

_FLAGS = {"hidden-text", "hidden-instruction"}
_HONEST = "Prepared with care; the two people named in the letter are glad to answer questions."


def hidden(base: Base) -> Iterator[Record]:
    """Hide keywords and an instruction in every way the format knows."""
    is_docx = base.resume.look.format == DOCX
    kinds = hiding.DOCX_KINDS if is_docx else hiding.PDF_KINDS
    instruction = load("defects")["hidden-instruction"][base.options.pool][0]
    keywords = ", ".join(load(f"fields/{base.plan.field}")[base.options.pool]["skills"])
    for kind in kinds:
        for what, payload in (("keywords", keywords), ("instruction", instruction)):
            other = judge(_with(base.resume, Hidden(kind, payload)))
            yield from _told(base, f"{kind}, {what}", other)
    for kind in hiding.TEXT_KINDS if is_docx else ():  # a PDF's standard fonts hold none of them
        yield from _told(base, kind, judge(_tricked(base.resume, kind, instruction)))
    for kind in hiding.DOCX_HONEST if is_docx else hiding.PDF_HONEST:
        other = judge(_with(base.resume, Hidden(kind, _HONEST)))
        flagged = any(finding.rule in _FLAGS for finding in new_issues(base.clean, other))
        yield base.record("hidden-honest", kind, float(flagged))


def _with(resume: Resume, item: Hidden) -> Resume:
    return replace(resume, look=replace(resume.look, hidden=(item,)))


def _tricked(resume: Resume, kind: str, payload: str) -> Resume:
    """Let the last line of the latest position carry the payload."""
    place = (
        "sections",
        resume.at("experience") or 0,
        "jobs",
        0,
        "bullets",
        len(resume.jobs[0].bullets) - 1,
    )
    bullet = resume.jobs[0].bullets[-1]
    after = Bullet(hiding.tricked(kind, bullet.text, payload), bullet.other)
    return changed(resume, [edit(resume, place, after)])


def _told(base: Base, item: str, other: Judged) -> Iterator[Record]:
    note = differences(base.clean, other, without=Dimension.FORMAT)
    yield base.record("hidden-content", item, float(not note), note)
    flagged = any(finding.rule in _FLAGS for finding in new_issues(base.clean, other))
    yield base.record("hidden-flagged", item, float(flagged))
