"""Finds the program's data files (rubrics, lexicons, samples), also in the frozen program."""

import gzip
import sys
from pathlib import Path


def resource_path(*parts: str) -> Path:
    """Return the path of a resource, e.g. `resource_path("rubrics", "core.yaml")`."""
    # PyInstaller unpacks data files under sys._MEIPASS, keeping the folder's name.
    bundle = getattr(sys, "_MEIPASS", None)
    root = Path(bundle) / "resources" if bundle else Path(__file__).parent
    return root.joinpath(*parts)


def read_text(*parts: str) -> str:
    """Return the text of a resource file."""
    return resource_path(*parts).read_text(encoding="utf-8")


def read_packed(*parts: str) -> list[str]:
    """Return the lines of a resource that is kept as gzip text; the name is given without .gz."""
    *folder, name = parts
    return gzip.decompress(resource_path(*folder, f"{name}.gz").read_bytes()).decode().splitlines()
