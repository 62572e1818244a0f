"""What repositories hand out: frozen values that may cross threads, unlike rows of a session."""

from dataclasses import dataclass, field
from datetime import datetime
from uuid import UUID

from database.vocabulary import AnalysisStatus, FileStatus, OverrideAction


@dataclass(frozen=True)
class NewFile:
    """A file as it comes in. `path` is where it was found, `None` for pasted text."""

    name: str
    size_bytes: int = 0
    sha256: str | None = None
    media_type: str = ""
    path: str | None = None
    industry: str | None = None
    client_id: UUID | None = None


@dataclass(frozen=True)
class FileRow:
    """One file and where it stands."""

    id: UUID
    name: str
    status: FileStatus
    size_bytes: int
    sha256: str | None
    media_type: str
    path: str | None
    industry: str | None
    client_id: UUID | None
    error_code: str | None
    error_message: str | None
    created_at: datetime
    updated_at: datetime


@dataclass(frozen=True)
class QueuedAnalysis:
    """A review that waits, runs, failed or was cancelled, and its file."""

    id: UUID
    file: FileRow
    industry: str
    status: AnalysisStatus
    error_code: str | None
    error_message: str | None
    retry_count: int


@dataclass(frozen=True)
class HistoryRow:
    """One review as a line of the history list."""

    id: UUID
    file_id: UUID | None
    title: str
    file_name: str | None
    client_id: UUID | None
    client_name: str | None
    industry: str
    overall_score: float | None
    market_tier: str | None
    seniority: str | None
    engine: str | None
    partial: bool
    archived: bool
    completed_at: datetime | None
    status: AnalysisStatus
    error_code: str | None
    error_message: str | None
    person: str | None


@dataclass(frozen=True)
class OverrideRow:
    """A coach's decision about one finding."""

    id: UUID
    analysis_id: UUID
    finding_key: str
    rule: str
    action: OverrideAction
    reason: str
    created_at: datetime


@dataclass(frozen=True)
class NewClient:
    """What the coach fills in about a person."""

    name: str
    email: str | None = None
    phone: str | None = None
    company: str | None = None
    position: str | None = None
    target_industry: str | None = None
    target_role: str | None = None
    tags: tuple[str, ...] = ()


@dataclass(frozen=True)
class ClientRow:
    """One of the coach's people."""

    id: UUID
    details: NewClient
    archived: bool
    updated_at: datetime


@dataclass(frozen=True)
class NoteRow:
    """One note."""

    id: UUID
    title: str
    body: str
    client_id: UUID | None
    analysis_id: UUID | None
    updated_at: datetime


@dataclass(frozen=True)
class LibraryStats:
    """Counts over the completed reviews of one owner; the mean is `None` without any."""

    reviews: int
    files_by_status: dict[str, int] = field(default_factory=dict)
    mean_score: float | None = None
    by_tier: dict[str, int] = field(default_factory=dict)
