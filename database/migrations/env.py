"""Alembic's entry: runs the revisions on the connection `upgrade.py` hands in, never on its own."""

from alembic import context

from database.migrations.upgrade import include_object
from database.models import Base

connection = context.config.attributes["connection"]
context.configure(
    connection=connection,
    target_metadata=Base.metadata,
    include_object=include_object,
    # SQLite cannot alter a table in place; Alembic copies it (batch mode).
    render_as_batch=connection.dialect.name == "sqlite",
    transaction_per_migration=False,
)
with context.begin_transaction():
    context.run_migrations()
