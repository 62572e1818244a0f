"""Everything in the review view can be named, reached and seen without a mouse."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QTabBar,
    QTextEdit,
    QToolButton,
    QWidget,
)

from ai_agents.vocabulary import Dimension
from tests.support.review_room import Room

# The offscreen platform says this of every window that has a smallest size.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support propagateSizeHints")


def _is_own(widget: QWidget) -> bool:
    """Whether the widget is one of ours, not a part Qt builds inside its own."""
    return not widget.objectName().startswith("qt_") and not (
        isinstance(widget, QToolButton) and isinstance(widget.parent(), QTabBar)
    )


def _spoken(widget: QWidget) -> str:
    """Return the words a screen reader finds for a widget."""
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.text(QAccessible.Text.Name).strip() if interface else ""


def test_every_control_has_a_name(room: Room) -> None:
    """Everything that takes the focus or a click has words, hidden or not, in every state."""
    room.view._assessment.scores._rows[Dimension.TONE].click()
    room.view.select("f1")
    room.key(Qt.Key.Key_R)
    kinds = (QAbstractButton, QComboBox, QLineEdit, QTextEdit, QAbstractScrollArea)
    for widget in room.view.findChildren(QWidget):
        is_control = isinstance(widget, kinds) or widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        if is_control and _is_own(widget):
            assert _spoken(widget), widget
    names = [_spoken(button) for button in room.view.findChildren(QToolButton) if _is_own(button)]
    assert {"Zoom in", "Zoom out", "Fit width", "Copy finding"} <= set(names)


def test_controls_that_look_alike_have_different_names(room: Room) -> None:
    """Two filters or two buttons of one bar are never called the same."""
    for kind in (QComboBox, QToolButton):
        widgets = room.view.findChildren(kind)
        names = [_spoken(widget) for widget in widgets if _is_own(widget) and widget.isVisible()]
        assert len(names) == len(set(names))


def _tab_stops(start: QWidget, count: int) -> list[QWidget]:
    """Return the next widgets the Tab key reaches."""
    found, widget = [], start.nextInFocusChain()
    while len(found) < count and widget is not start:
        if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and widget.isVisible():
            found.append(widget)
        widget = widget.nextInFocusChain()
    return found


def test_tab_goes_in_reading_order(room: Room) -> None:
    """From the scores' heading through the eight rows; from the list into the open card."""
    pane = room.view._assessment
    rows = list(pane.scores._rows.values())
    assert _tab_stops(pane.scores._fold, 8) == rows
    after = _tab_stops(rows[-1], 20)
    panel = pane.findings
    order = [pane.tabs.tabBar(), panel._kind, panel._order, panel.view]
    assert [stop for stop in after if stop in order] == order
    room.view.select("f1")
    view = pane.findings.view
    assert view._open is not None
    card = view._open[1]
    assert all(card.isAncestorOf(stop) for stop in _tab_stops(view, 4))


def test_the_focus_is_seen_wherever_it_is(room: Room, qapp: QApplication) -> None:
    """Every stop of the Tab key looks different while it has the focus (WCAG 2.4.7)."""
    room.view.select("f1")
    room.view.activateWindow()
    room.bot.waitUntil(lambda: 1 in room.view._document.page_view.source.cached_pages())
    for stop in {id(w): w for w in _tab_stops(room.view, 40)}.values():
        stop.setFocus(Qt.FocusReason.TabFocusReason)
        if qapp.focusWidget() is not stop:  # a row may be the proxy of another
            continue
        seen = stop.grab().toImage()
        stop.clearFocus()
        assert seen != stop.grab().toImage(), stop
