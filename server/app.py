"""Makes the server's application; nothing is created at import."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import FastAPI
from sqlalchemy import Engine

from resources.version import program_version
from server.api import system
from server.core import errors


def create_app(engine: Engine) -> FastAPI:
    """Return the application over a database; it closes the engine when it ends."""

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        engine.dispose()

    # A sync API never redirects: a client would lose its body or its token (ASVS 4.1.2).
    app = FastAPI(
        title="Vitae", version=program_version(), lifespan=lifespan, redirect_slashes=False
    )
    app.state.engine = engine
    errors.install(app)
    app.include_router(system.router)
    return app
