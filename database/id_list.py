"""Ids in the order a query found them, small enough to hand a hundred thousand of them around.

No SQLAlchemy here: the desktop's window receives these from the library's process, and must not
load it to take them apart.
"""

from collections.abc import Sequence
from typing import overload
from uuid import UUID

ID_BYTES = 16


class IdList(Sequence[UUID]):
    """Ids in order, 16 bytes each; a UUID is made when it is looked at."""

    def __init__(self, packed: bytes = b"", *, complete: bool = True) -> None:
        self._packed = packed
        #: False when a search had more hits than it returns, and only the newest are here.
        self.complete = complete

    def __len__(self) -> int:
        return len(self._packed) // ID_BYTES

    def as_bytes(self) -> bytes:
        """Return the ids as they lie here, for another process: `IdList(data)` reads them again."""
        return self._packed

    @overload
    def __getitem__(self, index: int) -> UUID: ...
    @overload
    def __getitem__(self, index: slice) -> "IdList": ...
    def __getitem__(self, index: int | slice) -> "UUID | IdList":
        """Return one id, or a run of them."""
        if isinstance(index, slice):
            start, stop, step = index.indices(len(self))
            if step != 1:
                raise ValueError("a list of ids is cut in one piece")
            return IdList(self._packed[start * ID_BYTES : stop * ID_BYTES], complete=self.complete)
        if not -len(self) <= index < len(self):
            raise IndexError(index)
        start = index % len(self) * ID_BYTES
        return UUID(bytes=self._packed[start : start + ID_BYTES])
