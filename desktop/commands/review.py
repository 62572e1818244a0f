"""`vitae review`: files in, scored reviews out; the main job without a window."""

import argparse
import difflib
import sys
import traceback
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from ai_agents.errors import AgentsError, EngineUnavailable, ReadCode, ReadError, RubricError
from ai_agents.reading import ReadResult
from ai_agents.sandbox import Reader, shown_name
from ai_agents.vocabulary import EngineKind
from desktop.cli import FAILED, NO_ENGINE, OK, UNREADABLE, UsageError
from desktop.commands.batch import FileRead, ProgressLine, read_files
from desktop.commands.corrections_file import read_corrections
from desktop.commands.sinks import OutputError, Sink, open_sink
from desktop.corrections.words import MISSED, state_words

if TYPE_CHECKING:
    from ai_agents.models import JobPosting

_INTERNAL: Final = "The review stopped because of a fault in the program. The file is unchanged."


def run(options: argparse.Namespace) -> int:
    """Review the files; return the exit status."""
    sink = open_sink(options.output, options.files, options.format)
    if options.model and options.engine == EngineKind.RULES:
        raise UsageError("--model needs --engine ollama or remote; the built-in rules use none")
    try:
        return _run(options, sink)
    except EngineUnavailable as error:
        print(f"vitae: {error.message}", file=sys.stderr)
        return NO_ENGINE
    except OutputError as error:
        print(f"vitae: {error}", file=sys.stderr)
        return FAILED


def _run(options: argparse.Namespace, sink: Sink) -> int:
    # The child loads its libraries while this process loads the agents.
    with Reader() as reader:
        reviewer = Reviewer(options)
        job = read_job(reader, options.job)
        reviewer.match_with(job)
        with sink:
            status = _review_all(options, reader, reviewer, sink)
    return UNREADABLE if job is not None and job.problem else status


def _review_all(
    options: argparse.Namespace, reader: Reader, reviewer: "Reviewer", sink: Sink
) -> int:
    status = OK
    progress = ProgressLine(len(options.files))
    render = renderer(options)
    for file in read_files([reader], options.files):
        progress.show(file.index + 1, file.name, "reviewing")
        wire = reviewer.review(file)
        progress.clear()
        _tell_corrections(file.name, wire)
        if "error" in wire:
            status = UNREADABLE
            print(f"vitae: {file.name}: {wire['error']['message']}", file=sys.stderr)
        text = render(wire)
        if text:
            sink.write(text, file.index)
    return status


def _tell_corrections(name: str, wire: dict[str, Any]) -> None:
    """Say which corrections changed nothing: the review is made without them."""
    for number, item in enumerate(wire.get("corrections", ()), 1):
        if item["state"] in MISSED:
            words = state_words(item["state"])
            print(f"vitae: {name}: correction {number} was {words}.", file=sys.stderr)


class Reviewer:
    """Turns one file read into one wire object; one request for all files."""

    def __init__(self, options: argparse.Namespace) -> None:
        """Load the agents.

        Raises:
            EngineUnavailable: the chosen engine cannot answer here.
            UsageError: there is no such industry or rubric version; the corrections are not valid.
        """
        from ai_agents import wire  # noqa: PLC0415 - after the reader child has been started
        from ai_agents.interface import AnalysisService, current_month, make_judge  # noqa: PLC0415 - the same
        from ai_agents.models import ReviewRequest  # noqa: PLC0415 - the same
        from ai_agents.reviewed import reviewed_object  # noqa: PLC0415 - the same

        engine = EngineKind(options.engine)
        rubric = known_rubric(options.rubric)
        self._wire = wire
        self._reviewed = reviewed_object
        self._corrections = read_corrections(options.corrections, options.files)
        self._job: JobPosting | None = None
        self._service = AnalysisService(make_judge(engine))
        self._request = ReviewRequest(
            industry=known_industry(options.industry, rubric),
            engine=engine,
            model=options.model,
            rubric=rubric,
            # One month for the whole batch, even when midnight passes.
            as_of=options.as_of or current_month(),
        )
        self._service.warm_up()

    def match_with(self, job: "JobPosting | None") -> None:
        """Match each resume with a job from now on."""
        self._job = job

    def review(self, file: FileRead) -> dict[str, Any]:
        """Return the review object of a file, or its error object."""
        if file.result is None:
            code, message = _why(file.error)
            return self._wire.error_object(self._wire.REVIEW_SCHEMA, file.name, code, message)
        try:
            return self._review(file.result)
        except EngineUnavailable:
            raise
        except AgentsError as error:
            code, message = _why(error)
            return self._wire.error_object(self._wire.REVIEW_SCHEMA, file.name, code, message)
        except Exception as error:  # noqa: BLE001 - the process edge: the other files go on
            _say_fault(error)
            return self._wire.error_object(
                self._wire.REVIEW_SCHEMA, file.name, "internal-error", _INTERNAL
            )

    def _review(self, read: ReadResult) -> dict[str, Any]:
        return self._reviewed(self._service, read, self._request, self._corrections, job=self._job)


def read_job(reader: Reader, path: str | None) -> "JobPosting | None":
    """Read the job file through the reader child, None when none is asked for.

    A file that is there and cannot be read becomes a posting with a problem: every resume is still
    reviewed, and its match says why there is none.

    Raises:
        UsageError: there is no such file.
    """
    from ai_agents.interface import unread_posting  # noqa: PLC0415 - after the child
    from ai_agents.match.posting import posting_of  # noqa: PLC0415 - the same

    if path is None:
        return None
    file = Path(path)
    try:
        return posting_of(reader.read(file).document)
    except ReadError as error:
        if error.code in (ReadCode.NOT_FOUND, ReadCode.NOT_READABLE):
            raise UsageError(
                f"--job {path}: {error.message.partition('. ')[0]}. Check the name and the folder."
            ) from None
        posting = unread_posting(shown_name(file), error)
    print(f"vitae: {posting.problem}", file=sys.stderr)
    return posting


def _say_fault(error: Exception) -> None:
    """Say where the program failed, without its values: they may hold the resume's text."""
    print(f"vitae: fault in the program: {type(error).__name__}", file=sys.stderr)
    for frame in traceback.extract_tb(error.__traceback__)[-3:]:
        print(f"  {Path(frame.filename).name}:{frame.lineno} {frame.name}", file=sys.stderr)


def _why(error: AgentsError | None) -> tuple[str, str]:
    return (error.code, error.message) if error else ("unknown", "The file could not be read.")


def known_rubric(version: str | None) -> str | None:
    """Return the rubric version asked for, None for the current one.

    Raises:
        UsageError: there is none; the message names those there are.
    """
    from ai_agents.rubric import rubric_versions  # noqa: PLC0415 - after the child

    if version is None or version in rubric_versions():
        return version
    known = ", ".join(rubric_versions())
    raise UsageError(f"there is no rubric version {version!r}\nRubric versions: {known}")


def known_industry(code: str, rubric: str | None = None) -> str:
    """Return the industry's own code for a code or an older alias, as a rubric version has it.

    Raises:
        UsageError: there is none; the message names the nearest and all others.
    """
    from ai_agents.rubric import industry_codes, load_industry  # noqa: PLC0415 - after the child

    try:
        return load_industry(code.strip().lower().replace("-", "_"), rubric).code
    except RubricError:
        codes = industry_codes(rubric)
        near = difflib.get_close_matches(code.lower(), codes, n=1, cutoff=0.5)
        hint = f" Did you mean {near[0]}?" if near else ""
        raise UsageError(
            f"there is no industry {code!r}.{hint}\nIndustries: {', '.join(codes)}"
        ) from None


def renderer(options: argparse.Namespace) -> Callable[[dict[str, Any]], str]:
    """Return what turns a wire object into the chosen format's text."""
    if options.format == "json":
        from ai_agents.wire import dumps  # noqa: PLC0415 - only for JSON

        return lambda wire: dumps(wire) + "\n"
    if options.format == "html":
        from desktop.export.html import review_html  # noqa: PLC0415 - only for HTML

        return lambda wire: "" if "error" in wire else review_html(wire)
    from desktop.export.text import TextStyle, review_text  # noqa: PLC0415 - only for text

    style = TextStyle.of_terminal(to_file=options.output is not None)
    return lambda wire: "" if "error" in wire else review_text(wire, style, explain=options.explain)
