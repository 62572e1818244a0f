"""Reads every malformed or hostile file in a reader child and prints how each one ended.

    python -m bench.bad_files [FOLDER]      default: $VITAE_SHARED_DATA/bad or ../shared/data/bad

Each file gets a child of its own, so that time and memory are its own. The exit status is 1 when a
file took more than 20 s or 512 MB, or crashed the reader.
"""

import os
import sys
import time
from pathlib import Path

from ai_agents.errors import ReadCode, ReadError
from ai_agents.sandbox import Reader

#: The reader's own clock ends a file after 20 s; the rest is for ending the child.
MAX_SECONDS = 20.5
MAX_MIB = 512
_ROOT = Path(__file__).parent.parent


def bad_folder() -> Path:
    """Return the folder of bad files named on the command line, by the variable, or beside us."""
    if len(sys.argv) > 1:
        return Path(sys.argv[1])
    shared = os.environ.get("VITAE_SHARED_DATA")
    return (Path(shared) if shared else _ROOT.parent / "shared" / "data") / "bad"


def read_one(path: Path) -> tuple[str, float, int]:
    """Return (outcome, seconds, peak MiB) of one file in a fresh child."""
    with Reader() as reader:
        started = time.perf_counter()
        try:
            result = reader.read(path)
        except ReadError as error:
            outcome = error.code
        else:
            document = result.document
            warned = ",".join(warning.code for warning in document.warnings)
            outcome = f"{len(document.lines)} lines, {len(document.hidden)} hidden {warned}"
        seconds = time.perf_counter() - started
        reader.close()
        return outcome, seconds, reader.peak_kib // 1024


def main() -> int:
    """Print the table; return the exit status."""
    paths = sorted(path for path in bad_folder().iterdir() if path.is_file())
    failed = 0
    for path in paths:
        outcome, seconds, mib = read_one(path)
        over = seconds > MAX_SECONDS or mib > MAX_MIB or outcome == ReadCode.CRASHED
        failed += over
        mark = "!!" if over else "  "
        print(f"{mark} {path.name[:56]:56} {outcome[:52]:52} {seconds:6.2f} s {mib:4d} MB")
    print(f"{len(paths)} files, {failed} outside the limits")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
