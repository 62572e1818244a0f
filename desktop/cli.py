"""The headless `vitae` command: arguments in, exit status out (DESIGN section 4).

Exit status: 0 all done · 1 the result could not be written, a self-check failed, or a review was
not reproduced · 2 wrong use · 3 some file could not be read · 4 the chosen engine is not available
· 130 stopped with Ctrl-C.
"""

import argparse
import importlib
import json
import logging
import os
import re
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final, NoReturn

from ai_agents.vocabulary import EngineKind
from resources.version import program_version

OK: Final = 0
FAILED: Final = 1
WRONG_USE: Final = 2
UNREADABLE: Final = 3
NO_ENGINE: Final = 4
INTERRUPTED: Final = 130
#: What a shell reports for a program whose reader went away (128 + SIGPIPE).
BROKEN_PIPE: Final = 141

_MONTH: Final = re.compile(r"\d{4}-(?:0[1-9]|1[0-2])")
_EPILOG: Final = """\
vitae [FILE ...] without a command opens the window.

exit status: 0 all done; 2 wrong use; 3 some file could not be read (each has an object with
"error"); 4 the chosen engine is not available; 1 the result could not be written, or a review was
not reproduced.
"""


class UsageError(Exception):
    """The command was used in a way it cannot follow; the message says what to do."""


class _Parser(argparse.ArgumentParser):
    """Says what is wrong in one line and how to get help; exits with 2."""

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message}\nTry: {self.prog} --help")


def run(argv: Sequence[str]) -> int:
    """Run one headless command; return its exit status."""
    _open_closed_streams()
    sys.stderr.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]  # a text stream
    try:
        return _run(argv)
    except UsageError as error:
        print(f"vitae: {error}", file=sys.stderr)
        return WRONG_USE
    except BrokenPipeError:
        _silence_stdout()
        return BROKEN_PIPE
    except KeyboardInterrupt:
        # The graph's tasks end with the process; that they were under way is no news.
        logging.getLogger("asyncio").disabled = True
        print("\nvitae: stopped", file=sys.stderr)
        return INTERRUPTED


def _open_closed_streams() -> None:
    """Give a program started with a closed output (`>&-`) one that goes nowhere."""
    if sys.stdout is None:
        sys.stdout = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the whole run
    if sys.stderr is None:
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - for the whole run


def _run(argv: Sequence[str]) -> int:
    options = build_parser().parse_args(["--help"] if list(argv) == ["help"] else argv)
    if options.version:
        _print_version(as_json=options.json)
        return OK
    if options.module is None:
        raise UsageError("no command given\nTry: vitae --help")
    command: Callable[[argparse.Namespace], int]
    command = importlib.import_module(f"desktop.commands.{options.module}").run
    return command(options)


def _silence_stdout() -> None:
    """Let the interpreter's last flush go nowhere instead of complaining."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _print_version(*, as_json: bool) -> None:
    print(
        json.dumps({"name": "vitae", "version": program_version()})
        if as_json
        else f"vitae {program_version()}"
    )


def build_parser() -> argparse.ArgumentParser:
    """Return the parser of the whole command."""
    parser = _Parser(
        prog="vitae",
        description="Scored, explained, evidence-linked resume reviews, on this computer.",
        epilog=_EPILOG,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("-V", "--version", action="store_true", help="print the version and exit")
    parser.add_argument("--json", action="store_true", help="with --version: as a JSON object")
    parser.set_defaults(module=None)
    commands = parser.add_subparsers(metavar="COMMAND")
    _add_read(commands)
    _add_review(commands)
    _add_verify(commands)
    _add_compare(commands)
    _add_checks(commands)
    return parser


def _add_read(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = commands.add_parser("read", help="show what a file says: its text and profile")
    command.add_argument("files", nargs="+", metavar="FILE", help="PDF, DOCX, ODT, RTF, TXT, HTML")
    command.add_argument("--format", choices=("text", "json"), default="text")
    _add_output(command)
    command.set_defaults(module="read")


def _add_review(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = commands.add_parser("review", help="review resumes")
    command.add_argument("files", nargs="+", metavar="FILE", help="PDF, DOCX, ODT, RTF, TXT, HTML")
    command.add_argument(
        "--industry",
        metavar="CODE",
        default="general_business",
        help="what the resume is measured against (default: general_business)",
    )
    command.add_argument(
        "--engine",
        choices=tuple(kind.value for kind in EngineKind),
        default=EngineKind.RULES.value,
        help="who judges: the built-in rules (default), Ollama, or a Vitae server",
    )
    command.add_argument("--model", metavar="NAME", help="the engine's model")
    command.add_argument(
        "--rubric", metavar="VERSION", help="the rubric's version (default: the current one)"
    )
    command.add_argument("--format", choices=("text", "json", "html"), default="text")
    command.add_argument(
        "--job",
        metavar="JOBFILE",
        help="match each resume with this job description (PDF, DOCX, ODT, RTF, TXT, HTML)",
    )
    command.add_argument(
        "--corrections",
        metavar="CORRECTIONS.json",
        help="what is to be read otherwise in one resume: corrections, or a review with some",
    )
    command.add_argument(
        "--as-of", metavar="YYYY-MM", type=_month, help="the month that counts as now"
    )
    command.add_argument(
        "--explain", action="store_true", help="with text: show how every score came about"
    )
    _add_output(command)
    command.set_defaults(module="review")


def _add_verify(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = commands.add_parser(
        "verify", help="compute a stored review again and say whether the same comes out"
    )
    command.add_argument("review", metavar="REVIEW.json", help="what `review --format json` wrote")
    _add_file(command)
    command.add_argument("--job", metavar="JOBFILE", help="the job description it was matched with")
    command.add_argument("--format", choices=("text", "json"), default="text")
    command.add_argument("--data-dir", metavar="FOLDER", help="the library in this data folder")
    _add_output(command)
    command.set_defaults(module="verify")


def _add_compare(commands: "argparse._SubParsersAction[_Parser]") -> None:
    command = commands.add_parser(
        "compare", help="say rule by rule why the score moved between two versions of a resume"
    )
    for name, which in (("before", "earlier"), ("after", "later")):
        command.add_argument(
            name, metavar=name.upper(), help=f"the {which} version: a review (JSON) or a resume"
        )
    command.add_argument(
        "--rescore",
        action="store_true",
        help="score BEFORE again by the rubric, industry and month of AFTER",
    )
    _add_file(command)
    command.add_argument("--industry", metavar="CODE", help="for resumes (default: as the review)")
    command.add_argument("--rubric", metavar="VERSION", help="for resumes (default: as the review)")
    command.add_argument("--as-of", metavar="YYYY-MM", type=_month, help="the same")
    command.add_argument("--format", choices=("text", "json", "html"), default="text")
    command.add_argument("--data-dir", metavar="FOLDER", help="the library in this data folder")
    _add_output(command)
    command.set_defaults(module="compare")


def _add_file(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--file",
        metavar="RESUME",
        action="append",
        default=[],
        help="the resume of a review, if it lies neither beside the review nor in the library",
    )


def _add_output(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "-o",
        "--output",
        metavar="PATH",
        help="write to this file, or into this folder with one file per resume",
    )


def _add_checks(commands: "argparse._SubParsersAction[_Parser]") -> None:
    doctor = commands.add_parser("doctor", help="say what works on this computer")
    doctor.add_argument("--format", choices=("text", "json"), default="text")
    doctor.add_argument("--data-dir", metavar="FOLDER", help="look at this data folder")
    doctor.set_defaults(module="doctor")
    library = commands.add_parser("db", help="check, back up or upgrade the library's file")
    library.add_argument("action", choices=("check", "backup", "migrate"))
    library.add_argument("--data-dir", metavar="FOLDER", help="the library in this data folder")
    library.set_defaults(module="db")
    test = commands.add_parser("self-test", help="check that this installation does its job")
    test.add_argument("--format", choices=("text", "json"), default="text")
    test.set_defaults(module="self_test")


def _month(text: str) -> str:
    if not _MONTH.fullmatch(text) or text.startswith("0000"):
        raise argparse.ArgumentTypeError(f"{text!r} is not a month like 2026-11")
    return text
