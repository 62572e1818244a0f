"""What the library promises when the program is killed or the disk refuses, seen from outside."""

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import UUID

import pytest

from database.errors import DatabaseBusy, DatabaseFault, DatabaseReadOnly
from database.session import Store, open_library
from database.state import DatabaseState, inspect, is_sound
from tests.support.databases import library
from tests.support.reviews import wire_review

ROOT = Path(__file__).parents[2]
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="uses POSIX limits and signals")


def writer(path: Path, *options: str) -> "subprocess.Popen[str]":
    """Start a program that stores reviews without end."""
    command = [sys.executable, "-m", "tests.support.library_writer", str(path), *options]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True)


def kill_after(path: Path, delay_s: float) -> list[UUID]:
    """Kill a writer some time after its first acknowledged write; return all it acknowledged."""
    with writer(path) as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        time.sleep(delay_s)  # the moment of the kill is what is tried
        process.kill()
        said += process.stdout.read()
    return acknowledged_in(said)


def acknowledged_in(said: str) -> list[UUID]:
    """Return the reviews a writer acknowledged; a line cut off by the kill was never said."""
    whole = said[: said.rfind("\n") + 1]
    return [UUID(line.split()[1]) for line in whole.splitlines()]


def check(path: Path, acknowledged: set[UUID]) -> None:
    """Require a sound library that holds every acknowledged review whole."""
    assert is_sound(path)
    store = open_library(path)
    with store.read() as work:
        kept = set(work.history.ids())
        assert acknowledged <= kept
        assert {work.analyses.load(i)["schema"] for i in kept} == {"vitae.review/1"}
        found = {record for _kind, record in work.search.find("line", limit=100_000)}
        assert found == kept
    store.close()


@pytest.mark.parametrize(
    "kills", [3, pytest.param(40, marks=[pytest.mark.slow, pytest.mark.timeout(600)])]
)
def test_a_kill_loses_nothing_that_was_acknowledged(tmp_path: Path, kills: int) -> None:
    """SIGKILL at random moments: sound, every acknowledged review whole and found by its words."""
    random_ = random.Random(kills)  # noqa: S311 - test data
    path = tmp_path / "library" / "vitae.db"
    acknowledged: set[UUID] = set()
    for _ in range(kills):
        acknowledged.update(kill_after(path, random_.uniform(0.0, 0.25)))
        check(path, acknowledged)
    assert len(acknowledged) >= kills


def test_a_kill_while_the_library_is_made_is_no_damage(tmp_path: Path) -> None:
    """The first start may end at any moment; the second one works."""
    for number, delay_s in enumerate((0.3, 0.6, 0.9)):
        path = tmp_path / str(number) / "vitae.db"
        with writer(path) as process:
            time.sleep(delay_s)
            process.kill()
        assert inspect(path) is not DatabaseState.DAMAGED
        store = open_library(path)
        with store.write() as work:
            work.analyses.store(wire_review())
        store.close()
        assert is_sound(path)


def fault_of_writer(path: Path, *options: str) -> tuple[str, set[UUID]]:
    """Let a writer run into its fault; return the code and what it acknowledged before."""
    with writer(path, *options) as process:
        assert process.stdout is not None
        *kept, last = process.stdout.read().splitlines()
    assert process.returncode == 0
    return last, {UUID(line.split()[1]) for line in kept}


def test_a_file_that_may_not_grow_is_a_named_fault(tmp_path: Path) -> None:
    """A quota refuses the write in the middle of a transaction; what was kept before stays."""
    path = tmp_path / "library" / "vitae.db"
    library(tmp_path).close()
    last, kept = fault_of_writer(path, "--file-limit", "1500000")
    assert last == "fault database-disk-failed"
    assert kept
    check(path, kept)


@contextmanager
def small_disk(folder: Path, size: str) -> Iterator[Path]:
    """Mount a disk of a few megabytes; skip plainly where that is not allowed."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "vitae-test", str(folder)]
    if os.geteuid() != 0 or subprocess.run(command, check=False, capture_output=True).returncode:
        pytest.skip("not run: mounting a small disk needs an administrator's rights")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_full_disk_is_named_and_the_library_goes_on(tmp_path: Path) -> None:
    """A real disk without room: the fault is told, all before it is kept, room makes it work."""
    with small_disk(tmp_path / "disk", "2m") as disk:
        path = disk / "library" / "vitae.db"
        library(disk).close()
        last, kept = fault_of_writer(path)
        assert last == "fault database-full"
        check(path, kept)
        subprocess.run(["mount", "-o", "remount,size=8m", str(disk)], check=True)
        store = open_library(path)
        with store.write() as work:
            kept.add(work.analyses.store(wire_review(text="Line after")))
        store.close()
        check(path, kept)


def test_a_first_start_on_a_full_disk_leaves_no_half_library(tmp_path: Path) -> None:
    """The next start, with room, begins from nothing."""
    with small_disk(tmp_path / "disk", "128k") as disk:
        path = disk / "library" / "vitae.db"
        with pytest.raises(DatabaseFault):
            open_library(path)
        assert inspect(path) is DatabaseState.MISSING


def test_a_write_protected_disk_can_be_read(tmp_path: Path) -> None:
    """A stick with its lock on: reviews are read, a write is refused in plain words."""
    with small_disk(tmp_path / "disk", "6m") as disk:
        store = library(disk)
        path = disk / "library" / "vitae.db"
        with store.write() as work:
            analysis_id = work.analyses.store(wire_review())
        store.close()
        subprocess.run(["mount", "-o", "remount,ro", str(disk)], check=True)
        with pytest.raises(DatabaseReadOnly):
            open_library(path)
        reader = open_library(path, read_only=True)
        with reader.read() as work:
            assert work.analyses.load(analysis_id) == wire_review()
        with pytest.raises(DatabaseReadOnly), reader.write() as work:
            work.settings.set("a", 1)
        reader.close()


def test_two_programs_share_one_library(local: Store, tmp_path: Path) -> None:
    """Both write, each waits its turn, and nothing of either is lost."""
    path = tmp_path / "library" / "vitae.db"
    mine: set[UUID] = set()
    with writer(path, "--pause-s", "0.02") as process:
        assert process.stdout is not None
        said = process.stdout.readline()
        for _ in range(20):
            with local.write() as work:
                mine.add(work.analyses.store(wire_review(text="Line of mine")))
        process.kill()
        said += process.stdout.read()
    theirs = set(acknowledged_in(said))
    assert theirs
    check(path, mine | theirs)


def test_a_program_that_holds_the_library_is_named(local: Store, tmp_path: Path) -> None:
    """Another process in the middle of a write: a wait with an end, then words for it."""
    hold = (
        "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('BEGIN IMMEDIATE');"
        "print('held', flush=True); sys.stdin.read()"
    )
    command = [sys.executable, "-c", hold, str(tmp_path / "library" / "vitae.db")]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "held\n"
        with local.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 1")
        with pytest.raises(DatabaseBusy), local.write():
            pass
        with local.read() as work:
            assert len(work.history.ids()) == 0
        other.communicate()
    with local.write() as work:
        work.analyses.store(wire_review())
