"""`vitae compare`: why the score moved between two versions of one resume, rule by rule."""

import argparse
import sys
from dataclasses import dataclass
from pathlib import Path

from ai_agents.errors import AgentsError, EngineUnavailable, ReadError
from ai_agents.sandbox import Reader, load_file, shown_name
from ai_agents.wire import dumps
from desktop.cli import FAILED, NO_ENGINE, OK, UNREADABLE, UsageError
from desktop.commands.again import Again, Choices
from desktop.commands.review import known_industry, known_rubric
from desktop.commands.review_files import NotReviewsError, is_json, read_reviews
from desktop.commands.sinks import OutputError, open_one
from desktop.compare.comparable import RESCORABLE, NotComparableError
from desktop.compare.compare_wire import compare_object, refusal_object
from desktop.compare.comparison import Comparison, compare
from desktop.paths import app_paths
from desktop.reproduce.sources import find_source
from desktop.review.report import Report


@dataclass(frozen=True, slots=True)
class _Version:
    """One of the two: its review, and the folder its file may lie in."""

    report: Report
    folder: Path
    rescored: bool = False


def run(options: argparse.Namespace) -> int:
    """Compare the two; return the exit status."""
    sink = open_one(options.output, [options.before, options.after], options.format)
    try:
        with Reader() as reader, sink:
            text, status = _Comparing(options, reader).told()
            if text:
                sink.write(text, 0)
            return status
    except EngineUnavailable as error:
        print(f"vitae: {error.message}", file=sys.stderr)
        return NO_ENGINE
    except NotReviewsError as error:
        print(f"vitae: {error}", file=sys.stderr)
        return UNREADABLE
    except OutputError as error:
        print(f"vitae: {error}", file=sys.stderr)
        return FAILED


class _Comparing:
    """Brings both versions to a review and compares them."""

    def __init__(self, options: argparse.Namespace, reader: Reader) -> None:
        self._options = options
        self._again = Again(reader)
        self._blobs = app_paths(Path(options.data_dir) if options.data_dir else None).blobs

    def told(self) -> tuple[str, int]:
        """Return what is written, and the exit status.

        Raises:
            NotReviewsError: one of the two cannot be read.
            EngineUnavailable: a review was made by an engine that is not here.
        """
        before, after = self._versions()
        try:
            found = self._compared(before, after)
        except NotComparableError as error:
            return self._refusal(before, after, error), FAILED
        return found, OK

    def _compared(self, before: _Version, after: _Version) -> str:
        try:
            found = compare(before.report, after.report)
        except NotComparableError as error:
            if not self._options.rescore or error.code not in RESCORABLE:
                raise
            before, after = self._alike(before, after, error)
            names = [item.report.file.name for item in (before, after) if item.rescored]
            found = compare(before.report, after.report, names)
        return self._rendered(found)

    # --- the two reviews ------------------------------------------------------------------------

    def _versions(self) -> tuple[_Version, _Version]:
        """Return both versions; a resume is reviewed now, as the other one was."""
        paths = [Path(self._options.before), Path(self._options.after)]
        stored = [self._stored(path) if is_json(path) else None for path in paths]
        chosen = self._choices(next((item for item in stored if item is not None), None))
        before, after = (
            known or _Version(self._reviewed(path, chosen), path.parent, rescored=False)
            for known, path in zip(stored, paths, strict=True)
        )
        return before, after

    def _stored(self, path: Path) -> _Version:
        given = read_reviews(path)
        if len(given) > 1:
            raise UsageError(f"{path} holds {len(given)} reviews; name a file that holds one")
        if given[0].wire is None:
            raise NotReviewsError(f"{path}: {given[0].reason}")
        return _Version(Report.from_wire(given[0].wire), path.parent)

    def _choices(self, stored: _Version | None) -> Choices:
        """Return what resumes are reviewed with: what was asked for, else what the other one was.

        The month too: so only the resume can have made the difference.
        """
        options = self._options
        like = Choices.of(stored.report.review) if stored else Choices("general_business")
        rubric = known_rubric(options.rubric) or like.rubric
        industry = known_industry(options.industry or like.industry, rubric)
        return Choices(industry, rubric, options.as_of or like.as_of, like.engine, like.model)

    def _reviewed(self, path: Path, chosen: Choices) -> Report:
        if not path.exists():
            raise NotReviewsError(f"There is no such file: {path}")
        try:
            source = (load_file(path), shown_name(path))
            return Report.from_wire(self._again.review(source, chosen))
        except EngineUnavailable:
            raise
        except AgentsError as error:
            raise NotReviewsError(f"{path}: {error.message}") from error

    # --- scoring again --------------------------------------------------------------------------

    def _alike(
        self, before: _Version, after: _Version, why: NotComparableError
    ) -> tuple[_Version, _Version]:
        """Return both measured alike: the first by the second's rubric, industry and month.

        The second is reviewed again only where this program's engine is not the one it was made by.
        """
        chosen = Choices.of(after.report.review)
        first = self._rescored(before, chosen, why)
        if first.report.review.engine_version == after.report.review.engine_version:
            return first, after
        return first, self._rescored(after, chosen, why)

    def _rescored(self, version: _Version, chosen: Choices, why: NotComparableError) -> _Version:
        file = version.report.file
        given = [Path(name) for name in self._options.file]
        try:
            source = find_source(file.name, file.sha256, given, version.folder, self._blobs)
        except ReadError as error:
            raise NotReviewsError(error.message) from error
        if source is None or source.sha256 != file.sha256:
            raise NotComparableError(
                why.code,
                f"{why.message} The file {file.name} was made of is not at hand, so it cannot be "
                "scored again; name it with --file.",
            )
        said = version.report.corrections
        wire = self._again.review((source.data, file.name), chosen, corrections=said)
        return _Version(Report.from_wire(wire), version.folder, rescored=True)

    # --- what is written ------------------------------------------------------------------------

    def _rendered(self, found: Comparison) -> str:
        if self._options.format == "json":
            return dumps(compare_object(found)) + "\n"
        if self._options.format == "html":
            from desktop.export.compare_html import comparison_html  # noqa: PLC0415 - only for HTML

            return comparison_html(found)
        from desktop.export.compare_text import comparison_text  # noqa: PLC0415 - only for text
        from desktop.export.text import TextStyle  # noqa: PLC0415 - the same

        style = TextStyle.of_terminal(to_file=self._options.output is not None)
        return comparison_text(found, style)

    def _refusal(self, before: _Version, after: _Version, error: NotComparableError) -> str:
        """Say why there is no comparison: to programs in the output, to a person beside it."""
        if self._options.format == "json":
            return dumps(refusal_object(before.report, after.report, error)) + "\n"
        step = ""
        if error.code in RESCORABLE and not self._options.rescore:
            step = " Use --rescore to score both alike."
        print(f"vitae: {error.message}{step}", file=sys.stderr)
        return ""
