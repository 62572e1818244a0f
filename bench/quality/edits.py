"""Changes of a resume as values: a path into it, what stood there and what stands there now.

Because an edit knows both sides, its repair needs no second piece of code, and a test can hold
every operator to changing exactly what it says.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

from bench.quality.resume import Resume

Path: TypeAlias = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Edit:
    """One change at one place: ("sections", 1, "jobs", 0, "printed")."""

    path: Path
    before: Any
    after: Any

    @property
    def inverse(self) -> "Edit":
        """The change back."""
        return Edit(self.path, self.after, self.before)


def edit(resume: Resume, path: Path, after: object) -> Edit:
    """Return the edit that puts a new value at a path."""
    return Edit(path, value_at(resume, path), after)


def value_at(root: Any, path: Path) -> Any:
    """Return what stands at a path; names are fields, numbers places in a tuple."""
    for step in path:
        root = getattr(root, step) if isinstance(step, str) else root[step]
    return root


def changed(resume: Resume, edits: Iterable[Edit]) -> Resume:
    """Return the resume after the edits, in their order.

    Raises:
        ValueError: what stands at a place is not what the edit expects there.
    """
    for one in edits:
        if value_at(resume, one.path) != one.before:
            raise ValueError(f"another value stands at {one.path}")
        resume = _put(resume, one.path, one.after)
    return resume


def repaired(resume: Resume, edits: Iterable[Edit]) -> Resume:
    """Return the resume with the edits taken back, the last one first."""
    return changed(resume, [one.inverse for one in reversed(list(edits))])


def _put(root: Any, path: Path, value: Any) -> Any:
    if not path:
        return value
    step, rest = path[0], path[1:]
    if isinstance(step, str):
        return replace(root, **{step: _put(getattr(root, step), rest, value)})
    return (*root[:step], _put(root[step], rest, value), *root[step + 1 :])
