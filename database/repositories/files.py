"""The files that came in and the queue they wait in, which survives a restart."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import func, select

from database.errors import RecordStateError
from database.models.files import FileUpload
from database.repositories.base import Repository, check_move
from database.values import FileRow, NewFile
from database.vocabulary import FINAL_STATUSES, FileStatus

#: Everything but COMPLETED, spelled out so that the index skips a hundred thousand finished files.
_NOT_DONE = tuple(s.value for s in FileStatus if s is not FileStatus.COMPLETED)


def file_row(file: FileUpload) -> FileRow:
    """Return a file as a value."""
    return FileRow(
        id=file.id,
        name=file.filename,
        status=FileStatus(file.status),
        size_bytes=file.file_size,
        sha256=file.sha256,
        media_type=file.mime_type,
        path=file.source_path,
        industry=file.industry,
        client_id=file.client_id,
        error_code=file.error_code,
        error_message=file.error_message,
        created_at=file.created_at,
        updated_at=file.updated_at,
    )


class FileMarks(Repository[FileUpload]):
    """The little a review may do to its file."""

    model = FileUpload

    def owned(self, file_id: UUID) -> FileUpload:
        """Return the owner's file."""
        return self._get(file_id)

    def changed(self, file: FileUpload) -> None:
        """Stamp it."""
        self._changed(file)


class FileRepository(Repository[FileUpload]):
    """File uploads of one owner."""

    model = FileUpload

    def add(self, new: NewFile) -> FileRow:
        """Queue a file, last in line."""
        last = self._session.scalar(
            select(func.max(FileUpload.queue_position)).where(
                FileUpload.user_id == self._owner_id, FileUpload.status.in_(_NOT_DONE)
            )
        )
        now = self._scope.clock()
        file = FileUpload(
            user_id=self._owner_id,
            client_id=new.client_id,
            filename=new.name,
            original_filename=new.name,
            source_path=new.path,
            file_type=new.name.rpartition(".")[2].lower()[:16] if "." in new.name else "",
            file_size=new.size_bytes,
            mime_type=new.media_type,
            sha256=new.sha256,
            industry=new.industry,
            status=FileStatus.PENDING.value,
            queue_position=(last or 0) + 1,
            created_at=now,
            upload_started_at=now,
        )
        self._changed(file)
        return file_row(file)

    def get(self, file_id: UUID) -> FileRow:
        """Return one file; RecordNotFound when the owner has none with this id."""
        return file_row(self._get(file_id))

    def queue(self) -> list[FileRow]:
        """Return what waits or runs, first in line first."""
        waiting = (FileStatus.PENDING.value, FileStatus.PROCESSING.value)
        query = self._mine().where(FileUpload.status.in_(waiting))
        return [
            file_row(f) for f in self._session.scalars(query.order_by(FileUpload.queue_position))
        ]

    def unfinished(self) -> list[FileRow]:
        """Return what waits, failed or was cancelled, first in line first: the queue as shown."""
        query = self._mine().where(FileUpload.status.in_(_NOT_DONE))
        return [
            file_row(f) for f in self._session.scalars(query.order_by(FileUpload.queue_position))
        ]

    def requeue_interrupted(self) -> int:
        """Put what a killed program left running back in line; return how many. Call at start."""
        running = self._mine().where(FileUpload.status == FileStatus.PROCESSING.value)
        files = list(self._session.scalars(running))
        for file in files:
            file.status = FileStatus.PENDING.value
            self._changed(file)
        return len(files)

    def with_content(self, sha256: str) -> list[FileRow]:
        """Return the owner's files with the same bytes, newest first."""
        query = self._mine().where(FileUpload.sha256 == sha256)
        return [file_row(f) for f in self._session.scalars(query.order_by(FileUpload.id.desc()))]

    def set_status(
        self,
        file_id: UUID,
        status: FileStatus,
        *,
        error_code: str | None = None,
        error_message: str | None = None,
    ) -> FileRow:
        """Move a file on its way; RecordStateError when it has moved on already."""
        file = self._get(file_id)
        check_move(file.status, status)
        file.status = status.value
        file.error_code, file.error_message = error_code, error_message
        if status in FINAL_STATUSES:
            file.upload_completed_at = self._scope.clock()
        self._changed(file)
        return file_row(file)

    def retry(self, file_id: UUID) -> FileRow:
        """Put a failed, cancelled or completed file in line again."""
        file = self._get(file_id)
        if FileStatus(file.status) not in FINAL_STATUSES:
            raise RecordStateError(f"The file is {file.status}; it needs no retry.")
        file.status = FileStatus.PENDING.value
        file.error_code = file.error_message = None
        self._changed(file)
        return file_row(file)

    def set_content(self, file_id: UUID, sha256: str, size_bytes: int, media_type: str) -> FileRow:
        """Record what was learned when the bytes were first read."""
        file = self._get(file_id)
        file.sha256, file.file_size, file.mime_type = sha256, size_bytes, media_type
        self._changed(file)
        return file_row(file)

    def set_order(self, file_ids: Sequence[UUID]) -> None:
        """Let these files wait in this order, in the places they hold together; never synced."""
        files = [self._get(file_id) for file_id in file_ids]
        places = sorted(file.queue_position or 0 for file in files)
        for file, place in zip(files, places, strict=True):
            file.queue_position = place

    def remove(self, file_id: UUID) -> None:
        """Take a file out of the queue; its reviews stay."""
        self._bury(self._get(file_id))

    def restore(self, file_id: UUID) -> None:
        """Put a removed file back."""
        self._revive(self._get(file_id, deleted=True))

    def text(self, file_id: UUID) -> str | None:
        """Return the text read from the file, `None` before it was read."""
        self._get(file_id)
        return self._session.scalar(
            select(FileUpload.extracted_text).where(FileUpload.id == file_id)
        )
