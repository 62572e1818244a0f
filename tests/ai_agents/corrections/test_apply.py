"""What corrections do to a reading, and what they never do."""

import pytest

from ai_agents.corrections.models import (
    ContactCorrection,
    SkillsCorrection,
    Unread,
)
from ai_agents.models import Line
from ai_agents.profile.extract import extract_profile
from ai_agents.vocabulary import ContactField, CorrectionState, SectionKind
from tests.support.corrections import (
    document_of,
    done,
    entry_added,
    entry_removed,
    entry_value,
    heading,
    joined,
    line_of,
    split,
    states,
)
from tests.support.documents import RESUME, resume

APPLIED, AGREES = CorrectionState.APPLIED, CorrectionState.AGREES


# --- each kind --------------------------------------------------------------------------------


def test_a_line_becomes_a_heading_of_the_kind_the_coach_says() -> None:
    """The section below it is found again with its entries."""
    document = resume(RESUME.replace("Experience\n", "My road so far\n"))
    line = line_of(document, "My road so far")
    corrected = done(document, heading(document, line, SectionKind.EXPERIENCE))
    section = next(s for s in corrected.profile.sections if s.first_line == line)
    assert (section.kind, section.heading) == (SectionKind.EXPERIENCE, "My road so far")
    assert [entry.title for entry in corrected.profile.experience] == [
        "Store Manager",
        "Shift Lead",
    ]
    assert states(corrected) == [APPLIED]
    assert corrected.document is document


def test_a_heading_that_is_none_leaves_its_lines_to_the_section_above() -> None:
    """And what was read is told."""
    document = resume()
    line = line_of(document, "Skills")
    corrected = done(document, heading(document, line, None))
    assert SectionKind.SKILLS not in {s.kind for s in corrected.profile.sections}
    assert corrected.profile.skills == ()
    assert corrected.outcomes[0].was == "skills"


def test_the_words_of_a_heading_are_set_without_touching_the_line() -> None:
    """A heading printed as a picture of letters has a name all the same."""
    document = resume()
    line = line_of(document, "Skills")
    corrected = done(document, heading(document, line, SectionKind.SKILLS, "Core strengths"))
    assert corrected.profile.sections[-1].heading == "Core strengths"
    assert corrected.document.line(line).text == "Skills"


def test_lines_are_joined_and_their_statement_is_one() -> None:
    """What a reader cut in two is judged as one sentence again."""
    document = resume(RESUME.replace("18 % in", "18 %\n- in"))
    line = line_of(document, "- in two years")
    corrected = done(document, joined(document, line))
    said = [item.text for item in corrected.profile.statements]
    assert "Led a team of 12 clerks and raised sales by 18 % - in two years" in said
    assert [n.id for n in corrected.document.lines] == list(range(1, len(document.lines)))


def test_a_line_is_split_and_its_halves_are_two_statements() -> None:
    """A split holds although the second half looks like the rest of a paragraph."""
    text = "Summary\nRan the shop for ten years with a team of eight people and kept every promise"
    document = document_of(["Sam Rivera", *text.split("\n")])
    corrected = done(document, split(document, 3, "and kept"))
    assert [line.text for line in corrected.document.lines[2:]] == [
        "Ran the shop for ten years with a team of eight people",
        "and kept every promise",
    ]
    assert [item.text for item in corrected.profile.statements][-1] == "and kept every promise"


def test_a_line_without_pages_boxes_or_parts_is_split_all_the_same() -> None:
    """The parts of a line go where their words go, and the box is shared by width."""
    line = Line(
        id=1,
        text="Corner Shop Jan 2019 – Present",
        parts=("Corner Shop", "Jan 2019 – Present"),
        bbox=(0.0, 10.0, 300.0, 20.0),
    )
    document = document_of([""]).model_copy(update={"lines": (line,)})
    one, two = done(document, split(document, 1, "Jan")).document.lines
    assert (one.parts, two.parts) == (("Corner Shop",), ("Jan 2019 – Present",))
    assert one.bbox == (0.0, 10.0, 120.0, 20.0)
    assert two.bbox == (120.0, 10.0, 300.0, 20.0)


@pytest.mark.parametrize("field", list(ContactField))
def test_a_contact_field_is_set_and_taken_away(field: ContactField) -> None:
    """With the lines that show it, so that masking hides the right words."""
    document = resume()
    shown = done(document, ContactCorrection(field=field, value="Portland State University"))
    assert getattr(shown.profile, field) == "Portland State University"
    assert document.line(shown.profile.found_at[field][0]).text.startswith("Bachelor")
    assert shown.profile.confidence[field] == 1.0
    gone = done(document, ContactCorrection(field=field, value=None)).profile
    assert getattr(gone, field) is None
    assert field not in gone.found_at
    assert field not in gone.confidence


def test_a_name_the_text_shows_otherwise_keeps_the_line_it_was_read_on() -> None:
    """'Sam T. Rivera' is still the person on the first line."""
    document = resume()
    said = ContactCorrection(field=ContactField.NAME, value="Sam T. Rivera")
    assert done(document, said).profile.found_at["name"] == (1,)
    other = ContactCorrection(field=ContactField.NAME, value="Alex Doe")
    assert "name" not in done(document, other).profile.found_at


def test_skills_are_what_the_coach_lists_each_once() -> None:
    """In the coach's order."""
    corrected = done(resume(), SkillsCorrection(values=("SAP", "Excel", "sap")))
    assert corrected.profile.skills == ("SAP", "Excel")


def test_a_field_of_an_entry_is_set() -> None:
    """The other entries and fields stay as they were read."""
    document = resume()
    line = line_of(document, "Shift Lead, Harbor Foods, Seattle")
    corrected = done(document, entry_value(document, line, "start", "2013-10"))
    first, second = corrected.profile.experience
    assert first == extract_profile(document).experience[0]
    assert (second.start, second.end, second.title) == ("2013-10", "2018-12", "Shift Lead")
    assert corrected.outcomes[0].was == "2014-03"


def test_an_entry_is_added_between_others_and_takes_its_statements() -> None:
    """The position above ends where the new one begins."""
    document = resume()
    line = line_of(document, "- Cut spoiled goods from 7 % to 3 % with a weekly count")
    corrected = done(document, entry_added(document, line, title="Counter", start="2019"))
    above, new, _ = corrected.profile.experience
    assert new.title == "Counter"
    assert above.lines[1] == line - 1
    assert all(said.entry != 1 or said.lines[0] > line for said in corrected.profile.statements)


def test_an_added_entry_that_is_read_by_itself_is_not_there_twice() -> None:
    """The next version may find it too."""
    document = resume()
    line = line_of(document, "Shift Lead, Harbor Foods, Seattle")
    corrected = done(document, entry_added(document, line, title="Shift Lead"))
    assert len(corrected.profile.experience) == 2
    assert states(corrected) == [AGREES]


def test_an_entry_that_is_none_leaves_its_lines_to_the_one_above() -> None:
    """Its statements are the other position's now."""
    document = resume()
    line = line_of(document, "Shift Lead, Harbor Foods, Seattle")
    corrected = done(document, entry_removed(document, line))
    (only,) = corrected.profile.experience
    assert only.title == "Store Manager"
    trained = next(s for s in corrected.profile.statements if "Trained" in s.text)
    assert trained.entry == 0
    assert corrected.outcomes[0].was == "Shift Lead · Harbor Foods"


def test_an_education_entry_is_corrected_like_a_position() -> None:
    """Institution, degree, field and dates."""
    document = resume()
    line = line_of(document, "Bachelor of Science in Business, Portland State University, 2013")
    value = entry_value(document, line, "field", "Retail Management", "education")
    (study,) = done(document, value).profile.education
    assert study.field == "Retail Management"
    assert study.institution == "Portland State University"


# --- conflicts ---------------------------------------------------------------------------------


def test_of_two_about_the_same_thing_the_last_goes_before() -> None:
    """The first is named as replaced."""
    one = ContactCorrection(field=ContactField.NAME, value="One")
    two = ContactCorrection(field=ContactField.NAME, value="Two")
    corrected = done(resume(), one, two)
    assert corrected.profile.name == "Two"
    assert states(corrected) == [CorrectionState.REPLACED, APPLIED]


def test_a_heading_goes_before_line_breaks_about_its_words() -> None:
    """Whatever their order: a heading is a line of its own."""
    document = document_of(["Sam Rivera", "Portland", "My road so far", "Store Manager, 2019"])
    cut, join = split(document, 3, "so far"), joined(document, 3)
    said = heading(document, 3, SectionKind.EXPERIENCE)
    for order in ((cut, join, said), (said, join, cut)):
        corrected = done(document, *order)
        assert corrected.document is document
        assert sorted(states(corrected)) == [APPLIED, "replaced", "replaced"]


def test_fields_of_an_entry_that_is_removed_are_replaced() -> None:
    """Whatever their order."""
    document = resume()
    line = line_of(document, "Shift Lead, Harbor Foods, Seattle")
    gone, value = entry_removed(document, line), entry_value(document, line, "title", "Head")
    assert states(done(document, value, gone)) == [CorrectionState.REPLACED, APPLIED]
    assert states(done(document, gone, value)) == [APPLIED, CorrectionState.REPLACED]


def test_a_correction_of_another_version_is_kept_and_named() -> None:
    """It changes nothing here."""
    corrected = done(resume(), Unread({"kind": "from_the_future"}, "unknown kind"))
    assert states(corrected) == [CorrectionState.UNKNOWN]
    assert corrected.document == resume()
