"""Lets the window ask running work to stop."""

from threading import Event


class TaskCancelled(Exception):  # noqa: N818 - the person asked for it, nothing went wrong
    """The work noticed that it is no longer wanted."""


class CancelToken:
    """Asked for by the window, looked at by the work between two steps. Safe across threads."""

    def __init__(self) -> None:
        self._event = Event()

    def cancel(self) -> None:
        """Ask the work to stop."""
        self._event.set()

    @property
    def cancelled(self) -> bool:
        """Whether someone asked."""
        return self._event.is_set()

    def check(self) -> None:
        """Stop here if someone asked.

        Raises:
            TaskCancelled: someone did.
        """
        if self._event.is_set():
            raise TaskCancelled
