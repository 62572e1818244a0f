"""The system-call filter of the reader child on Linux: no network, no programs, no writing.

A classic BPF program (linux/filter.h, linux/seccomp.h) that answers "not permitted" to the calls a
reader never needs. Reading files stays possible: libraries load their parts lazily.
"""

import ctypes
import os
import struct
import sys
from dataclasses import dataclass
from typing import Final

_PR_SET_NO_NEW_PRIVS: Final = 38
_PR_SET_SECCOMP: Final = 22
_SECCOMP_MODE_FILTER: Final = 2

_LOAD: Final = 0x20
_JUMP_EQUAL: Final = 0x15
_JUMP_AT_LEAST: Final = 0x35
_JUMP_ANY_BIT: Final = 0x45
_RETURN: Final = 0x06
_ALLOW: Final = 0x7FFF0000
_KILL: Final = 0x80000000
_DENY: Final = 0x00050000 | 1  # SECCOMP_RET_ERRNO | EPERM
_NO_SUCH_CALL: Final = 0x00050000 | 38  # SECCOMP_RET_ERRNO | ENOSYS: the C library falls back

# struct seccomp_data, little-endian: the low halves of the arguments.
_NUMBER_AT: Final = 0
_ARCH_AT: Final = 4
_FIRST_ARGUMENT_AT: Final = 16
_SECOND_ARGUMENT_AT: Final = 24
_THIRD_ARGUMENT_AT: Final = 32
#: Calls of the x32 table carry this bit and would pass by every number below.
_X32_BIT: Final = 0x40000000
_CLONE_THREAD: Final = 0x00010000
#: O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND: any of them means to write.
_WRITE_FLAGS: Final = 0o1 | 0o2 | 0o100 | 0o1000 | 0o2000
#: clone3, openat2: their flags lie in memory, out of a filter's sight.
_WITHOUT_FLAGS: Final = (435, 437)


@dataclass(frozen=True)
class _Calls:
    """System-call numbers of one machine."""

    arch: int
    clone: int
    openat: int
    open: int | None
    deny: tuple[int, ...]


# Numbers: asm/unistd_64.h, and asm-generic/unistd.h for ARM64.
_MACHINES: Final = {
    "x86_64": _Calls(
        arch=0xC000003E,
        clone=56,
        openat=257,
        open=2,
        deny=(
            *(41, 42, 43, 44, 46, 49, 50, 53, 288, 307),  # sockets: make, connect, send, accept
            *(57, 58, 59, 322),  # fork, vfork, execve, execveat
            *(62, 200, 234, 129, 297, 424),  # signals to other processes
            *(101, 310, 311, 438),  # ptrace, process_vm_*, pidfd_getfd
            *(76, 77, 82, 83, 84, 85, 86, 87, 88, 90, 91, 92, 93, 94, 133),  # truncate … mknod
            *(258, 259, 260, 263, 264, 265, 266, 268, 316, 452),  # the same, *at
            *(132, 188, 189, 190, 197, 198, 199, 235, 261, 280, 285),  # times, attributes
            *(155, 161, 165, 166, 272, 308, 428, 429, 430, 431, 432, 442),  # mounts, namespaces
            *(248, 249, 250, 298, 321, 323, 425, 426, 427),  # keys, perf, bpf, io_uring
        ),
    ),
    "aarch64": _Calls(
        arch=0xC00000B7,
        clone=220,
        openat=56,
        open=None,
        deny=(
            *(198, 199, 200, 201, 202, 203, 206, 211, 242, 269),  # sockets
            *(221, 281),  # execve, execveat
            *(129, 130, 131, 138, 240, 424),  # signals to other processes
            *(117, 270, 271, 438),  # ptrace, process_vm_*, pidfd_getfd
            *(33, 34, 35, 36, 37, 38, 45, 46, 52, 53, 54, 55, 276, 452),  # mknodat … renameat2
            *(5, 6, 7, 14, 15, 16, 47, 88),  # attributes, fallocate, times
            *(39, 40, 41, 51, 97, 268, 428, 429, 430, 431, 432, 442),  # mounts, namespaces
            *(217, 218, 219, 241, 280, 282, 425, 426, 427),  # keys, perf, bpf, io_uring
        ),
    ),
}


class _Program(ctypes.Structure):
    """struct sock_fprog."""

    _fields_ = (("len", ctypes.c_ushort), ("filter", ctypes.c_void_p))


def filter_system_calls() -> bool:
    """Install the filter for good; False where the machine or the kernel has none."""
    if sys.platform != "linux":
        return False
    calls = _MACHINES.get(os.uname().machine)
    if calls is None or sys.maxsize < 2**32:
        return False
    code = b"".join(_program(calls))
    buffer = ctypes.create_string_buffer(code, len(code))
    program = _Program(len(code) // 8, ctypes.cast(buffer, ctypes.c_void_p))
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0:
        return False
    installed: int = libc.prctl(_PR_SET_SECCOMP, _SECCOMP_MODE_FILTER, ctypes.byref(program), 0, 0)
    return installed == 0


def _step(code: int, value: int, if_true: int = 0, if_false: int = 0) -> bytes:
    """One struct sock_filter; jumps count the steps to skip."""
    return struct.pack("=HBBI", code, if_true, if_false, value)


def _program(calls: _Calls) -> list[bytes]:
    steps = [
        _step(_LOAD, _ARCH_AT),
        _step(_JUMP_EQUAL, calls.arch, if_true=1),
        _step(_RETURN, _KILL),
        _step(_LOAD, _NUMBER_AT),
        _step(_JUMP_AT_LEAST, _X32_BIT, if_false=1),
        _step(_RETURN, _DENY),
    ]
    for number in _WITHOUT_FLAGS:
        steps += [_step(_JUMP_EQUAL, number, if_false=1), _step(_RETURN, _NO_SUCH_CALL)]
    for number in calls.deny:
        steps += [_step(_JUMP_EQUAL, number, if_false=1), _step(_RETURN, _DENY)]
    steps += _on_flags(calls.openat, _THIRD_ARGUMENT_AT, _WRITE_FLAGS, with_flags=_DENY)
    if calls.open is not None:
        steps += _on_flags(calls.open, _SECOND_ARGUMENT_AT, _WRITE_FLAGS, with_flags=_DENY)
    # A thread may be made, another process may not.
    steps += _on_flags(
        calls.clone, _FIRST_ARGUMENT_AT, _CLONE_THREAD, with_flags=_ALLOW, without=_DENY
    )
    steps.append(_step(_RETURN, _ALLOW))
    return steps


def _on_flags(
    number: int, argument_at: int, flags: int, *, with_flags: int, without: int = _ALLOW
) -> list[bytes]:
    """Decide one call by whether an argument has any of `flags`."""
    return [
        _step(_JUMP_EQUAL, number, if_false=4),
        _step(_LOAD, argument_at),
        _step(_JUMP_ANY_BIT, flags, if_false=1),
        _step(_RETURN, with_flags),
        _step(_RETURN, without),
    ]
