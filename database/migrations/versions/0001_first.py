"""The first schema: accounts, clients, files, reviews, notes, settings, search and sync's books.

Why: everything SPEC section 2 and SYNC 5.1 ask for, so that later issues need no moved walls.

Revision: 0001, after nothing
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

GUID = sa.LargeBinary(16).with_variant(postgresql.UUID(as_uuid=True), "postgresql")
MOMENT = sa.DateTime(timezone=True)
JSON = sa.JSON()
# zlib over JSON or text; no query looks inside.
PACKED = sa.LargeBinary()
ROW_NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")

# The words of a record, folded by the program, in FTS5's own index. External content: the text is
# stored once, in search_entries; the triggers keep both equal (sqlite.org/fts5.html 4.4.3).
FTS5 = (
    """CREATE VIRTUAL TABLE search_index USING fts5(
        names, words, content='search_entries', content_rowid='id',
        tokenize='unicode61 remove_diacritics 0', prefix='1 2 3')""",
    """CREATE TRIGGER search_index_insert AFTER INSERT ON search_entries BEGIN
        INSERT INTO search_index(rowid, names, words) VALUES (new.id, new.names, new.words);
    END""",
    """CREATE TRIGGER search_index_delete AFTER DELETE ON search_entries BEGIN
        INSERT INTO search_index(search_index, rowid, names, words)
        VALUES ('delete', old.id, old.names, old.words);
    END""",
    """CREATE TRIGGER search_index_update AFTER UPDATE OF names, words ON search_entries BEGIN
        INSERT INTO search_index(search_index, rowid, names, words)
        VALUES ('delete', old.id, old.names, old.words);
        INSERT INTO search_index(rowid, names, words) VALUES (new.id, new.names, new.words);
    END""",
)
TSVECTOR = (
    """ALTER TABLE search_entries ADD COLUMN vector tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('simple'::regconfig, names), 'A')
        || setweight(to_tsvector('simple'::regconfig, words), 'B')) STORED""",
    "CREATE INDEX ix_search_entries_vector ON search_entries USING gin (vector)",
)


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


def upgrade() -> None:  # noqa: PLR0915 - a list of tables
    """Make every table, parents first, then the search index of this engine."""
    op.create_table(
        "users",
        sa.Column("id", GUID, nullable=False),
        sa.Column("email", sa.String(length=320), nullable=False),
        sa.Column("password_hash", sa.String(length=256), nullable=True),
        sa.Column("first_name", sa.Text(), nullable=False),
        sa.Column("last_name", sa.Text(), nullable=False),
        sa.Column("role", sa.String(length=16), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("email_verified", sa.Boolean(), nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("updated_at", MOMENT, nullable=False),
        sa.Column("last_login_at", MOMENT, nullable=True),
        sa.Column("password_changed_at", MOMENT, nullable=True),
        sa.Column("failed_login_attempts", sa.Integer(), nullable=False),
        sa.Column("locked_until", MOMENT, nullable=True),
        sa.Column("must_change_password", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
        sa.UniqueConstraint("email", name=op.f("uq_users_email")),
    )
    op.create_table(
        "audit_log",
        sa.Column("id", ROW_NUMBER, autoincrement=True, nullable=False),
        sa.Column("user_id", GUID, nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=True),
        sa.Column("record_id", GUID, nullable=True),
        sa.Column("details", JSON, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_audit_log_user_id_users"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_log")),
    )
    op.create_index("ix_audit_log_user_id_at", "audit_log", ["user_id", "at"], unique=False)
    op.create_table(
        "blobs",
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("state", sa.String(length=16), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_blobs_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "sha256", name=op.f("pk_blobs")),
    )
    op.create_table(
        "clients",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("company", sa.Text(), nullable=True),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("target_industry", sa.Text(), nullable=True),
        sa.Column("target_role", sa.Text(), nullable=True),
        sa.Column("tags", JSON, nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        *_synced(),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_clients_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_clients")),
    )
    op.create_index(
        "ix_clients_user_id_deleted_name", "clients", ["user_id", "deleted", "name"], unique=False
    )
    op.create_index("uq_clients_user_id_seq", "clients", ["user_id", "seq"], unique=True)
    op.create_table(
        "commits",
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("seq_end", sa.BigInteger(), autoincrement=False, nullable=False),
        sa.Column("nonce", sa.String(length=32), nullable=False),
        sa.Column("device_id", GUID, nullable=True),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_commits_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "seq_end", name=op.f("pk_commits")),
    )
    op.create_table(
        "devices",
        sa.Column("id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("platform", sa.String(length=64), nullable=False),
        sa.Column("public_key", sa.String(length=128), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("last_seen_at", MOMENT, nullable=True),
        sa.Column("revoked_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_devices_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_devices")),
    )
    op.create_index("ix_devices_user_id", "devices", ["user_id"], unique=False)
    op.create_table(
        "idempotency",
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("response", PACKED, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_idempotency_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "key", name=op.f("pk_idempotency")),
    )
    op.create_table(
        "outbox",
        sa.Column("id", ROW_NUMBER, autoincrement=True, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("idempotency_key", sa.String(length=128), nullable=False),
        sa.Column("request", sa.LargeBinary(), nullable=False),
        sa.Column("generations", JSON, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_outbox_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("idempotency_key", name=op.f("uq_outbox_idempotency_key")),
    )
    op.create_index("ix_outbox_user_id", "outbox", ["user_id"], unique=False)
    op.create_table(
        "revisions",
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("record_id", GUID, nullable=False),
        sa.Column("rev", sa.String(length=32), nullable=False),
        sa.Column("parent_rev", sa.String(length=32), nullable=True),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("body", PACKED, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_revisions_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "record_id", "rev", name=op.f("pk_revisions")),
    )
    op.create_index("ix_revisions_user_id_at", "revisions", ["user_id", "at"], unique=False)
    op.create_table(
        "search_entries",
        sa.Column("id", ROW_NUMBER, autoincrement=True, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("record_id", GUID, nullable=False),
        sa.Column("names", sa.Text(), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_search_entries_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_search_entries")),
    )
    op.create_index(
        "ix_search_entries_user_id_kind", "search_entries", ["user_id", "kind"], unique=False
    )
    op.create_index("uq_search_entries_record_id", "search_entries", ["record_id"], unique=True)
    op.create_table(
        "settings",
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("value", JSON, nullable=False),
        sa.Column("local", sa.Boolean(), nullable=False),
        *_synced(),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_settings_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_settings")),
    )
    op.create_index("uq_settings_user_id_key", "settings", ["user_id", "key"], unique=True)
    op.create_index("uq_settings_user_id_seq", "settings", ["user_id", "seq"], unique=True)
    op.create_table(
        "sync_cursors",
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("server_id", sa.String(length=64), nullable=False),
        sa.Column("cursor_seq", sa.BigInteger(), nullable=False),
        sa.Column("cursor_nonce", sa.String(length=32), nullable=False),
        sa.Column("ack_seq", sa.BigInteger(), nullable=False),
        sa.Column("ack_nonce", sa.String(length=32), nullable=False),
        sa.Column("snapshot_after_id", GUID, nullable=True),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_sync_cursors_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_sync_cursors")),
    )
    op.create_table(
        "sync_heads",
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("seq", sa.BigInteger(), nullable=False),
        sa.Column("epoch", sa.Integer(), nullable=False),
        sa.Column("gc_horizon", sa.BigInteger(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_sync_heads_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", name=op.f("pk_sync_heads")),
    )
    op.create_table(
        "sync_records",
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("record_id", GUID, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("base", PACKED, nullable=True),
        sa.Column("base_rev", sa.String(length=32), nullable=True),
        sa.Column("anc", JSON, nullable=False),
        sa.Column("dirty_gen", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_sync_records_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "record_id", name=op.f("pk_sync_records")),
    )
    op.create_index(
        "ix_sync_records_user_id_dirty_gen", "sync_records", ["user_id", "dirty_gen"], unique=False
    )
    op.create_table(
        "trash",
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("record_id", GUID, nullable=False),
        sa.Column("kind", sa.String(length=32), nullable=False),
        sa.Column("body", PACKED, nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_trash_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "record_id", name=op.f("pk_trash")),
    )
    op.create_table(
        "upload_parts",
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("part_sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.BigInteger(), nullable=False),
        sa.Column("at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_upload_parts_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("user_id", "sha256", "number", name=op.f("pk_upload_parts")),
    )
    op.create_table(
        "file_uploads",
        sa.Column("client_id", GUID, nullable=True),
        sa.Column("filename", sa.Text(), nullable=False),
        sa.Column("original_filename", sa.Text(), nullable=False),
        sa.Column("source_path", sa.Text(), nullable=True),
        sa.Column("file_type", sa.String(length=16), nullable=False),
        sa.Column("file_size", sa.BigInteger(), nullable=False),
        sa.Column("mime_type", sa.String(length=128), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("text_sha256", sa.String(length=64), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("queue_position", sa.Integer(), nullable=True),
        sa.Column("industry", sa.Text(), nullable=True),
        sa.Column("extracted_text", PACKED, nullable=True),
        sa.Column("extraction_metadata", JSON, nullable=True),
        sa.Column("error_code", sa.String(length=64), nullable=True),
        sa.Column("error_message", sa.Text(), nullable=True),
        sa.Column("upload_started_at", MOMENT, nullable=True),
        sa.Column("upload_completed_at", MOMENT, nullable=True),
        sa.Column("processing_time_ms", sa.Integer(), nullable=True),
        *_synced(),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
            name=op.f("fk_file_uploads_client_id_clients"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_file_uploads_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_file_uploads")),
    )
    op.create_index("ix_file_uploads_client_id", "file_uploads", ["client_id"], unique=False)
    op.create_index(
        "ix_file_uploads_user_id_created_at",
        "file_uploads",
        ["user_id", "deleted", "created_at"],
        unique=False,
    )
    op.create_index(
        "ix_file_uploads_user_id_sha256", "file_uploads", ["user_id", "sha256"], unique=False
    )
    op.create_index(
        "ix_file_uploads_user_id_status",
        "file_uploads",
        ["user_id", "status", "queue_position"],
        unique=False,
    )
    op.create_index("uq_file_uploads_user_id_seq", "file_uploads", ["user_id", "seq"], unique=True)
    op.create_table(
        "job_descriptions",
        sa.Column("client_id", GUID, nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("employer", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("text_sha256", sa.String(length=64), nullable=False),
        *_synced(),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
            name=op.f("fk_job_descriptions_client_id_clients"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_job_descriptions_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_job_descriptions")),
    )
    op.create_index(
        "ix_job_descriptions_client_id", "job_descriptions", ["client_id"], unique=False
    )
    op.create_index(
        "uq_job_descriptions_user_id_seq", "job_descriptions", ["user_id", "seq"], unique=True
    )
    op.create_table(
        "readings",
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("content", PACKED, nullable=False),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_readings_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("user_id", "sha256", name=op.f("pk_readings")),
    )
    op.create_table(
        "refresh_families",
        sa.Column("id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("device_id", GUID, nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("revoked_at", MOMENT, nullable=True),
        sa.Column("revoked_reason", sa.String(length=64), nullable=True),
        sa.ForeignKeyConstraint(
            ["device_id"],
            ["devices.id"],
            name=op.f("fk_refresh_families_device_id_devices"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_refresh_families_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refresh_families")),
    )
    op.create_index("ix_refresh_families_user_id", "refresh_families", ["user_id"], unique=False)
    op.create_table(
        "refresh_tokens",
        sa.Column("id", GUID, nullable=False),
        sa.Column("user_id", GUID, nullable=False),
        sa.Column("family_id", GUID, nullable=False),
        sa.Column("device_id", GUID, nullable=True),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("successor_hash", sa.String(length=64), nullable=True),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("device_info", sa.Text(), nullable=False),
        sa.Column("ip", sa.String(length=45), nullable=True),
        sa.Column("created_at", MOMENT, nullable=False),
        sa.Column("expires_at", MOMENT, nullable=False),
        sa.Column("last_used_at", MOMENT, nullable=True),
        sa.ForeignKeyConstraint(
            ["device_id"],
            ["devices.id"],
            name=op.f("fk_refresh_tokens_device_id_devices"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["family_id"],
            ["refresh_families.id"],
            name=op.f("fk_refresh_tokens_family_id_refresh_families"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_refresh_tokens_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_refresh_tokens")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_refresh_tokens_token_hash")),
    )
    op.create_index("ix_refresh_tokens_family_id", "refresh_tokens", ["family_id"], unique=False)
    op.create_index("ix_refresh_tokens_user_id", "refresh_tokens", ["user_id"], unique=False)
    op.create_table(
        "resume_analyses",
        sa.Column("file_upload_id", GUID, nullable=True),
        sa.Column("reading_sha256", sa.String(length=64), nullable=True),
        sa.Column("client_id", GUID, nullable=True),
        sa.Column("industry", sa.Text(), nullable=False),
        sa.Column("status", sa.String(length=16), nullable=False),
        sa.Column("partial", sa.Boolean(), nullable=False),
        sa.Column("overall_score", sa.Float(), nullable=True),
        sa.Column("market_tier", sa.String(length=16), nullable=True),
        sa.Column("seniority", sa.String(length=16), nullable=True),
        sa.Column("structure_scores", JSON, nullable=True),
        sa.Column("appeal_scores", JSON, nullable=True),
        sa.Column("confidence_metrics", JSON, nullable=True),
        sa.Column("structure_feedback", PACKED, nullable=True),
        sa.Column("appeal_feedback", PACKED, nullable=True),
        sa.Column("analysis_summary", sa.Text(), nullable=True),
        sa.Column("improvement_suggestions", PACKED, nullable=True),
        sa.Column("findings", PACKED, nullable=True),
        sa.Column("rest", PACKED, nullable=True),
        sa.Column("rubric_id", sa.Text(), nullable=True),
        sa.Column("rubric_version", sa.Text(), nullable=True),
        sa.Column("engine", sa.String(length=16), nullable=True),
        sa.Column("engine_version", sa.Text(), nullable=True),
        sa.Column("ai_model_version", sa.Text(), nullable=True),
        sa.Column("ai_tokens_used", sa.Integer(), nullable=True),
        sa.Column("processing_time_seconds", sa.Float(), nullable=True),
        sa.Column("error_code", sa.String(length=64), nullable=True),
        sa.Column("error_message", sa.Text(), nullable=True),
        sa.Column("retry_count", sa.Integer(), nullable=False),
        sa.Column("analysis_started_at", MOMENT, nullable=True),
        sa.Column("analysis_completed_at", MOMENT, nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("tags", JSON, nullable=False),
        sa.Column("archived", sa.Boolean(), nullable=False),
        sa.Column("candidate_name", sa.Text(), nullable=True),
        sa.Column("coach_rating", sa.Integer(), nullable=True),
        sa.Column("coach_comment", sa.Text(), nullable=True),
        *_synced(),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
            name=op.f("fk_resume_analyses_client_id_clients"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["file_upload_id"],
            ["file_uploads.id"],
            name=op.f("fk_resume_analyses_file_upload_id_file_uploads"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id", "reading_sha256"],
            ["readings.user_id", "readings.sha256"],
            name=op.f("fk_resume_analyses_user_id_reading_sha256_readings"),
            initially="DEFERRED",
            deferrable=True,
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_resume_analyses_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_resume_analyses")),
    )
    op.create_index(
        "ix_resume_analyses_by_date",
        "resume_analyses",
        [
            "user_id",
            "deleted",
            "status",
            "archived",
            "analysis_completed_at",
            "id",
            "industry",
            "client_id",
            "market_tier",
            "overall_score",
        ],
        unique=False,
    )
    op.create_index(
        "ix_resume_analyses_by_score",
        "resume_analyses",
        [
            "user_id",
            "deleted",
            "status",
            "archived",
            "overall_score",
            "id",
            "industry",
            "client_id",
            "market_tier",
        ],
        unique=False,
    )
    op.create_index(
        "ix_resume_analyses_by_title",
        "resume_analyses",
        [
            "user_id",
            "deleted",
            "status",
            "archived",
            "title",
            "id",
            "industry",
            "client_id",
            "market_tier",
            "overall_score",
        ],
        unique=False,
    )
    op.create_index("ix_resume_analyses_client_id", "resume_analyses", ["client_id"], unique=False)
    op.create_index(
        "ix_resume_analyses_file_upload_id", "resume_analyses", ["file_upload_id"], unique=False
    )
    op.create_index(
        "ix_resume_analyses_user_id_reading_sha256",
        "resume_analyses",
        ["user_id", "reading_sha256"],
        unique=False,
    )
    op.create_index(
        "uq_resume_analyses_user_id_seq", "resume_analyses", ["user_id", "seq"], unique=True
    )
    op.create_table(
        "finding_overrides",
        sa.Column("analysis_id", GUID, nullable=False),
        sa.Column("finding_key", sa.String(length=128), nullable=False),
        sa.Column("rule", sa.String(length=128), nullable=False),
        sa.Column("action", sa.String(length=16), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        *_synced(),
        sa.ForeignKeyConstraint(
            ["analysis_id"],
            ["resume_analyses.id"],
            name=op.f("fk_finding_overrides_analysis_id_resume_analyses"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"],
            ["users.id"],
            name=op.f("fk_finding_overrides_user_id_users"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_finding_overrides")),
    )
    op.create_index(
        "ix_finding_overrides_analysis_id",
        "finding_overrides",
        ["analysis_id", "finding_key"],
        unique=False,
    )
    op.create_index(
        "uq_finding_overrides_user_id_seq", "finding_overrides", ["user_id", "seq"], unique=True
    )
    op.create_table(
        "matches",
        sa.Column("analysis_id", GUID, nullable=False),
        sa.Column("job_description_id", GUID, nullable=False),
        sa.Column("score", sa.Float(), nullable=True),
        sa.Column("stuffing", sa.Boolean(), nullable=False),
        sa.Column("requirements", PACKED, nullable=False),
        *_synced(),
        sa.ForeignKeyConstraint(
            ["analysis_id"],
            ["resume_analyses.id"],
            name=op.f("fk_matches_analysis_id_resume_analyses"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["job_description_id"],
            ["job_descriptions.id"],
            name=op.f("fk_matches_job_description_id_job_descriptions"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_matches_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_matches")),
    )
    op.create_index("ix_matches_analysis_id", "matches", ["analysis_id"], unique=False)
    op.create_index(
        "ix_matches_job_description_id", "matches", ["job_description_id"], unique=False
    )
    op.create_index("uq_matches_user_id_seq", "matches", ["user_id", "seq"], unique=True)
    op.create_table(
        "notes",
        sa.Column("client_id", GUID, nullable=True),
        sa.Column("analysis_id", GUID, nullable=True),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        *_synced(),
        sa.ForeignKeyConstraint(
            ["analysis_id"],
            ["resume_analyses.id"],
            name=op.f("fk_notes_analysis_id_resume_analyses"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["client_id"],
            ["clients.id"],
            name=op.f("fk_notes_client_id_clients"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_notes_user_id_users"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
    )
    op.create_index("ix_notes_analysis_id", "notes", ["analysis_id"], unique=False)
    op.create_index("ix_notes_client_id", "notes", ["client_id"], unique=False)
    op.create_index("uq_notes_user_id_seq", "notes", ["user_id", "seq"], unique=True)
    for statement in FTS5 if op.get_bind().dialect.name == "sqlite" else TSVECTOR:
        op.execute(statement)


def downgrade() -> None:
    """Drop every table, children first."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TABLE search_index")
    op.drop_table("notes")
    op.drop_table("matches")
    op.drop_table("finding_overrides")
    op.drop_table("resume_analyses")
    op.drop_table("refresh_tokens")
    op.drop_table("refresh_families")
    op.drop_table("readings")
    op.drop_table("job_descriptions")
    op.drop_table("file_uploads")
    op.drop_table("upload_parts")
    op.drop_table("trash")
    op.drop_table("sync_records")
    op.drop_table("sync_heads")
    op.drop_table("sync_cursors")
    op.drop_table("settings")
    op.drop_table("search_entries")
    op.drop_table("revisions")
    op.drop_table("outbox")
    op.drop_table("idempotency")
    op.drop_table("devices")
    op.drop_table("commits")
    op.drop_table("clients")
    op.drop_table("blobs")
    op.drop_table("audit_log")
    op.drop_table("users")
