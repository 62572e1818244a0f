"""The program's version, told in one place for everything that names it."""

from functools import cache
from importlib import metadata


@cache
def program_version() -> str:
    """Return the installed version; `0+unknown` when run from a bare checkout."""
    try:
        return metadata.version("vitae")
    except metadata.PackageNotFoundError:
        return "0+unknown"
