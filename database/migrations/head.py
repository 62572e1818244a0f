"""The revision this program's models stand at, known without Alembic (a test checks it)."""

HEAD = "0002"

#: Every revision this program knows, oldest first; any other one was written by a newer program.
REVISIONS = ("0001", "0002")
