"""Landlock, the file rule of the reader child on Linux: what it may still read, and nothing else.

Needs no privileges (landlock(7), linux/landlock.h; kernel 5.13 and later, where it is switched on).
Newer kernels also take away TCP, abstract sockets and signals to others; each is asked for as far
as the kernel's ABI knows it.
"""

import ctypes
import os
import stat
import struct
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Final

# The same numbers on every machine: they came after the tables were unified.
_CREATE_RULESET: Final = 444
_ADD_RULE: Final = 445
_RESTRICT_SELF: Final = 446
_ASK_VERSION: Final = 1
_RULE_PATH_BENEATH: Final = 1
_PR_SET_NO_NEW_PRIVS: Final = 38

_READ_FILE: Final = 1 << 2
_READ_FOLDER: Final = 1 << 3
#: File rights by the ABI that brought them: execute … make-symlink, refer, truncate, device ioctl.
_FILE_RIGHTS: Final = ((1, 0x1FFF), (2, 1 << 13), (3, 1 << 14), (5, 1 << 15))
#: Binding and connecting TCP, from ABI 4.
_NET_RIGHTS: Final = ((4, 0b11),)
#: Abstract Unix sockets and signals beyond the domain, from ABI 6.
_SCOPES: Final = ((6, 0b11),)
#: Length of struct landlock_ruleset_attr by ABI: longer ones are refused by older kernels.
_RULESET_BYTES: Final = ((1, 8), (4, 8), (6, 8))


def landlock_version() -> int:
    """Return the kernel's Landlock ABI, 0 where there is none or it is switched off."""
    if sys.platform != "linux":
        return 0
    return max(0, _call(_CREATE_RULESET, None, 0, _ASK_VERSION))


def allow_reading_only(paths: Iterable[Path]) -> bool:
    """Take every file right from this thread and its children but reading under `paths`, for good.

    To be called while the process has one thread. What is open already stays open; a path that is
    not there is passed over.

    Returns:
        Whether the rule is in force; False leaves everything as it was.
    """
    version = landlock_version()
    if not version:
        return False
    attributes = struct.pack(
        "=QQQ",
        _known(_FILE_RIGHTS, version),
        _known(_NET_RIGHTS, version),
        _known(_SCOPES, version),
    )
    ruleset = _call(_CREATE_RULESET, attributes, _known(_RULESET_BYTES, version), 0)
    if ruleset < 0:
        return False
    try:
        for path in paths:
            if not _allow(ruleset, path):
                return False
        libc = ctypes.CDLL(None)
        if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
            return False
        return _call(_RESTRICT_SELF, ruleset, 0) == 0
    finally:
        os.close(ruleset)


def _known(table: tuple[tuple[int, int], ...], version: int) -> int:
    """Add up the entries a kernel of this ABI knows."""
    return sum(value for since, value in table if since <= version)


def _allow(ruleset: int, path: Path) -> bool:
    """Allow reading one file, or all below one folder; False when the kernel refuses the rule."""
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return True
    try:
        folder = stat.S_ISDIR(os.fstat(place).st_mode)
        rights = _READ_FILE | _READ_FOLDER if folder else _READ_FILE
        # struct landlock_path_beneath_attr, packed.
        rule = struct.pack("=Qi", rights, place)
        return _call(_ADD_RULE, ruleset, _RULE_PATH_BENEATH, rule, 0) == 0
    finally:
        os.close(place)


def _call(number: int, *arguments: int | bytes | None) -> int:
    """Make a system call the C library has no name for; -1 when it fails."""
    syscall = ctypes.CDLL(None).syscall
    syscall.restype = ctypes.c_long
    wide = (ctypes.c_long(a) if isinstance(a, int) else a for a in arguments)
    result: int = syscall(ctypes.c_long(number), *wide)
    return result
