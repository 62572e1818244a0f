"""The history's model: ids only, rows a page at a time, few pages kept, old answers dropped."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any, cast
from uuid import UUID

import pytest
from pytestqt.qtbot import QtBot

from database.id_list import IdList
from desktop.history.history_model import NAME, PAGE_ROWS, PAGES_KEPT, HistoryModel
from desktop.storage.port import Library
from desktop.storage.records import HistoryQuery, HistoryRow
from desktop.storage.shelf import Shelf
from desktop.tasks.lane import Lane

MANY = 100_000


class CountedLibrary:
    """Answers history questions from numbers: row n has the id n and the name `n.pdf`."""

    def __init__(self) -> None:
        self.asked: list[int] = []

    def history_ids(self, query: HistoryQuery) -> IdList:
        """Return as many ids as the query's text says."""
        count = int(query.text or MANY)
        return IdList(b"".join(number.to_bytes(16, "big") for number in range(count)))

    def history_rows(self, ids: Sequence[UUID]) -> list[HistoryRow]:
        """Return the rows, and note the page."""
        self.asked.append(ids[0].int // PAGE_ROWS if len(ids) else 0)
        now = datetime(2026, 11, 23, tzinfo=UTC)
        return [
            HistoryRow(str(one), f"{one.int}.pdf", "", "academia", 50.0, now, "completed")
            for one in ids
        ]


@pytest.fixture
def library() -> CountedLibrary:
    """The library behind the model."""
    return CountedLibrary()


@pytest.fixture
def model(qtbot: QtBot, library: CountedLibrary) -> Iterator[HistoryModel]:
    """A model that shows 100,000 reviews."""
    lane, shelf = Lane("test"), Shelf()
    shelf.put(cast("Library", library))
    made = HistoryModel(lane, shelf, {})
    with qtbot.waitSignal(made.listed):
        made.refresh()
    yield made
    lane.close()


def name(model: HistoryModel, row: int) -> Any:
    """Return what the first column shows."""
    return model.data(model.index(row, NAME))


def test_only_what_is_looked_at_is_fetched(
    qtbot: QtBot, model: HistoryModel, library: CountedLibrary
) -> None:
    """The first page comes with the list; another one is fetched once, when a row of it is seen."""
    assert model.rowCount() == MANY
    assert name(model, 0) == "0.pdf"
    assert name(model, 50_001) is None
    assert name(model, 50_049) is None
    qtbot.waitUntil(lambda: name(model, 50_001) == "50001.pdf")
    assert library.asked == [0, 1000]


def test_few_pages_are_kept_and_the_oldest_looked_at_goes(
    qtbot: QtBot, model: HistoryModel, library: CountedLibrary
) -> None:
    """Scrolling through everything does not fill the memory."""
    for page in range(1, PAGES_KEPT + 1):
        row = page * PAGE_ROWS
        assert model.row(row) is None
        qtbot.waitUntil(lambda row=row: model.row(row) is not None)
    assert len(model._pages) == PAGES_KEPT
    assert model.row(0) is None
    qtbot.waitUntil(lambda: model.row(0) is not None)
    assert library.asked[-1] == 0


def test_an_answer_to_an_older_question_is_dropped(qtbot: QtBot, model: HistoryModel) -> None:
    """Rows asked for before the list was renewed do not appear in the new one."""
    assert model.row(90_000) is None
    with qtbot.waitSignal(model.listed):
        model.show(HistoryQuery(text="10"))
    assert model.rowCount() == 10
    assert set(model._pages) == {0}
    assert model.row(10) is None


def test_of_two_questions_only_the_newer_is_answered(qtbot: QtBot, model: HistoryModel) -> None:
    """Fast typing shows one list, that of the last key."""
    counts: list[int] = []
    model.listed.connect(counts.append)
    model.show(HistoryQuery(text="7"))
    model.show(HistoryQuery(text="70"))
    qtbot.waitUntil(lambda: counts == [70])
