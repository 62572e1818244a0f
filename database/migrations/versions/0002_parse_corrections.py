"""Keeps what a coach corrects in the reading of a file (docs/adr/0060).

Why: a correction belongs to the content of a file, and holds for every review of it.

Revision: 0002, after 0001
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

GUID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON()


def _synced() -> list[sa.Column[Any]]:
    """Return the columns every synced record carries (SYNC 5.1, 5.11)."""
    return [
        sa.Column("id", GUID, nullable=False),
        sa.Column("rev", sa.String(length=32), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=True),
        sa.Column("deleted", sa.Boolean(), nullable=False),
        sa.Column("deleted_at", MOMENT, nullable=True),
        sa.Column("schema", sa.SmallInteger(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("device_id", GUID, nullable=True),
        sa.Column("enc", sa.String(length=32), nullable=True),
        sa.Column("key_id", GUID, nullable=True),
        sa.Column("extra", JSON, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
    ]


def upgrade() -> None:
    """Make the table; it is new, so that nothing is moved and no lock is felt."""
    op.create_table(
        "parse_corrections",
        sa.Column("file_sha256", sa.String(length=64), nullable=False),
        sa.Column("target", sa.String(length=64), nullable=False),
        sa.Column("said", JSON, nullable=False),
        *_synced(),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_parse_corrections_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_parse_corrections")),
    )
    op.create_index(
        "ix_parse_corrections_user_id_file_sha256",
        "parse_corrections",
        ["user_id", "file_sha256", "target"],
        unique=False,
    )
    op.create_index(
        "uq_parse_corrections_user_id_seq", "parse_corrections", ["user_id", "seq"], unique=True
    )


def downgrade() -> None:
    """Take the table away; the corrections in it go with it."""
    op.drop_table("parse_corrections")
