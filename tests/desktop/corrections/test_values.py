"""What a coach types is taken as it is meant, or refused with the form it takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desktop.corrections.values import (
    MAX_SKILLS,
    NotAValueError,
    checked,
    checked_skills,
    split_places,
)


def say(text: str) -> str:
    """Say a text as it is written."""
    return text


@pytest.mark.parametrize(
    ("field", "text", "value"),
    [
        ("start", "2020", "2020"),
        ("start", " 2020-03 ", "2020-03"),
        ("start", "Mar 2020", "2020-03"),
        ("start", "März 2020", "2020-03"),
        ("start", "03/2020", "2020-03"),
        ("end", "present", "present"),
        ("end", "heute", "present"),
        ("end", "June 2021.", "2021-06"),
        ("email", "a.b@example.org", "a.b@example.org"),
        ("name", "  Maya \n Chen ", "Maya Chen"),
        ("name", "  ", None),
        ("start", "", None),
    ],
)
def test_a_value_is_taken_in_the_forms_people_write(
    field: str, text: str, value: str | None
) -> None:
    """An empty field says that the resume does not say it."""
    assert checked(field, text, say) == value


@pytest.mark.parametrize(
    ("field", "text", "said"),
    [
        ("start", "sometime", "2020-03"),
        ("start", "2020-13", "2020-03"),
        ("start", "2019 - 2020", "2020-03"),
        ("start", "present", "2020-03"),
        ("start", "in March 2020 I began", "2020-03"),
        ("end", "later", "present"),
        ("email", "maya at example", "name@example.com"),
        ("title", "x" * 301, "300"),
    ],
)
def test_what_cannot_be_the_value_is_refused_with_the_form_it_takes(
    field: str, text: str, said: str
) -> None:
    """The message names the field and a form that is right."""
    with pytest.raises(NotAValueError) as refused:
        checked(field, text, say)
    assert refused.value.field == field
    assert said in refused.value.message
    assert refused.value.message.endswith(".")


@given(st.text(max_size=40), st.sampled_from(["start", "end", "email", "name"]))
def test_a_taken_value_is_taken_again_as_it_is(text: str, field: str) -> None:
    """What is shown can be saved without change."""
    try:
        value = checked(field, text, say)
    except NotAValueError:
        return
    assert checked(field, value or "", say) == value


def test_skills_stand_one_a_line_or_between_commas_each_once() -> None:
    """In the order typed."""
    assert checked_skills("SAP, Excel;\n sap\n\nLean", say) == ("SAP", "Excel", "Lean")
    with pytest.raises(NotAValueError, match=str(MAX_SKILLS)):
        checked_skills("\n".join(map(str, range(MAX_SKILLS + 1))), say)


WORDS = st.lists(st.text(st.characters(categories=["L", "Nd", "P"]), min_size=1), min_size=1)


@given(st.data())
def test_line_breaks_are_found_where_they_were_set(data: st.DataObject) -> None:
    """However many, before whichever words; more spaces around them mean nothing."""
    words = data.draw(WORDS)
    cuts = data.draw(st.sets(st.integers(1, len(words)))) - {len(words)}
    whole = " ".join(words)
    typed = "".join(
        ("" if not n else " \n " if n in cuts else " ") + word for n, word in enumerate(words)
    )
    starts = [len(" ".join(words[:n])) + 1 for n in sorted(cuts)]
    assert split_places(whole, typed, say) == starts


@pytest.mark.parametrize("typed", ["Led a team", "Led a team of 13", "a team of 12", ""])
def test_other_words_than_the_lines_own_are_refused(typed: str) -> None:
    """A correction never changes what the file says."""
    with pytest.raises(NotAValueError, match="words stay"):
        split_places("Led a team of 12", typed, say)
