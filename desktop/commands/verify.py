"""`vitae verify`: computes stored reviews again and says whether the same comes out."""

import argparse
import sys
from pathlib import Path

from ai_agents.errors import AgentsError, EngineUnavailable, RubricError
from ai_agents.sandbox import Reader
from ai_agents.wire import dumps
from desktop.cli import FAILED, NO_ENGINE, OK, UNREADABLE, UsageError
from desktop.commands.again import Again, Choices, NamedBytes
from desktop.commands.batch import ProgressLine
from desktop.commands.review_files import Given, NotReviewsError, Wire, is_json, read_reviews
from desktop.commands.sinks import OutputError, open_one
from desktop.export.text import TextStyle
from desktop.export.verify_text import verification_text
from desktop.paths import app_paths
from desktop.reproduce.sources import Source, find_source
from desktop.reproduce.verification import (
    RUBRIC_MISSING,
    SOURCE_MISSING,
    Outcome,
    Verification,
    computed_again,
    no_review,
    not_computed,
)
from desktop.reproduce.verify_wire import verify_object
from desktop.review.report import Report
from desktop.review.report_parts import MatchPart

_MISSING = (
    "The file it was made of is neither beside the review nor in the library. Name it with --file."
)
_NO_ENGINE_CODE = EngineUnavailable("").code


def run(options: argparse.Namespace) -> int:
    """Check every review of the file; return the exit status."""
    path = Path(options.review)
    if path.exists() and not is_json(path):
        raise UsageError(
            f"{options.review} is no review: name the JSON that `vitae review --format json` wrote"
        )
    sink = open_one(options.output, [options.review, *options.file], options.format)
    try:
        given = read_reviews(path)
        with Reader() as reader, sink:
            checker = _Checker(options, reader)
            progress = ProgressLine(len(given))
            results = []
            for number, one in enumerate(given, 1):
                progress.show(number, one.name, "verifying")
                result = checker.check(one)
                progress.clear()
                sink.write(_rendered(result, options), 0)
                results.append(result)
            return _status(results)
    except NotReviewsError as error:
        print(f"vitae: {error}", file=sys.stderr)
        return UNREADABLE
    except OutputError as error:
        print(f"vitae: {error}", file=sys.stderr)
        return FAILED


class _Checker:
    """Finds each review's file and computes it again."""

    def __init__(self, options: argparse.Namespace, reader: Reader) -> None:
        self._given = [Path(name) for name in options.file]
        self._jobs = [Path(options.job)] if options.job else []
        self._folder = Path(options.review).parent
        self._blobs = app_paths(Path(options.data_dir) if options.data_dir else None).blobs
        self._again = Again(reader)

    def check(self, given: Given) -> Verification:
        """Return what came of one review; never raises for what a file or a review holds."""
        if given.wire is None:
            return no_review(given.name, given.code, given.reason)
        file = given.wire["file"]
        try:
            source = self._find(file["name"], file["sha256"], self._given)
            if source is None:
                return not_computed(given.wire, SOURCE_MISSING, _MISSING)
            return self._compute(given.wire, source)
        except RubricError as error:
            return not_computed(given.wire, RUBRIC_MISSING, error.message)
        except AgentsError as error:
            return not_computed(given.wire, error.code, error.message)

    def _compute(self, wire: Wire, source: Source) -> Verification:
        report = Report.from_wire(wire)
        chosen, match = Choices.of(report.review), report.review.match
        job = None if match is None else self._job(match)
        named = source.data, report.file.name
        again = self._again.review(named, chosen, job, report.corrections)
        matched = match is None or job is not None
        return computed_again(wire, again, source.place, matched=matched)

    def _job(self, match: MatchPart) -> NamedBytes | MatchPart | None:
        """Return the job a review was matched with: its file, else what the match holds of it.

        None where neither is at hand.
        """
        job = match.job
        source = self._find(job.name, job.sha256, self._jobs)
        if source is not None and (source.sha256 == job.sha256 or self._jobs):
            return source.data, job.name
        return match if job.items or match.reason else None

    def _find(self, name: str, sha256: str, given: list[Path]) -> Source | None:
        return find_source(name, sha256, given, self._folder, self._blobs)


def _rendered(result: Verification, options: argparse.Namespace) -> str:
    if options.format == "json":
        return dumps(verify_object(result)) + "\n"
    return verification_text(result, TextStyle.of_terminal(to_file=options.output is not None))


def _status(results: list[Verification]) -> int:
    """Return the status of the whole file; what is certain goes before what could not be seen."""
    found = {_status_of(result) for result in results}
    return next(status for status in (FAILED, UNREADABLE, NO_ENGINE, OK) if status in found)


def _status_of(result: Verification) -> int:
    if result.outcome is Outcome.IDENTICAL:
        return OK
    if result.outcome is Outcome.DIFFERS or result.code == RUBRIC_MISSING:
        return FAILED
    return NO_ENGINE if result.code == _NO_ENGINE_CODE else UNREADABLE
