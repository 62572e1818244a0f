"""The wordings of `data/`, and how a pattern becomes a sentence (notation: data/README.md)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import yaml

from bench.quality.resume import Bullet

DATA = Path(__file__).parent / "data"
POOLS = ("a", "b")
_CHOICE = re.compile(r"\[([^\]]*\|[^\]]*)\]")
_NUMBER = re.compile(r"\{(\d+(?:\.\d+)?)-(\d+(?:\.\d+)?)\}")
_TENSES = re.compile(r"<([^/>]+)/([^>]+)>")


@cache
def load(name: str) -> Any:
    """Return one data file, `fields/nursing` or `people`; read once."""
    return yaml.safe_load((DATA / f"{name}.yaml").read_text(encoding="utf-8"))


@cache
def fields() -> tuple[str, ...]:
    """Return the names of all fields of work, sorted."""
    return tuple(sorted(path.stem for path in (DATA / "fields").glob("*.yaml")))


def filled(pattern: str, rng: Random, values: Mapping[str, str] | None = None) -> str:
    """Return a pattern with its choices and numbers drawn; tense marks stay."""
    text = _CHOICE.sub(lambda found: rng.choice(found.group(1).split("|")), pattern)
    text = _NUMBER.sub(lambda found: _number(found.group(1), found.group(2), rng), text)
    for name, value in (values or {}).items():
        text = text.replace(f"{{{name}}}", value)
    return text


def _number(low: str, high: str, rng: Random) -> str:
    if "." in low:
        return f"{rng.uniform(float(low), float(high)):.1f}"
    step = 50 if int(high) >= 1000 else 5 if int(high) >= 200 else 1
    if 1900 < int(low) < int(high) < 2100:  # a year, not a quantity
        return str(rng.randint(int(low), int(high)))
    return f"{max(int(low), rng.randint(int(low), int(high)) // step * step):,}"


@dataclass(frozen=True, slots=True)
class Tenses:
    """A line in the past and in the present tense; alike where it has only one."""

    past: str
    present: str

    def bullet(self, *, held: bool) -> Bullet:
        """Return the line for a position still held, or for one that has ended."""
        text, other = (self.present, self.past) if held else (self.past, self.present)
        return Bullet(text, other if other != text else "")


def tenses(text: str) -> Tenses:
    """Return a line in both tenses."""
    return Tenses(_TENSES.sub(r"\1", text), _TENSES.sub(r"\2", text))


def opener(pattern: str) -> str:
    """Return the first verb of a pattern in lower case, that of its first choice."""
    text = _CHOICE.sub(lambda found: found.group(1).split("|")[0], pattern)
    return tenses(text).past.split()[0].lower()
