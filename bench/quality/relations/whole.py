"""Relations of the command as a whole: the same bytes in every process, bad files refused."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.quality import refusals
from bench.quality.generator import make, plans
from bench.quality.records import Record
from bench.quality.relations.base import Options
from bench.quality.render import render
from bench.quality.resume import Resume

ROOT = Path(__file__).parents[3]
_FILES, _RUNS = 6, 20
#: Surroundings that must not show in the result; the locales need not be installed.
_ZONES = ("UTC", "Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu")
_LOCALES = ("C", "de_DE.UTF-8", "tr_TR.UTF-8", "ja_JP.UTF-8", "C.UTF-8")


def rerun(options: Options, runs: int = _RUNS) -> Iterator[Record]:
    """Review the same files in processes with other locale, time zone and hash seed."""
    with TemporaryDirectory() as folder:
        names = []
        for number, plan in enumerate(plans(_FILES, options.seed, options.pool)):
            data, name = render(make(plan))
            path = Path(folder) / f"{number}-{name}"
            path.write_bytes(data)
            names.append(str(path))
        first = _reviews(names, {})
        for number in range(runs):
            around = {
                "TZ": _ZONES[number % len(_ZONES)],
                "LC_ALL": _LOCALES[number % len(_LOCALES)],
                "LANG": _LOCALES[number % len(_LOCALES)],
                "PYTHONHASHSEED": str(number),
            }
            again = _reviews(names, around)
            for file, (one, other) in enumerate(zip(first, again, strict=True)):
                told = " ".join(around.values())
                yield Record("rerun", f"file {file}", told, float(one == other))


def _reviews(names: list[str], around: Mapping[str, str]) -> list[str]:
    """Return one line of JSON for each file, without its times."""
    done = _command(names, around)
    reviews = [json.loads(line) for line in done.stdout.splitlines()]
    return [json.dumps({**review, "timing_ms": None}) for review in reviews]


def _command(names: list[str], around: Mapping[str, str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "desktop", "review", "--format", "json", *names],
        cwd=ROOT,
        env={**os.environ, **around},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def refused(options: Options) -> Iterator[Record]:
    """Give the command files that cannot be reviewed: each gets a reason and no score."""
    whole = {kind: render(_as(kind, options))[0] for kind in ("pdf", "docx")}
    with TemporaryDirectory() as folder:
        made = refusals.files(whole["pdf"], whole["docx"])
        names = []
        for name, (data, _codes) in made.items():
            (Path(folder) / name).write_bytes(data)
            names.append(str(Path(folder) / name))
        done = _command(names, {})
        for (name, (_data, codes)), line in zip(
            made.items(), done.stdout.splitlines(), strict=True
        ):
            answer = json.loads(line)
            error = answer.get("error") or {}
            right = error.get("code") in codes and bool(error.get("message"))
            held = right and not answer.get("review") and done.returncode == 3
            yield Record("refused", name, name, float(held), note=str(error or "reviewed"))


def _as(kind: str, options: Options) -> Resume:
    resume = make(plans(1, options.seed, options.pool)[0])
    return replace(resume, look=replace(resume.look, format=kind))
