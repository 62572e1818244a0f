"""Statements of a resume with what rules ask of each: words, opening verb, figures."""

import re
from dataclasses import dataclass

from ai_agents.checks.figures import figures
from ai_agents.checks.lexicon import tokens
from ai_agents.models import Profile
from ai_agents.vocabulary import SectionKind

#: Sections whose statements tell of work.
WORK_KINDS = (SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEERING)
#: Words before the verb that do not open a statement: 'Also led', 'Co-invented'.
_BEFORE_VERB = frozenset({"also", "then", "co", "re", "pre"})
_ADVERB = re.compile(r"[A-Za-z]{3,}ly$")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Said:
    """One bullet or paragraph.

    `opener` is its first word in lower case, an adverb before it left out ('Successfully led' →
    'led'); `figures` its measuring numbers; `low` its different words in lower case; `job` the
    index of the position it stands under.
    """

    text: str
    lines: tuple[int, ...]
    bullet: bool
    section: SectionKind
    job: int | None
    words: tuple[str, ...]
    opener: str
    figures: tuple[str, ...]
    repeat_of: int | None
    low: frozenset[str]

    @property
    def first(self) -> int:
        """Id of the statement's first line."""
        return self.lines[0]


def gather_statements(
    profile: Profile, left_out: frozenset[int], language: str | None
) -> tuple[Said, ...]:
    """Return the statements in reading order.

    Statements that touch a line of `left_out` (instructions to a model) are not kept: nothing they
    say may count for or against the person.
    """
    kept: list[Said] = []
    seen: dict[str, int] = {}
    for item in profile.statements:
        if not item.lines or not item.text.strip() or left_out.intersection(item.lines):
            continue
        words = tokens(item.text)
        same = " ".join(word.lower() for word in words)
        repeat = seen.setdefault(same, item.lines[0])
        kept.append(
            Said(
                text=_SPACES.sub(" ", item.text).strip(),
                lines=item.lines,
                bullet=item.bullet,
                section=item.section,
                job=item.entry,
                words=words,
                opener=_opener(words),
                figures=figures(item.text, language),
                low=frozenset(word.lower().replace("’", "'") for word in words),
                repeat_of=repeat if repeat != item.lines[0] and len(words) >= 4 else None,
            )
        )
    return tuple(kept)


def _opener(words: tuple[str, ...]) -> str:
    for word in words[:3]:
        if not _ADVERB.match(word) and word.lower() not in _BEFORE_VERB:
            return word.lower()
    return words[0].lower() if words else ""
