"""What the coach corrects in readings: one living correction of each thing, for each content."""

from collections.abc import Mapping
from typing import Any

from database.models.files import ParseCorrection, Said
from database.repositories.base import Repository


class CorrectionRepository(Repository[ParseCorrection]):
    """Corrections of one owner, by the SHA-256 of the bytes they are about."""

    model = ParseCorrection

    def put(self, file_sha256: str, target: str, said: Mapping[str, Any]) -> None:
        """Keep a correction; an earlier one about the same thing is replaced."""
        row = self._living(file_sha256, target) or ParseCorrection(
            user_id=self._owner_id,
            file_sha256=file_sha256,
            target=target,
            created_at=self._scope.clock(),
        )
        row.said = Said(fields=dict(said))
        self._changed(row)

    def remove(self, file_sha256: str, target: str) -> bool:
        """Take a correction back; return whether there was one."""
        row = self._living(file_sha256, target)
        if row is None:
            return False
        self._bury(row)
        return True

    def of_content(self, file_sha256: str) -> list[dict[str, Any]]:
        """Return the living corrections of a content, the one said last at the end."""
        query = self._mine().where(ParseCorrection.file_sha256 == file_sha256)
        rows = self._session.scalars(query.order_by(ParseCorrection.updated_at, ParseCorrection.id))
        return [dict(row.said.fields) for row in rows]

    def _living(self, file_sha256: str, target: str) -> ParseCorrection | None:
        return self._session.scalar(
            self._mine().where(
                ParseCorrection.file_sha256 == file_sha256, ParseCorrection.target == target
            )
        )
