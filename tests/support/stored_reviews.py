"""Puts finished reviews into a running program's library, as if they had been made there."""

import hashlib
from collections.abc import Callable
from typing import Any

from pytestqt.qtbot import QtBot

from desktop.bootstrap import Program
from desktop.storage.port import Library

WAIT_MS = 20_000
Wire = dict[str, Any]


def in_library(bot: QtBot, program: Program, work: Callable[[Library], Any]) -> Any:
    """Do something in the storage lane and return what came of it."""
    # The library is opened after the window's first paint.
    bot.waitUntil(lambda: program.shelf._library is not None, timeout=WAIT_MS)
    answers: list[Any] = []
    program.lanes.storage.submit(lambda _cancel: work(program.shelf.library), answers.append)
    bot.waitUntil(lambda: bool(answers), timeout=WAIT_MS)
    return answers[0]


def store(bot: QtBot, program: Program, name: str, text: str, wire: Wire) -> str:
    """Store a review of a pasted text; return its analysis id."""
    named = {**wire["file"], "name": name, "sha256": hashlib.sha256(text.encode()).hexdigest()}

    def work(library: Library) -> str:
        admitted = library.admit_text(text, name, wire["review"]["industry"], again=True)
        return library.complete(admitted.file_id, {**wire, "file": named}).analysis_id

    stored: str = in_library(bot, program, work)
    return stored
