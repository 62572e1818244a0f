"""Reads rich text (RTF): text with its bold, sizes, lists, tables and links; hidden runs set aside.

Follows the Rich Text Format Specification 1.9.1. A reader of our own, because hidden text must be
told from shown text, which a plain RTF-to-text conversion cannot do (docs/adr).
"""

import re
from dataclasses import dataclass, field, replace
from typing import Final

from ai_agents.documents.contrast import is_unseen
from ai_agents.documents.lines import LineCollector, LineStyle, bold_lead, without_double_gap
from ai_agents.documents.refusals import refusal, too_deep
from ai_agents.errors import ReadCode
from ai_agents.models import Document, SourceFile
from ai_agents.vocabulary import HiddenReason, LineRegion

_TOKEN = re.compile(
    rb"\\([a-z]{1,32})(-?\d{1,10})?[ ]?|\\'([0-9a-fA-F]{2})|\\([^a-z'])|([{}])"
    rb"|[\r\n]+|([^\\{}\r\n]+)|\\"
)
_LINK = re.compile(r'HYPERLINK\s+"([^"]{1,2000})"')
_SIGNS: Final = {
    "tab": "\t",
    "cell": "\t",
    "nestcell": "\t",
    "emdash": "—",
    "endash": "–",
    "lquote": "‘",
    "rquote": "’",
    "ldblquote": "“",
    "rdblquote": "”",
    "bullet": "•",
    "emspace": " ",
    "enspace": " ",
    "qmspace": " ",
}
_SYMBOLS: Final = {"~": "\u00a0", "_": "-", "\\": "\\", "{": "{", "}": "}"}
#: Groups whose text belongs to the file, not to the page.
_SKIPPED: Final = frozenset(
    (
        *("fonttbl", "stylesheet", "info", "pict", "object", "themedata", "colorschememapping"),
        *("datastore", "latentstyles", "listtable", "listoverridetable", "rsidtbl", "generator"),
        *("xmlnstbl", "filetbl", "revtbl", "annotation", "atnid", "atnauthor", "userprops", "xe"),
        *("tc", "bkmkstart", "bkmkend", "mmathPr", "fldtype", "pnseclvl", "nonshppict", "falt"),
        *("panose", "private", "template", "operator", "author", "title", "listname", "do"),
    )
)
_REGIONS: Final = {
    "header": LineRegion.HEADER,
    "headerf": LineRegion.HEADER,
    "headerl": LineRegion.HEADER,
    "headerr": LineRegion.HEADER,
    "footer": LineRegion.FOOTER,
    "footerf": LineRegion.FOOTER,
    "footerl": LineRegion.FOOTER,
    "footerr": LineRegion.FOOTER,
    "shptxt": LineRegion.TEXTBOX,
}
#: Starred groups that hold shown text all the same.
_SHOWN_STARRED: Final = frozenset(("fldinst", "shptxt", "shpinst", "nesttableprops"))
_MAX_GROUPS: Final = 500
#: A resume with pictures has some 100,000; more is there to keep a reader busy.
_MAX_TOKENS: Final = 1_500_000
_DEFAULT_CODE_PAGE: Final = "cp1252"
#: Letters under 3 points cannot be read, nor can lines of that height (QUALITY.md section 4).
_MIN_HALF_POINTS: Final = 6
_MIN_TWIPS: Final = 60
#: Letters narrower than this (per cent), moved over each other by half their size, or far away.
_MIN_SCALE: Final = 20
_OVERLAP: Final = 0.45
_FAR_HALF_POINTS: Final = 400
_FAR_TWIPS: Final = 12_000


@dataclass(frozen=True)
class _State:
    """What a group inherits and gives back at its end."""

    bold: bool = False
    italic: bool = False
    half_points: int = 24
    color: int = 0
    backdrop: int = 0
    ground: int = 0
    hidden: bool = False
    scale: int = 100
    tracking: int = 0
    raised: int = 0
    indent: int = 0
    line_height: int = 0
    outline: bool = False
    region: LineRegion = LineRegion.BODY
    skipped: bool = False
    destination: str = ""
    fallback_signs: int = 1
    in_table: bool = False


@dataclass
class _Rtf:
    """Everything that changes while the tokens go by."""

    out: LineCollector
    state: _State = field(default_factory=_State)
    stack: list[_State] = field(default_factory=list)
    pieces: list[tuple[str, _State]] = field(default_factory=list)
    pending: bytearray = field(default_factory=bytearray)
    colors: list[str] = field(default_factory=list)
    color: dict[str, int] = field(default_factory=dict)
    instruction: str = ""
    links: list[str] = field(default_factory=list)
    code_page: str = _DEFAULT_CODE_PAGE
    to_skip: int = 0
    starred: bool = False


def read_rtf(data: bytes, source: SourceFile) -> Document:
    """Read a rich text file; raises ReadError (DAMAGED, TOO_LONG)."""
    out = LineCollector()
    collect_rtf(data, out)
    return out.finish(source)


def collect_rtf(data: bytes, out: LineCollector) -> None:
    """Add the lines of a rich text file to `out`; raises as `read_rtf` does."""
    rtf = _Rtf(out)
    at = tokens = 0
    while (token := _TOKEN.match(data, at)) is not None:
        at = token.end()
        tokens += 1
        if tokens > _MAX_TOKENS:
            raise refusal(ReadCode.UNSAFE, "It holds far more formatting than text.")
        word, number, byte, symbol, brace, text = token.groups()
        if word is not None:
            if word == b"bin":  # raw bytes follow, any byte
                at += max(0, int(number or 0))
                continue
            _flush_bytes(rtf)
            _control(rtf, word.decode(), None if number is None else int(number))
        elif byte is not None:
            _byte(rtf, int(byte, 16))
        elif symbol is not None:
            _symbol(rtf, symbol.decode("latin-1"))
        elif brace is not None:
            _brace(rtf, brace)
        elif text is not None:
            _raw(rtf, text)
    _end_line(rtf)


def _brace(rtf: _Rtf, brace: bytes) -> None:
    _flush_bytes(rtf)
    rtf.to_skip = 0
    rtf.starred = False
    if brace == b"{":
        if len(rtf.stack) >= _MAX_GROUPS:
            raise too_deep()
        rtf.stack.append(rtf.state)
        return
    ended = rtf.state
    rtf.state = rtf.stack.pop() if rtf.stack else _State()
    if ended.destination == "fldinst" and rtf.state.destination != "fldinst":
        rtf.links += _LINK.findall(rtf.instruction)
        rtf.instruction = ""
    if ended.region != rtf.state.region:
        _end_line(rtf)


def _symbol(rtf: _Rtf, symbol: str) -> None:
    _flush_bytes(rtf)
    if symbol == "*":
        rtf.starred = True
    elif symbol in "\r\n":
        _end_line(rtf)
    else:
        _show(rtf, _SYMBOLS.get(symbol, ""))


def _byte(rtf: _Rtf, value: int) -> None:
    """Bytes of a code page wait for each other: a letter may take two."""
    if rtf.to_skip > 0:
        rtf.to_skip -= 1
    elif not rtf.state.skipped:
        rtf.pending.append(value)


def _raw(rtf: _Rtf, text: bytes) -> None:
    if rtf.to_skip > 0:
        skipped = min(rtf.to_skip, len(text))
        rtf.to_skip -= skipped
        text = text[skipped:]
    if rtf.state.destination == "colortbl":
        for _ in range(text.count(b";")):
            rtf.colors.append(_color(rtf.color))
            rtf.color = {}
    elif not rtf.state.skipped:
        rtf.pending += text


def _color(parts: dict[str, int]) -> str:
    """An empty entry is the automatic colour."""
    if not parts:
        return ""
    return "".join(f"{max(0, min(255, parts.get(n, 0))):02X}" for n in ("red", "green", "blue"))


def _flush_bytes(rtf: _Rtf) -> None:
    if rtf.pending:
        text = bytes(rtf.pending).decode(rtf.code_page, errors="replace")
        rtf.pending.clear()
        _show(rtf, text)


def _show(rtf: _Rtf, text: str) -> None:
    if rtf.state.skipped or not text:
        return
    if rtf.state.destination == "fldinst":
        rtf.instruction = (rtf.instruction + text)[:4000]
    else:
        rtf.pieces.append((text, rtf.state))


def _control(rtf: _Rtf, word: str, number: int | None) -> None:
    starred, rtf.starred = rtf.starred, False
    if word in ("red", "green", "blue") and rtf.state.destination == "colortbl":
        rtf.color[word] = number or 0
    elif word == "u":
        _unicode(rtf, number or 0)
    elif word in _SIGNS:
        _show(rtf, _SIGNS[word])
    elif word in ("par", "row", "nestrow", "line", "sect", "page", "column"):
        _end_line(rtf)
    elif word == "ansicpg":
        rtf.code_page = _known_code_page(number)
    else:
        rtf.state = _changed(rtf.state, word, number, starred=starred)


def _unicode(rtf: _Rtf, number: int) -> None:
    """The word u is a signed UTF-16 unit; as many fallback signs as uc says are skipped."""
    unit = number % 0x10000
    if not rtf.state.skipped:
        _flush_bytes(rtf)
        _show(rtf, chr(unit))
    rtf.to_skip = rtf.state.fallback_signs


def _known_code_page(number: int | None) -> str:
    name = {65001: "utf-8", 10000: "mac-roman"}.get(number or 0, f"cp{number}")
    try:
        b"".decode(name)
    except LookupError:
        return _DEFAULT_CODE_PAGE
    return name


#: Words that set one field of the state to whether they are on (no number, or not 0).
_SWITCHES: Final = {"b": "bold", "i": "italic", "v": "hidden", "deleted": "skipped"}
_NUMBERS: Final = {
    "fs": "half_points",
    "cf": "color",
    "cb": "backdrop",
    "highlight": "backdrop",
    "chcbpat": "backdrop",
    "cbpat": "ground",
    "charscalex": "scale",
    "expndtw": "tracking",
    "up": "raised",
    "dn": "raised",
    "li": "indent",
    "sl": "line_height",
    "uc": "fallback_signs",
}


def _changed(state: _State, word: str, number: int | None, *, starred: bool) -> _State:
    if word in _SWITCHES:
        return _with(state, _SWITCHES[word], number != 0)
    if word in _NUMBERS and number is not None:
        return _with(state, _NUMBERS[word], number)
    if word == "plain":
        plain = _State()
        return replace(
            plain,
            region=state.region,
            skipped=state.skipped,
            destination=state.destination,
            fallback_signs=state.fallback_signs,
            in_table=state.in_table,
            outline=state.outline,
            ground=state.ground,
            indent=state.indent,
            line_height=state.line_height,
        )
    if word == "pard":
        return replace(state, in_table=False, outline=False, ground=0, indent=0, line_height=0)
    if word in ("intbl", "outlinelevel"):
        in_table = state.in_table or word == "intbl"
        outline = state.outline if word == "intbl" else (number or 0) < 9
        return replace(state, in_table=in_table, outline=outline)
    return _destination(state, word, starred=starred)


def _with(state: _State, name: str, value: int) -> _State:
    """Files repeat themselves; a new state is made only for a new value."""
    if getattr(state, name) == value:
        return state
    return replace(state, **{name: value})  # type: ignore[arg-type]


def _destination(state: _State, word: str, *, starred: bool) -> _State:
    if word == "colortbl":
        return replace(state, destination=word)
    if word in _REGIONS:
        return replace(state, region=_REGIONS[word])
    if word in ("fldinst", "fldrslt"):
        return replace(state, destination=word)
    if word in _SKIPPED or (starred and word not in _SHOWN_STARRED):
        return replace(state, skipped=True)
    return state


def _end_line(rtf: _Rtf) -> None:
    _flush_bytes(rtf)
    pieces, rtf.pieces = rtf.pieces, []
    links, rtf.links = rtf.links, []
    shown: list[tuple[str, _State]] = []
    after_hidden = False
    for text, state in pieces:
        reason = _hidden_reason(state, rtf.colors) if text.strip() else None
        if reason is not None:
            rtf.out.hide(_paired(text), reason)
            after_hidden = True
            continue
        if after_hidden:
            text = without_double_gap(shown[-1][0] if shown else "", text)  # noqa: PLW2901
        shown.append((text, state))
        after_hidden = False
    text = _paired("".join(piece for piece, _ in shown)).strip()
    before = rtf.out.last_line
    if text:
        rtf.out.add(text, _line_style(shown))
    for url in links:
        rtf.out.link(url, rtf.out.last_line if rtf.out.last_line > before else None)


def _paired(text: str) -> str:
    """Join UTF-16 halves that came as two words; a lone half becomes a replacement sign."""
    return text.encode("utf-16-le", errors="surrogatepass").decode("utf-16-le", errors="replace")


def _line_style(pieces: list[tuple[str, _State]]) -> LineStyle:
    state = max(pieces, key=lambda piece: len(piece[0].strip()))[1]
    total = sum(len(text.strip()) for text, _ in pieces)
    return LineStyle(
        size=state.half_points / 2,
        bold=2 * sum(len(text.strip()) for text, look in pieces if look.bold) > total,
        italic=2 * sum(len(text.strip()) for text, look in pieces if look.italic) > total,
        lead=bold_lead((text, look.bold) for text, look in pieces),
        heading=state.outline,
        region=LineRegion.TABLE
        if state.in_table and state.region == LineRegion.BODY
        else state.region,
    )


def _hidden_reason(state: _State, colors: list[str]) -> HiddenReason | None:
    if state.hidden:
        return HiddenReason.MARKED_HIDDEN
    overlap = -state.tracking / 10 > _OVERLAP * state.half_points
    cut = -_MIN_TWIPS < state.line_height < 0  # below zero: exactly so high
    if state.half_points < _MIN_HALF_POINTS or state.scale < _MIN_SCALE or overlap or cut:
        return HiddenReason.TINY
    if state.raised > _FAR_HALF_POINTS or state.indent < -_FAR_TWIPS:
        return HiddenReason.OFF_PAGE
    color = colors[state.color] if 0 <= state.color < len(colors) else ""
    behind = state.backdrop or state.ground
    backdrop = colors[behind] if 0 < behind < len(colors) else "FFFFFF"
    return HiddenReason.LOW_CONTRAST if is_unseen(color, backdrop) else None
