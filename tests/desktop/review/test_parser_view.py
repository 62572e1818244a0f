"""The reading is corrected in the window, with mouse and keyboard, and nothing typed is lost."""

from collections.abc import Iterator
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QWidget,
)

from desktop.corrections.edit_dialog import EditDialog
from desktop.review.parser_view import ParserView
from desktop.review.report import Report
from tests.support.documents import RESUME
from tests.support.review_room import Room
from tests.support.wire_objects import reviewed_wire

# The offscreen platform says so of windows with a smallest size, and of menus.
pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
WIRE = reviewed_wire(RESUME.replace("Experience\n", "My road so far\n"))


class Form:
    """The reading of a small resume on screen, and short ways to work with it."""

    def __init__(self, room: Room) -> None:
        self.room = room
        self.show(WIRE)
        room.view._document._tabs.setCurrentIndex(2)

    def show(self, wire: dict[str, Any], corrections: tuple[dict[str, Any], ...] = ()) -> None:
        """Show a review."""
        self.room.view.show_review(Report.from_wire(wire), None, {}, corrections)

    @property
    def view(self) -> ParserView:
        """The view under test."""
        return self.room.view._document.parser_view

    @property
    def said(self) -> list[dict[str, Any]]:
        """What the store has."""
        return [dict(said) for said in self.room.corrections.kept.values()]

    def settle(self) -> None:
        """Let the form be built anew."""
        QApplication.processEvents()
        QApplication.processEvents()

    def field(self, name: str) -> QLineEdit:
        """Return a contact field."""
        found = self.view.findChild(QLineEdit, f"field-{name}")
        assert isinstance(found, QLineEdit)
        return found

    def remark(self, name: str) -> str:
        """Return what is said below a contact field."""
        found = self.view.findChild(QLabel, f"remark-{name}")
        assert isinstance(found, QLabel)
        return found.text()

    def type_in(self, name: str, text: str, key: Qt.Key = Qt.Key.Key_Return) -> None:
        """Type into a contact field and press a key."""
        field = self.field(name)
        field.setFocus()
        field.clear()
        self.room.bot.keyClicks(field, text)
        self.room.bot.keyClick(field, key)
        self.settle()

    def press(self, name: str) -> None:
        """Press a button of the form."""
        button = self.view.findChild(QPushButton, name)
        assert isinstance(button, QPushButton)
        button.click()
        self.settle()

    def lines(self, line: int, action: QAction) -> None:
        """Choose a line and do something with it."""
        self.view.show_lines()
        self.view.lines.choose(line)
        assert action.isEnabled()
        action.trigger()
        self.settle()

    @property
    def dialog(self) -> EditDialog:
        """The form that is open."""
        (dialog,) = self.view.findChildren(EditDialog)
        return dialog

    def fill(self, **texts: str) -> None:
        """Fill in fields of the open form and press Save."""
        dialog = self.dialog
        for name, text in texts.items():
            field = dialog.findChild(QWidget, name)
            if isinstance(field, QLineEdit):
                field.setText(text)
            elif isinstance(field, QPlainTextEdit):
                field.setPlainText(text)
            elif isinstance(field, QComboBox):
                field.setCurrentIndex(field.findData(text))
        dialog.save.click()
        self.settle()

    @property
    def texts(self) -> str:
        """All that the form says."""
        return "\n".join(label.text() for label in self.view.fields.findChildren(QLabel))


@pytest.fixture
def form(room: Room) -> Iterator[Form]:
    """The reading of a small resume."""
    return Form(room)


def test_a_contact_field_is_corrected_in_place(form: Form) -> None:
    """Enter keeps it; what was read before is said, and that the review has not seen it."""
    form.type_in("name", "Samantha Rivera")
    assert [said["value"] for said in form.said] == ["Samantha Rivera"]
    assert form.remark("name") == "corrected by you; was: Sam Rivera"
    assert form.view.bar.text == "1 correction is kept and not in this review yet."
    assert "not in this review yet" in form.texts
    assert form.field("name").hasFocus()


def test_a_value_that_cannot_be_is_told_and_stays_as_typed(form: Form) -> None:
    """Also while other fields are corrected; Escape puts back what stood there."""
    form.type_in("email", "sam at example")
    assert form.remark("email") == "An email address looks like name@example.com."
    form.type_in("name", "Samantha Rivera")
    assert form.field("email").text() == "sam at example"
    assert [said["field"] for said in form.said] == ["name"]
    form.room.bot.keyClick(form.field("email"), Qt.Key.Key_Escape)
    form.settle()
    assert form.field("email").text() == "sam.rivera@example.org"
    assert "sure" in form.remark("email")


def test_undo_takes_a_correction_back_where_the_field_has_nothing_to_undo(form: Form) -> None:
    """Ctrl+Z in the form and anywhere in the review; Ctrl+Y does it again."""
    form.type_in("name", "Samantha Rivera")
    form.room.bot.keyClick(form.field("name"), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    form.settle()
    assert form.said == []
    assert form.field("name").text() == "Sam Rivera"
    form.room.view.undo_stack.redo()
    form.settle()
    assert form.field("name").text() == "Samantha Rivera"


def test_a_correction_is_taken_back_by_its_button(form: Form) -> None:
    """And the bar goes when nothing waits any more."""
    form.type_in("phone", "")
    assert form.remark("phone") == "corrected by you; was: +1 555 010 0199"
    form.press("take-back-0")
    assert form.said == []
    assert form.view.bar.text == ""
    assert form.field("phone").text() == "+1 555 010 0199"


def test_a_heading_is_named_by_the_keyboard_alone(form: Form) -> None:
    """Enter on a line opens its menu; the form asks what the section holds."""
    form.view.show_lines()
    lines = form.view.lines
    lines.choose(5)
    lines.list.setFocus()
    form.room.bot.keyClick(lines.list, Qt.Key.Key_Return)
    assert lines.menu.isVisible()
    form.room.bot.keyClick(lines.menu, Qt.Key.Key_Down)
    form.room.bot.keyClick(lines.menu, Qt.Key.Key_Return)
    form.settle()
    form.fill(kind="experience")
    (said,) = form.said
    assert (said["kind"], said["at"]["text"], said["section"]) == (
        "heading",
        "My road so far",
        "experience",
    )
    assert "heading: Experience" in str(lines.list.model().data(lines.list.model().index(4, 0)))
    form.lines(5, lines._no_heading)
    assert form.said == []


def test_lines_are_joined_and_split(form: Form) -> None:
    """A join says so in the list; a split keeps the words as they are."""
    form.lines(6, form.view.lines._join)
    form.lines(8, form.view.lines._split)
    form.fill(text="- Led a team of 12\nclerks")
    assert form.dialog.problem.text().startswith("Only line breaks")
    form.fill(text="- Led a team of 12 clerks\nand raised sales by 18 % in two years")
    assert [(said["at"]["text"], said["begins"]) for said in form.said] == [
        ("Jan", False),
        ("and", True),
    ]
    model = form.view.lines.list.model()
    assert "carries on the line above" in str(model.data(model.index(6, 0)))


def test_a_line_without_words_is_no_place(form: Form) -> None:
    """A rule of dashes can be shown, not corrected; the last line has none to join."""
    wire = reviewed_wire()
    wire["document"]["lines"][4]["text"] = "———"
    form.show(wire)
    lines = form.view.lines
    lines.choose(5)
    assert not lines._heading.isEnabled()
    assert not lines._split.isEnabled()
    lines.choose(len(wire["document"]["lines"]))
    assert not lines._join.isEnabled()
    assert lines._heading.isEnabled()


def test_an_entry_is_edited_added_and_removed(form: Form) -> None:
    """A date that cannot be is told and the form stays open with what was typed."""
    form.press("edit-education-0")
    form.fill(start="once upon a time", field="Retail")
    dialog = form.dialog
    assert "2020-03" in dialog.problem.text()
    assert dialog.findChild(QLineEdit, "field").text() == "Retail"  # type: ignore[union-attr]
    form.fill(start="Sept 2009")
    assert {said["field"]: said["value"] for said in form.said} == {
        "start": "2009-09",
        "field": "Retail",
    }
    assert "corrected by you" in form.texts
    form.press("add-experience")
    form.fill(line="6", title="Store Manager", employer="Corner Shop", start="2019-01")
    assert "Store Manager · Corner Shop" in form.texts
    form.press("remove-experience-0")
    assert "Store Manager · Corner Shop" not in form.texts
    form.press("remove-education-0")
    assert "removed by you; not in this review yet" in form.texts


def test_skills_are_edited_as_a_list(form: Form) -> None:
    """One a line."""
    form.press("edit-skills")
    field = form.dialog.findChild(QPlainTextEdit)
    assert field is not None
    assert field.toPlainText().splitlines()[:2] == ["Stock planning", "Excel"]
    form.fill(skills="Stock planning\nLean")
    assert [said["values"] for said in form.said] == [["Stock planning", "Lean"]]


def test_the_form_begins_with_what_was_kept(form: Form) -> None:
    """A stored review shows what the coach said since, and what is no longer found."""
    name = {"kind": "contact", "field": "name", "value": "Samantha Rivera", "version": 1}
    lost = {"kind": "heading", "at": {"text": "Nowhere"}, "section": "skills", "version": 1}
    form.show(reviewed_wire(RESUME, [lost]), (lost, name))
    assert form.field("name").text() == "Samantha Rivera"
    assert form.view.bar.text.startswith("1 correction is kept")
    assert "look again" in form.texts
    form.show(WIRE)
    form.settle()
    assert form.field("name").text() == "Sam Rivera"
    assert form.view.bar.text == ""


def test_review_again_is_asked_for_by_the_bar(form: Form) -> None:
    """One press, from the mouse or the keyboard."""
    form.type_in("name", "Samantha Rivera")
    with form.room.bot.waitSignal(form.room.view.againWanted):
        form.room.bot.keyClick(form.view.bar.button, Qt.Key.Key_Space)


def test_the_same_file_read_again_is_shown_in_the_same_way(form: Form) -> None:
    """The coach stays in the form, at the same line; another file begins at its page or text."""
    form.view.show_lines()
    form.view.lines.choose(5)
    form.show(WIRE)
    assert form.room.view._document.is_correcting
    assert form.view.lines.list.currentIndex().row() == 4
    form.show(reviewed_wire(RESUME))
    assert not form.room.view._document.is_correcting


def test_everything_in_the_form_has_a_name_and_can_be_reached(form: Form) -> None:
    """A screen reader finds words on every control, and Tab finds every control."""
    form.type_in("name", "Samantha Rivera")
    for kind in (QAbstractButton, QLineEdit):
        for widget in form.view.fields.findChildren(kind):
            assert widget.accessibleName()
            assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
    form.press("edit-education-0")
    for line in form.dialog.findChildren(QLineEdit):
        assert line.accessibleName()


def test_a_low_window_gives_the_reading_room(form: Form) -> None:
    """The findings make way only while there is no room for both."""
    view = form.room.view
    view.resize(960, 560)
    QApplication.processEvents()
    assert view._document.height() >= round(0.5 * view.height())
    assert view._assessment.isVisible()
    view._document._tabs.setCurrentIndex(1)
    assert view._assessment.tabs.isVisible()
