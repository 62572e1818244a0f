"""Makes one empty library per test run; tests copy it instead of migrating each their own."""

from functools import cache
from pathlib import Path
from tempfile import mkdtemp

from database.session import open_library


@cache
def empty_library() -> Path:
    """Return the path of an empty, current library file that nobody has open."""
    path = Path(mkdtemp(prefix="vitae-library-")) / "library.sqlite3"
    open_library(path).close()
    return path
