"""Tables of the reviews, the coach's decisions about findings, job descriptions and matches."""

from datetime import datetime
from typing import Any, ClassVar
from uuid import UUID

from pydantic import Field
from sqlalchemy import Float, ForeignKey, ForeignKeyConstraint, Index, Integer, String
from sqlalchemy.orm import Mapped, mapped_column

from database.models.base import Base, CleanText, Guid, Synced, TypedJson, UtcDateTime, Versioned
from database.models.clients import Tags
from database.models.packed import PackedJson
from database.vocabulary import AnalysisStatus, RecordKind


class Scores(Versioned):
    """Dimension (or metric) → 0–100 (or 0–1); `None` was not assessed."""

    values: dict[str, float | None] = Field(default_factory=dict)


class Feedback(Versioned):
    """Name of a feedback list (SPEC section 1) → its sentences, in the order of the findings."""

    lists: dict[str, tuple[str, ...]] = Field(default_factory=dict)


class Findings(Versioned):
    """The findings of one review as the wire writes them."""

    items: tuple[dict[str, Any], ...] = ()


class Suggestions(Versioned):
    """The review's advice in the order it should be read."""

    items: tuple[str, ...] = ()


class ReviewRest(Versioned):
    """What a `vitae.review/1` object says that has no column of its own; gives it back whole."""

    review: dict[str, Any] = Field(default_factory=dict)
    envelope: dict[str, Any] = Field(default_factory=dict)


class Requirements(Versioned):
    """The requirements of a match as the wire writes them."""

    items: tuple[dict[str, Any], ...] = ()


#: What every history query asks first, and what it may filter on: with both in the index the id
#: list of 100,000 reviews never touches a row.
_SHOWN = ("user_id", "deleted", "status", "archived")
_FILTERED = ("industry", "client_id", "market_tier")


class ResumeAnalysis(Synced, Base):
    """One run over one file: immutable once completed, but for the coach's own overlay.

    The overlay (`title`, `tags`, `archived`, `coach_rating`, `coach_comment`) may change at any
    time and is the only part where two devices can conflict (SYNC 5.4).
    """

    __tablename__ = "resume_analyses"
    KIND: ClassVar[RecordKind] = RecordKind.ANALYSIS
    __table_args__ = (
        # Each sort order of the history list is read from one of these, ids only.
        Index(
            "ix_resume_analyses_by_date",
            *_SHOWN,
            "analysis_completed_at",
            "id",
            *_FILTERED,
            "overall_score",
        ),
        Index("ix_resume_analyses_by_score", *_SHOWN, "overall_score", "id", *_FILTERED),
        Index("ix_resume_analyses_by_title", *_SHOWN, "title", "id", *_FILTERED, "overall_score"),
        Index("ix_resume_analyses_file_upload_id", "file_upload_id"),
        Index("ix_resume_analyses_user_id_reading_sha256", "user_id", "reading_sha256"),
        Index("ix_resume_analyses_client_id", "client_id"),
        Index("uq_resume_analyses_user_id_seq", "user_id", "seq", unique=True),
        # Checked at the commit: when an account goes, its readings may go before its reviews.
        ForeignKeyConstraint(
            ["user_id", "reading_sha256"],
            ["readings.user_id", "readings.sha256"],
            deferrable=True,
            initially="DEFERRED",
        ),
    )

    file_upload_id: Mapped[UUID | None] = mapped_column(
        Guid, ForeignKey("file_uploads.id", ondelete="CASCADE"), default=None
    )
    reading_sha256: Mapped[str | None] = mapped_column(String(64), default=None)
    client_id: Mapped[UUID | None] = mapped_column(
        Guid, ForeignKey("clients.id", ondelete="SET NULL"), default=None
    )
    industry: Mapped[str] = mapped_column(CleanText)
    status: Mapped[str] = mapped_column(String(16), default=AnalysisStatus.PENDING.value)
    partial: Mapped[bool] = mapped_column(default=False)
    overall_score: Mapped[float | None] = mapped_column(Float, default=None)
    market_tier: Mapped[str | None] = mapped_column(String(16), default=None)
    seniority: Mapped[str | None] = mapped_column(String(16), default=None)
    structure_scores: Mapped[Scores | None] = mapped_column(TypedJson(Scores), default=None)
    appeal_scores: Mapped[Scores | None] = mapped_column(TypedJson(Scores), default=None)
    confidence_metrics: Mapped[Scores | None] = mapped_column(TypedJson(Scores), default=None)
    structure_feedback: Mapped[Feedback | None] = mapped_column(
        PackedJson(Feedback), default=None, deferred=True
    )
    appeal_feedback: Mapped[Feedback | None] = mapped_column(
        PackedJson(Feedback), default=None, deferred=True
    )
    analysis_summary: Mapped[str | None] = mapped_column(CleanText, default=None)
    improvement_suggestions: Mapped[Suggestions | None] = mapped_column(
        PackedJson(Suggestions), default=None, deferred=True
    )
    findings: Mapped[Findings | None] = mapped_column(
        PackedJson(Findings), default=None, deferred=True
    )
    rest: Mapped[ReviewRest | None] = mapped_column(
        PackedJson(ReviewRest), default=None, deferred=True
    )
    rubric_id: Mapped[str | None] = mapped_column(CleanText, default=None)
    rubric_version: Mapped[str | None] = mapped_column(CleanText, default=None)
    engine: Mapped[str | None] = mapped_column(String(16), default=None)
    engine_version: Mapped[str | None] = mapped_column(CleanText, default=None)
    ai_model_version: Mapped[str | None] = mapped_column(CleanText, default=None)
    ai_tokens_used: Mapped[int | None] = mapped_column(Integer, default=None)
    processing_time_seconds: Mapped[float | None] = mapped_column(Float, default=None)
    error_code: Mapped[str | None] = mapped_column(String(64), default=None)
    error_message: Mapped[str | None] = mapped_column(CleanText, default=None)
    retry_count: Mapped[int] = mapped_column(Integer, default=0)
    started_at: Mapped[datetime | None] = mapped_column(
        "analysis_started_at", UtcDateTime, default=None
    )
    completed_at: Mapped[datetime | None] = mapped_column(
        "analysis_completed_at", UtcDateTime, default=None
    )
    candidate_name: Mapped[str | None] = mapped_column(CleanText, default=None)
    title: Mapped[str] = mapped_column(CleanText, default="")
    tags: Mapped[Tags] = mapped_column(TypedJson(Tags), default=Tags)
    archived: Mapped[bool] = mapped_column(default=False)
    coach_rating: Mapped[int | None] = mapped_column(Integer, default=None)
    coach_comment: Mapped[str | None] = mapped_column(CleanText, default=None)


class FindingOverride(Synced, Base):
    """A coach's decision about one finding; the finding itself is never changed.

    `finding_key` is stable over re-reviews, so a decision can be offered again.
    """

    __tablename__ = "finding_overrides"
    KIND: ClassVar[RecordKind] = RecordKind.OVERRIDE
    __table_args__ = (
        Index("ix_finding_overrides_analysis_id", "analysis_id", "finding_key"),
        Index("uq_finding_overrides_user_id_seq", "user_id", "seq", unique=True),
    )

    analysis_id: Mapped[UUID] = mapped_column(
        Guid, ForeignKey("resume_analyses.id", ondelete="CASCADE")
    )
    finding_key: Mapped[str] = mapped_column(String(128))
    rule: Mapped[str] = mapped_column(String(128), default="")
    action: Mapped[str] = mapped_column(String(16))
    reason: Mapped[str] = mapped_column(CleanText, default="")


class JobDescription(Synced, Base):
    """A job a resume is matched against."""

    __tablename__ = "job_descriptions"
    KIND: ClassVar[RecordKind] = RecordKind.JOB_DESCRIPTION
    __table_args__ = (
        Index("ix_job_descriptions_client_id", "client_id"),
        Index("uq_job_descriptions_user_id_seq", "user_id", "seq", unique=True),
    )

    client_id: Mapped[UUID | None] = mapped_column(
        Guid, ForeignKey("clients.id", ondelete="SET NULL"), default=None
    )
    title: Mapped[str] = mapped_column(CleanText)
    employer: Mapped[str | None] = mapped_column(CleanText, default=None)
    body: Mapped[str] = mapped_column("text", CleanText)
    text_sha256: Mapped[str] = mapped_column(String(64))


class Match(Synced, Base):
    """How one review meets one job, requirement by requirement."""

    __tablename__ = "matches"
    KIND: ClassVar[RecordKind] = RecordKind.MATCH
    __table_args__ = (
        Index("ix_matches_analysis_id", "analysis_id"),
        Index("ix_matches_job_description_id", "job_description_id"),
        Index("uq_matches_user_id_seq", "user_id", "seq", unique=True),
    )

    analysis_id: Mapped[UUID] = mapped_column(
        Guid, ForeignKey("resume_analyses.id", ondelete="CASCADE")
    )
    job_description_id: Mapped[UUID] = mapped_column(
        Guid, ForeignKey("job_descriptions.id", ondelete="CASCADE")
    )
    score: Mapped[float | None] = mapped_column(Float, default=None)
    stuffing: Mapped[bool] = mapped_column(default=False)
    requirements: Mapped[Requirements] = mapped_column(
        PackedJson(Requirements), default=Requirements
    )
