"""The coach's choices, one row per key."""

from typing import Any

from sqlalchemy import select

from database.models.settings import Setting, SettingValue
from database.repositories.base import Repository


class SettingRepository(Repository[Setting]):
    """Settings of one owner. Values are what JSON can hold."""

    model = Setting

    def get(self, key: str, default: Any = None) -> Any:
        """Return a value, or `default` when nothing was chosen."""
        row = self._living(key)
        return default if row is None else row.value.value

    def all(self) -> dict[str, Any]:
        """Return every choice, sorted by key."""
        rows = self._session.scalars(self._mine().order_by(Setting.key))
        return {row.key: row.value.value for row in rows}

    def set(self, key: str, value: Any, *, local: bool = False) -> None:
        """Choose a value; `local` ones stay on this machine."""
        row = self._any(key) or Setting(user_id=self._owner_id, key=key)
        row.value, row.local = SettingValue(value=value), local
        row.deleted, row.deleted_at = False, None
        self._changed(row)

    def reset(self, key: str) -> None:
        """Go back to the default; nothing happens when nothing was chosen."""
        row = self._living(key)
        if row is not None:
            self._bury(row)

    def _living(self, key: str) -> Setting | None:
        return self._session.scalar(self._mine().where(Setting.key == key))

    def _any(self, key: str) -> Setting | None:
        return self._session.scalar(
            select(Setting).where(Setting.user_id == self._owner_id, Setting.key == key)
        )
