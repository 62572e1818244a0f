"""Reads a piece of a document that is kept inside another in its own format (Word's altChunk)."""

from ai_agents.documents.html import collect_html
from ai_agents.documents.lines import LineCollector
from ai_agents.documents.rtf import collect_rtf
from ai_agents.documents.sniff import Kind, sniff
from ai_agents.errors import ReadError


def collect_chunk(content: bytes, out: LineCollector) -> None:
    """Add a chunk's lines to `out`; a chunk of another kind is reported as not read."""
    try:
        sniffed = sniff(content, "")
    except ReadError as error:
        out.warn("embedded-file", f"A file inside this file was not read. {error.message}")
        return
    if sniffed.kind == Kind.HTML:
        collect_html(sniffed.text or "", out)
    elif sniffed.kind == Kind.RTF:
        collect_rtf(content, out)
    elif sniffed.text is not None:
        out.add(sniffed.text)
    else:
        out.warn(
            "embedded-file",
            "Another document inside this file was not read. Open the file, save it as a new DOCX "
            "and add that.",
        )
