"""OpenDocument texts made part by part for the reader's tests."""

from tests.support.docx_files import FILLER, archive

_NAMES = " ".join(
    f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for prefix, name in {
        "office": "office",
        "style": "style",
        "text": "text",
        "table": "table",
        "draw": "drawing",
        "fo": "xsl-fo-compatible",
        "svg": "svg-compatible",
    }.items()
)
NAMESPACES = f'{_NAMES} xmlns:xlink="http://www.w3.org/1999/xlink"'
MIMETYPE = "application/vnd.oasis.opendocument.text"


def odt(body: str, *, automatic: str = "", styles: str = "", manifest: str = "") -> bytes:
    """Return an ODT with `body` as its text, `automatic` styles and a `styles.xml` inside."""
    members = {
        "mimetype": MIMETYPE,
        "content.xml": f"<office:document-content {NAMESPACES}>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{body}<text:p>{FILLER}</text:p></office:text></office:body>"
        "</office:document-content>",
        "styles.xml": f"<office:document-styles {NAMESPACES}>{styles}</office:document-styles>",
    }
    if manifest:
        members["META-INF/manifest.xml"] = manifest
    return archive(members)


def text_style(name: str, properties: str, family: str = "text") -> str:
    """Return a style with text properties."""
    return (
        f'<style:style style:name="{name}" style:family="{family}">'
        f"<style:text-properties {properties}/></style:style>"
    )
