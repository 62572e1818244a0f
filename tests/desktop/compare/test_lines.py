"""Lines that moved are the same, edited ones are changed, and the rest came or went."""

from hypothesis import given
from hypothesis import strategies as st

from desktop.compare.lines import MOST_PAIRS, line_changes
from desktop.review.report_parts import Line

WORDS = st.sampled_from(["Led", "team", "of", "12", "clerks", "raised", "sales", "weekly", "stock"])
TEXTS = st.lists(st.lists(WORDS, min_size=1, max_size=6).map(" ".join), max_size=8)


def lines(texts: list[str]) -> list[Line]:
    """Return lines numbered from 1."""
    return [Line(n, 1, None, text) for n, text in enumerate(texts, 1)]


@given(TEXTS, TEXTS)
def test_every_line_has_one_fate(old: list[str], new: list[str]) -> None:
    """Same, changed, removed or added; nothing twice, nothing forgotten."""
    found = line_changes(lines(old), lines(new))
    changed = [(item.before.id, item.after.id) for item in found.changed]
    gone = [line.id for line in found.removed]
    come = [line.id for line in found.added]
    assert sorted([*found.same, *(a for a, _ in changed), *gone]) == list(range(1, len(old) + 1))
    kept = [*found.same.values(), *(b for _, b in changed), *come]
    assert sorted(kept) == list(range(1, len(new) + 1))


@given(TEXTS)
def test_any_order_of_the_same_lines_changes_nothing(texts: list[str]) -> None:
    """Moving is no change."""
    found = line_changes(lines(texts), lines(texts[::-1]))
    assert (found.added, found.removed, found.changed) == ((), (), ())


def test_very_long_resumes_are_not_weighed_line_by_line() -> None:
    """A line is then the same or it is not; the comparison stays quick."""
    count = int(MOST_PAIRS**0.5) + 1
    old = lines([f"line number {n} as it was" for n in range(count)])
    new = lines([f"line number {n} as it is" for n in range(count)])
    found = line_changes(old, new)
    assert (len(found.removed), len(found.added), found.changed) == (count, count, ())
