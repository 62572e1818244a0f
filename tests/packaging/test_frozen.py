"""The frozen program stands alone: built, copied elsewhere, run with an empty environment."""

import json
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = [pytest.mark.slow, pytest.mark.timeout(900)]

ROOT = Path(__file__).parents[2]
#: GPL parts of Qt, parts not used, the server's side, and what sends things away.
FORBIDDEN = (
    "Charts",
    "Graphs",
    "DataVisualization",
    "VirtualKeyboard",
    "virtualkeyboard",
    "WebEngine",
    "Qt6Qml",
    "Qt6Quick",
    "libgtk",
    "zstandard",
    "fastapi",
    "uvicorn",
    "psycopg",
    "langsmith",
    "_tkinter",
    "pytest",
    "hypothesis",
    "numpy",
)


@pytest.fixture(scope="module")
def program(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Build the program, move it away from the project, and return its executable."""
    folder = tmp_path_factory.mktemp("frozen")
    subprocess.run(
        [
            sys.executable,
            "-m",
            "PyInstaller",
            "build.spec",
            "--noconfirm",
            "--log-level=WARN",
            f"--distpath={folder / 'dist'}",
            f"--workpath={folder / 'work'}",
        ],
        cwd=ROOT,
        check=True,
        capture_output=True,
        timeout=800,
    )
    moved = folder / "moved here"
    shutil.move(folder / "dist" / "vitae", moved)
    yield moved / "vitae"
    shutil.rmtree(folder)


def run(program: Path, *arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the program with nothing of this machine's Python around it."""
    return subprocess.run(
        [program, *arguments],
        env={},
        cwd=cwd,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )


def test_it_tests_itself(program: Path, tmp_path: Path) -> None:
    """Children, migrations and resources work frozen."""
    done = run(program, "self-test", cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr


def test_it_reviews_every_sample_like_the_source_does(program: Path, tmp_path: Path) -> None:
    """The same file has the same score in both forms of the program."""
    samples = sorted(str(path) for path in (ROOT / "resources" / "samples").glob("*.*"))
    arguments = ("review", *samples, "--format", "json", "--as-of", "2026-01")
    frozen = run(program, *arguments, cwd=tmp_path)
    source = subprocess.run(
        [sys.executable, "-m", "desktop", *arguments],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
        timeout=120,
    )
    told = [[json.loads(line) for line in done.stdout.splitlines()] for done in (frozen, source)]
    for report in (*told[0], *told[1]):
        report.pop("timing_ms")
    assert told[0] == told[1]


def test_it_holds_nothing_forbidden(program: Path) -> None:
    """No GPL part of Qt, no server, no tracing client, no test tool is shipped."""
    names = [str(path.relative_to(program.parent)) for path in program.parent.rglob("*")]
    assert [name for name in names if any(word in name for word in FORBIDDEN)] == []


def test_it_holds_what_the_window_needs(program: Path) -> None:
    """Qt's own parts for X11, Wayland, pictures and PDF pages are inside."""
    names = " ".join(path.name for path in program.parent.rglob("*"))
    for part in ("Qt6Widgets", "Qt6Pdf", "Qt6Svg", "qxcb", "qoffscreen", "qwayland", "qsvg"):
        assert part in names


def test_it_is_not_larger_than_promised(program: Path) -> None:
    """Installed size, UX section 4."""
    size = sum(path.lstat().st_size for path in program.parent.rglob("*") if path.is_file())
    assert size <= 200 * 1024 * 1024
