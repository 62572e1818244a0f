"""One file on its way through the queue, as a frozen value; every change is a new one."""

from dataclasses import dataclass, replace
from enum import StrEnum
from pathlib import Path
from typing import Any

from desktop.storage.records import Corrections


class Station(StrEnum):
    """Where a file stands in the window's queue (the stored status is the database's word)."""

    ADDING = "adding"
    KNOWN = "known"
    WAITING = "waiting"
    REVIEWING = "reviewing"
    SAVING = "saving"
    DONE = "done"
    STOPPED = "stopped"
    FAILED = "failed"


#: Stations at which something still happens by itself.
OPEN_STATIONS = frozenset({Station.ADDING, Station.WAITING, Station.REVIEWING, Station.SAVING})


@dataclass(frozen=True)
class QueueItem:
    """A file in the queue.

    `key` names it in the window; `file_id` its row in the library and
    `analysis_id` that of its review, both empty until stored.
    `source` is where it came from (None for pasted text and after a restart), `path` its copy in
    the library; `again_of` is the stored review whose resume is reviewed once more;
    `corrections` are what the coach said of its reading. `error_code`, `message` and `next_step`
    are set where something went wrong.
    """

    key: str
    name: str
    industry: str
    station: Station = Station.ADDING
    source: Path | None = None
    text: str = ""
    path: Path | None = None
    again_of: str = ""
    file_id: str = ""
    analysis_id: str = ""
    known_id: str = ""
    known_when: str = ""
    stage: str = ""
    step: int = 0
    steps: int = 0
    score: float | None = None
    error_code: str = ""
    message: str = ""
    next_step: str = ""
    alone: bool = False
    corrections: Corrections = ()

    def at(self, station: Station, **changes: Any) -> "QueueItem":
        """Return the same file at another station, old trouble forgotten."""
        clean = {"error_code": "", "message": "", "next_step": "", "step": 0, "steps": 0}
        return replace(self, station=station, **{**clean, "stage": "", **changes})

    @property
    def is_open(self) -> bool:
        """Whether something still happens to it by itself."""
        return self.station in OPEN_STATIONS

    @property
    def can_retry(self) -> bool:
        """Whether trying again makes sense."""
        return self.station in (Station.FAILED, Station.STOPPED)
