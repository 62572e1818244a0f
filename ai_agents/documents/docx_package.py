"""The parts of a Word file and how they point at each other (ECMA-376 parts 1 and 2)."""

import posixpath
import zipfile
from dataclasses import dataclass
from typing import Final
from urllib.parse import unquote

from lxml import etree

from ai_agents.documents.archive import (
    open_archive,
    parse_xml,
    read_member,
    without_control_characters,
)
from ai_agents.documents.refusals import refusal
from ai_agents.errors import ReadCode, ReadError

W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R: Final = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
A: Final = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

#: Strict files use other namespaces for the same words (ECMA-376 part 4 describes the old ones).
_STRICT: Final = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/relationships",
        b"http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    ),
    (
        b"http://purl.oclc.org/ooxml/drawingml/main",
        b"http://schemas.openxmlformats.org/drawingml/2006/main",
    ),
)
_DEFAULT_MAIN: Final = "word/document.xml"
_DETAIL_NO_TEXT: Final = "The text part of this Word document is missing."


@dataclass(frozen=True)
class Relationship:
    """One pointer of a part; `kind` is the last word of its type, `target` a part name or a URL."""

    kind: str
    target: str
    external: bool


class Package:
    """The parts of one opened Word file, each parsed at most once by its reader."""

    def __init__(self, data: bytes) -> None:
        """Open the file; raises ReadError as `open_archive` does."""
        self._archive: zipfile.ZipFile = open_archive(data)
        # Names are compared without regard to case (ECMA-376 part 2, 6.2.2.3); some writers put
        # backslashes.
        self._names = {
            name.replace("\\", "/").lstrip("/").lower(): name for name in self._archive.namelist()
        }
        self.repaired = False
        self.incomplete = "[content_types].xml" not in self._names
        self.main_name = self._find_main()

    def _find_main(self) -> str:
        root = self.relationships("")
        for relationship in root.values():
            if relationship.kind == "officeDocument" and self.has(relationship.target):
                return relationship.target
        self.incomplete = self.incomplete or not root
        if self.has(_DEFAULT_MAIN):
            return _DEFAULT_MAIN
        raise refusal(ReadCode.DAMAGED, _DETAIL_NO_TEXT)

    def has(self, name: str) -> bool:
        """Whether the file has this part."""
        return name.lower() in self._names

    def content(self, name: str) -> bytes | None:
        """Return a part's bytes, None when it is not there."""
        stored = self._names.get(name.lower())
        return None if stored is None else read_member(self._archive, stored)

    def part(self, name: str) -> etree._Element | None:
        """Return a part's XML, None when it is not there.

        Raises:
            ReadError: DAMAGED when it is not well-formed even without its stray control characters.
        """
        content = self.content(name)
        if content is None:
            return None
        for strict, transitional in _STRICT:
            content = content.replace(strict, transitional)
        try:
            return parse_xml(content)
        except ReadError as error:
            cleaned = without_control_characters(content)
            if error.code != ReadCode.DAMAGED or cleaned == content:
                raise
        self.repaired = True
        return parse_xml(cleaned)

    def optional_part(self, name: str) -> etree._Element | None:
        """Return a part the text can do without: None also when it is damaged."""
        try:
            return self.part(name)
        except ReadError as error:
            if error.code != ReadCode.DAMAGED:
                raise
            self.repaired = True
            return None

    def relationships(self, part_name: str) -> dict[str, Relationship]:
        """Return a part's relationships by id; "" is the package itself."""
        folder, _, base = part_name.rpartition("/")
        root = self.optional_part(posixpath.join(folder, "_rels", f"{base}.rels"))
        found: dict[str, Relationship] = {}
        for element in () if root is None else root:
            target = element.get("Target", "")
            external = element.get("TargetMode") == "External"
            found[element.get("Id", "")] = Relationship(
                kind=element.get("Type", "").rpartition("/")[2],
                target=target if external else _resolve(folder, target),
                external=external,
            )
        return found


def _resolve(folder: str, target: str) -> str:
    """A target is relative to its part's folder, or absolute within the package."""
    target = unquote(target.partition("#")[0])
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(folder, target)) if target else ""
