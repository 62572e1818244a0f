"""What was read from a resume, as a form the coach can correct."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.corrections.corrector import Corrector
from desktop.corrections.field_edit import FieldEdit
from desktop.corrections.standing import (
    EDUCATION,
    EXPERIENCE,
    EntryNow,
    FieldNow,
    ReadingNow,
    SaidNow,
)
from desktop.corrections.values import NotAValueError
from desktop.corrections.words import CONTACT
from desktop.review.parser_display import (
    SeenGroup,
    entry_dates,
    entry_title,
    how_sure,
    parser_display,
)
from desktop.review.report import Report
from desktop.widgets.announcement import announce
from desktop.widgets.reading_column import ReadingColumn, plain_label
from desktop.widgets.style import SPACING

#: Wide enough for the names of the fields, so that all groups share one edge.
_NAME_WIDTH_PX = 96
#: More entries than these are a sign of a misread file; the rest is counted, not listed.
_MOST_ENTRIES = 60


class FieldsView(ReadingColumn):
    """Shows the profile of one report with the corrections that hold, and takes new ones.

    Signals:
        lineWanted: a line is to be shown; payload int.
    """

    lineWanted = Signal(int)  # noqa: N815 - Qt signals are camelCase

    def __init__(self, corrector: Corrector, parent: QWidget | None = None) -> None:
        super().__init__(self.tr("What a parser sees"), parent)
        self._corrector = corrector
        self._report: Report | None = None
        #: Field → what was typed and cannot be its value, and why.
        self._drafts: dict[str, tuple[str, str]] = {}
        # Built anew after the event that changed something, never inside it.
        self._later = QTimer(self, interval=0, singleShot=True)
        self._later.timeout.connect(self._build)
        corrector.changed.connect(self._later.start)

    def show_report(self, report: Report) -> None:
        """Show what was read from this file; what was typed into another one's form is gone."""
        if self._report is None or report.file.sha256 != self._report.file.sha256:
            self._drafts.clear()
        self._report = report
        self._build()

    # --- making ---------------------------------------------------------------------------------

    def _build(self) -> None:
        now = self._corrector.now
        self._later.stop()
        if self._report is None or now is None:
            return
        place, focused = self.verticalScrollBar().value(), self.focusWidget()
        name = focused.objectName() if focused is not None and focused.hasFocus() else ""
        height = self._height_of(focused) if name and focused is not None else 0
        self.clear()
        self.add_text(
            self.tr("This is what a program reads in the file. Correct what it read wrongly."),
            "muted",
        )
        self._add_said(now)
        self._add_contact(now)
        groups = parser_display(self._report, self.tr)
        self._add_group(groups.sections)
        self._add_entries(now, EXPERIENCE, self.tr("Experience"), self.tr("Add position…"))
        self._add_entries(now, EDUCATION, self.tr("Education"), self.tr("Add course of study…"))
        self._add_skills(now)
        for group in groups.extras:
            self._add_group(group)
        self._restore(place, name, height)

    def _height_of(self, widget: QWidget) -> int:
        return widget.mapTo(self.viewport(), widget.rect().topLeft()).y()

    def _restore(self, place: int, name: str, height: int) -> None:
        """Stand where the coach stood before, with the same field at the same height."""
        body = self.widget()
        if body is not None and (layout := body.layout()):
            layout.activate()
            body.adjustSize()
        self.verticalScrollBar().setValue(place)
        for widget in self.findChildren(QWidget, name) if name else []:
            widget.setFocus()
            bar = self.verticalScrollBar()
            bar.setValue(bar.value() + self._height_of(widget) - height)

    def _add_said(self, now: ReadingNow) -> None:
        if not now.said:
            return
        self.add_heading(self.tr("Your corrections"))
        for number, said in enumerate(now.said):
            self.add_widget(self._made_said(said, number))

    def _made_said(self, said: SaidNow, number: int) -> QWidget:
        remark = " · ".join(part for part in (said.was, said.state) if part)
        buttons: list[QPushButton] = []
        if said.line is not None:
            buttons.append(self._made_link(said.line, said.what))
        if said.target:
            take_back = partial(self._corrector.take_back, said.target)
            text = self.tr("Take back")
            buttons.append(self._made_button(text, f"{text}: {said.what}", take_back))
            buttons[-1].setObjectName(f"take-back-{number}")
        return self._made_row(said.what, remark, buttons)

    def _made_row(self, text: str, remark: str, buttons: list[QPushButton]) -> QWidget:
        """Return words with a remark below them; buttons stand beside the last of the two."""
        row = QWidget(self)
        layout = QVBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, SPACING.tight)
        layout.setSpacing(0)
        if remark:
            layout.addWidget(plain_label(text, "", row))
        last = plain_label(remark, "small", row) if remark else plain_label(text, "", row)
        below = QHBoxLayout()
        below.setSpacing(SPACING.tight)
        below.addWidget(last, 1)
        for button in buttons:
            below.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(below)
        return row

    def _add_contact(self, now: ReadingNow) -> None:
        self.add_heading(self.tr("Contact"))
        table = QWidget(self)
        grid = QGridLayout(table)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(SPACING.medium)
        grid.setVerticalSpacing(SPACING.tight)
        grid.setColumnMinimumWidth(0, _NAME_WIDTH_PX)
        grid.setColumnStretch(1, 1)
        for row, (name, label) in enumerate(CONTACT.items()):
            self._add_field(table, 2 * row, name, self.tr(label), now.contact[name])
        links = self._report.profile.links if self._report else ()
        for row, link in enumerate(links[:_MOST_ENTRIES], 2 * len(CONTACT)):
            grid.addWidget(plain_label(self.tr("Link"), "muted", table), row, 0)
            grid.addWidget(plain_label(link, "", table), row, 1)
        self.add_widget(table)

    def _add_field(self, table: QWidget, row: int, name: str, label: str, field: FieldNow) -> None:
        edit = FieldEdit(field.value or "", table)
        edit.setObjectName(f"field-{name}")
        edit.setAccessibleName(label)
        edit.setPlaceholderText(self.tr("not found"))
        draft, problem = self._drafts.get(name, ("", ""))
        if problem:
            edit.show_draft(draft)
        remark = problem or self._remark(name, field)
        edit.setAccessibleDescription(remark)
        words = plain_label(remark, "problem" if problem else "small", table)
        words.setObjectName(f"remark-{name}")
        words.setVisible(bool(remark))
        edit.committed.connect(partial(self._on_committed, name))
        title = plain_label(label, "muted", table)
        title.setBuddy(edit)
        if isinstance(grid := table.layout(), QGridLayout):
            grid.addWidget(title, row, 0)
            grid.addWidget(edit, row, 1)
            grid.addWidget(words, row + 1, 1)

    def _remark(self, name: str, field: FieldNow) -> str:
        if field.corrected:
            was = field.was or self.tr("not found")
            return self.tr("corrected by you; was: {value}").format(value=was)
        sure = self._report.profile.confidence.get(name) if self._report else None
        return how_sure(sure, self.tr) if field.value is not None else ""

    def _on_committed(self, name: str, text: str) -> None:
        had = self._drafts.pop(name, None)
        try:
            self._corrector.set_contact(name, text)
        except NotAValueError as error:
            self._drafts[name] = (text, error.message)
            announce(self, error.message)
        if had != self._drafts.get(name):
            self._later.start()

    def _add_group(self, group: SeenGroup) -> None:
        self.add_heading(group.heading)
        for seen in group.rows:
            text, remark = f"{seen.name}: {seen.value}", seen.remark
            buttons = []
            if seen.line is not None:
                buttons, remark = [self._made_link(seen.line, text, remark)], ""
            self.add_widget(self._made_row(text, remark, buttons))
        if group.note:
            self.add_text(group.note, "small")

    def _add_entries(self, now: ReadingNow, kind: str, heading: str, add: str) -> None:
        self.add_heading(heading)
        entries = now.entries_of(kind)
        for number, entry in enumerate(entries[:_MOST_ENTRIES]):
            self.add_widget(self._made_entry(entry, f"{kind}-{number}"))
        if (more := len(entries) - _MOST_ENTRIES) > 0:
            self.add_text(self.tr("and {n} more").format(n=more), "small")
        if not entries:
            self.add_text(self.tr("None found."), "small")
        button = self._made_button(add, add, partial(self._corrector.ask_new_entry, kind))
        button.setObjectName(f"add-{kind}")
        self._add_left(button)

    def _made_entry(self, entry: EntryNow, name: str) -> QWidget:
        title = entry_title(entry, self.tr)
        buttons = [] if entry.line is None else [self._made_link(entry.line, title)]
        if not entry.removed and entry.line is not None:
            for key, text, do in (
                ("edit", self.tr("Edit…"), self._corrector.ask_entry),
                ("remove", self.tr("Remove"), self._corrector.remove_entry),
            ):
                made = self._made_button(text, f"{text} {title}", partial(do, entry))
                made.setObjectName(f"{key}-{name}")
                buttons.append(made)
        return self._made_row(title, self._entry_remark(entry), buttons)

    def _entry_remark(self, entry: EntryNow) -> str:
        told = [entry_dates(entry, self.tr)]
        if entry.removed:
            told.append(self.tr("removed by you; not in this review yet"))
        elif entry.added:
            told.append(self.tr("added by you"))
        elif entry.corrected:
            told.append(self.tr("corrected by you"))
        elif entry.confidence is not None:
            told.append(how_sure(entry.confidence, self.tr))
        if entry.line is None:
            told.append(self.tr("read by an earlier version: review again to correct it"))
        return " · ".join(told)

    def _add_skills(self, now: ReadingNow) -> None:
        self.add_heading(self.tr("Skills"))
        count = len(now.skills)
        words = self.tr("{n} skill") if count == 1 else self.tr("{n} skills")
        remark = self.tr("corrected by you") if now.skills_corrected else ""
        text = ", ".join(now.skills) or self.tr("None found.")
        told = " · ".join(part for part in (words.format(n=count), remark) if part)
        edit = self._made_button(
            self.tr("Edit…"), self.tr("Edit the skills"), self._corrector.ask_skills
        )
        edit.setObjectName("edit-skills")
        self.add_widget(self._made_row(text, told, [edit]))

    def _add_left(self, button: QPushButton) -> None:
        row = QWidget(self)
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(button)
        layout.addStretch(1)
        self.add_widget(row)

    def _made_link(self, line: int, text: str, words: str = "") -> QPushButton:
        words = words or self.tr("line {n}").format(n=line)
        name = self.tr("{text}: show line {n}").format(text=text, n=line)
        return self._made_button(words, name, partial(self.lineWanted.emit, line))

    def _made_button(self, text: str, name: str, do: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setProperty("role", "link")
        button.setAccessibleName(name)
        button.clicked.connect(lambda _checked=False: do())
        return button
