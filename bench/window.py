"""The window's figures: first paint, drop to first score, search at 100,000 reviews, memory.

    python bench/window.py [--rows 100000]

Runs itself in fresh processes under Xvfb where there is no display. Figures are medians; targets
are those of the design (UX section 4). "Warm" means files in the page cache and compiled modules,
as after an installation: PYTHONDONTWRITEBYTECODE is taken out of the environment, because with it
our own packages are compiled anew at every start. Beside the first paint stands the processor time
that it took, which a busy machine changes less than the time on the clock.
"""

import argparse
import os
import shutil
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT))

STARTS, DROPS, SEARCHES = 7, 5, 10
SAMPLES = ROOT / "resources" / "samples"


def main() -> None:
    """Measure everything and print one line per figure."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--part", choices=("paint", "drop", "search"))
    parser.add_argument("--data", type=Path)
    options = parser.parse_args()
    if options.part:
        {"paint": paint, "drop": drop, "search": search}[options.part](options.data)
        return
    if not os.environ.get("DISPLAY") and shutil.which("xvfb-run"):
        screen = ["xvfb-run", "-a", "-s", "-screen 0 1400x900x24"]
        raise SystemExit(subprocess.call([*screen, sys.executable, *sys.argv]))
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    with tempfile.TemporaryDirectory(prefix="vitae-bench-") as folder:
        measure(Path(folder), options.rows)


def measure(folder: Path, rows: int) -> None:
    """Run the parts in processes of their own."""
    part("drop", folder / "small")  # makes the library; measured again below, warm
    paints = [part("paint", folder / "small").split() for _ in range(STARTS)]
    show("first paint, warm", statistics.median(float(wall) for wall, _ in paints), "ms", 500)
    show("  processor time of it", statistics.median(float(cpu) for _, cpu in paints), "ms", 500)
    for file in (folder / "small").glob("library*"):
        file.unlink()
    scores, idle = part("drop", folder / "small").split()
    show("drop to first score, warm reviewer", float(scores), "ms", 1000)
    show("memory idle", float(idle), "MB", 120)
    fill(folder / "large", rows)
    listed, typed, memory = part("search", folder / "large").split()
    show(f"history shown, {rows:,} reviews", float(listed), "ms", 1000)
    show(f"search keystroke to rows, {rows:,} reviews", float(typed), "ms", 100)
    show(f"memory with {rows:,} reviews", float(memory), "MB", 160)


def show(name: str, value: float, unit: str, target: float) -> None:
    """Print a figure beside its target."""
    verdict = "ok" if value <= target else "MISSED"
    print(f"{name:62} {value:8.1f} {unit}   target {target:g}   {verdict}", flush=True)


def part(name: str, data: Path) -> str:
    """Run one part in a fresh process; return what it printed."""
    command = [sys.executable, __file__, "--part", name, "--data", str(data)]
    done = subprocess.run(
        command, capture_output=True, text=True, timeout=300, check=True, cwd=ROOT
    )
    return done.stdout.strip().splitlines()[-1]


def paint(data: Path) -> None:
    """Print milliseconds from the process's start to the first paint: clock and processor."""
    application, program = make(data)

    def on_painted() -> None:
        now = time.clock_gettime(time.CLOCK_BOOTTIME)
        print(f"{(now - started_at()) * 1000:.1f} {time.process_time() * 1000:.1f}", flush=True)
        program.window.close()

    program.window.painted.connect(on_painted)
    program.start([])
    application.exec()


def drop(data: Path) -> None:
    """Print the median milliseconds from a drop to its score, and the idle memory in MB."""
    application, program = make(data)
    program.start([])
    settle(application, program)
    idle = memory_mb()
    times: list[float] = []
    program.intake.reviewed.connect(lambda _fresh: times.append(time.perf_counter()))
    spent = []
    for path in sorted(SAMPLES.glob("*.pdf"))[:DROPS]:
        before, count = time.perf_counter(), len(times)
        program.intake.add_paths([path])
        pump(application, lambda count=count: len(times) > count)
        spent.append((times[-1] - before) * 1000)
        pump(application, lambda: program.lanes.storage.pending == 0)
    program.window.close()
    print(f"{statistics.median(spent):.1f} {idle:.1f}")


def search(data: Path) -> None:
    """Print milliseconds to list everything, from a query to rows, and the memory in MB."""
    from desktop.shell.rail import Place  # noqa: PLC0415 - Qt only in the parts

    application, program = make(data)
    window, model = program.window, program.window.pages.history_model
    program.start([])
    settle(application, program)
    before = time.perf_counter()
    window.go_to(Place.HISTORY)
    pump(application, lambda: model.rowCount() > 0 and program.lanes.storage.pending == 0)
    listed = (time.perf_counter() - before) * 1000
    spent = []
    for word in ("m", "ma", "may", "maya", "chen", "engineer", "ledger", "acme", "data", "b")[
        :SEARCHES
    ]:
        before = time.perf_counter()
        window.pages.history.search.setText(word)
        pump(
            application,
            lambda: window.pages.history.is_settled and not program.lanes.storage.pending,
        )
        spent.append((time.perf_counter() - before) * 1000)
    window.close()
    print(f"{listed:.1f} {statistics.median(spent):.1f} {memory_mb():.1f}")


def make(data: Path):  # noqa: ANN201 - Qt's types only in the parts
    """Return the application and a program on this data folder."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - Qt only in the parts

    from desktop.bootstrap import Program  # noqa: PLC0415 - the same
    from desktop.paths import app_paths  # noqa: PLC0415 - the same
    from desktop.policy import Policies  # noqa: PLC0415 - the same
    from desktop.settings import Settings  # noqa: PLC0415 - the same

    paths = app_paths(data)
    paths.create()
    application = QApplication([])
    application.setStyle("Fusion")
    return application, Program(application, paths, Settings(paths.settings, Policies()))


def settle(application, program) -> None:  # noqa: ANN001 - see `make`
    """Let the window live until the library is open and the reviewer warm."""
    lanes = program.lanes
    pump(application, lambda: lanes.analysis.is_ready and lanes.storage.pending == 0)


def pump(application, done: Callable[[], bool], limit_s: float = 120) -> None:  # noqa: ANN001 - see `make`
    """Let the window live until `done`."""
    until = time.perf_counter() + limit_s
    while not done():
        application.processEvents()
        time.sleep(0.0005)
        if time.perf_counter() > until:
            raise TimeoutError
    application.processEvents()


def started_at() -> float:
    """Return when this process began, on the clock that runs since boot (proc(5), stat 22)."""
    ticks = int(Path("/proc/self/stat").read_text(encoding="utf-8").rpartition(")")[2].split()[19])
    return ticks / os.sysconf("SC_CLK_TCK")


def memory_mb() -> float:
    """Return the resident memory of this process."""
    pages = int(Path("/proc/self/statm").read_text(encoding="utf-8").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def fill(folder: Path, rows: int) -> None:
    """Make a library with many reviews: two are stored, their rows are then multiplied in SQL."""
    from database.session import open_library  # noqa: PLC0415 - not in the Qt parts
    from tests.support.reports import contract_wire  # noqa: PLC0415 - the same

    folder.mkdir(parents=True)
    store = open_library(folder / "library.sqlite3")
    with store.write() as work:
        work.analyses.store(contract_wire())
    store.close()
    with sqlite3.connect(folder / "library.sqlite3") as connection:
        multiply(connection, rows)
    connection.close()


def multiply(connection: sqlite3.Connection, rows: int) -> None:
    """Copy the one review `rows` times with other ids, names, scores, dates and words."""
    names = ("Maya Chen", "Luis Ortega", "Ann Example", "Amara Okafor", "Bo Ledger", "Kim Acme")
    for table in ("resume_analyses", "search_entries"):
        cursor = connection.execute(f"SELECT * FROM {table} LIMIT 1")  # noqa: S608 - our names
        columns = [column[0] for column in cursor.description]
        first = dict(zip(columns, cursor.fetchone(), strict=True))
        marks = ", ".join("?" for _ in columns)
        made = (changed(first, number, names[number % 6]) for number in range(1, rows))
        connection.executemany(
            f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({marks})",  # noqa: S608 - our names
            (tuple(row[column] for column in columns) for row in made),
        )


def changed(first: dict[str, object], number: int, name: str) -> dict[str, object]:
    """Return the row as number `number`."""
    key = number.to_bytes(16, "big")
    if "record_id" in first:
        words = f"{name} data engineer {number}" if number % 3 else f"{name} nurse {number}"
        return {**first, "id": number + 1, "record_id": key, "names": name.lower(), "words": words}
    day = f"20{10 + number % 16}-{1 + number % 12:02}-{1 + number % 28:02} 10:00:00.000000"
    score = number * 37 % 1000 / 10
    stamped = {"analysis_completed_at": day, "overall_score": score, "title": name, "seq": None}
    return {**first, "id": key, **stamped}


if __name__ == "__main__":
    main()
