"""What one clause of a posting asks for, before it is compared with a resume."""

from dataclasses import dataclass, field

from ai_agents.vocabulary import RequirementKind


@dataclass(frozen=True, slots=True)
class Topic:
    """What something is about: terms of the lexicon, and roots of other words with a meaning."""

    terms: tuple[str, ...] = ()
    roots: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms or self.roots)


@dataclass(frozen=True, slots=True)
class Ask:
    """One thing asked for, as the assessment needs it.

    `text` is the posting's own words. A topic's terms are alternatives unless the kind is DUTY or
    the terms stand among roots. `months` belong to YEARS; `level`, `fields`, `related` and
    `equivalent` to DEGREE; `language` and `level` (1–5) to LANGUAGE; `presumed` says that the
    topic is the job itself, as nothing else is named; `condition` marks what resumes seldom say
    (travel, shifts).
    """

    kind: RequirementKind
    text: str
    topic: Topic = field(default_factory=Topic)
    months: int = 0
    level: int = 0
    fields: tuple[str, ...] = ()
    related: bool = False
    equivalent: bool = False
    language: str = ""
    presumed: bool = False
    condition: bool = False

    @property
    def identity(self) -> tuple[object, ...]:
        """What makes two asks the same, however they are worded."""
        if self.kind is RequirementKind.LANGUAGE:
            return (self.kind, self.language)
        if self.kind is RequirementKind.DEGREE:
            return (self.kind, self.level)
        if self.kind is RequirementKind.YEARS:
            return (self.kind, self.months, frozenset(self.topic.terms), self.topic.roots)
        group = "skill" if self.kind is RequirementKind.TOOL else self.kind
        return (group, frozenset(self.topic.terms), frozenset(self.topic.roots))
