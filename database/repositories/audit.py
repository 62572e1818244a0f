"""Who did what, and when; never any text of a resume."""

from typing import Any
from uuid import UUID

from sqlalchemy import select

from database.models.settings import AuditEntry
from database.repositories.base import OwnerScope
from database.vocabulary import RecordKind


class AuditRepository:
    """The audit trail of one owner; entries are only ever added."""

    def __init__(self, scope: OwnerScope) -> None:
        self._scope = scope

    def record(
        self,
        action: str,
        *,
        kind: RecordKind | None = None,
        record_id: UUID | None = None,
        details: dict[str, Any] | None = None,
    ) -> None:
        """Note that the owner did something. `details` holds ids and counts, no free text."""
        entry = AuditEntry(
            user_id=self._scope.owner_id,
            at=self._scope.clock(),
            action=action,
            kind=None if kind is None else kind.value,
            record_id=record_id,
            details=details or {},
        )
        self._scope.session.add(entry)
        self._scope.session.flush()

    def actions(self, limit: int = 50) -> list[tuple[str, UUID | None]]:
        """Return the owner's last actions and the records they were about, newest first."""
        query = (
            select(AuditEntry.action, AuditEntry.record_id)
            .where(AuditEntry.user_id == self._scope.owner_id)
            .order_by(AuditEntry.id.desc())
            .limit(limit)
        )
        return [(action, record_id) for action, record_id in self._scope.session.execute(query)]
