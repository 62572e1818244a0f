"""`vitae self-test`: whether this installation does its job, seen by doing it on the samples.

Compares runs with each other, never with written-down figures: a new rubric must not fail it.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any, Final

from ai_agents.errors import AgentsError
from ai_agents.vocabulary import Dimension
from desktop.cli import FAILED, OK
from desktop.commands.doctor import resources as examine_resources
from desktop.commands.report_checks import (
    Check,
    CheckState,
    has_failed,
    print_check,
    print_checks,
)
from desktop.paths import app_paths
from resources.access import resource_path
from resources.version import program_version

TIMEOUT_S: Final = 120
AS_OF: Final = "2026-01"
#: What a reader of the page sees, and a run of words that it does not show.
_HIDDEN_PAGE: Final = (
    "<html><body><h1>Sam Rivera</h1><p>sam.rivera@example.org</p><h2>Experience</h2>"
    "<p>Store clerk, Corner Shop, 2019 - 2023. Served 120 customers a day and kept the stock "
    "list of 900 articles correct.</p>"
    '<p style="display:none">quantum synergy wizard</p></body></html>'
)
_UNSEEN: Final = "quantum synergy wizard"


class CheckFailed(Exception):  # noqa: N818 - an outcome of a check, not a fault
    """A check did not see what it had to; the message says what instead."""


def run(options: argparse.Namespace) -> int:
    """Run every check; return 0 when all passed."""
    as_json = options.format == "json"
    checks = []
    for check in _checks():
        checks.append(check)
        if not as_json:
            print_check(check)
    if as_json:
        print_checks(checks, "vitae.self-test/1", {"version": program_version()})
    elif has_failed(checks):
        print("\nThis installation does not work as it should.")
    else:
        print(f"\nAll {len(checks)} checks passed.")
    return FAILED if has_failed(checks) else OK


def _checks() -> Iterator[Check]:
    yield examine_resources(app_paths())
    yield _checked("samples", samples_are_reviewed)
    yield _checked("hidden text", hidden_text_is_set_aside)
    yield _checked("unreadable file", unreadable_file_is_refused)
    yield _checked("same result twice", results_repeat)
    yield _checked("reviewer child", reviewer_child_answers)
    yield _checked("database", database_is_made)


def _checked(name: str, check: Callable[[], str]) -> Check:
    try:
        return Check(name, CheckState.WORKS, check())
    except (CheckFailed, AgentsError) as error:
        return Check(name, CheckState.FAILED, str(error))
    except Exception as error:  # noqa: BLE001 - the process edge: a fault is this check's result
        return Check(name, CheckState.FAILED, f"{type(error).__name__}: {error}")


def samples() -> list[Path]:
    """Return the sample resumes."""
    found = sorted(p for p in resource_path("samples").glob("*") if p.suffix in {".pdf", ".docx"})
    if not found:
        raise CheckFailed("there are no sample resumes in the program's resources")
    return found


def samples_are_reviewed() -> str:
    """Review every sample and look at what a coach needs from it."""
    reports = _review(samples())
    for report in reports:
        name = report["file"]["name"]
        if "error" in report:
            raise CheckFailed(f"{name}: {report['error']['message']}")
        review, profile = report["review"], report["profile"]
        scores = {**review["structure_scores"], **review["appeal_scores"]}
        if review["overall_score"] is None or set(scores) != set(Dimension):
            raise CheckFailed(f"{name}: there are scores missing")
        if not profile["name"] or not profile["email"] or not profile["experience"]:
            raise CheckFailed(f"{name}: name, e-mail or experience was not found")
        _check_evidence(name, report)
    return f"{len(reports)} reviewed, every quoted line stands in its resume"


def _check_evidence(name: str, report: dict[str, Any]) -> None:
    lines = {line["id"]: line["text"] for line in report["document"]["lines"]}
    for finding in report["review"]["findings"]:
        for part in finding["evidence"]:
            if lines.get(part["line"]) != part["text"]:
                raise CheckFailed(f"{name}: finding {finding['id']} quotes what is not there")


def hidden_text_is_set_aside() -> str:
    """Text that a page does not show must be reported and not reviewed."""
    with tempfile.TemporaryDirectory(prefix="vitae-") as folder:
        page = Path(folder) / "hidden.html"
        page.write_text(_HIDDEN_PAGE, encoding="utf-8")
        (report,) = _review([page])
    if "error" in report:
        raise CheckFailed(report["error"]["message"])
    shown = " ".join(line["text"] for line in report["document"]["lines"])
    hidden = " ".join(item["text"] for item in report["document"]["hidden"])
    if _UNSEEN in shown or _UNSEEN not in hidden:
        raise CheckFailed("text that the page does not show was read as if it were visible")
    return "set aside and reported"


def unreadable_file_is_refused() -> str:
    """A file that is no document must give a coded error, not an end of the program."""
    with tempfile.TemporaryDirectory(prefix="vitae-") as folder:
        broken = Path(folder) / "broken.pdf"
        broken.write_bytes(b"%PDF-1.7\n\x00\xff nothing of a document follows")
        (report,) = _review([broken], expected=3)
    if "error" not in report:
        raise CheckFailed("a broken file was reviewed as if it were a resume")
    return f"refused with the code {report['error']['code']}"


def results_repeat() -> str:
    """Two processes with another hash seed, time zone and language must agree to the byte."""
    files = samples()[:2]
    first = _review(files, {"PYTHONHASHSEED": "1", "TZ": "Asia/Tokyo", "LANG": "ja_JP.UTF-8"})
    second = _review(files, {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LANG": "C"})
    for report in (*first, *second):
        report.pop("timing_ms", None)
    if json.dumps(first) != json.dumps(second):
        raise CheckFailed("two runs on the same files differ")
    return "identical in two processes"


def _review(
    files: list[Path], environment: dict[str, str] | None = None, expected: int = OK
) -> list[dict[str, Any]]:
    """Review files in another process of this program and return its objects."""
    command = [*program_command(), "review", "--format", "json", "--as-of", AS_OF]
    done = subprocess.run(
        [*command, *map(str, files)],
        capture_output=True,
        check=False,
        timeout=TIMEOUT_S,
        env={**os.environ, **(environment or {})},
    )
    if done.returncode != expected:
        told = done.stderr.decode("utf-8", "replace").strip()[-300:]
        raise CheckFailed(f"exit status {done.returncode} instead of {expected}: {told}")
    return [json.loads(line) for line in done.stdout.decode("utf-8").splitlines()]


def program_command() -> list[str]:
    """Return the command that starts this program, frozen or not."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-m", "desktop"]


def reviewer_child_answers() -> str:
    """The window's child must become ready and review pasted text."""
    from ai_agents.child_command import child_command  # noqa: PLC0415 - only here

    text = "Sam Rivera\nsam.rivera@example.org\n\nExperience\nClerk, Corner Shop, 2019 - 2023\n"
    request = {
        "id": "1",
        "op": "review",
        "path": None,
        "text": text + "Served 120 customers a day and kept the stock list correct.\n",
        "name": "pasted.txt",
        "industry": "general_business",
        "as_of": AS_OF,
    }
    done = subprocess.run(
        child_command("reviewer"),
        input=(json.dumps(request) + '\n{"op": "quit"}\n').encode(),
        capture_output=True,
        check=False,
        timeout=TIMEOUT_S,
    )
    events = [json.loads(line)["event"] for line in done.stdout.decode("utf-8").splitlines()]
    if events[:1] != ["ready"] or events[-1:] != ["result"]:
        raise CheckFailed(f"it said {', '.join(events) or 'nothing'}")
    return f"ready, {events.count('progress')} steps, one result"


def database_is_made() -> str:
    """A new library must be made by the migrations and found current and sound."""
    from database.migrations.upgrade import upgrade_file  # noqa: PLC0415 - loads Alembic
    from database.state import DatabaseState, connect_read_only, inspect, is_sound  # noqa: PLC0415 - the same

    with tempfile.TemporaryDirectory(prefix="vitae-") as folder:
        path = Path(folder) / "library.sqlite3"
        upgrade_file(path)
        state = inspect(path)
        if state is not DatabaseState.CURRENT or not is_sound(path):
            raise CheckFailed(f"a new library is {state.value}")
        with closing(connect_read_only(path)) as connection:
            (tables,) = connection.execute(
                "SELECT count(*) FROM sqlite_master WHERE type = 'table'"
            ).fetchone()
    return f"made and current, {tables} tables"
