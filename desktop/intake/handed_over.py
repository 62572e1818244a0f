"""Remembers on the disk what was handed over and is not in the library yet.

    add → a line in this file → the library's own row → the line is struck

Whatever ends the program in between, the next start finds the lines that are left.
"""

import json
import logging
import os
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop.intake.queue_item import QueueItem

log = logging.getLogger("vitae.intake")

_PRIVATE = 0o600


@dataclass(frozen=True)
class LeftOver:
    """What an earlier program left: files in line, and drops whose files were not listed yet."""

    items: tuple[tuple[QueueItem, bool], ...] = ()
    drops: tuple[tuple[str, tuple[Path, ...]], ...] = ()


class HandedOver:
    """An append-only file of JSON lines; lines come from the GUI thread and the storage lane.

    A folder that takes no writes is logged and no more: nothing could be added there anyway.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._lock = threading.Lock()
        self._left = _read(path)
        self._open = set(self._left)

    def left_over(self) -> LeftOver:
        """Return, once, what an earlier program left; its lines stay until they are struck."""
        lines, self._left = self._left, {}
        drops = {key: line for key, line in lines.items() if "paths" in line}
        return LeftOver(
            tuple(_item(key, line) for key, line in lines.items() if key not in drops),
            tuple((key, tuple(map(Path, line["paths"]))) for key, line in drops.items()),
        )

    def add_drop(self, key: str, paths: Iterable[Path]) -> None:
        """Remember a drop before its folders are looked through."""
        self._write([{"key": key, "paths": [str(path) for path in paths]}])

    def add_items(self, items: Iterable[QueueItem], *, again: bool) -> None:
        """Remember files that stand in line."""
        self._write([_line(item, again=again) for item in items])

    def strike(self, key: str) -> None:
        """Forget one: it is in the library, or the person knows that it is not."""
        with self._lock:
            if key not in self._open:
                return
            self._open.discard(key)
            if self._open:
                self._append([{"struck": key}])
            else:
                self._remove()

    def _write(self, lines: list[dict[str, Any]]) -> None:
        with self._lock:
            self._open.update(line["key"] for line in lines)
            self._append(lines)

    def _append(self, lines: list[dict[str, Any]]) -> None:
        text = "".join(json.dumps(line) + "\n" for line in lines)
        try:
            place = os.open(self._path, os.O_WRONLY | os.O_APPEND | os.O_CREAT, _PRIVATE)
            with os.fdopen(place, "w", encoding="utf-8") as file:
                file.write(text)
        except OSError as error:
            log.warning("what was handed over cannot be noted: %s", error.strerror)

    def _remove(self) -> None:
        try:
            self._path.unlink(missing_ok=True)
        except OSError as error:
            log.warning("the note of what was handed over cannot be removed: %s", error.strerror)


def _line(item: QueueItem, *, again: bool) -> dict[str, Any]:
    return {
        "key": item.key,
        "name": item.name,
        "industry": item.industry,
        "source": None if item.source is None else str(item.source),
        "text": item.text,
        "again_of": item.again_of,
        "again": again,
    }


def _item(key: str, line: Mapping[str, Any]) -> tuple[QueueItem, bool]:
    source = line.get("source")
    item = QueueItem(
        key,
        str(line.get("name", "")),
        str(line.get("industry", "")),
        source=Path(source) if source else None,
        text=str(line.get("text", "")),
        again_of=str(line.get("again_of", "")),
    )
    return item, bool(line.get("again"))


def _read(path: Path) -> dict[str, dict[str, Any]]:
    """Return the lines that were not struck; a line cut off by a crash is left out."""
    try:
        text = path.read_text(encoding="utf-8", errors="replace")
    except OSError:
        return {}
    left: dict[str, dict[str, Any]] = {}
    for row in text.splitlines():
        try:
            line = json.loads(row)
        except ValueError:
            continue
        if isinstance(line, dict) and "struck" in line:
            left.pop(str(line["struck"]), None)
        elif isinstance(line, dict) and "key" in line:
            left[str(line["key"])] = line
    return left
