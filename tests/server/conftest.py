"""The server's application in process, over a database of its own."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine

from database.connection import sqlite_engine
from database.migrations.upgrade import migrate
from server.app import create_app


@pytest.fixture
def engine(tmp_path: Path) -> Iterator[Engine]:
    """An empty SQLite database."""
    made = sqlite_engine(tmp_path / "server" / "vitae.db")
    yield made
    made.dispose()


@pytest.fixture
def app(engine: Engine) -> FastAPI:
    """The application over a migrated database."""
    migrate(engine)
    return create_app(engine)


@pytest.fixture
def client(app: FastAPI) -> Iterator[TestClient]:
    """A client that speaks to the application without a socket."""
    with TestClient(app, raise_server_exceptions=False) as made:
        yield made
