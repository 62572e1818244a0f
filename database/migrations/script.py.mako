"""${message}.

Why: (say what the program could not do before)

Rules of this folder (checked by tests/database/test_migrations.py):
- Every revision goes up, down and up again with data in the tables, on SQLite and PostgreSQL.
- Never edit a revision that was released; write the next one.
- SQLite changes a table by copying it: use `op.batch_alter_table`.
- Say every type in full here; never import from `database.models`, which will move on.
- A new column is nullable or has a server default: rows exist already, and so do old clients.
- After it: append to HEAD and REVISIONS in head.py; the models must equal the new head.

Revision: ${up_revision}, after ${down_revision}
"""

import sqlalchemy as sa
from alembic import op
${imports if imports else ""}
revision = ${repr(up_revision)}
down_revision = ${repr(down_revision)}
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Do it."""
    ${upgrades if upgrades else "pass"}


def downgrade() -> None:
    """Undo it."""
    ${downgrades if downgrades else "pass"}
