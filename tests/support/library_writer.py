"""A program that stores reviews without end; tests kill it, or give it too small a disk.

Prints a line `kept ID` after every review whose transaction has returned; `fault CODE` and ends
when the library names a fault.
"""

import argparse
import resource
import sys
import time
from itertools import count
from pathlib import Path

from database.errors import DatabaseFault
from database.session import open_library
from tests.support.reviews import wire_review


def main() -> None:
    """Write until killed or refused."""
    parser = argparse.ArgumentParser()
    parser.add_argument("library", type=Path)
    parser.add_argument("--file-limit", type=int, help="bytes no file may grow beyond")
    parser.add_argument("--pause-s", type=float, default=0.0, help="time a review takes to make")
    options = parser.parse_args()
    if options.file_limit:
        resource.setrlimit(resource.RLIMIT_FSIZE, (options.file_limit, options.file_limit))
    try:
        write_on(options.library, options.pause_s)
    except DatabaseFault as fault:
        say(f"fault {fault.code}")


def write_on(path: Path, pause_s: float) -> None:
    """Store one review after the other."""
    store = open_library(path)
    for number in count():
        with store.write() as work:
            made = work.analyses.store(wire_review(text=f"Line {number} " * 40))
        say(f"kept {made}")
        time.sleep(pause_s)


def say(line: str) -> None:
    """Write a line at once."""
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
