"""Qt without a display for everything below tests/desktop, and an empty library to start with."""

import os
from pathlib import Path

import pytest

from desktop.paths import AppPaths

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def paths(tmp_path: Path) -> AppPaths:
    """A data folder with an empty library."""
    from tests.support.library_file import empty_library  # noqa: PLC0415 - Qt's platform comes first
    from tests.support.qt_program import fresh_paths  # noqa: PLC0415 - the same

    return fresh_paths(tmp_path / "data", empty_library())
