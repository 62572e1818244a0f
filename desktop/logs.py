"""Keeps a small log on disk and catches what nobody caught; resume text never enters it."""

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from logging.handlers import RotatingFileHandler
from pathlib import Path
from types import TracebackType
from typing import TextIO

#: UX 6.5: rotated 5 × 2 MB.
MAX_BYTES = 2 * 1024 * 1024
BACKUPS = 4
_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"

log = logging.getLogger("vitae")


def start_logging(folder: Path, level: str = "INFO") -> TextIO | None:
    """Send the log to `folder`; a folder that takes no files is no reason not to start.

    Returns:
        The open file that a hard crash writes its stack into; keep it open. None without a folder.
    """
    # A disk that takes no more must not fill the terminal with complaints about the log itself.
    logging.raiseExceptions = False
    root = logging.getLogger()
    root.setLevel(level)
    try:
        handler = RotatingFileHandler(
            folder / "vitae.log", maxBytes=MAX_BYTES, backupCount=BACKUPS, encoding="utf-8"
        )
        crashes = (folder / "crash.log").open("a", encoding="utf-8")
    except OSError as error:
        logging.basicConfig(level=level, format=_FORMAT)
        log.warning("the log cannot be written: %s", error.strerror)
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(handler)
    faulthandler.enable(crashes)
    return crashes


def catch_unhandled(show: Callable[[BaseException], None]) -> None:
    """Log whatever nobody caught, in any thread, and let the window say so.

    Args:
        show: called for faults of the window's own thread only.
    """

    def on_error(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("nobody caught this", exc_info=(kind, error, trace))
        show(error)

    def on_thread_error(args: threading.ExceptHookArgs) -> None:
        log.critical("a thread ended with an error", exc_info=args.exc_value)

    sys.excepthook = on_error
    threading.excepthook = on_thread_error
