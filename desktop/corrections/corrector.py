"""What the views ask for when a coach corrects the reading: edits, forms, and what holds now."""

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desktop.corrections.book import CorrectionBook
from desktop.corrections.edit import Edit
from desktop.corrections.edit_dialog import EditDialog
from desktop.corrections.standing import (
    EDUCATION,
    EXPERIENCE,
    FIELDS,
    EntryNow,
    LineNow,
    ReadingNow,
    plain_reading,
)
from desktop.corrections.values import split_places
from desktop.corrections.words import ENTRY_FIELDS, SECTIONS, quoted
from desktop.review.report import Report

if TYPE_CHECKING:
    from desktop.corrections.editing import Editor

#: A line of the resume in a list of choices.
_LINE_CHARS = 70


class Corrector(QObject):
    """Corrects the reading of one report at a time.

    Signals:
        changed: the reading as it stands is another one.
    """

    changed = Signal()

    def __init__(self, book: CorrectionBook, parent: QWidget) -> None:
        super().__init__(parent)
        self._parent = parent
        self._book = book
        self._report: Report | None = None
        self._now: ReadingNow | None = None
        book.changed.connect(self._refresh)

    @property
    def now(self) -> ReadingNow | None:
        """The reading as it stands, None before a report is shown."""
        return self._now

    def show_report(self, report: Report) -> None:
        """Correct this report from now on."""
        self._report = report
        self._refresh()

    def _refresh(self) -> None:
        report = self._report
        if report is None:
            return
        if self._book.kept or report.corrections:
            # Only now: the agents' types cost the window 24 MB and a seventh of a second.
            from desktop.corrections.corrected import corrected_reading  # noqa: PLC0415

            self._now = corrected_reading(report, self._book.kept, self.tr)
        else:
            self._now = plain_reading(report)
        self.changed.emit()

    def _editor(self) -> "Editor":
        from desktop.corrections.editing import Editor  # noqa: PLC0415 - the same

        assert self._report is not None  # noqa: S101 - views ask only about a report they show
        assert self._now is not None  # noqa: S101 - the same
        return Editor(self._report, self._book.kept, self._now, self.tr)

    def line_text(self, line: int) -> str:
        """Return what a line says."""
        return self._report.document.lines[line - 1].text if self._report else ""

    # --- at once --------------------------------------------------------------------------------

    def set_contact(self, field: str, text: str) -> None:
        """Set a contact field; NotAValueError when it cannot have this value."""
        self._book.say(self._editor().contact(field, text), self.tr("Correct contact data"))

    def remove_entry(self, entry: EntryNow) -> None:
        """Say that an entry is none."""
        self._book.say(self._editor().entry_removed(entry), self.tr("Remove entry"))

    def no_heading(self, line: int) -> None:
        """Say that a line is no heading."""
        self._book.say(self._editor().heading(line, None), self.tr("Not a heading"))

    def join(self, line: int) -> None:
        """Say that the line after this one carries it on."""
        self._book.say(self._editor().joined(line + 1), self.tr("Join lines"))

    def take_back(self, target: str) -> None:
        """Take back what was said about something."""
        self._book.take_back(target, self.tr("Take correction back"))

    # --- with a form ----------------------------------------------------------------------------

    def ask_heading(self, line: int) -> None:
        """Ask what a line heads."""
        now = self._now.lines.get(line, LineNow()) if self._now else LineNow()

        def edits() -> list[Edit]:
            return self._editor().heading(line, str(kind.currentData()), words.text())

        text = self.tr("{line} is a heading. What does its section hold?")
        dialog = self._form(
            self.tr("Heading"), text.format(line=quoted(self.line_text(line))), edits
        )
        kinds = {code: self.tr(name) for code, name in SECTIONS.items()}
        kind = dialog.add_choice("kind", self.tr("Section"), kinds, now.heading or "experience")
        words = dialog.add_line("heading", self.tr("Its words"), self.line_text(line))
        dialog.open()

    def ask_split(self, line: int) -> None:
        """Ask where a line is to be cut."""
        whole = self.line_text(line)

        def edits() -> list[Edit]:
            places = split_places(whole, field.toPlainText(), self.tr)
            return self._editor().split(line, places)

        text = self.tr("Press Enter where a new line begins. The words stay as the file has them.")
        dialog = self._form(self.tr("Split line"), text, edits)
        field = dialog.add_text("text", self.tr("Line {n}").format(n=line), whole)
        dialog.open()

    def ask_skills(self) -> None:
        """Ask for the whole list of skills."""
        skills = self._now.skills if self._now else ()

        def edits() -> list[Edit]:
            return self._editor().skills(field.toPlainText())

        text = self.tr("One skill a line, as the resume names it.")
        dialog = self._form(self.tr("Skills"), text, edits)
        field = dialog.add_text("skills", self.tr("Skills"), "\n".join(skills))
        dialog.open()

    def ask_entry(self, entry: EntryNow) -> None:
        """Ask for the fields of an entry."""
        titles = {
            EXPERIENCE: self.tr("Correct position"),
            EDUCATION: self.tr("Correct course of study"),
        }

        def edits() -> list[Edit]:
            return self._editor().entry(entry, _texts(fields))

        intro = self.tr("As the resume says it. An empty field: the resume does not say it.")
        dialog = self._form(titles[entry.kind], intro, edits)
        fields = self._add_fields(dialog, entry.kind, entry.values)
        dialog.open()

    def ask_new_entry(self, kind: str, line: int | None = None) -> None:
        """Ask for a new entry and where it begins."""
        titles = {
            EXPERIENCE: self.tr("Add position"),
            EDUCATION: self.tr("Add course of study"),
        }

        def edits() -> list[Edit]:
            return self._editor().entry_added(kind, int(place.currentData()), _texts(fields))

        intro = self.tr("Choose the line it begins at, and fill in what the resume says.")
        dialog = self._form(titles[kind], intro, edits)
        place = self._add_place(dialog, line or self._likely_line(kind))
        fields = self._add_fields(dialog, kind, {})
        dialog.open()

    def _form(self, title: str, intro: str, edits: Callable[[], list[Edit]]) -> EditDialog:
        return EditDialog(title, intro, partial(self._keep, title, edits), self._parent)

    def _keep(self, title: str, edits: Callable[[], list[Edit]]) -> None:
        self._book.say(edits(), title)

    def _add_fields(
        self, dialog: EditDialog, kind: str, values: Mapping[str, str | None]
    ) -> dict[str, QLineEdit]:
        hints = {"start": "2020-03", "end": self.tr("2021-06 or present")}
        return {
            name: dialog.add_line(
                name, self.tr(ENTRY_FIELDS[name]), values.get(name) or "", hints.get(name, "")
            )
            for name in FIELDS[kind]
        }

    def _add_place(self, dialog: EditDialog, line: int) -> QComboBox:
        lines = self._report.document.lines if self._report else ()
        choices = {
            str(item.id): f"{item.id}  {item.text[:_LINE_CHARS]}"
            for item in lines
            if any(char.isalnum() for char in item.text)
        }
        return dialog.add_choice("line", self.tr("Begins at line"), choices, str(line))

    def _likely_line(self, kind: str) -> int:
        """Return the first line of the section such entries stand in."""
        sections = self._report.profile.sections if self._report else ()
        found = (s.first_line + bool(s.heading) for s in sections if s.kind == kind)
        return next(found, 1)


def _texts(fields: Mapping[str, QLineEdit]) -> dict[str, str]:
    return {name: field.text() for name, field in fields.items()}
