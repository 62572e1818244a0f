"""What can go wrong on the way from a file to a review, as one small tree.

AgentsError
├── ReadError            the file cannot be read; the coach can do something about it
│   (one `ReadCode` each: encrypted, scanned, empty, damaged, …)
├── EngineUnavailable    the chosen engine (Ollama, remote) cannot answer here
├── ReviewCancelled      the person stopped it; nothing is wrong
└── RubricError          a rubric or industry file is wrong: our own fault, never the coach's
"""

from enum import StrEnum


class ReadCode(StrEnum):
    """Stable codes of `ReadError`, part of the command's contract."""

    NOT_FOUND = "file-not-found"
    NOT_READABLE = "file-not-readable"
    TOO_LARGE = "file-too-large"
    EMPTY = "file-empty"
    UNSUPPORTED = "unsupported-type"
    LEGACY_WORD = "legacy-word"
    ENCRYPTED = "encrypted"
    SCANNED = "scanned"
    NO_TEXT = "no-text"
    TOO_SHORT = "text-too-short"
    TOO_LONG = "text-too-long"
    DAMAGED = "damaged"
    UNSAFE = "unsafe-content"
    TIMED_OUT = "reader-timed-out"
    OUT_OF_MEMORY = "reader-out-of-memory"
    CRASHED = "reader-crashed"


class AgentsError(Exception):
    """Root of everything `ai_agents` raises on purpose; `code` and `message` may be shown."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message


class ReadError(AgentsError):
    """A file that cannot be read; the message says what happened and what to do next."""

    def __init__(self, code: ReadCode, message: str) -> None:
        super().__init__(code.value, message)


class EngineUnavailable(AgentsError):  # noqa: N818 - a state of the world, not a fault of ours
    """The chosen engine cannot answer on this machine now."""

    def __init__(self, message: str) -> None:
        super().__init__("engine-unavailable", message)


class ReviewCancelled(AgentsError):  # noqa: N818 - the person asked for it
    """The review was stopped on request."""

    def __init__(self) -> None:
        super().__init__("cancelled", "The review was cancelled.")


class RubricError(AgentsError):
    """A rubric or industry file does not say what the program needs."""

    def __init__(self, message: str) -> None:
        super().__init__("rubric-invalid", message)
