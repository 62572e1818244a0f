"""Sets a contact field or the skills to what a coach says, and looks where the text shows it."""

from ai_agents.corrections.letters import letters_of
from ai_agents.corrections.models import ContactCorrection, SkillsCorrection
from ai_agents.corrections.places import Places
from ai_agents.models import Document, Profile


def with_contact(
    profile: Profile, said: ContactCorrection, document: Document, places: Places
) -> Profile:
    """Return the profile with this field; masking and rules learn the lines that show it."""
    name = said.field.value
    found_at = {key: lines for key, lines in profile.found_at.items() if key != name}
    sure = {key: value for key, value in profile.confidence.items() if key != name}
    if said.value is not None:
        lines = _shown_on(said.value, profile.found_at.get(name, ()), document, places)
        found_at |= {name: lines} if lines else {}
        sure[name] = 1.0
    return profile.model_copy(update={name: said.value, "found_at": found_at, "confidence": sure})


def _shown_on(
    value: str, read_on: tuple[int, ...], document: Document, places: Places
) -> tuple[int, ...]:
    """Return the lines that show a value: where it stands whole, else where a word of it was read.

    A value the text shows nowhere ('Maya Chen' in a picture) has no line.
    """
    whole = places.occurrences(value)
    if whole:
        first, last = whole[0].start, whole[0].stop - 1
        return tuple(range(places.line_of(first) + 1, places.line_of(last) + 2))
    words = {letters for word in value.split() if len(letters := letters_of(word)) > 2}
    shown = (
        line
        for line in read_on
        if words & {letters_of(word) for word in document.line(line).text.split()}
    )
    return tuple(shown)


def with_skills(profile: Profile, said: SkillsCorrection) -> Profile:
    """Return the profile with these skills, each once."""
    once: dict[str, str] = {}
    for skill in said.values:
        once.setdefault(skill.casefold(), skill)
    sure = {key: value for key, value in profile.confidence.items() if key != "skills"}
    sure |= {"skills": 1.0} if once else {}
    return profile.model_copy(update={"skills": tuple(once.values()), "confidence": sure})
