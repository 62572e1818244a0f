"""The reader child's own loop: load, lock down, then answer one file after another.

Ends when its input closes. Everything it prints goes nowhere; frames are its only way out.
"""

import gc
import importlib
import os
import time
import traceback
from typing import BinaryIO, Final

from ai_agents import lockdown
from ai_agents.documents.limits import MAX_FILE_BYTES
from ai_agents.documents.reader import read_document
from ai_agents.documents.refusals import refusal
from ai_agents.errors import ReadCode, ReadError
from ai_agents.profile.extract import extract_profile
from ai_agents.reading import (
    MAX_REPLY_BYTES,
    MAX_REQUEST_BYTES,
    Failure,
    FrameError,
    ReadResult,
    Reply,
    Request,
    read_exactly,
    read_frame,
    write_frame,
)

#: Loaded before the rights go: pdfium and lxml are shared libraries.
_WARM_MODULES: Final = (
    "ai_agents.documents.pdf",
    "ai_agents.documents.docx",
)
_TRACE_FRAMES: Final = 8
#: Read once at the start, so that the first file finds every lexicon loaded.
_SAMPLE: Final = (
    b"Alex Sample\nalex@example.com\n\nExperience\nAnalyst, Example Ltd, 2019 - present\n"
    b"- Wrote the monthly report for a team of 12 people\n\nEducation\nBSc Economics, 2018\n"
)


def run_reader() -> int:
    """Answer requests until the parent closes the pipe; return the exit status."""
    stdin, stdout = _take_over_pipes()
    _warm_up()
    protections = lockdown.lock_down()
    # What is loaded by now lives as long as the process: keep it out of every collection.
    gc.freeze()
    write_frame(stdout, Reply(ready=True, protections=protections).model_dump_json().encode())
    try:
        while (frame := read_frame(stdin, MAX_REQUEST_BYTES)) is not None:
            request = Request.model_validate_json(frame)
            data = read_exactly(stdin, min(request.size_bytes, MAX_FILE_BYTES + 1))
            lockdown.arm_cpu_limit()
            write_frame(stdout, _answer(request.name, data))
            gc.collect()
    except (FrameError, BrokenPipeError):
        return 1  # the parent is gone
    return 0


def _take_over_pipes() -> tuple[BinaryIO, BinaryIO]:
    """Keep the pipes to ourselves: a library that prints must not end up in a frame."""
    stdin = os.fdopen(os.dup(0), "rb")
    stdout = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(nowhere, standard)
    os.close(nowhere)
    return stdin, stdout


def _warm_up() -> None:
    """Load libraries and lexicons while the parent still does other things."""
    for module in _WARM_MODULES:
        importlib.import_module(module)
    _answer("sample.txt", _SAMPLE)


def _answer(name: str, data: bytes) -> bytes:
    """Read one file; every way it can end is a reply, except those that end the process."""
    try:
        payload = _reply(result=_read(name, data))
    except ReadError as error:
        return _reply(failure=Failure(code=error.code, message=error.message))
    except (MemoryError, RecursionError) as error:
        code = ReadCode.OUT_OF_MEMORY if isinstance(error, MemoryError) else ReadCode.UNSAFE
        return _reply(failure=_failure(code))
    except Exception as error:  # noqa: BLE001 - the process edge: a file may find any fault of ours
        return _reply(failure=_failure(ReadCode.CRASHED, _trace(error)))
    if len(payload) > MAX_REPLY_BYTES:
        return _reply(failure=_failure(ReadCode.TOO_LONG))
    return payload


def _failure(code: ReadCode, trace: str = "") -> Failure:
    error = refusal(code)
    return Failure(code=error.code, message=error.message, trace=trace)


def _trace(error: Exception) -> str:
    """Say where our code failed, without the error's words: they may quote the resume."""
    frames = traceback.extract_tb(error.__traceback__)[-_TRACE_FRAMES:]
    places = " < ".join(
        f"{frame.name} ({os.path.basename(frame.filename)}:{frame.lineno})"  # noqa: PTH119
        for frame in reversed(frames)
    )
    return f"{type(error).__name__} in {places}"


def _reply(result: ReadResult | None = None, failure: Failure | None = None) -> bytes:
    reply = Reply(result=result, failure=failure, peak_kib=lockdown.peak_memory_kib())
    return reply.model_dump_json().encode()


def _read(name: str, data: bytes) -> ReadResult:
    started = time.perf_counter()
    document = read_document(data, name)
    read = time.perf_counter()
    profile = extract_profile(document)
    return ReadResult(
        document=document,
        profile=profile,
        read_ms=round((read - started) * 1000, 3),
        profile_ms=round((time.perf_counter() - read) * 1000, 3),
    )
