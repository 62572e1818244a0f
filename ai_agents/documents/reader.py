"""Reads a file's bytes into a Document: sniff → the reader of that kind → language → length checks.

The one door to all document readers; runs inside the sandboxed child.
"""

import hashlib
from collections.abc import Callable
from typing import Final, TypeAlias

from ai_agents.documents.language import detect_language
from ai_agents.documents.limits import MAX_FILE_BYTES, MAX_TEXT_CHARS, MIN_TEXT_CHARS
from ai_agents.documents.lines import split_parts
from ai_agents.documents.refusals import refusal
from ai_agents.documents.sniff import (
    Kind,
    Sniffed,
    extension_warning,
    foreign_content,
    is_bare_text,
    sniff,
)
from ai_agents.documents.unicode_text import clean_line
from ai_agents.errors import ReadCode
from ai_agents.models import Document, DocumentWarning, HiddenText, Line, SourceFile
from ai_agents.vocabulary import HiddenReason

_RENAME: Final = "Give it the right ending before sending it out."
_Read: TypeAlias = Callable[[bytes, Sniffed, SourceFile], Document]


def read_document(data: bytes, name: str) -> Document:
    """Read one file.

    Args:
        data: the file's bytes, at most 10 MiB.
        name: its name without a folder; kept as given, used to warn about a wrong extension.

    Returns:
        The document: at least 100 and at most 50,000 characters of visible text, lines numbered
        from 1 without a gap, language told where it can be told.

    Raises:
        ReadError: with the code that says why there is nothing to review.
    """
    if len(data) > MAX_FILE_BYTES:
        raise refusal(ReadCode.TOO_LARGE)
    sniffed = sniff(data, name)
    source = SourceFile(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        size_bytes=len(data),
        media_type=sniffed.kind.value,
    )
    document = _clean(_READERS[sniffed.kind](data, sniffed, source))
    wrong_name = extension_warning(sniffed.kind, name)
    if len(document.lines) <= 1 and is_bare_text(sniffed.kind, name):
        _refuse_debris(document, name)
    _check_length(document, wrong_name or "")
    warnings = list(document.warnings)
    if wrong_name:
        warnings.append(DocumentWarning(code="wrong-extension", message=f"{wrong_name} {_RENAME}"))
    if document.hidden and not any(warning.code == "hidden-text" for warning in warnings):
        warnings.append(_hidden_warning(len(document.hidden)))
    language = detect_language(document.text)
    if document.photos and language == "en":
        warnings.append(_PHOTO)
    return document.model_copy(update={"language": language, "warnings": tuple(warnings)})


# Each reader is imported when its kind comes: the libraries below them cost 30–110 ms each.
def _read_pdf(data: bytes, _sniffed: Sniffed, source: SourceFile) -> Document:
    from ai_agents.documents.pdf import read_pdf  # noqa: PLC0415

    return read_pdf(data, source)


def _read_docx(data: bytes, _sniffed: Sniffed, source: SourceFile) -> Document:
    from ai_agents.documents.docx import read_docx  # noqa: PLC0415

    return read_docx(data, source)


def _read_odt(data: bytes, _sniffed: Sniffed, source: SourceFile) -> Document:
    from ai_agents.documents.odt import read_odt  # noqa: PLC0415

    return read_odt(data, source)


def _read_rtf(data: bytes, _sniffed: Sniffed, source: SourceFile) -> Document:
    from ai_agents.documents.rtf import read_rtf  # noqa: PLC0415

    return read_rtf(data, source)


def _read_html(_data: bytes, sniffed: Sniffed, source: SourceFile) -> Document:
    from ai_agents.documents.html import read_html  # noqa: PLC0415

    return read_html(sniffed.text or "", source)


def _read_markdown(_data: bytes, sniffed: Sniffed, source: SourceFile) -> Document:
    from ai_agents.documents.text import read_markdown  # noqa: PLC0415

    return read_markdown(sniffed.text or "", source)


def _read_text(_data: bytes, sniffed: Sniffed, source: SourceFile) -> Document:
    from ai_agents.documents.text import read_text  # noqa: PLC0415

    return read_text(sniffed.text or "", source)


_READERS: dict[Kind, _Read] = {
    Kind.PDF: _read_pdf,
    Kind.DOCX: _read_docx,
    Kind.ODT: _read_odt,
    Kind.RTF: _read_rtf,
    Kind.HTML: _read_html,
    Kind.MARKDOWN: _read_markdown,
    Kind.TEXT: _read_text,
}


#: Customs differ by country; nothing is scored by a photo (DESIGN 3.8).
_PHOTO = DocumentWarning(
    code="photo",
    message="The resume seems to show a photo. Employers in the United States, Canada, the United "
    "Kingdom and Ireland ask not to get one; in other countries it may be usual. It changes no "
    "score.",
)


def _hidden_warning(count: int) -> DocumentWarning:
    places = "1 place" if count == 1 else f"{count} places"
    return DocumentWarning(
        code="hidden-text",
        message=f"The file holds text in {places} that a reader cannot see. "
        "It was set aside and is not part of the review.",
    )


def _check_length(document: Document, detail: str) -> None:
    visible = _visible_chars(document)
    if not document.lines:
        raise refusal(ReadCode.NO_TEXT, detail)
    if visible < MIN_TEXT_CHARS:
        raise refusal(ReadCode.TOO_SHORT, detail)
    if visible > MAX_TEXT_CHARS:
        raise refusal(ReadCode.TOO_LONG)


def _refuse_debris(document: Document, name: str) -> None:
    """Refuse a single short line under the name of a PDF as what is left of one."""
    if _visible_chars(document) < MIN_TEXT_CHARS:
        raise refusal(ReadCode.DAMAGED, foreign_content(name))


def _visible_chars(document: Document) -> int:
    return sum(len(line.text.strip()) + 1 for line in document.lines)


def _clean(document: Document) -> Document:
    """Free every line of unseen characters; readers that did so already cost almost nothing."""
    if all(line.text.isascii() and line.text.isprintable() for line in document.lines):
        return document
    lines: list[Line] = []
    hidden = list(document.hidden)
    told = {item.text for item in hidden}
    for line in document.lines:
        clean = clean_line(line.text)
        hidden += [
            HiddenText(
                page=line.page, reason=HiddenReason.UNICODE_TRICK, text=trick, bbox=line.bbox
            )
            for trick in clean.tricks
            if trick not in told
        ]
        lines.append(line if clean.text == line.text else _with_text(line, clean.text))
    kept = tuple(line for line in lines if line.text.strip())
    if len(kept) < len(lines):
        return _renumbered(document, lines, tuple(hidden))
    return document.model_copy(update={"lines": kept, "hidden": tuple(hidden)})


def _with_text(line: Line, text: str) -> Line:
    parts = tuple(part for part in (clean_line(p).text.strip() for p in line.parts) if part)
    return line.model_copy(update={"text": text, "parts": parts or split_parts(text)})


def _renumbered(document: Document, lines: list[Line], hidden: tuple[HiddenText, ...]) -> Document:
    """Drop lines that became empty and move every id that pointed past them."""
    new_ids: dict[int, int] = {}
    kept: list[Line] = []
    for line in lines:
        if line.text.strip():
            new_ids[line.id] = len(kept) + 1
            kept.append(line.model_copy(update={"id": len(kept) + 1}))
    links = tuple(
        link.model_copy(update={"line": new_ids.get(link.line) if link.line else None})
        for link in document.links
    )
    return document.model_copy(update={"lines": tuple(kept), "hidden": hidden, "links": links})
