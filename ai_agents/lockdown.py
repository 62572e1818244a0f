"""Takes from a child process what it does not need: memory, time, files, network, other programs.

Called once by the reader child after it has loaded its libraries and before it sees a resume.
Linux (x86-64 and ARM64) has all of it; the user's files are out of reach where the kernel has
Landlock (5.13 and later, most distributions). macOS has the resource limits it knows and no
system-call filter; Windows has neither: there the parent's wall-clock limit and the fresh process
are what protects the program, and a hostile file stays inside a process with the user's rights.
What is in force is told to the parent: `sandbox.Reader.protections`.
"""

import ctypes
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from ai_agents.landlock import allow_reading_only
from ai_agents.seccomp import filter_system_calls

CPU_SECONDS_PER_FILE: Final = 20
#: Memory the child may hold in all, 40 MB of it before the first file. Together with the program
#: that drives it, it stays below the 512 MB a file may cost (SYNC.md section 4).
MEMORY_BYTES: Final = 400 * 1024 * 1024
MAX_OPEN_FILES: Final = 32

#: Where PDFium looks for fonts a file does not bring (CFX_LinuxFontInfo), and what loading a
#: library late needs.
_SYSTEM_FILES: Final = (
    "/usr/share/fonts",
    "/usr/share/X11/fonts",
    "/usr/local/share/fonts",
    "/etc/ld.so.cache",
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/dev/null",
    "/dev/urandom",
)

_PR_SET_PDEATHSIG: Final = 1
_SIGKILL: Final = 9


def lock_down() -> tuple[str, ...]:
    """Apply every limit this system has, for good.

    Returns:
        What is in force, of "memory", "cpu", "files" (their number; none is written),
        "parent-death", "user-files" (none is read) and "system-calls" (no network, no programs, no
        writing).
    """
    applied = list(_limit_resources())
    if die_with_parent():
        applied.append("parent-death")
    if allow_reading_only(_readable()):
        applied.append("user-files")
    if filter_system_calls():
        applied.append("system-calls")
    return tuple(applied)


def _readable() -> Iterator[Path]:
    """Yield what the child still reads after its start: its own code, libraries, data and fonts."""
    package = Path(__file__).resolve().parent
    yield package
    yield package.parent / "resources"
    if bundle := getattr(sys, "_MEIPASS", None):
        yield Path(bundle)
        yield Path(sys.executable)  # PyInstaller keeps the modules in the program itself
    for entry in sys.path:
        path = Path(entry).resolve()
        # The folder of a checkout may hold anything.
        if path != package.parent or path.name.endswith("-packages"):
            yield path
    yield from map(Path, _SYSTEM_FILES)


def arm_cpu_limit() -> None:
    """Give the process another 20 s of processor time, counted from now; SIGXCPU ends it after."""
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - POSIX only

    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime) + 1 + CPU_SECONDS_PER_FILE
    resource.setrlimit(resource.RLIMIT_CPU, (soft, resource.RLIM_INFINITY))


def peak_memory_kib() -> int:
    """Return the highest resident memory of this process so far in KiB, 0 where unknown."""
    if sys.platform == "win32":
        return 0
    import resource  # noqa: PLC0415 - POSIX only

    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak // 1024 if sys.platform == "darwin" else peak


def _limit_resources() -> tuple[str, ...]:
    if sys.platform == "win32":
        return ()
    import resource  # noqa: PLC0415 - POSIX only

    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    files = MAX_OPEN_FILES if hard == resource.RLIM_INFINITY else min(MAX_OPEN_FILES, hard)
    resource.setrlimit(resource.RLIMIT_NOFILE, (files, files))
    arm_cpu_limit()
    if sys.platform != "linux":  # macOS accepts RLIMIT_AS and ignores it
        return ("cpu", "files")
    # Address space is more than memory: shared libraries and reserved heaps count. So the limit is
    # what is mapped now plus what may still be filled.
    virtual, resident = _mapped_bytes()
    limit = virtual + max(0, MEMORY_BYTES - resident)
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    return ("memory", "cpu", "files")


def _mapped_bytes() -> tuple[int, int]:
    """Return (virtual, resident) size of this process; proc(5), statm."""
    with open("/proc/self/statm", encoding="ascii") as statm:  # noqa: PTH123 - a kernel file
        virtual, resident = statm.read().split()[:2]
    page = os.sysconf("SC_PAGESIZE")
    return int(virtual) * page, int(resident) * page


def die_with_parent() -> bool:
    """Ask Linux to end this process when its parent's thread goes; False where it cannot."""
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None)
    done: int = libc.prctl(_PR_SET_PDEATHSIG, _SIGKILL, 0, 0, 0)
    return done == 0
