"""The coach's notes about people and reviews."""

from uuid import UUID

from sqlalchemy import select

from database.errors import RecordNotFound
from database.models.analysis import ResumeAnalysis
from database.models.clients import Client
from database.models.notes import Note
from database.repositories.base import OwnerScope, Repository
from database.search import SearchIndex, Words
from database.values import NoteRow
from database.vocabulary import RecordKind


def _row(note: Note) -> NoteRow:
    return NoteRow(
        id=note.id,
        title=note.title,
        body=note.body,
        client_id=note.client_id,
        analysis_id=note.analysis_id,
        updated_at=note.updated_at,
    )


class NoteRepository(Repository[Note]):
    """Notes of one owner."""

    model = Note

    def __init__(self, scope: OwnerScope, index: SearchIndex) -> None:
        super().__init__(scope)
        self._index = index

    def add(
        self,
        title: str,
        body: str,
        *,
        client_id: UUID | None = None,
        analysis_id: UUID | None = None,
    ) -> NoteRow:
        """Write a note; RecordNotFound when it is about somebody else's record."""
        self._check(RecordKind.CLIENT, Client, client_id)
        self._check(RecordKind.ANALYSIS, ResumeAnalysis, analysis_id)
        note = Note(
            user_id=self._owner_id,
            client_id=client_id,
            analysis_id=analysis_id,
            created_at=self._scope.clock(),
        )
        return self._write(note, title, body)

    def update(self, note_id: UUID, title: str, body: str) -> NoteRow:
        """Rewrite a note."""
        return self._write(self._get(note_id), title, body)

    def about(
        self, *, client_id: UUID | None = None, analysis_id: UUID | None = None
    ) -> list[NoteRow]:
        """Return the notes about a client or a review, newest first; all notes without either."""
        query = self._mine()
        if client_id is not None:
            query = query.where(Note.client_id == client_id)
        if analysis_id is not None:
            query = query.where(Note.analysis_id == analysis_id)
        return [_row(note) for note in self._session.scalars(query.order_by(Note.id.desc()))]

    def delete(self, note_id: UUID) -> None:
        """Put a note in the trash."""
        self._bury(self._get(note_id))
        self._index.remove(note_id)

    def restore(self, note_id: UUID) -> NoteRow:
        """Take a note out of the trash."""
        note = self._get(note_id, deleted=True)
        self._revive(note)
        return self._write(note, note.title, note.body)

    def _write(self, note: Note, title: str, body: str) -> NoteRow:
        note.title, note.body = title, body
        self._changed(note)
        self._index.put(Words(RecordKind.NOTE, note.id, title, body))
        return _row(note)

    def _check(
        self, kind: RecordKind, model: type[Client | ResumeAnalysis], record_id: UUID | None
    ) -> None:
        if record_id is None:
            return
        mine = (model.user_id == self._owner_id, model.deleted.is_(False))
        if self._session.scalar(select(model.id).where(model.id == record_id, *mine)) is None:
            raise RecordNotFound(kind.value, record_id)
