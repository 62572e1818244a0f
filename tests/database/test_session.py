"""Opening a library: durable, private, upgraded with a backup, and honest about what is wrong."""

import sqlite3
import stat
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from database import errors, session, state
from database.errors import (
    DatabaseBusy,
    DatabaseDamaged,
    DatabaseFull,
    DatabaseNewer,
    DatabaseReadOnly,
    DatabaseUnreachable,
    MigrationFailed,
)
from database.migrations import upgrade
from database.migrations.head import HEAD
from database.session import Store, open_library
from database.state import DatabaseState, inspect, is_sound
from tests.support.reviews import wire_review


def library_path(folder: Path) -> Path:
    """Return where `local` keeps its file."""
    return folder / "library" / "vitae.db"


def set_revision(path: Path, revision: str) -> None:
    """Pretend that another program wrote the file."""
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        connection.commit()


def test_a_write_that_returned_is_on_the_disk(local: Store) -> None:
    """WAL with synchronous FULL, foreign keys on: the settings the promise stands on."""
    with local.read() as work:
        ask = {
            name: work.session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "synchronous", "foreign_keys", "busy_timeout")
        }
    assert ask == {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "busy_timeout": 5000,
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no POSIX modes")
def test_nobody_else_on_the_machine_can_read_a_library(local: Store, tmp_path: Path) -> None:
    """File and journal 0600, folder 0700."""
    with local.write() as work:
        work.settings.set("a", 1)
    folder = library_path(tmp_path).parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert {stat.S_IMODE(p.stat().st_mode) for p in folder.iterdir()} == {0o600}
    assert len(list(folder.iterdir())) == 3


def test_an_error_undoes_the_whole_unit_of_work(local: Store) -> None:
    """Half a change is never kept."""

    def change_and_fail() -> None:
        with local.write() as work:
            work.settings.set("a", 1)
            raise ValueError("stop")

    with pytest.raises(ValueError, match="stop"):
        change_and_fail()
    with local.read() as work:
        assert work.settings.all() == {}


def test_reading_keeps_nothing_and_sees_one_moment(local: Store) -> None:
    """A page of rows fits the id list it was asked with, whatever is written meanwhile."""
    with local.read() as reader:
        assert reader.settings.all() == {}
        with local.write() as writer:
            writer.settings.set("a", 1)
        assert reader.settings.all() == {}
        reader.session.rollback()
        assert reader.settings.all() == {"a": 1}


def test_a_second_writer_is_told_that_the_library_is_busy(local: Store, tmp_path: Path) -> None:
    """Waiting has an end, and words for it."""
    with closing(sqlite3.connect(library_path(tmp_path))) as other:
        other.execute("BEGIN IMMEDIATE")
        with local.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA busy_timeout = 1")
        with pytest.raises(DatabaseBusy), local.write():
            pass


def test_a_full_disk_is_named_and_nothing_is_lost(local: Store) -> None:
    """SQLite's own limit stands in for the disk's end."""
    with local.write() as work:
        work.analyses.store(wire_review())
    with local.engine.connect() as connection:
        pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DatabaseFull), local.write() as work:
        work.analyses.store(wire_review(text="word " * 50_000))
    with local.read() as work:
        assert len(work.history.ids()) == 1


def test_the_local_account_is_made_once(local: Store, tmp_path: Path) -> None:
    """Everything a coach ever stored belongs to the same account after a restart."""
    again = open_library(library_path(tmp_path))
    assert again.owner_id == local.owner_id
    again.close()


def test_a_current_library_opens_without_alembic(local: Store, tmp_path: Path) -> None:
    """Alembic costs 0.4 s of every start otherwise."""
    code = (
        "import sys; from pathlib import Path; from database.session import open_library;"
        f"open_library(Path({str(library_path(tmp_path))!r})).close();"
        "print('alembic' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_newer_library_is_not_touched_but_can_be_read(local: Store, tmp_path: Path) -> None:
    """An older program must not write what it does not understand."""
    with local.write() as work:
        analysis_id = work.analyses.store(wire_review())
    local.close()
    path = library_path(tmp_path)
    set_revision(path, "9999")
    before = path.read_bytes()
    assert inspect(path) is DatabaseState.NEWER
    with pytest.raises(DatabaseNewer, match="newer version"):
        open_library(path)
    with pytest.raises(DatabaseNewer):
        upgrade.upgrade_file(path)
    assert path.read_bytes() == before
    reader = open_library(path, read_only=True)
    with reader.read() as work:
        assert work.analyses.load(analysis_id) == wire_review()
    with pytest.raises(DatabaseReadOnly), reader.write() as work:
        work.settings.set("a", 1)
    reader.close()


@pytest.mark.parametrize("damage", ["not-a-database", "cut-off", "zeroed-header", "foreign"])
def test_a_damaged_library_is_recognised_and_left_alone(
    local: Store, tmp_path: Path, damage: str
) -> None:
    """It may still be repaired or restored; overwriting it would be the end of it."""
    with local.write() as work:
        work.analyses.store(wire_review(text="word " * 5_000))
    local.close()
    path = library_path(tmp_path)
    data = path.read_bytes()
    if damage == "foreign":
        path.unlink()
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("CREATE TABLE users (id)")
    else:
        path.write_bytes(
            {
                "not-a-database": b"hello " * 500,
                "cut-off": data[: len(data) // 2],
                "zeroed-header": bytes(100) + data[100:],
            }[damage]
        )
    before = path.read_bytes()
    assert inspect(path) is DatabaseState.DAMAGED
    with pytest.raises(DatabaseDamaged, match="damaged"):
        open_library(path)
    assert path.read_bytes() == before


def test_a_page_damaged_inside_is_found_by_the_full_check(local: Store, tmp_path: Path) -> None:
    """The quick look at start reads a few pages; the check before an upgrade reads all."""
    with local.write() as work:
        work.analyses.store(wire_review(text="word " * 5_000))
    local.close()
    path = library_path(tmp_path)
    assert is_sound(path)
    data = bytearray(path.read_bytes())
    data[8192:12288] = b"\xff" * 4096
    path.write_bytes(bytes(data))
    assert not is_sound(path)


def older_library(local: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Make the library one that a program with one more revision calls older."""
    with local.write() as work:
        work.settings.set("kept", "yes")
    local.close()
    path = library_path(tmp_path)
    set_revision(path, "0000")
    monkeypatch.setattr(state, "REVISIONS", ("0000", HEAD))
    assert inspect(path) is DatabaseState.OLDER
    return path


def test_an_upgrade_backs_up_first_and_keeps_three(
    local: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The library as it was before an update is never more than a copy away."""
    path = older_library(local, tmp_path, monkeypatch)
    monkeypatch.setattr(upgrade, "migrate", lambda _engine: set_revision(path, HEAD))
    made = []
    for _ in range(5):
        set_revision(path, "0000")
        backup = upgrade.upgrade_file(path)
        assert backup is not None
        made.append(backup)
    assert upgrade.backups(path) == made[:1:-1]
    assert stat.S_IMODE(made[-1].stat().st_mode) == 0o600
    with closing(sqlite3.connect(made[-1])) as copy:
        assert copy.execute("SELECT key FROM settings").fetchall() == [("kept",)]


def test_a_failed_upgrade_puts_the_library_back(
    local: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even a migration that destroys the file costs nothing."""
    path = older_library(local, tmp_path, monkeypatch)

    def destroy(_engine: object) -> None:
        with closing(sqlite3.connect(path)) as connection:
            connection.execute("DROP TABLE settings")
            connection.execute("UPDATE alembic_version SET version_num = 'half'")
            connection.commit()
        raise RuntimeError("the migration broke")

    monkeypatch.setattr(upgrade, "migrate", destroy)
    with pytest.raises(MigrationFailed, match="unchanged"):
        upgrade.upgrade_file(path)
    assert inspect(path) is DatabaseState.OLDER
    with closing(sqlite3.connect(path)) as connection:
        assert connection.execute("SELECT key FROM settings").fetchall() == [("kept",)]


def test_a_damaged_library_is_not_upgraded(
    local: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A migration of a damaged file could destroy what can still be rescued."""
    path = older_library(local, tmp_path, monkeypatch)
    monkeypatch.setattr(upgrade, "is_sound", lambda _path: False)
    with pytest.raises(DatabaseDamaged):
        upgrade.upgrade_file(path)
    assert upgrade.backups(path) == []


def test_a_crash_before_the_first_table_is_no_damage(tmp_path: Path) -> None:
    """An empty file is what a kill at the very first start leaves behind."""
    path = tmp_path / "vitae.db"
    path.touch()
    assert inspect(path) is DatabaseState.MISSING
    open_library(path).close()
    assert inspect(path) is DatabaseState.CURRENT


def test_a_folder_that_takes_no_file_is_named(tmp_path: Path) -> None:
    """A file stands where the data folder should be (root is stopped by no mode)."""
    (tmp_path / "data").write_text("not a folder")
    with pytest.raises((DatabaseReadOnly, DatabaseUnreachable)):
        open_library(tmp_path / "data" / "vitae.db")


def test_looking_at_a_missing_library_makes_none(tmp_path: Path) -> None:
    """Read-only means that nothing appears on the disk."""
    with pytest.raises(DatabaseUnreachable):
        open_library(tmp_path / "vitae.db", read_only=True)
    assert list(tmp_path.iterdir()) == []


def test_every_fault_has_a_code_and_words_of_its_own() -> None:
    """A coach is told what to do, a program which case it is."""
    faults = errors.DatabaseFault.__subclasses__()
    assert len({fault.code for fault in faults}) == len(faults)
    assert all(fault().message.endswith(".") and "!" not in fault().message for fault in faults)


def test_the_usage_in_the_docstring_names_real_things(local: Store) -> None:
    """The window is built from that example."""
    used = [
        "files",
        "analyses",
        "overrides",
        "corrections",
        "clients",
        "notes",
        "settings",
        "audit",
        "history",
    ]
    with local.read() as work:
        assert all(
            f"work.{name}" in (session.__doc__ or "") or hasattr(work, name) for name in used
        )
