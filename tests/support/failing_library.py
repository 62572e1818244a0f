"""A library that works until told otherwise: some of its calls then raise, as a full disk would."""

from collections.abc import Callable
from typing import Any, cast

from desktop.paths import AppPaths
from desktop.storage.opening import Opened, open_library
from desktop.storage.port import Library


class FailingLibrary:
    """Hands every call to the real library, except those that shall fail."""

    def __init__(self, real: Library) -> None:
        self._real = real
        #: Method → what it raises.
        self.failing: dict[str, Exception] = {}

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Return the real method, or one that raises."""
        error = self.failing.get(name)

        def fail(*_args: object, **_kwargs: object) -> None:
            if error is not None:
                raise error

        found: Callable[..., Any] = fail if error else getattr(self._real, name)
        return found


class FailingOpener:
    """Opens the real library and keeps the switch to make it fail."""

    def __init__(self) -> None:
        self.library: FailingLibrary | None = None

    def __call__(self, paths: AppPaths) -> Opened:
        """Open the library; storage lane."""
        opened = open_library(paths)
        self.library = FailingLibrary(opened.library)
        return Opened(cast("Library", self.library), opened.notice, opened.read_only)

    def fail(self, error: Exception, *methods: str) -> None:
        """Let these calls raise from now on; none means that all work again."""
        if self.library is not None:
            self.library.failing = dict.fromkeys(methods, error)
