"""The two engines every test of the stored world can ask for."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import Engine

from database.session import Store
from tests.support.databases import (
    PostgresServer,
    empty_engine,
    library,
    migrated,
    private_postgres,
)

ENGINES = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """One private server for the whole run."""
    with private_postgres() as server:
        yield server


@pytest.fixture(params=ENGINES)
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    """An empty database on each engine."""
    kind = request.param
    server = request.getfixturevalue("postgres") if kind == "postgresql" else None
    made = empty_engine(kind, tmp_path, server)
    yield made
    made.dispose()


@pytest.fixture
def store(engine: Engine) -> Store:
    """A migrated database with one account, on each engine."""
    return migrated(engine)


@pytest.fixture
def local(tmp_path: Path) -> Iterator[Store]:
    """A coach's library file."""
    opened = library(tmp_path)
    yield opened
    opened.close()
