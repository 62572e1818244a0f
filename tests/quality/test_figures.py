"""The arithmetic of the figures: means, bootstrap intervals, alarms, targets, the page."""

import pytest

from bench.quality.bootstrap import interval, ratio
from bench.quality.figures import alarms, broken, figure, relation_figure, table
from bench.quality.records import RELATIONS, Record
from bench.quality.report import markdown, terminal


def records(relation: str, *values: float, item: str = "x") -> list[Record]:
    """Return one record a resume."""
    return [Record(relation, f"r{n}", item, value) for n, value in enumerate(values)]


def test_a_ratio_is_the_mean_of_all_looks() -> None:
    """A resume with more looks weighs more."""
    assert ratio([(3.0, 4), (1.0, 1)]) == pytest.approx(0.8)
    assert ratio([]) == 0.0


def test_an_interval_of_equal_resumes_is_a_point() -> None:
    """Where resumes do not differ there is nothing to resample."""
    assert interval({"a": (1.0, 2), "b": (1.0, 2), "c": (1.0, 2)}) == (0.5, 0.5)


def test_an_interval_has_the_width_theory_says() -> None:
    """For a share of one half of 400 resumes: 0.5 ± 1.96 · sqrt(0.25 / 400)."""
    low, high = interval({f"{n:03}": (float(n % 2), 1) for n in range(400)})
    assert low == pytest.approx(0.5 - 0.049, abs=0.006)
    assert high == pytest.approx(0.5 + 0.049, abs=0.006)


def test_resampling_takes_whole_resumes() -> None:
    """A hundred looks at one resume are not a hundred resumes: the interval stays wide."""
    together = interval({"a": (100.0, 100), "b": (0.0, 100)})
    assert together == (0.0, 1.0)


def test_the_same_values_give_the_same_interval() -> None:
    """The page of figures does not change when nothing has."""
    totals = {str(n): (float(n % 3 == 0), 1) for n in range(50)}
    assert interval(totals) == interval(totals)


def test_alarms_count_per_file_and_rule() -> None:
    """Two alarms of a rule in one of four files are a rate of one half."""
    files = records("clean", 0, 0, 0, 0, item="")
    said = [Record("clean", "r1", "typo", 1.0)] * 2 + [Record("clean", "r2", "gap", 1.0)]
    rates = alarms([*files, *said])
    assert {rule: rate.value for rule, rate in rates.items()} == {"typo": 0.5, "gap": 0.25}
    found = relation_figure(RELATIONS["clean"], [*files, *said])
    assert found is not None
    assert (found.value, found.about) == (0.5, "typo")


def test_a_clean_run_has_no_alarm() -> None:
    """No alarm at all is a rate of zero, not a missing figure."""
    found = relation_figure(RELATIONS["clean"], records("clean", 0, 0, item=""))
    assert found is not None
    assert found.value == 0.0


def test_scorers_are_kept_apart() -> None:
    """A peer's miss does not lower our figure."""
    theirs = [Record("falls", "r0", "x", 0.0, scorer="checklist")]
    found = [*records("falls", 1, 1), *theirs]
    assert table(found)["falls"].value == 1.0
    assert table(found, "checklist")["falls"].value == 0.0
    assert not broken(found)


def test_targets_know_their_sense() -> None:
    """Recall must reach its target, alarms must stay below theirs."""
    assert RELATIONS["recall"].met(0.97)
    assert not RELATIONS["recall"].met(0.96)
    assert RELATIONS["clean"].met(0.05)
    assert not RELATIONS["clean"].met(0.06)


def test_broken_looks_are_those_below_their_target() -> None:
    """The list of worst cases holds misses and false alarms, nothing that held."""
    honest = Record("hidden-honest", "r0", "banner", 1.0)
    found = broken([*records("recall", 0, 1), honest, *records("format-text", 0.999)])
    assert [(record.relation, record.value) for record in found] == [
        ("hidden-honest", 1.0),
        ("recall", 0.0),
    ]


def test_the_page_shows_every_figure_beside_its_target_and_the_peers() -> None:
    """What is written is what was measured."""
    found = [
        *records("recall", 1, 0, item="typo"),
        *records("falls", 1, 1, item="typo"),
        Record("recall", "r0", "typo", 0.0, scorer="checklist"),
    ]
    page = markdown(found, "python -m bench.quality", "2026-01-31")
    assert "Measured on 2026-01-31 with `python -m bench.quality`" in page
    row = next(line for line in page.splitlines() if line.startswith("| inject one defect"))
    assert "≥ 0.97" in row
    assert "0.500 [0.000, 1.000] ✗" in row
    assert "0.000 [0.000, 0.000]" in row
    assert any("typo" in line and "0.500" in line for line in terminal(found))
    assert figure(found[:2]).count == 2
