"""The program's version, told in one place."""

from importlib import metadata


def version() -> str:
    """Return the installed version; `0+unknown` when run from a bare checkout."""
    try:
        return metadata.version("vitae")
    except metadata.PackageNotFoundError:
        return "0+unknown"
