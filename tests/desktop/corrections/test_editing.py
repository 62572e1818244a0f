"""What a coach does in the form becomes corrections, and the form shows what will be read."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from ai_agents.vocabulary import CorrectionState
from desktop.corrections.corrected import corrected_reading
from desktop.corrections.edit import Edit
from desktop.corrections.editing import Editor
from desktop.corrections.kept import by_target
from desktop.corrections.standing import EDUCATION, EXPERIENCE, ReadingNow, plain_reading
from desktop.corrections.words import state_words
from desktop.review.report import Report
from tests.support.documents import RESUME
from tests.support.wire_objects import reviewed_wire

ROAD = RESUME.replace("Experience\n", "My road so far\n")
Act = Callable[["Desk"], list[Edit]]


def say(text: str) -> str:
    """Say a text as it is written."""
    return text


class Desk:
    """A review and the corrections kept for it, without a window."""

    def __init__(
        self, text: str = RESUME, kept: Mapping[str, Mapping[str, Any]] | None = None
    ) -> None:
        self.text = text
        self.kept = dict(kept or {})
        self.report = Report.from_wire(reviewed_wire(text, self.kept.values()))

    @property
    def now(self) -> ReadingNow:
        """The reading as the form shows it."""
        return corrected_reading(self.report, self.kept, say)

    @property
    def editor(self) -> Editor:
        """Makes edits of what is shown now."""
        return Editor(self.report, self.kept, self.now, say)

    def line(self, text: str) -> int:
        """Return the line that begins so."""
        lines = self.report.document.lines
        return next(line.id for line in lines if line.text.startswith(text))

    def do(self, *acts: Act) -> "Desk":
        """Do things one after the other."""
        for act in acts:
            for edit in act(self):
                self.kept.pop(edit.target, None)
                if edit.said is not None:
                    self.kept[edit.target] = edit.said
        return self

    def reviewed(self) -> "Desk":
        """Return the desk after the review was made again."""
        return Desk(self.text, self.kept)


def contact(field: str, text: str) -> Act:
    """Type into a contact field."""
    return lambda desk: desk.editor.contact(field, text)


def skills(text: str) -> Act:
    """Type the skills."""
    return lambda desk: desk.editor.skills(text)


def entry(kind: str, number: int, **texts: str) -> Act:
    """Fill in some fields of an entry."""

    def act(desk: Desk) -> list[Edit]:
        shown = desk.now.entries_of(kind)[number]
        values = {name: value or "" for name, value in shown.values.items()}
        return desk.editor.entry(shown, {**values, **texts})

    return act


def added(kind: str, line: str, **texts: str) -> Act:
    """Add an entry at a line."""
    fields = dict.fromkeys(
        ("title", "employer", "location", "degree", "field", "institution", "start", "end"), ""
    )
    return lambda desk: desk.editor.entry_added(kind, desk.line(line), {**fields, **texts})


def removed(kind: str, number: int) -> Act:
    """Remove an entry."""
    return lambda desk: desk.editor.entry_removed(desk.now.entries_of(kind)[number])


def heading(line: str, kind: str | None, words: str = "") -> Act:
    """Say what a line heads."""
    return lambda desk: desk.editor.heading(desk.line(line), kind, words)


ACTS: dict[str, list[Act]] = {
    "contact": [contact("name", "Samantha Rivera"), contact("phone", "")],
    "twice": [contact("name", "One"), contact("name", "Two")],
    "skills": [skills("SAP\nLean")],
    "no skills": [skills("")],
    "entry": [entry(EXPERIENCE, 1, start="Feb 2013", title="Team Lead")],
    "study": [entry(EDUCATION, 0, field="Retail", end="")],
    "added": [added(EXPERIENCE, "- Responsible", title="Counter", start="2018")],
    "added and changed": [
        added(EXPERIENCE, "- Responsible", title="Counter", start="2018"),
        entry(EXPERIENCE, 1, title="Cashier"),
    ],
    "removed": [removed(EXPERIENCE, 1)],
    "changed and removed": [entry(EXPERIENCE, 0, title="X"), removed(EXPERIENCE, 0)],
}


def shown(now: ReadingNow) -> tuple[object, ...]:
    """Return the values of a form."""
    entries = [(e.kind, e.line, dict(e.values)) for e in now.entries if not e.removed]
    return {name: field.value for name, field in now.contact.items()}, now.skills, entries


@pytest.mark.parametrize("acts", ACTS.values(), ids=list(ACTS))
def test_the_form_shows_what_the_next_review_reads(acts: list[Act]) -> None:
    """Before it is reviewed again, and after, the same values stand there."""
    desk = Desk().do(*acts)
    assert desk.now.waiting > 0
    before, again = shown(desk.now), desk.reviewed()
    assert shown(plain_reading(again.report)) == before
    assert shown(again.now) == before
    assert again.now.waiting == 0
    outdone = state_words(CorrectionState.REPLACED)  # a field of an entry that is removed
    assert {said.state for said in again.now.said} <= {"applied", outdone}


@pytest.mark.parametrize("acts", ACTS.values(), ids=list(ACTS))
def test_taking_everything_back_shows_what_was_read(acts: list[Act]) -> None:
    """Before the next review, and in it."""
    plain = shown(Desk().now)
    reviewed = Desk().do(*acts).reviewed()
    assert reviewed.kept
    reviewed.kept.clear()
    assert reviewed.now.waiting == len(reviewed.report.corrections)
    assert all(said.target == "" and "taken back" in said.state for said in reviewed.now.said)
    assert shown(reviewed.reviewed().now) == plain


@pytest.mark.parametrize("later", [False, True], ids=["at once", "after a review"])
@pytest.mark.parametrize(
    ("there", "back"),
    [
        (contact("name", "X"), contact("name", "Sam Rivera")),
        (skills("X"), skills("Stock planning\nExcel\nSAP\nstaff training\ncustomer service")),
        (entry(EXPERIENCE, 1, start="2013"), entry(EXPERIENCE, 1, start="2014-03")),
        (added(EXPERIENCE, "- Responsible", title="X"), removed(EXPERIENCE, 1)),
        (heading("Skills", "languages"), heading("Skills", "skills")),
        (heading("Skills", None), heading("Skills", "skills")),
        (heading("Trained", "awards"), heading("Trained", None)),
    ],
)
def test_what_was_read_before_takes_the_correction_back(there: Act, back: Act, later: bool) -> None:  # noqa: FBT001 - a parameter of the test
    """Nothing is kept that says what the program reads by itself."""
    text = RESUME.replace("- Trained", "Trained")
    desk = Desk(text).do(there)
    assert desk.kept
    desk = desk.reviewed() if later else desk
    assert desk.do(back).kept == {}


def test_nothing_changed_is_no_correction() -> None:
    """Saving a form as it stands keeps nothing."""
    desk = Desk()
    desk.do(contact("name", "Sam Rivera"), contact("email", " sam.rivera@example.org "))
    desk.do(entry(EXPERIENCE, 0), entry(EDUCATION, 0), skills(", ".join(desk.now.skills)))
    assert desk.kept == {}


def test_lines_are_joined_split_and_put_back() -> None:
    """A split of what was joined, or a join of what was split, takes it back."""
    desk = Desk()
    line = desk.line("Store Manager")
    desk.do(lambda d: d.editor.joined(line + 1))
    assert "carries on" in desk.now.lines[line + 1].waits[0]
    again = desk.reviewed()
    text = again.report.document.lines[line - 1].text
    assert text == "Store Manager, Corner Shop, Portland Jan 2019 - Present"
    again.do(lambda d: d.editor.split(line, [text.index("Jan")]))
    assert again.kept == {}
    assert again.reviewed().report.document == Desk().report.document


def test_a_heading_waits_and_then_stands() -> None:
    """The list of lines shows it at once."""
    desk = Desk(ROAD).do(heading("My road", "experience", "Work"))
    line = desk.line("My road")
    assert desk.now.lines[line].heading == "experience"
    again = desk.reviewed()
    sections = {s.first_line: (s.kind, s.heading) for s in again.report.profile.sections}
    assert sections[line] == ("experience", "Work")
    assert len(again.now.entries_of(EXPERIENCE)) == 2


def test_corrections_that_find_no_place_stay_in_the_list() -> None:
    """With what to do about them; they can be taken back."""
    raw = {"kind": "heading", "at": {"text": "Nowhere"}, "section": "skills", "version": 1}
    newer = {"kind": "from_the_future"}
    desk = Desk(kept=by_target([raw, newer]))
    first, second = desk.now.said
    assert "look again" in first.state
    assert "another version" in second.state
    assert all(said.target in desk.kept and said.line is None for said in desk.now.said)
    assert desk.now.waiting == 0
