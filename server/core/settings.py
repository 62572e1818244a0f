"""What an administrator can set: arguments before environment before defaults."""

import os
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

DATABASE_VARIABLE = "VITAE_DATABASE_URL"


@dataclass(frozen=True)
class ServerSettings:
    """`database_url` is `sqlite:///path` or `postgresql://…`; it may hold a password."""

    database_url: str
    host: str = "127.0.0.1"
    port: int = 8400


def default_database_url(environment: Mapping[str, str] = os.environ) -> str:
    """Return the database of the environment, else a file in the working folder."""
    return environment.get(DATABASE_VARIABLE) or f"sqlite:///{Path.cwd() / 'vitae-server.db'}"
