"""Office files, web pages and plain texts that hide words, and honest ones that look like it."""

from collections.abc import Callable

from tests.support.docx_files import docx, paragraph, run
from tests.support.hiding_pdf import LINES, NAME
from tests.support.odt_files import odt, text_style

Way = Callable[[str], tuple[bytes, str]]
_SHOWN = (NAME, *LINES)


# Word -------------------------------------------------------------------------------------------


def _docx(block: str) -> tuple[bytes, str]:
    return docx("".join(map(paragraph, _SHOWN)) + block), "resume.docx"


def _run(properties: str) -> Way:
    return lambda words: _docx(paragraph(run(words, properties)))


def _paragraph(properties: str, run_properties: str = "") -> Way:
    return lambda words: _docx(paragraph(run(words, run_properties), properties=properties))


def _row(properties: str) -> Way:
    return lambda words: _docx(
        f"<w:tbl><w:tr><w:trPr>{properties}</w:trPr><w:tc>{paragraph(words)}</w:tc></w:tr></w:tbl>"
    )


def _box(
    *,
    offset: int = 914_400,
    extent: str = 'cx="3000000" cy="300000"',
    name: str = "",
    fill: str = "",
) -> Callable[[str], Way]:
    """Return a way to draw a text box, given the properties of the run inside."""
    position = "".join(
        f'<wp:position{axis} relativeFrom="page"><wp:posOffset>{offset}</wp:posOffset>'
        f"</wp:position{axis}>"
        for axis in "HV"
    )
    painted = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"

    def with_run(properties: str) -> Way:
        return lambda words: _docx(
            f"<w:p><w:r><w:drawing><wp:anchor>{position}<wp:extent {extent}/>"
            f'<wp:docPr id="1" name="b" {name}/><a:graphic><a:graphicData><wps:wsp><wps:spPr>'
            f"{painted}</wps:spPr><wps:txbx><w:txbxContent>{paragraph(run(words, properties))}"
            "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor>"
            "</w:drawing></w:r></w:p>"
        )

    return with_run


_FILL = '<w:shd w:val="clear" w:color="auto" w:fill="1F3864"/>'
_ALPHA = '<w14:solidFill><w14:srgbClr w14:val="000000"><w14:alpha w14:val="100000"/>'
DOCX_WAYS: dict[str, Way] = {
    "vanish": _run("<w:vanish/>"),
    "white": _run('<w:color w:val="FFFFFF"/>'),
    "near-white": _run('<w:color w:val="F2F2F2"/>'),
    "theme-white": _run('<w:color w:val="000000" w:themeColor="background1"/>'),
    "own-shading": _run(f'<w:color w:val="1F3864"/>{_FILL}'),
    "own-ground": _paragraph(_FILL, '<w:color w:val="203864"/>'),
    "own-highlight": _run('<w:color w:val="000000"/><w:highlight w:val="black"/>'),
    "one-point": _run('<w:sz w:val="2"/>'),
    "two-points": _run('<w:sz w:val="4"/>'),
    "narrow": _run('<w:w w:val="1"/>'),
    "overlapping": _run('<w:spacing w:val="-400"/>'),
    "lifted": _run('<w:position w:val="-3000"/>'),
    "clear": _run(f"<w14:textFill>{_ALPHA}</w14:srgbClr></w14:solidFill></w14:textFill>"),
    "unfilled": _run("<w14:textFill><w14:noFill/></w14:textFill>"),
    "no-line-height": _paragraph('<w:spacing w:line="1" w:lineRule="exact"/>'),
    "far-indent": _paragraph('<w:ind w:left="-20000" w:right="20000"/>'),
    "frame-of-no-height": _paragraph('<w:framePr w:w="1" w:h="1" w:hRule="exact"/>'),
    "frame-off-page": _paragraph('<w:framePr w:w="2000" w:h="300" w:x="-20000" w:y="-20000"/>'),
    "row-of-no-height": _row('<w:trHeight w:val="1" w:hRule="exact"/>'),
    "hidden-row": _row("<w:hidden/>"),
    "hidden-box": _box(name='hidden="1"')(""),
    "box-of-no-size": _box(extent='cx="0" cy="0"')(""),
    "box-off-page": _box(offset=-9_144_000)(""),
    "box-of-own-colour": _box(fill="203864")('<w:color w:val="203864"/>'),
}
DOCX_HONEST: dict[str, Way] = {
    "white-on-dark": _run(f'<w:color w:val="FFFFFF"/>{_FILL}'),
    "grey": _run('<w:color w:val="808080"/>'),
    "five-points": _run('<w:sz w:val="10"/>'),
    "web-hidden": _run("<w:webHidden/>"),  # hidden in Word's web view only (17.3.2.44)
    "white-in-dark-box": _box(fill="203864")('<w:color w:val="FFFFFF"/>'),
    "tight-letters": _run('<w:spacing w:val="-20"/>'),
    "narrow-letters": _run('<w:w w:val="66"/>'),
    "superscript": _run('<w:vertAlign w:val="superscript"/><w:position w:val="6"/>'),
    "box": _box()(""),
}

# Web pages --------------------------------------------------------------------------------------


def _html(block: str, sheet: str = "") -> tuple[bytes, str]:
    body = "".join(f"<p>{line}</p>" for line in _SHOWN)
    page = f"<html><head><style>{sheet}</style></head><body>{body}{block}</body></html>"
    return page.encode(), "resume.html"


def _styled(style: str) -> Way:
    return lambda words: _html(f'<p style="{style}">{words}</p>')


def _ruled(sheet: str) -> Way:
    return lambda words: _html(f'<div class="a"><p class="b" id="c">{words}</p></div>', sheet)


HTML_WAYS: dict[str, Way] = {
    style: _styled(style)
    for style in (
        "display:none",
        "visibility:hidden",
        "opacity:0",
        "opacity:0.02",
        "filter:opacity(0)",
        "font-size:0",
        "font-size:1px",
        "font:0/0 a",
        "color:#fff",
        "color:whitesmoke",
        "color:hsl(0,0%,100%)",
        "color:transparent",
        "color:rgba(0,0,0,.01)",
        "-webkit-text-fill-color:white",
        "background-color:navy;color:navy",
        "position:absolute;left:-9999px",
        "position:fixed;left:-200vw",
        "text-indent:-9999px",
        "margin-left:-9999px",
        "transform:translateX(-9999px)",
        "transform:scale(0)",
        "zoom:0.01",
        "clip:rect(0,0,0,0);position:absolute",
        "clip-path:inset(50%)",
        "height:0;overflow:hidden",
        "width:1px;height:1px;overflow:hidden",
        "letter-spacing:-1em",
        "content-visibility:hidden",
    )
} | {
    "attribute": lambda words: _html(f"<p hidden>{words}</p>"),
    "outer": lambda words: _html(f'<div style="display:none"><p>{words}</p></div>'),
    "class": _ruled(".b{display:none}"),
    "id": _ruled("#c{color:#fff}"),
    "inside": _ruled(".a p{visibility:hidden}"),
    "child": _ruled("div.a > p.b{opacity:0}"),
    "screen": _ruled("@media screen{.b{display:none}}"),
}
HTML_HONEST: dict[str, Way] = {
    style: _styled(style)
    for style in (
        "background:#1f3864;color:white",
        "background:linear-gradient(#000,#000);color:white",
        "color:#777",
        "font-size:5pt",
        "opacity:0.8",
        "transform:scale(0.9)",
        "margin-left:-12px",
        "overflow:hidden;max-width:600px",
    )
} | {"print": _ruled("@media print{.b{display:none}}"), "hover": _ruled(".b:hover{opacity:0}")}

# OpenDocument, rich text ------------------------------------------------------------------------


def _odt(block: str, automatic: str = "") -> tuple[bytes, str]:
    body = "".join(f"<text:p>{line}</text:p>" for line in _SHOWN)
    return odt(body + block, automatic=automatic), "resume.odt"


def _span(properties: str) -> Way:
    return lambda words: _odt(
        f'<text:p><text:span text:style-name="h">{words}</text:span></text:p>',
        text_style("h", properties),
    )


def _frame(place: str) -> Way:
    return lambda words: _odt(
        f"<text:p><draw:frame {place}><draw:text-box><text:p>{words}</text:p></draw:text-box>"
        "</draw:frame></text:p>"
    )


ODT_WAYS: dict[str, Way] = {
    properties: _span(properties)
    for properties in (
        'text:display="none"',
        'fo:color="#ffffff"',
        'fo:color="#f8f8f8"',
        'fo:color="#000000" fo:background-color="#000000"',
        'fo:font-size="1pt"',
        'style:text-scale="1%"',
        'fo:letter-spacing="-0.5in"',
        'style:text-position="-1000% 100%"',
        'style:text-position="super 1%"',
    )
} | {
    "section": lambda words: _odt(
        f'<text:section text:display="none"><text:p>{words}</text:p></text:section>'
    ),
    "paragraph": lambda words: _odt(
        f'<text:p><text:hidden-paragraph text:is-hidden="true"/>{words}</text:p>'
    ),
    "field": lambda words: _odt(
        f'<text:p><text:hidden-text text:string-value="{words}"/></text:p>'
    ),
    "tiny-frame": _frame('svg:width="0.01cm" svg:height="0.01cm"'),
    "far-frame": _frame('svg:width="5cm" svg:height="1cm" svg:x="-100cm"'),
}
ODT_HONEST: dict[str, Way] = {
    properties: _span(properties)
    for properties in (
        'fo:color="#777777"',
        'fo:color="#ffffff" fo:background-color="#203864"',
        'fo:font-size="5pt"',
        'style:text-position="super 58%"',
        'style:text-position="33% 58%"',
    )
} | {"frame": _frame('svg:width="5cm" svg:height="1cm" svg:x="1cm"')}

_RTF = (
    r"{\rtf1\ansi{\fonttbl{\f0 Arial;}}{\colortbl;\red255\green255\blue255;\red0\green0\blue0;"
    r"\red32\green56\blue100;\red250\green250\blue250;}\f0\fs22 "
)


def _rtf(control: str) -> Way:
    body = "".join(rf"{line}\par " for line in _SHOWN)
    return lambda words: (
        f"{_RTF}{body}{{\\pard{control} {words}\\par}}}}".encode(),
        "resume.rtf",
    )


RTF_WAYS: dict[str, Way] = {
    control: _rtf(control)
    for control in (
        r"\v", r"\cf1", r"\cf4", r"\fs2", r"\fs5", r"\cf2\highlight2", r"\cf3\chcbpat3",
        r"\cbpat3\cf3", r"\charscalex1", r"\expndtw-400", r"\dn2000", r"\li-20000", r"\sl-20",
    )
}  # fmt: skip
RTF_HONEST: dict[str, Way] = {
    control: _rtf(control)
    for control in (r"\fs10", r"\cf1\chcbpat3", r"\cf1\cbpat3", r"\webhidden", r"\expndtw-10")
}

# Characters -------------------------------------------------------------------------------------


def _text(last: str) -> tuple[bytes, str]:
    return "\n".join((*_SHOWN, "Planned the shifts" + last)).encode(), "resume.txt"


def _bits(words: str) -> str:
    return "".join("\u200b" if bit == "0" else "\u200c" for c in words for bit in f"{ord(c):08b}")


#: Ways to carry words in characters no font shows; what is set aside need not spell them.
TEXT_WAYS: dict[str, Way] = {
    "tags": lambda words: _text("".join(chr(0xE0000 + ord(c)) for c in words)),
    "selectors": lambda words: _text("".join(chr(0xE0100 + ord(c) - 16) for c in words)),
    "zero-width-bits": lambda words: _text(_bits(words)),
}
#: Right-to-left text, joined emoji, soft hyphens, Indic and Persian joiners, a flag made of tags.
TEXT_HONEST = (
    "\u05e0\u05d9\u05d4\u05dc\u05ea\u05d9 \u05e6\u05d5\u05d5\u05ea\u200f (ISO 9001)\u200e",
    "\u202b\u05e0\u05d9\u05d4\u05dc\u05ea\u05d9 Excel\u202c",
    "\u2067\u0623\u062f\u0631\u062a \u0641\u0631\u064a\u0642\u0627\u2069 12",
    "\u0645\u06cc\u200c\u062e\u0648\u0627\u0647\u0645 \u0646\u0645\u06cc\u200c\u0634\u0648\u062f",
    "\u0915\u094d\u200d\u0937 \u0930\u094d\u200d\u092f",
    "Built for families \U0001f468\u200d\U0001f469\u200d\U0001f467 and \u2764\ufe0f",
    "\U0001f3f4\U000e0067\U000e0062\U000e0065\U000e006e\U000e0067\U000e007f English",
    "Donau\u00addampf\u00adschiff\u00adfahrt",
    "Measured 5 \u03bcm and \u03a9 with \u03b1-testing",
    "\u0420\u0443\u043a\u043e\u0432\u043e\u0434\u0438\u043b Excel",
    "Planned\u2060 12\u00a0shifts\u200b",
)
