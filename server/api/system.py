"""What anybody may ask the server: who it is, whether it works, and its limits."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Annotated

from fastapi import APIRouter, Depends, Request
from pydantic import BaseModel
from sqlalchemy import Connection, Engine, select
from sqlalchemy.exc import SQLAlchemyError

from database.errors import DatabaseUnreachable, fault_of
from database.exchange import routes
from database.exchange.errors import ErrorCode
from database.exchange.limits import LIMITS, Limits
from database.migrations.head import HEAD
from database.migrations.upgrade import version_of
from resources.version import program_version
from server.core.errors import answer

router = APIRouter()


class Home(BaseModel):
    """Who answers here."""

    name: str = "Vitae server"
    version: str


class Health(BaseModel):
    """Whether the process and its database answer."""

    status: str
    database: str


def engine_of(request: Request) -> Engine:
    """Return the engine the application was made with."""
    engine: Engine = request.app.state.engine
    return engine


EngineDep = Annotated[Engine, Depends(engine_of)]


@router.get(routes.HOME)
def home() -> Home:
    """Say who answers."""
    return Home(version=program_version())


@router.get(routes.HEALTH)
def health(engine: EngineDep) -> Health:
    """Ask the database something; a `database-…` error when it does not answer."""
    with _connected(engine) as connection:
        connection.execute(select(1))
    return Health(status="ok", database=engine.dialect.name)


@router.get(routes.READY, response_model=Health)
def ready(request: Request, engine: EngineDep) -> object:
    """Say whether requests can be served: the database answers and stands at our revision."""
    with _connected(engine) as connection:
        found = version_of(connection)
    if found != HEAD:
        message = "The database stands at another revision. Run `vitae-server migrate`."
        return answer(request, 503, ErrorCode.NOT_READY, message, {"found": found, "needed": HEAD})
    return Health(status="ready", database=engine.dialect.name)


@router.get(routes.LIMITS)
def limits() -> Limits:
    """Tell the limits of SPEC section 1."""
    return LIMITS


@contextmanager
def _connected(engine: Engine) -> Iterator[Connection]:
    try:
        with engine.connect() as connection:
            yield connection
    except SQLAlchemyError as error:
        raise (fault_of(error) or DatabaseUnreachable()) from error
