"""The window's library on top of `database`: rows in the store, the resumes in the blob folder.

Runs in the storage lane only; every call is one transaction.
"""

import mimetypes
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import UUID

from database.blobs import FolderBlobStore
from database.id_list import IdList
from database.queries.history import HistoryFilter
from database.queries.history import HistorySort as StoredSort
from database.session import Store, Work
from database.values import FileRow, NewFile, OverrideRow
from database.values import HistoryRow as StoredRow
from database.vocabulary import FileStatus, OverrideAction
from desktop.errors import LibraryReadOnlyError
from desktop.feedback.overrides import DismissReason, Override, OverrideState
from desktop.storage.records import (
    Admitted,
    Changes,
    Completed,
    HistoryQuery,
    HistoryRow,
    HistorySort,
    HomeLists,
    Kind,
    PastReview,
    StoredReview,
)
from desktop.storage.source_file import read_source

_SORTS = {
    HistorySort.DATE: StoredSort.DATE,
    HistorySort.SCORE: StoredSort.SCORE,
    HistorySort.NAME: StoredSort.TITLE,
}
_SHOWN_ON_HOME = 8
#: Between a dismissal's reason and the coach's own words, in the one text the row has.
_NOTE = ": "


class StoredLibrary:
    """Fits `Library`; owned by the shelf."""

    def __init__(self, store: Store, blobs: FolderBlobStore) -> None:
        self._store = store
        self._blobs = blobs

    # --- the queue ------------------------------------------------------------------------------

    def admit_file(self, source: Path, industry: str, limit_bytes: int, *, again: bool) -> Admitted:
        """Copy a file in and let it wait; with `again` even if it was reviewed before."""
        self._must_be_writable()
        data = read_source(source, limit_bytes)
        sha256 = self._blobs.put(data)
        kind = mimetypes.guess_type(source.name)[0] or ""
        new = NewFile(source.name, len(data), sha256, kind, str(source), industry)
        return self._admit(new, again=again)

    def admit_text(self, text: str, name: str, industry: str, *, again: bool) -> Admitted:
        """Store pasted text as a file of its own and let it wait."""
        self._must_be_writable()
        data = text.encode()
        sha256 = self._blobs.put(data)
        new = NewFile(name, len(data), sha256, "text/plain", None, industry)
        return self._admit(new, again=again)

    def unfinished(self) -> Sequence[Admitted]:
        """Return what waited or ran when the program last ended, first in line first."""
        if self._store.read_only:
            return ()
        with self._store.write() as work:
            work.files.requeue_interrupted()
            rows = work.files.queue()
            here = [row for row in rows if row.sha256 and self._blobs.has(row.sha256)]
            return [self._admitted(work, row) for row in here]

    def review_again(self, analysis_id: str, industry: str) -> Admitted:
        """Let the resume of a stored review wait again, measured against another industry.

        Raises:
            BlobMissing: the resume itself is not here (only its review is).
        """
        self._must_be_writable()
        with self._store.read() as work:
            file = work.analyses.load(UUID(analysis_id))["file"]
        path = self._blobs.path(str(file["sha256"]))
        size = path.stat().st_size
        new = NewFile(file["name"], size, file["sha256"], file["media_type"], None, industry)
        return self._admit(new, again=True)

    def reorder(self, file_ids: Sequence[str]) -> Changes:
        """Let these files wait in this order from now on, also after a restart."""
        with self._store.write() as work:
            work.files.set_order([UUID(file_id) for file_id in file_ids])
        return Changes.of(Kind.QUEUE, *file_ids)

    def queue_again(self, file_id: str) -> Admitted:
        """Let a failed or stopped file wait again."""
        with self._store.write() as work:
            row = work.files.get(UUID(file_id))
            if row.status in (FileStatus.FAILED, FileStatus.CANCELLED):
                row = work.files.retry(row.id)
            return self._admitted(work, row)

    def start(self, file_id: str) -> Changes:
        """Note that a review is under way."""
        with self._store.write() as work:
            work.files.set_status(UUID(file_id), FileStatus.PROCESSING)
        return Changes.of(Kind.QUEUE, file_id)

    def complete(self, file_id: str, wire: Mapping[str, Any]) -> Completed:
        """Store a finished review; the file is completed in the same transaction."""
        with self._store.write() as work:
            analysis_id = str(work.analyses.store(wire, file_id=UUID(file_id)))
        return Completed(analysis_id, Changes.of(Kind.REVIEWS, analysis_id))

    def fail(self, file_id: str, code: str, message: str) -> Changes:
        """Note why there is no review."""
        with self._store.write() as work:
            work.files.set_status(
                UUID(file_id), FileStatus.FAILED, error_code=code, error_message=message
            )
        return Changes.of(Kind.REVIEWS, file_id)

    def stop(self, file_ids: Sequence[str]) -> Changes:
        """Note that the person stopped these; a file that is through already stays so."""
        with self._store.write() as work:
            for file_id in file_ids:
                row = work.files.get(UUID(file_id))
                if row.status in (FileStatus.PENDING, FileStatus.PROCESSING):
                    work.files.set_status(row.id, FileStatus.CANCELLED)
        return Changes.of(Kind.QUEUE, *file_ids)

    def _admit(self, new: NewFile, *, again: bool) -> Admitted:
        with self._store.write() as work:
            if not again:
                for row in work.files.with_content(new.sha256 or ""):
                    past = work.analyses.latest_of_file(row.id)
                    if past is not None:
                        when = work.history.rows([past])[0].completed_at or row.updated_at
                        return self._admitted(work, row, PastReview(str(past), when))
            row = work.files.add(new)
            return self._admitted(work, row)

    def _admitted(self, work: Work, row: FileRow, past: PastReview | None = None) -> Admitted:
        sha256 = row.sha256 or ""
        return Admitted(
            str(row.id),
            row.name,
            row.industry or "general_business",
            self._blobs.path(sha256),
            past,
            tuple(work.corrections.of_content(sha256)),
        )

    # --- reviews --------------------------------------------------------------------------------

    def review(self, analysis_id: str) -> StoredReview:
        """Return a stored review with what the coach said of this content, by any review."""
        wanted = UUID(analysis_id)
        with self._store.read() as work:
            wire = work.analyses.load(wanted)
            sha256 = str(wire["file"].get("sha256") or "")
            decided = work.overrides.of_content(wanted)
            corrections = tuple(work.corrections.of_content(sha256))
        path = self._blobs.path(sha256) if sha256 and self._blobs.has(sha256) else None
        overrides = {row.finding_key: _override(row) for row in decided}
        return StoredReview(analysis_id, wire, path, overrides, corrections)

    def put_override(self, analysis_id: str, override: Override) -> Changes:
        """Keep the coach's decision about a finding."""
        parts = [override.reason.value if override.reason else "", override.note]
        with self._store.write() as work:
            work.overrides.decide(
                UUID(analysis_id),
                override.key,
                OverrideAction(override.state.value),
                reason=_NOTE.join(parts),
            )
        return Changes.of(Kind.OVERRIDES, analysis_id)

    def remove_override(self, analysis_id: str, key: str) -> Changes:
        """Forget it."""
        with self._store.write() as work:
            work.overrides.undo_for_content(UUID(analysis_id), key)
        return Changes.of(Kind.OVERRIDES, analysis_id)

    def put_correction(self, sha256: str, target: str, said: Mapping[str, Any]) -> Changes:
        """Keep what the coach says that a content says, in the place of what was said of it."""
        with self._store.write() as work:
            work.corrections.put(sha256, target, said)
        return Changes.of(Kind.CORRECTIONS, sha256)

    def remove_correction(self, sha256: str, target: str) -> Changes:
        """Take it back."""
        with self._store.write() as work:
            work.corrections.remove(sha256, target)
        return Changes.of(Kind.CORRECTIONS, sha256)

    def trash(self, analysis_ids: Sequence[str]) -> Changes:
        """Put reviews in the trash."""
        with self._store.write() as work:
            for analysis_id in analysis_ids:
                work.analyses.delete(UUID(analysis_id))
        return Changes.of(Kind.REVIEWS, *analysis_ids)

    def restore(self, analysis_ids: Sequence[str]) -> Changes:
        """Take reviews out of the trash."""
        with self._store.write() as work:
            for analysis_id in analysis_ids:
                work.analyses.restore(UUID(analysis_id))
        return Changes.of(Kind.REVIEWS, *analysis_ids)

    def dismiss(self, file_ids: Sequence[str]) -> Changes:
        """Take files that failed off the list of what needs attention."""
        with self._store.write() as work:
            for file_id in file_ids:
                work.files.remove(UUID(file_id))
        return Changes.of(Kind.REVIEWS, *file_ids)

    def take_back(self, file_ids: Sequence[str]) -> Changes:
        """Put dismissed files back on the list."""
        with self._store.write() as work:
            for file_id in file_ids:
                work.files.restore(UUID(file_id))
        return Changes.of(Kind.REVIEWS, *file_ids)

    # --- lists ----------------------------------------------------------------------------------

    def history_ids(self, query: HistoryQuery) -> IdList:
        """Return the ids of the rows to show, in order."""
        wanted = HistoryFilter(
            text=query.text,
            industry=query.industry or None,
            sort=_SORTS[query.sort],
            descending=query.descending,
        )
        with self._store.read() as work:
            return work.history.ids(wanted)

    def history_rows(self, ids: Sequence[UUID]) -> Sequence[HistoryRow]:
        """Return these rows, in the order asked; rows that are gone are left out."""
        with self._store.read() as work:
            return [_history_row(row) for row in work.history.rows(ids)]

    def home(self) -> HomeLists:
        """Return the latest reviews and the files that could not be reviewed."""
        with self._store.read() as work:
            recent = [_history_row(row) for row in work.history.recent(_SHOWN_ON_HOME)]
            failed = [row for row in work.files.unfinished() if row.status == FileStatus.FAILED]
        newest = sorted(failed, key=lambda row: row.updated_at, reverse=True)[:_SHOWN_ON_HOME]
        return HomeLists(tuple(recent), tuple(_failed_row(row) for row in newest))

    def close(self) -> None:
        """Let go of the file."""
        self._store.close()

    def _must_be_writable(self) -> None:
        if self._store.read_only:
            raise LibraryReadOnlyError("The library can only be read now, so nothing can be added.")


def _history_row(row: StoredRow) -> HistoryRow:
    return HistoryRow(
        analysis_id=str(row.id),
        name=row.file_name or row.title,
        person=row.client_name or row.title,
        industry=row.industry,
        score=row.overall_score,
        reviewed_at=row.completed_at,
        status=FileStatus.COMPLETED.value,
    )


def _failed_row(row: FileRow) -> HistoryRow:
    return HistoryRow(
        analysis_id=str(row.id),
        name=row.name,
        person="",
        industry=row.industry or "",
        score=None,
        reviewed_at=row.updated_at,
        status=row.status.value,
        message=row.error_message or "",
        code=row.error_code or "",
    )


def _override(row: OverrideRow) -> Override:
    reason, _, note = row.reason.partition(_NOTE)
    state = OverrideState(row.action.value)
    if state is not OverrideState.DISMISSED:
        return Override(row.finding_key, state, None, note)
    known = reason in set(DismissReason)
    chosen = DismissReason(reason) if known else DismissReason.NOT_RELEVANT
    return Override(row.finding_key, state, chosen, note if known else row.reason)
