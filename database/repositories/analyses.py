"""The reviews: a `vitae.review/1` object comes in, is stored in columns, and comes back whole."""

from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import undefer

from database.errors import RecordNotFound, RecordStateError
from database.models.analysis import ResumeAnalysis
from database.models.base import clean
from database.models.clients import Client, Tags
from database.models.files import FileUpload, Reading, ReadingContent
from database.repositories.base import OwnerScope, Repository, check_move
from database.repositories.files import FileMarks, file_row
from database.repositories.review_columns import (
    Wire,
    fill_analysis,
    fill_file,
    reading_of,
    text_of,
    title_of,
    whole,
)
from database.search import SearchIndex, Words
from database.stored_review import WireReview
from database.values import QueuedAnalysis
from database.vocabulary import (
    FINAL_STATUSES,
    AnalysisStatus,
    FileStatus,
    RecordKind,
)


class AnalysisRepository(Repository[ResumeAnalysis]):
    """Reviews of one owner."""

    model = ResumeAnalysis

    def __init__(self, scope: OwnerScope, index: SearchIndex) -> None:
        super().__init__(scope)
        self._index = index

    def store(
        self, wire: Wire, *, file_id: UUID | None = None, client_id: UUID | None = None
    ) -> UUID:
        """Store a finished review and return its id.

        With `file_id` the queued file is completed in the same transaction (RecordStateError when
        it was cancelled meanwhile); without it a completed file is made from `wire["file"]`.
        """
        file = self._file_for(wire, file_id, client_id)
        analysis = ResumeAnalysis(
            user_id=self._owner_id,
            file_upload_id=file.id,
            client_id=client_id or file.client_id,
            industry=wire["review"]["industry"],
            created_at=self._scope.clock(),
        )
        self._finish(analysis, file, wire)
        return analysis.id

    def enqueue(self, file_id: UUID, industry: str) -> UUID:
        """Let a review of a stored file wait, last in line, and return its id."""
        file = self._owned_file(file_id)
        analysis = ResumeAnalysis(
            user_id=self._owner_id,
            file_upload_id=file.id,
            client_id=file.client_id,
            title=file.filename,
            industry=industry,
            created_at=self._scope.clock(),
        )
        self._changed(analysis)
        return analysis.id

    def set_status(
        self,
        analysis_id: UUID,
        status: AnalysisStatus,
        *,
        error_code: str | None = None,
        error_message: str | None = None,
    ) -> None:
        """Move a review on its way (start, fail, cancel; PENDING retries); its file goes along.

        RecordStateError when it has moved on already, and for COMPLETED, which needs a result.
        """
        analysis = self._get(analysis_id)
        check_move(analysis.status, status)
        if status is AnalysisStatus.COMPLETED:
            raise RecordStateError("A review is completed by its result.")
        if status is AnalysisStatus.PENDING and analysis.status != status.value:
            analysis.retry_count += 1
        now = self._scope.clock()
        analysis.status = status.value
        analysis.error_code, analysis.error_message = error_code, error_message
        if status is AnalysisStatus.PROCESSING:
            analysis.started_at = now
        analysis.completed_at = now if status in FINAL_STATUSES else None
        self._changed(analysis)
        self.reindex(analysis_id)
        self._move_file(analysis, status)

    def complete(self, analysis_id: UUID, wire: Wire) -> None:
        """Store the result of a review that runs; RecordStateError when it was cancelled."""
        analysis = self._get(analysis_id)
        check_move(analysis.status, AnalysisStatus.COMPLETED)
        file = self._file_for(wire, analysis.file_upload_id, analysis.client_id)
        self._finish(analysis, file, wire)

    def get(self, analysis_id: UUID) -> QueuedAnalysis:
        """Return where a review stands, with its file."""
        analysis = self._get(analysis_id)
        return QueuedAnalysis(
            id=analysis.id,
            file=file_row(self._file_of(analysis)),
            industry=analysis.industry,
            status=AnalysisStatus(analysis.status),
            error_code=analysis.error_code,
            error_message=analysis.error_message,
            retry_count=analysis.retry_count,
        )

    def unfinished(self) -> list[QueuedAnalysis]:
        """Return what waits or runs, first in line first."""
        waiting = (AnalysisStatus.PENDING.value, AnalysisStatus.PROCESSING.value)
        query = self._mine().where(ResumeAnalysis.status.in_(waiting)).order_by(ResumeAnalysis.id)
        ids = self._session.scalars(query.with_only_columns(ResumeAnalysis.id)).all()
        return [self.get(analysis_id) for analysis_id in ids]

    def requeue_interrupted(self) -> int:
        """Let what a killed program left running wait again; return how many. Call at start."""
        running = self._mine().where(ResumeAnalysis.status == AnalysisStatus.PROCESSING.value)
        ids = self._session.scalars(running.with_only_columns(ResumeAnalysis.id)).all()
        for analysis_id in ids:
            self.set_status(analysis_id, AnalysisStatus.PENDING)
        return len(ids)

    def load(self, analysis_id: UUID) -> dict[str, Any]:
        """Return the review as the `vitae.review/1` object that was stored, equal to it."""
        analysis = self._get(
            analysis_id, load=[undefer(ResumeAnalysis.rest), undefer(ResumeAnalysis.findings)]
        )
        if analysis.rest is None or analysis.findings is None:
            raise RecordStateError(f"The review is {analysis.status}; there is no result.")
        reading = self._reading(analysis)
        if reading is None:
            raise RecordStateError("What was read for this review is not here.")
        return whole(analysis.rest, analysis.findings, reading)

    def latest_of_file(self, file_id: UUID) -> UUID | None:
        """Return the newest finished review of a file."""
        return self._session.scalar(
            self._mine()
            .where(
                ResumeAnalysis.file_upload_id == file_id,
                ResumeAnalysis.status == AnalysisStatus.COMPLETED.value,
            )
            .order_by(ResumeAnalysis.completed_at.desc(), ResumeAnalysis.id.desc())
            .with_only_columns(ResumeAnalysis.id)
            .limit(1)
        )

    def rename(self, analysis_id: UUID, title: str) -> None:
        """Give a review another title."""
        analysis = self._get(analysis_id)
        analysis.title = title
        self._changed(analysis)
        self.reindex(analysis_id)

    def set_tags(self, analysis_id: UUID, tags: tuple[str, ...]) -> None:
        """Replace the labels of a review."""
        analysis = self._get(analysis_id)
        analysis.tags = Tags(items=tuple(clean(tag) for tag in tags))
        self._changed(analysis)
        self.reindex(analysis_id)

    def set_archived(self, analysis_id: UUID, *, archived: bool) -> None:
        """Hide a review from the everyday list, or show it again."""
        analysis = self._get(analysis_id)
        analysis.archived = archived
        self._changed(analysis)

    def rate(self, analysis_id: UUID, rating: int | None, comment: str | None) -> None:
        """Keep the coach's own verdict, 1–5; ValueError outside."""
        if rating is not None and not 1 <= rating <= 5:
            raise ValueError("a rating is 1 to 5")
        analysis = self._get(analysis_id)
        analysis.coach_rating, analysis.coach_comment = rating, comment
        self._changed(analysis)
        self.reindex(analysis_id)

    def assign(self, analysis_id: UUID, client_id: UUID | None) -> None:
        """Attach a review to one of the coach's people, or detach it."""
        analysis = self._get(analysis_id)
        if client_id is not None and self._client(client_id) is None:
            raise RecordNotFound(RecordKind.CLIENT.value, client_id)
        analysis.client_id = client_id
        self._changed(analysis)
        self.reindex(analysis_id)

    def delete(self, analysis_id: UUID) -> None:
        """Put a review in the trash."""
        self._bury(self._get(analysis_id))
        self._index.remove(analysis_id)

    def restore(self, analysis_id: UUID) -> None:
        """Take a review out of the trash."""
        self._revive(self._get(analysis_id, deleted=True))
        self.reindex(analysis_id)

    def reindex(self, analysis_id: UUID) -> None:
        """Renew the words a review is found by."""
        analysis = self._get(analysis_id)
        file = self._file_of(analysis)
        client = self._client(analysis.client_id)
        names = [
            analysis.title,
            file.filename,
            client.name if client else "",
            analysis.candidate_name or "",
        ]
        reading = self._reading(analysis)
        read = text_of(reading.document) if reading else ""
        texts = [read, analysis.analysis_summary, analysis.coach_comment]
        self._index.put(
            Words(
                kind=RecordKind.ANALYSIS,
                record_id=analysis_id,
                names="\n".join([*names, *analysis.tags.items]),
                text="\n".join(part for part in texts if part),
            )
        )

    def reindex_client(self, client_id: UUID) -> None:
        """Renew the words of every review of a client, whose name has changed."""
        query = self._mine().where(ResumeAnalysis.client_id == client_id)
        for analysis_id in self._session.scalars(query.with_only_columns(ResumeAnalysis.id)).all():
            self.reindex(analysis_id)

    def _finish(self, analysis: ResumeAnalysis, file: FileUpload, wire: Wire) -> None:
        """Complete a review with its result and what was read for it."""
        analysis.title = title_of(wire, file)
        fill_analysis(analysis, WireReview.model_validate(wire["review"]), wire)
        analysis.reading_sha256 = self._keep(reading_of(wire))
        analysis.status = AnalysisStatus.COMPLETED.value
        analysis.error_code = analysis.error_message = None
        analysis.completed_at = self._scope.clock()
        self._changed(analysis)
        self.reindex(analysis.id)

    def _keep(self, reading: Reading) -> str:
        """Keep a reading, once for all reviews it is equal for; return its name."""
        known = select(Reading.sha256).where(
            Reading.user_id == self._owner_id, Reading.sha256 == reading.sha256
        )
        if self._session.scalar(known) is None:
            reading.user_id = self._owner_id
            reading.created_at = self._scope.clock()
            self._session.add(reading)
        return reading.sha256

    def _reading(self, analysis: ResumeAnalysis) -> ReadingContent | None:
        """Return what the reader saw when this review was made, `None` before there is one."""
        if analysis.reading_sha256 is None:
            return None
        reading = self._session.get(Reading, (self._owner_id, analysis.reading_sha256))
        return None if reading is None else reading.content

    def _client(self, client_id: UUID | None) -> Client | None:
        if client_id is None:
            return None
        return self._session.scalar(
            select(Client).where(Client.id == client_id, Client.user_id == self._owner_id)
        )

    def _file_for(self, wire: Wire, file_id: UUID | None, client_id: UUID | None) -> FileUpload:
        """Return the file of a finished review, marked as completed and with what was read."""
        if file_id is None:
            name = str(wire["file"]["name"])
            file = FileUpload(
                user_id=self._owner_id, filename=name, original_filename=name, client_id=client_id
            )
        else:
            file = self._owned_file(file_id)
            if FileStatus(file.status) in (FileStatus.CANCELLED, FileStatus.FAILED):
                raise RecordStateError(f"The file is {file.status}; its review is not kept.")
        fill_file(file, wire)
        file.upload_completed_at = self._scope.clock()
        FileMarks(self._scope).changed(file)
        return file

    def _owned_file(self, file_id: UUID) -> FileUpload:
        return FileMarks(self._scope).owned(file_id)

    def _file_of(self, analysis: ResumeAnalysis) -> FileUpload:
        """Return the file of a review, also when it was taken off the list."""
        query = select(FileUpload).where(
            FileUpload.id == analysis.file_upload_id, FileUpload.user_id == self._owner_id
        )
        return self._session.scalars(query).one()

    def _move_file(self, analysis: ResumeAnalysis, status: AnalysisStatus) -> None:
        file = self._file_of(analysis)
        if FileStatus(file.status) is FileStatus.COMPLETED:
            return  # read already by an earlier review
        file.status = status.value
        file.error_code, file.error_message = analysis.error_code, analysis.error_message
        FileMarks(self._scope).changed(file)
