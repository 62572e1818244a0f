"""A reader child that does what the file tells it to: run as a program by the sandbox's tests."""

import json
import os
import signal
import socket
import struct
import sys
from contextlib import ExitStack
from pathlib import Path

from ai_agents import lockdown
from ai_agents.models import Document, Line, Profile, SourceFile
from ai_agents.reading import (
    Failure,
    ReadResult,
    Reply,
    Request,
    read_exactly,
    read_frame,
    write_frame,
)


def command() -> list[str]:
    """Return the command that runs this child."""
    return [sys.executable, __file__]


def _try(name: str, attempt: object) -> str:
    try:
        attempt()  # type: ignore[operator]
    except (OSError, ValueError) as error:
        return type(error).__name__
    return f"{name} was possible"


def _run_program() -> None:
    os.execv("/bin/true", ["true"])  # noqa: S606 - the attempt is the test


def _open_many() -> None:
    with ExitStack() as stack:
        for _ in range(64):
            stack.enter_context(Path("/dev/null").open())


def _descriptors() -> list[str]:
    """Numbers of the open files."""
    return [str(number) for number in range(256) if _is_open(number)]


def _is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def _escape(where: str) -> dict[str, str]:
    """Try everything a hostile file would like to do; say how each attempt ended."""
    return {
        "connect": _try("connect", lambda: socket.socket().connect(("127.0.0.1", 9))),
        "unix": _try("unix", lambda: socket.socket(socket.AF_UNIX)),
        "fork": _try("fork", os.fork),
        "exec": _try("exec", _run_program),
        "write": _try("write", lambda: Path(where).write_text("x")),
        "delete": _try("delete", lambda: Path(where).with_name("kept").unlink()),
        "read": _try("read", Path(where).with_name("kept").read_bytes),
        "list": _try("list", lambda: list(Path(where).parent.iterdir())),
        "account": _try("account", Path("/etc/passwd").read_bytes),
        "parent": _try("parent", Path(f"/proc/{os.getppid()}/environ").read_bytes),
        "signal": _try("signal", lambda: os.kill(os.getppid(), signal.SIGTERM)),
        "files": _try("files", _open_many),
        "environment": ",".join(sorted(os.environ)),
        "folder": str(Path.cwd()),
        "descriptors": ",".join(_descriptors()),
    }


def _obey(data: bytes, stdout: object) -> None:
    order = data.decode()
    if order == "abort":
        os.abort()
    elif order == "loop":
        while True:
            pass
    elif order == "memory":
        kept = []
        while True:
            kept.append(bytearray(16 * 1024 * 1024))
    elif order == "garbage":
        write_frame(stdout, b"{not json")  # type: ignore[arg-type]
    elif order == "huge":
        stdout.write(struct.pack(">I", 2**32 - 1) + b"x")  # type: ignore[attr-defined]
        stdout.flush()  # type: ignore[attr-defined]
    elif order.startswith("escape "):
        _answer(stdout, json.dumps(_escape(order.removeprefix("escape "))))
    else:
        _answer(stdout, order)


def _answer(stdout: object, text: str) -> None:
    source = SourceFile(name="x", sha256=str(os.getpid()), size_bytes=1, media_type="text/plain")
    document = Document(source=source, lines=(Line(id=1, text=text, parts=(text,)),))
    result = ReadResult(document=document, profile=Profile(), read_ms=0, profile_ms=0)
    reply = Reply(result=result)
    write_frame(stdout, reply.model_dump_json().encode())  # type: ignore[arg-type]


def main() -> None:
    """Answer until the pipe closes."""
    stdin, stdout = sys.stdin.buffer, sys.stdout.buffer
    ready = Reply(ready=True, protections=lockdown.lock_down())
    write_frame(stdout, ready.model_dump_json().encode())
    while (frame := read_frame(stdin, 1 << 16)) is not None:
        request = Request.model_validate_json(frame)
        data = read_exactly(stdin, request.size_bytes)
        try:
            _obey(data, stdout)
        except MemoryError:
            failure = Failure(code="reader-out-of-memory", message="No memory.")
            write_frame(stdout, Reply(failure=failure).model_dump_json().encode())


if __name__ == "__main__":
    main()
