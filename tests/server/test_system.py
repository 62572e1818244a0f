"""What anybody may ask the server, and the one shape of everything that goes wrong."""

import logging
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient
from sqlalchemy import Engine, create_engine, text

from database.exchange import routes
from database.exchange.errors import ErrorAnswer
from database.migrations.upgrade import migrate
from resources.version import program_version
from server.app import create_app


def error_of(answer: Any, status: int) -> Any:
    """Return the error of an answer that has the one shape."""
    assert answer.status_code == status
    error = ErrorAnswer.model_validate(answer.json()).error
    assert error.request_id == answer.headers["X-Request-ID"] != ""
    assert error.message
    return error


def test_the_server_says_who_it_is(client: TestClient) -> None:
    """Name and version."""
    answer = client.get(routes.HOME)
    assert answer.json() == {"name": "Vitae server", "version": program_version()}
    assert len(answer.headers["X-Request-ID"]) == 32


def test_a_working_server_is_healthy_and_ready(client: TestClient) -> None:
    """Both ask the database."""
    assert client.get(routes.HEALTH).json() == {"status": "ok", "database": "sqlite"}
    assert client.get(routes.READY).json() == {"status": "ready", "database": "sqlite"}


def test_a_server_whose_database_is_behind_is_not_ready(app: FastAPI, engine: Engine) -> None:
    """It lives, but must get no requests."""
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0000'"))
    with TestClient(app) as client:
        assert client.get(routes.HEALTH).status_code == 200
        error = error_of(client.get(routes.READY), 503)
    assert (error.code, error.details["found"]) == ("not-ready", "0000")


def test_an_empty_database_is_not_ready(engine: Engine) -> None:
    """Before the first `vitae-server migrate`."""
    with TestClient(create_app(engine)) as client:
        assert error_of(client.get(routes.READY), 503).code == "not-ready"


def test_a_dead_database_is_told_without_its_address(tmp_path: Path) -> None:
    """The address may hold a password; an administrator finds the cause in the log."""
    dead = create_engine(f"postgresql+psycopg://anna:secret@/x?host={tmp_path}")
    with TestClient(create_app(dead)) as client:
        for route in (routes.HEALTH, routes.READY):
            answer = client.get(route)
            assert error_of(answer, 503).code == "database-unreachable"
            assert "secret" not in answer.text


def test_the_limits_are_those_of_the_contract(client: TestClient) -> None:
    """SPEC section 1."""
    assert client.get(routes.LIMITS).json() == {
        "file_size_bytes_max": 10_485_760,
        "text_chars_min": 100,
        "text_chars_max": 50_000,
        "batch_files_max": 5,
        "page_size_max": 50,
    }


def test_unknown_places_and_methods_have_the_one_shape(client: TestClient) -> None:
    """No framework default leaks out."""
    assert error_of(client.get("/api/v1/nothing"), 404).code == "not-found"
    refused = client.post(routes.HEALTH)
    assert error_of(refused, 405).code == "method-not-allowed"
    assert refused.headers["Allow"] == "GET"
    assert client.get(routes.HEALTH + "/", follow_redirects=False).status_code == 404


def test_invalid_input_is_named_but_never_repeated(app: FastAPI) -> None:
    """A wrong value may be a password or a resume."""

    @app.get("/probe")
    def probe(number: int) -> int:
        return number

    with TestClient(app) as client:
        answer = client.get("/probe", params={"number": "my-secret"})
    error = error_of(answer, 422)
    assert error.code == "validation-failed"
    assert error.details["fields"][0]["field"] == "query.number"
    assert "my-secret" not in answer.text


def test_a_bug_is_logged_and_answered_without_its_words(
    app: FastAPI, caplog: pytest.LogCaptureFixture
) -> None:
    """The client learns an id to quote, the log the traceback."""

    @app.get("/probe")
    def probe() -> None:
        raise RuntimeError("inner words")

    with TestClient(app, raise_server_exceptions=False) as client, caplog.at_level(logging.ERROR):
        answer = client.get("/probe")
    error = error_of(answer, 500)
    assert error.code == "internal-error"
    assert "inner words" not in answer.text
    assert error.request_id in caplog.text
    assert "inner words" in caplog.text


def test_a_clients_request_id_is_not_taken_over(client: TestClient) -> None:
    """It would let anybody write into the log."""
    answer = client.get(routes.HOME, headers={"X-Request-ID": "forged"})
    assert answer.headers["X-Request-ID"] != "forged"


@pytest.mark.parametrize("route", [routes.HEALTH, routes.READY, routes.LIMITS, routes.HOME])
def test_every_route_is_in_the_contract(app: FastAPI, route: str) -> None:
    """The OpenAPI document is what clients are generated from."""
    assert route in app.openapi()["paths"]


def test_migrating_is_no_part_of_serving(engine: Engine) -> None:
    """A replica must not change the schema under the others."""
    with TestClient(create_app(engine)) as client:
        client.get(routes.HOME)
    with engine.connect() as connection:
        assert connection.scalar(text("SELECT count(*) FROM sqlite_master")) == 0
    migrate(engine)
