"""Opens zip archives and XML parts after checking what they declare; resume bytes are hostile.

OWASP ASVS 5.0 V5.2.3: unpacked size and entry count are checked before anything is unpacked.
"""

import re
import struct
import zipfile
import zlib
from io import BytesIO
from typing import Final

from lxml import etree

from ai_agents.documents.refusals import refusal
from ai_agents.errors import ReadCode

MAX_MEMBERS: Final = 2_000
MAX_MEMBER_BYTES: Final = 32 * 1024 * 1024
MAX_UNPACKED_BYTES: Final = 100 * 1024 * 1024
#: Deflate reaches 1,032 : 1 at most; honest office files stay far below 300 : 1 in their XML.
MAX_RATIO: Final = 400
_RATIO_FLOOR_BYTES: Final = 1024 * 1024
_MAX_DIRECTORY_BYTES: Final = 1024 * 1024

_END_RECORD: Final = b"PK\x05\x06"
_END_RECORD_BYTES: Final = 22
_DRIVE = re.compile(r"^[A-Za-z]:")
_ENCRYPTED_FLAG: Final = 0x1
#: What zipfile raises on broken members: it checks less than it promises.
_READ_FAULTS: Final = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    NotImplementedError,
    OSError,
    OverflowError,
    RuntimeError,
    ValueError,
)
_DOCTYPE_DETAIL: Final = "It declares entities, which documents do not need."
_FORBIDDEN = re.compile(
    rb"[\x00-\x08\x0b\x0c\x0e-\x1f]"
    rb"|&#(?:0*(?:[0-8]|1[124-9]|2[0-9]|3[01])|x0*(?:[0-8bcefBCEF]|1[0-9a-fA-F]));"
)


def open_archive(data: bytes) -> zipfile.ZipFile:
    """Open a zip in memory after checking what it declares about itself.

    Raises:
        ReadError: DAMAGED when it is no complete archive, ENCRYPTED when a member is locked, UNSAFE
            when it holds too many members, unpacks to too much, or names paths outside itself.
    """
    _check_directory_size(data)
    try:
        archive = zipfile.ZipFile(BytesIO(data))
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OverflowError, struct.error) as e:
        raise refusal(ReadCode.DAMAGED) from e
    members = archive.infolist()
    if len(members) > MAX_MEMBERS:
        raise refusal(ReadCode.UNSAFE, f"It holds {len(members):,} parts.")
    for member in members:
        _check_member(member)
    if sum(member.file_size for member in members) > MAX_UNPACKED_BYTES:
        raise refusal(ReadCode.UNSAFE, "It unpacks to far more than a document needs.")
    return archive


def _check_directory_size(data: bytes) -> None:
    """Refuse a directory too large to be worth parsing: zipfile would build an object per entry."""
    at = data.rfind(_END_RECORD, max(0, len(data) - 65_557))
    if at < 0 or len(data) - at < _END_RECORD_BYTES:
        raise refusal(ReadCode.DAMAGED, "The end of the file is missing.")
    count, size = struct.unpack_from("<HI", data, at + 10)
    if count > MAX_MEMBERS or size > _MAX_DIRECTORY_BYTES:
        raise refusal(ReadCode.UNSAFE, f"It holds {count:,} parts.")


def _check_member(member: zipfile.ZipInfo) -> None:
    if member.flag_bits & _ENCRYPTED_FLAG:
        raise refusal(ReadCode.ENCRYPTED)
    if member.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise refusal(ReadCode.DAMAGED, "It is packed in a way documents are not.")
    name = member.filename.replace("\\", "/")
    if name.startswith("/") or ".." in name.split("/") or _DRIVE.match(name):
        raise refusal(ReadCode.UNSAFE, "It names files outside itself.")
    if member.file_size > MAX_MEMBER_BYTES:
        raise refusal(ReadCode.UNSAFE, "One part unpacks to far more than a document needs.")
    packed = max(1, member.compress_size)
    if member.file_size > _RATIO_FLOOR_BYTES and member.file_size / packed > MAX_RATIO:
        raise refusal(ReadCode.UNSAFE, "It unpacks to far more than a document needs.")


def read_member(archive: zipfile.ZipFile, name: str) -> bytes | None:
    """Return one part's bytes, None when the archive has no such part.

    Raises:
        ReadError: DAMAGED when its data is broken, UNSAFE when it holds more than it declared.
    """
    try:
        info = archive.getinfo(name)
    except KeyError:
        return None
    try:
        with archive.open(info) as stream:
            content = stream.read(info.file_size + 1)
    except _READ_FAULTS as e:
        raise refusal(ReadCode.DAMAGED, "Part of its content is broken.") from e
    if len(content) > info.file_size:
        raise refusal(ReadCode.UNSAFE, "It unpacks to more than it declares.")
    return content


def parse_xml(content: bytes) -> etree._Element:
    """Parse XML with entities, document types and the network off.

    Raises:
        ReadError: DAMAGED when it is not well-formed; UNSAFE when it declares a document type,
            which office files never need and entity attacks always do.
    """
    if b"<!DOCTYPE" in content:
        raise refusal(ReadCode.UNSAFE, _DOCTYPE_DETAIL)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError) as e:
        raise refusal(ReadCode.DAMAGED, "Part of its content is broken.") from e
    if root.getroottree().docinfo.internalDTD is not None:  # declared in another encoding
        raise refusal(ReadCode.UNSAFE, _DOCTYPE_DETAIL)
    return root


def without_control_characters(content: bytes) -> bytes:
    """Return UTF-8 XML without the characters XML 1.0 forbids (section 2.2), raw or as references.

    Some programs write them when they paste from elsewhere; the text around them is sound.
    """
    return _FORBIDDEN.sub(b"", content)
