"""The limits every file must keep; the contract's numbers, and our own against hostile files."""

from typing import Final

MAX_FILE_BYTES: Final = 10 * 1024 * 1024
MIN_TEXT_CHARS: Final = 100
MAX_TEXT_CHARS: Final = 50_000
#: A line longer than this is cut into several, so that no later pattern meets an endless line.
MAX_LINE_CHARS: Final = 2_000
MAX_LINES: Final = 5_000
#: Hidden text is reported, not reviewed: enough of it to recognise what it is.
MAX_HIDDEN_CHARS: Final = 20_000
MAX_LINKS: Final = 500
