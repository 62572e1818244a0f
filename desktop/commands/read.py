"""`vitae read`: what a file says, without an opinion."""

import argparse
import sys
from contextlib import ExitStack
from typing import Final

from ai_agents import wire
from ai_agents.sandbox import Reader
from desktop.cli import FAILED, OK, UNREADABLE
from desktop.commands.batch import FileRead, ProgressLine, read_files
from desktop.commands.sinks import OutputError, open_sink

#: From here on a second reader child saves more than its start costs.
WORTH_TWO_READERS: Final = 12


def run(options: argparse.Namespace) -> int:
    """Read the files; return the exit status."""
    sink = open_sink(options.output, options.files, options.format)
    status = OK
    try:
        with ExitStack() as stack:
            count = 2 if len(options.files) >= WORTH_TWO_READERS else 1
            readers = [stack.enter_context(Reader()) for _ in range(count)]
            stack.enter_context(sink)
            progress = ProgressLine(len(options.files))
            for file in read_files(readers, options.files):
                progress.clear()
                if file.error is not None:
                    status = UNREADABLE
                    print(f"vitae: {file.name}: {file.error.message}", file=sys.stderr)
                sink.write(_text(file, options.format), file.index)
                progress.show(file.index + 1, file.name, "read")
            progress.clear()
    except OutputError as error:
        print(f"vitae: {error}", file=sys.stderr)
        return FAILED
    return status


def _text(file: FileRead, kind: str) -> str:
    if file.result is None:
        if file.error is None or kind != "json":
            return ""
        failed = wire.error_object(wire.READ_SCHEMA, file.name, file.error.code, file.error.message)
        return wire.dumps(failed) + "\n"
    if kind == "json":
        return wire.dumps(wire.read_object(file.result)) + "\n"
    from desktop.export.text import read_text  # noqa: PLC0415 - only for text

    return read_text(wire.read_object(file.result))
