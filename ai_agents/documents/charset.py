"""Turns the bytes of a text file into text, or says that they are none."""

import codecs
import re
from typing import Final

from ai_agents.documents.language import detect_language

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
#: Characters text does not hold: controls other than tab, line and page breaks, backspace, escape.
_CONTROLS: Final = frozenset(chr(c) for c in range(32) if c not in (8, 9, 10, 11, 12, 13, 27))
_MAX_CONTROL_SHARE: Final = 0.005
#: Languages the usual Western code page was made for; short texts mislead a statistical guess.
_WESTERN: Final = frozenset(("en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi"))
#: Signs of that code page that stand for letters in others (Polish ł, Czech ř, Cyrillic).
_ODD_IN_WESTERN = re.compile("[\ufffd³¹¿ÞþðÐ¸¾¼½]|[^\\W\\d_a-zA-Z]{4}")
_SAMPLE_BYTES: Final = 64 * 1024


def decode_text(data: bytes) -> str | None:
    """Return the text of `data`, None when it is no text in any encoding known here.

    A byte-order mark decides; then strict UTF-8; then UTF-16 without a mark; then the best guess of
    charset-normalizer.
    """
    text = _decode(data)
    if text is None or _looks_binary(text):
        return None
    return text


def _decode(data: bytes) -> str | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    wide = _utf16_without_mark(data)
    if wide:
        return data.decode(wide, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return None if b"\0" in data else _guess(data)


def _utf16_without_mark(data: bytes) -> str | None:
    """Western text in UTF-16 has a zero in nearly every second byte."""
    sample = data[:4096]
    half = len(sample) // 2
    if half < 8:
        return None
    if sample[1::2].count(0) > 0.8 * half and sample[0::2].count(0) < 0.1 * half:
        return "utf-16-le"
    if sample[0::2].count(0) > 0.8 * half and sample[1::2].count(0) < 0.1 * half:
        return "utf-16-be"
    return None


def _guess(data: bytes) -> str | None:
    if sum(data[:_SAMPLE_BYTES].count(c.encode()) for c in _CONTROLS) > _MAX_CONTROL_SHARE * min(
        len(data), _SAMPLE_BYTES
    ):
        return None
    western = data.decode("cp1252", errors="replace")
    if detect_language(western) in _WESTERN and not _ODD_IN_WESTERN.search(western):
        return western
    # Imported here: 50 ms that UTF-8 files need not pay.
    from charset_normalizer import from_bytes  # noqa: PLC0415

    best = from_bytes(data[:_SAMPLE_BYTES]).best()
    return data.decode(best.encoding if best else "cp1252", errors="replace")


def _looks_binary(text: str) -> bool:
    sample = text[:_SAMPLE_BYTES]
    controls = sum(sample.count(control) for control in _CONTROLS)
    return controls > _MAX_CONTROL_SHARE * len(sample)
