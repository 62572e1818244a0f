"""Statements of a resume with what rules ask of each: words, opening verb, figures."""

import re
from dataclasses import dataclass, replace

from rapidfuzz import fuzz

from ai_agents.checks.figures import figures
from ai_agents.checks.lexicon import tokens
from ai_agents.models import Profile
from ai_agents.vocabulary import SectionKind

#: Sections whose statements tell of work.
WORK_KINDS = (SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEERING)
#: A statement of more words is long, and from the second on a block of text.
LONG_BULLET_WORDS, DENSE_WORDS = 40, 60
#: Statements this alike, in per cent of their letters, say nearly the same; short ones may.
ECHO_RATIO, FEWEST_ECHO_WORDS = 92, 6
#: Sections whose statements are prose of the person's own.
PROSE_KINDS = (
    *WORK_KINDS,
    SectionKind.SUMMARY,
    SectionKind.EDUCATION,
    SectionKind.AWARDS,
    SectionKind.INTERESTS,
    SectionKind.OTHER,
)
#: Words before the verb that do not open a statement: 'Also led', 'Co-invented'.
_BEFORE_VERB = frozenset({"also", "then", "co", "re", "pre"})
_ADVERB = re.compile(r"[A-Za-z]{3,}ly$")
_NEXT_SENTENCE = re.compile(r"[^\W\d_)%]{2}[.!?]\s+(?=[^\W\d_])|[。！？](?=.)")
_SPACES = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Said:
    """One bullet or paragraph.

    `opener` is its first word in lower case, an adverb before it left out ('Successfully led' →
    'led'); `figures` its measuring numbers; `low` its different words in lower case; `job` the
    index of the position it stands under. `repeat_of` is the first line of an earlier statement of
    the same words, `echo_of` that of one on work that differs in a word or two only.
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
    echo_of: int | None = None

    @property
    def distinct(self) -> bool:
        """Whether it says something that no statement before it says."""
        return self.repeat_of is None and self.echo_of is None

    @property
    def dense(self) -> bool:
        """Whether it is a block that few readers take in."""
        return len(self.words) > DENSE_WORDS

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
    return _with_echoes(kept)


def _with_echoes(kept: list[Said]) -> tuple[Said, ...]:
    """Mark the statements on work that say nearly the same as an earlier one."""
    texts = [" ".join(said.words).lower() for said in kept]
    first = [n for n, said in enumerate(kept) if said.repeat_of is None and _may_echo(said)]
    echoes: dict[int, int] = {}
    for place, number in enumerate(first):
        for earlier in first[:place]:
            if fuzz.ratio(texts[earlier], texts[number], score_cutoff=ECHO_RATIO) > 0:
                echoes[number] = kept[earlier].first
                break
    return tuple(
        replace(said, echo_of=echoes[number]) if number in echoes else said
        for number, said in enumerate(kept)
    )


def _may_echo(said: Said) -> bool:
    return said.section in WORK_KINDS and len(said.words) >= FEWEST_ECHO_WORDS


def sentences(text: str) -> int:
    """Return how many sentences a statement has, at least 1."""
    return 1 + len(_NEXT_SENTENCE.findall(text))


def _opener(words: tuple[str, ...]) -> str:
    for word in words[:3]:
        if not _ADVERB.match(word) and word.lower() not in _BEFORE_VERB:
            return word.lower()
    return words[0].lower() if words else ""
