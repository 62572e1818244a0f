"""What the window asks of the library; every call runs in the storage lane.

The real one stands on `database`; tests have one in memory. Writes raise `LibraryReadOnlyError`
on a library that is only looked at and `StorageFullError` on a full disk.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Protocol
from uuid import UUID

from database.id_list import IdList
from desktop.feedback.overrides import Override
from desktop.storage.records import (
    Admitted,
    Changes,
    Completed,
    HistoryQuery,
    HistoryRow,
    HomeLists,
    StoredReview,
)


class Library(Protocol):
    """The coach's stored files and reviews."""

    def admit_file(self, source: Path, industry: str, limit_bytes: int, *, again: bool) -> Admitted:
        """Copy a file in and let its review wait; with `again` even if it was reviewed before."""

    def admit_text(self, text: str, name: str, industry: str, *, again: bool) -> Admitted:
        """Store pasted text as a file of its own and let its review wait."""

    def unfinished(self) -> Sequence[Admitted]:
        """Return what waited or ran when the program last ended, oldest first."""

    def queue_again(self, file_id: str) -> Admitted:
        """Let a failed or stopped review wait again."""

    def review_again(self, analysis_id: str, industry: str) -> Admitted:
        """Let the resume of a stored review wait again, for another industry."""

    def reorder(self, file_ids: Sequence[str]) -> Changes:
        """Let these files wait in this order from now on."""

    def start(self, file_id: str) -> Changes:
        """Note that a review is under way."""

    def complete(self, file_id: str, wire: Mapping[str, Any]) -> Completed:
        """Store a finished review."""

    def fail(self, file_id: str, code: str, message: str) -> Changes:
        """Note why there is no review."""

    def stop(self, file_ids: Sequence[str]) -> Changes:
        """Note that the person stopped these."""

    def review(self, analysis_id: str) -> StoredReview:
        """Return a stored review."""

    def put_override(self, analysis_id: str, override: Override) -> Changes:
        """Keep the coach's decision about a finding."""

    def remove_override(self, analysis_id: str, key: str) -> Changes:
        """Forget it."""

    def put_correction(self, sha256: str, target: str, said: Mapping[str, Any]) -> Changes:
        """Keep what the coach corrects in the reading of a content; `target` names of what."""

    def remove_correction(self, sha256: str, target: str) -> Changes:
        """Take a correction back."""

    def dismiss(self, file_ids: Sequence[str]) -> Changes:
        """Take failed files off the list of what needs attention."""

    def take_back(self, file_ids: Sequence[str]) -> Changes:
        """Put dismissed files back on that list."""

    def history_ids(self, query: HistoryQuery) -> IdList:
        """Return the ids of the rows to show, in order."""

    def history_rows(self, ids: Sequence[UUID]) -> Sequence[HistoryRow]:
        """Return these rows, in the order asked; rows that are gone are left out."""

    def home(self) -> HomeLists:
        """Return the latest reviews and what needs attention."""

    def trash(self, analysis_ids: Sequence[str]) -> Changes:
        """Put reviews in the trash."""

    def restore(self, analysis_ids: Sequence[str]) -> Changes:
        """Take reviews out of the trash."""

    def close(self) -> None:
        """Let go of the file."""
