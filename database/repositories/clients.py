"""The coach's people."""

from uuid import UUID

from sqlalchemy import func

from database.models.base import clean
from database.models.clients import Client, Tags
from database.repositories.base import OwnerScope, Repository
from database.search import SearchIndex, Words
from database.values import ClientRow, NewClient
from database.vocabulary import RecordKind

_FIELDS = ("name", "email", "phone", "company", "position", "target_industry", "target_role")


def _row(client: Client) -> ClientRow:
    fields = {name: getattr(client, name) for name in _FIELDS}
    return ClientRow(
        id=client.id,
        details=NewClient(**fields, tags=client.tags.items),
        archived=client.archived,
        updated_at=client.updated_at,
    )


class ClientRepository(Repository[Client]):
    """Clients of one owner."""

    model = Client

    def __init__(self, scope: OwnerScope, index: SearchIndex) -> None:
        super().__init__(scope)
        self._index = index

    def add(self, details: NewClient) -> ClientRow:
        """Add a person."""
        client = Client(user_id=self._owner_id, name=details.name, created_at=self._scope.clock())
        return self._write(client, details)

    def update(self, client_id: UUID, details: NewClient) -> ClientRow:
        """Replace what is known about a person.

        The caller renews the reviews' words (`AnalysisRepository.reindex_client`) on a new name.
        """
        return self._write(self._get(client_id), details)

    def get(self, client_id: UUID) -> ClientRow:
        """Return one person."""
        return _row(self._get(client_id))

    def list(self, *, archived: bool = False) -> list[ClientRow]:
        """Return the people by name, whatever its case."""
        query = self._mine().where(Client.archived.is_(archived))
        return [_row(c) for c in self._session.scalars(query.order_by(func.lower(Client.name)))]

    def set_archived(self, client_id: UUID, *, archived: bool) -> None:
        """Hide a person from the everyday list, or show them again."""
        client = self._get(client_id)
        client.archived = archived
        self._changed(client)

    def delete(self, client_id: UUID) -> None:
        """Put a person in the trash; their reviews stay."""
        self._bury(self._get(client_id))
        self._index.remove(client_id)

    def restore(self, client_id: UUID) -> None:
        """Take a person out of the trash."""
        client = self._get(client_id, deleted=True)
        self._revive(client)
        self._find_by(client)

    def _write(self, client: Client, details: NewClient) -> ClientRow:
        for name in _FIELDS:
            setattr(client, name, getattr(details, name))
        client.tags = Tags(items=tuple(clean(tag) for tag in details.tags))
        self._changed(client)
        self._find_by(client)
        return _row(client)

    def _find_by(self, client: Client) -> None:
        parts = [getattr(client, name) or "" for name in _FIELDS]
        names = "\n".join([*parts, *client.tags.items])
        self._index.put(Words(RecordKind.CLIENT, client.id, names))
