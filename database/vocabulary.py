"""The words of the stored world (statuses, roles, sync kinds), each defined once; no imports."""

from enum import StrEnum


class FileStatus(StrEnum):
    """Where a file or an analysis stands on its way (SPEC section 1); `pending` means queued."""

    PENDING = "pending"
    PROCESSING = "processing"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


#: SPEC section 1 gives analyses the same five words as files, so it is one enum with two names.
AnalysisStatus = FileStatus

#: States that end a run; nothing leaves them but a retry.
FINAL_STATUSES = (FileStatus.COMPLETED, FileStatus.FAILED, FileStatus.CANCELLED)

#: From → to. A cancelled file takes no result that arrives late; PENDING out of a final state is a
#: retry.
ALLOWED_MOVES = {
    FileStatus.PENDING: (FileStatus.PROCESSING, FileStatus.CANCELLED, FileStatus.FAILED),
    FileStatus.PROCESSING: (
        FileStatus.PENDING,
        FileStatus.COMPLETED,
        FileStatus.FAILED,
        FileStatus.CANCELLED,
    ),
    FileStatus.COMPLETED: (),
    FileStatus.FAILED: (FileStatus.PENDING,),
    FileStatus.CANCELLED: (FileStatus.PENDING,),
}


class Role(StrEnum):
    """What an account may do on a server."""

    CONSULTANT = "consultant"
    ADMIN = "admin"


class OverrideAction(StrEnum):
    """What a coach decided about one finding."""

    DISMISSED = "dismissed"
    RAISED = "raised"


class TokenStatus(StrEnum):
    """Whether a refresh token may still be used."""

    ACTIVE = "active"
    USED = "used"
    REVOKED = "revoked"


class BlobState(StrEnum):
    """Whether the bytes behind a hash are here (SYNC 5.6)."""

    PENDING_UPLOAD = "pending_upload"
    STORED = "stored"


class RecordKind(StrEnum):
    """The kinds of record that sync, in the order parents come before children (SYNC 5.3)."""

    CLIENT = "client"
    FILE = "file"
    CORRECTION = "correction"
    JOB_DESCRIPTION = "job_description"
    ANALYSIS = "analysis"
    MATCH = "match"
    OVERRIDE = "override"
    NOTE = "note"
    SETTING = "setting"


#: The account a library without a server belongs to; it can later be adopted by a real one.
LOCAL_EMAIL = "local"
