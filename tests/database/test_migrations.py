"""The schema has one history: it equals the models, and every step can be walked both ways."""

import ast
import subprocess
import sys
from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, func, inspect, select

from database.connection import sqlite_engine
from database.migrations.head import HEAD, REVISIONS
from database.migrations.upgrade import config, include_object, migrate, version_of
from database.models import Base
from database.models.files import FileUpload
from database.session import Store
from database.values import NewFile
from tests.support.databases import add_owner, migrated
from tests.support.reviews import wire_review


def differences(engine: Engine) -> list[object]:
    """Return what Alembic would still change."""
    with engine.connect() as connection:
        options = {"include_object": include_object, "compare_type": True}
        context = MigrationContext.configure(connection, opts=options)
        return list(compare_metadata(context, Base.metadata))


def tables(engine: Engine) -> set[str]:
    """Return the names of all tables but Alembic's own."""
    return set(inspect(engine).get_table_names()) - {"alembic_version"}


def test_head_equals_the_models(engine: Engine) -> None:
    """A column that exists only in the code, or only in the database, cannot be released."""
    migrate(engine)
    assert differences(engine) == []


def test_every_revision_goes_up_down_and_up_with_data(engine: Engine) -> None:
    """A step back must work on a library that holds reviews, and leave a schema that works."""
    store = migrated(engine)
    fill(store)
    for revision in reversed((None, *REVISIONS[:-1])):
        migrate(engine, revision or "base", "down")
    assert {name for name in tables(engine) if not name.startswith("search_index")} == set()
    migrate(engine)
    assert differences(engine) == []
    again = Store(engine, add_owner(engine, "bert@example.org"))
    fill(again)
    with again.read() as work:
        assert len(work.history.ids()) == 1


def fill(store: Store) -> None:
    """Put a record of most kinds in."""
    with store.write() as work:
        file = work.files.add(NewFile(name="a.pdf"))
        work.analyses.store(wire_review(), file_id=file.id)
        work.notes.add("Call", "On Monday")
        work.settings.set("appearance", "dark")


def test_a_library_of_0001_takes_corrections_and_goes_back_with_its_reviews(
    engine: Engine,
) -> None:
    """The second revision adds a table and moves nothing."""
    migrate(engine, "0001")
    store = Store(engine, add_owner(engine, "anna@example.org"))
    fill(store)
    migrate(engine)
    with store.write() as work:
        work.corrections.put("ab" * 32, "t1", {"kind": "skills", "values": []})
        assert len(work.history.ids()) == 1
    migrate(engine, "0001", "down")
    assert "parse_corrections" not in tables(engine)
    with store.read() as work:
        assert len(work.history.ids()) == 1
    migrate(engine)
    with store.read() as work:
        assert work.corrections.of_content("ab" * 32) == []


def test_migrating_twice_changes_nothing(engine: Engine) -> None:
    """A server that starts twice keeps its data."""
    store = migrated(engine)
    fill(store)
    migrate(engine)
    with store.read() as work:
        assert work.session.scalar(select(func.count()).select_from(FileUpload)) == 1


def test_a_failed_migration_leaves_nothing_behind(engine: Engine) -> None:
    """The whole upgrade is one transaction, on both engines."""
    with engine.connect() as connection:
        transaction = connection.begin()
        command.upgrade(config(connection), HEAD)
        transaction.rollback()
    assert tables(engine) == set()
    with engine.connect() as connection:
        assert version_of(connection) is None


def test_the_constant_is_alembics_head(tmp_path: Path) -> None:
    """The program decides with `HEAD` whether to start Alembic at all."""
    engine = sqlite_engine(tmp_path / "x" / "v.db")
    with engine.connect() as connection:
        script = ScriptDirectory.from_config(config(connection))
        assert script.get_heads() == [HEAD]
        assert [r.revision for r in script.walk_revisions()] == list(reversed(REVISIONS))
    engine.dispose()


def test_the_state_of_a_file_is_known_without_sqlalchemy() -> None:
    """Importing `database.state` must cost next to nothing."""
    code = "import sys, database.state; print(*sorted(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {"sqlalchemy", "alembic", "pydantic"} & set(done.stdout.split())


def test_revisions_do_not_import_the_models() -> None:
    """The models move on; a revision must say for ever what it said on the day it was written."""
    folder = Path(__file__).parents[2] / "database" / "migrations" / "versions"
    for path in folder.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom):
                assert not (node.module or "").startswith("database"), path
