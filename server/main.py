"""The `vitae-server` command: migrate the database, serve the API."""

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

import uvicorn

from database.connection import engine_for
from database.errors import DatabaseError
from database.migrations.head import HEAD
from database.migrations.upgrade import migrate, upgrade_file
from resources.version import program_version
from server.app import create_app
from server.core.settings import DATABASE_VARIABLE, ServerSettings, default_database_url

#: Exit status when the database cannot be used.
DATABASE_FAILED = 4


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; return the exit status (2 wrong use, 4 no database)."""
    options = _parser().parse_args(argv)
    settings = ServerSettings(
        database_url=options.database or default_database_url(),
        host=getattr(options, "host", ServerSettings.host),
        port=getattr(options, "port", ServerSettings.port),
    )
    try:
        if options.command == "migrate":
            _migrate(settings)
        else:
            _serve(settings)
    except (DatabaseError, ValueError) as error:
        print(f"vitae-server: {error}", file=sys.stderr)
        return DATABASE_FAILED
    return 0


def _migrate(settings: ServerSettings) -> None:
    """Bring the database to this program's revision; a SQLite file is backed up first."""
    if settings.database_url.startswith("sqlite:///"):
        backup = upgrade_file(Path(settings.database_url.removeprefix("sqlite:///")))
        if backup is not None:
            print(f"Backup: {backup}")
    else:
        engine = engine_for(settings.database_url)
        try:
            migrate(engine)
        finally:
            engine.dispose()
    print(f"The database stands at revision {HEAD}.")


def _serve(settings: ServerSettings) -> None:
    app = create_app(engine_for(settings.database_url))
    # Proxy headers are believed only when the administrator names the proxy (ASVS 4.1.3).
    uvicorn.run(
        app, host=settings.host, port=settings.port, proxy_headers=False, server_header=False
    )


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="vitae-server", description="The Vitae sync server.")
    parser.add_argument("--version", action="version", version=f"vitae-server {program_version()}")
    shared = argparse.ArgumentParser(add_help=False)
    shared.add_argument(
        "--database",
        metavar="URL",
        help=f"sqlite:///path or postgresql://…; better in {DATABASE_VARIABLE}, as arguments can "
        "be seen by everybody on the machine",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("migrate", parents=[shared], help="bring the database up to date")
    serve = commands.add_parser("serve", parents=[shared], help="serve the API")
    serve.add_argument("--host", default=ServerSettings.host)
    serve.add_argument("--port", type=int, default=ServerSettings.port)
    return parser


if __name__ == "__main__":
    sys.exit(main())
