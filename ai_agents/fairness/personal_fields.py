"""Finds personal data that carries a label ('Date of birth: …', 'Familienstand ledig') or a form.

The label stays, so that its place on the page is the same for everybody; the value is hidden.
"""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final

from ai_agents.checks.lexicon import word_list
from ai_agents.fairness.spans import Span, hidden_by
from ai_agents.profile.folding import fold
from ai_agents.profile.lexicon import months
from ai_agents.vocabulary import IdentityKind

_KIND: Final = IdentityKind
#: Longer lines are prose, and so is a value of many words.
_LONGEST_LINE: Final = 240
_MOST_VALUE_WORDS: Final = 6
#: Where a label may begin: a line, a piece between bars, after a wide gap.
_START: Final = r"(?:^|(?<=[|;•·∙\t,(])|(?<=\s\s))\s*"
#: A value ends at a bar, a wide gap or the end.
_VALUE: Final = re.compile(
    r"[^|;•·∙\t]{1,80}?(?=\s*(?:[|;•·∙\t]|\s\s|[,)]?$)|\s[^\s:：]{1,20}\s?[:：]\s)"
)
_DATE: Final = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?[./ -]{1,2}(?:\d{1,2}|[^\W\d_]{3,12})[./, -]{1,2}(?:de\s)?\d{2,4}"
    r"|[^\W\d_]{3,12}\.? \d{1,2}(?:st|nd|rd|th)?,? \d{4}|(?:19|20)\d\d)"
)
_BORN: Final = re.compile(
    r"(?<!\w)(?:\*|(?:born|geboren|geb\.|né(?:e|\(e\))?|nacid[oa]|nat[oa]|nascid[oa])\s)\s?"
    rf"(?:(?:on|in|am|le|el|il|em|op)\s)?(?:the\s)?"
    rf"({_DATE}(?:,?\s(?:in|à|en|a|em|te)\s[^\W\d_][\w .'’-]{{1,30}})?)",
    re.IGNORECASE,
)
#: A whole date among the contact data is a birth date: nothing else there has a day.
_DAY: Final = re.compile(
    r"(?<![\w./-])((?:\d{1,2}[./-]\d{1,2}[./-]|\d{1,2}\.?\s[^\W\d_]{3,10}\.?\s)(?:19|20)\d\d"
    r"|[^\W\d_]{3,10}\.?\s\d{1,2},\s(?:19|20)\d\d|(?:19|20)\d\d(?:年\d{1,2}月\d{1,2}日|-\d\d-\d\d))"
    r"(?![\w/-])"
)
_AGED: Final = re.compile(
    r"(?<![\w-])([1-9]\d[ -](?:years?|yrs?|y)[ -](?:old|of age)|aged? [1-9]\d"
    r"|[1-9]\d (?:Jahre alt|ans|años(?: de edad)?|anni|anos(?: de idade)?|jaar(?: oud)?))"
    r"(?=\s*(?:[|;•·∙\t,.)]|\s\s|$))",
    re.IGNORECASE,
)
_CITIZEN: Final = re.compile(
    r"(?<!\w)((?:[A-ZÀ-Þ][\w.]{1,20}[ -]){1,2}"
    r"(?i:citizen(?:ship)?|national|nationality|passport|staatsbürger(?:in|schaft)?))\b"
)
_MARITAL: Final = re.compile(
    r"(?:^|(?<=[|;•·∙\t,])|(?<=\s\s))\s*"
    r"((?:(?:happily )?married|single|unmarried|divorced|widowed|engaged|separated"
    r"|verheiratet|ledig|geschieden|verwitwet|mariée?|célibataire|divorcée?|pacsée?"
    r"|casad[oa]|solter[oa]|divorciad[oa]|coniugat[oa]|sposat[oa]|celibe|nubile|solteir[oa]"
    r"|(?:on)?gehuwd|getrouwd|已婚|未婚|既婚|独身)"
    r"(?:,? (?:with |mit |avec |con |com |met )?(?:\w+ )?(?:child(?:ren)?|kids?|kind(?:er)?"
    r"|enfants?|hij[oa]s?|figli[oa]?|filh[oa]s?|kinderen))?)"
    r"(?=\s*(?:[|;•·∙\t,.]|\s\s|$))",
    re.IGNORECASE,
)
#: Said in passing, without a label: among the contact data only.
_PASSING: Final = (
    (_KIND.BIRTH, _BORN),
    (_KIND.BIRTH, _DAY),
    (_KIND.BIRTH, _AGED),
    (_KIND.NATIONALITY, _CITIZEN),
    (_KIND.MARITAL_STATUS, _MARITAL),
)


def labelled(text: str) -> Iterator[Span]:
    """Yield the values of labelled personal data on a line, wherever on the resume it stands."""
    pattern = _labels() if ":" in text or "：" in text else _first_label()
    labels = list(pattern.finditer(text)) if len(text) <= _LONGEST_LINE else []
    ends = (*(label.start() for label in labels[1:]), len(text))
    for label, end in zip(labels, ends, strict=False):
        value = _VALUE.match(text, label.end(), len(text[:end].rstrip(" ,;|·•")))
        if value is not None:
            yield hidden_by(value, _kind(label))


def label_alone(text: str) -> IdentityKind | None:
    """Return the kind of personal data a line labels whose value stands on the next line."""
    return _label_kinds().get(text.strip(" :：").lower().replace("’", "'"))


def is_value(text: str) -> bool:
    """Whether a line may be the value of the label above it: a few words and no label itself."""
    return len(text.split()) <= _MOST_VALUE_WORDS and label_alone(text) is None


def told_in_passing(text: str) -> Iterator[Span]:
    """Yield birth, age, citizenship and family told without a label among the contact data."""
    for kind, pattern in _PASSING:
        for found in pattern.finditer(text):
            if pattern is not _DAY or _has_month(found[1]):
                yield hidden_by(found, kind, 1)


def _has_month(date: str) -> bool:
    """Whether the word in a date, if any, is a month."""
    return all(fold(word) in months() for word in re.findall(r"[^\W\d_年月日]+", date))


def _kind(label: re.Match[str]) -> IdentityKind:
    return _label_kinds()[next(filter(None, label.groups())).lower().replace("’", "'")]


@cache
def _label_kinds() -> Mapping[str, IdentityKind]:
    """Return label in lower case → what it labels."""
    return {label.rstrip("+"): kind for label, kind in _rows()}


@cache
def _labels() -> re.Pattern[str]:
    """Return a pattern for a label up to its value; one of three groups holds the label."""
    usual = _any_of(label.rstrip("+") for label, _ in _rows())
    sure = _any_of(label.rstrip("+") for label, _ in _rows() if label.endswith("+"))
    return re.compile(
        rf"{_START}({usual})\s?[:：]\s*|{_START}({sure})\s+(?=\w)|(?<=\s)({sure})\s?[:：]\s*",
        re.IGNORECASE,
    )


@cache
def _first_label() -> re.Pattern[str]:
    """Return a pattern for a label that needs no colon at the start of a line."""
    sure = _any_of(label.rstrip("+") for label, _ in _rows() if label.endswith("+"))
    return re.compile(rf"^\s*({sure})\s+(?=\w)", re.IGNORECASE)


def _any_of(labels: Iterator[str]) -> str:
    longest_first = sorted(labels, key=lambda label: (-len(label), label))
    return "|".join(re.escape(label).replace("'", "['’]") for label in longest_first)


@cache
def _rows() -> tuple[tuple[str, IdentityKind], ...]:
    rows = (row.partition(":") for row in sorted(word_list("personal_fields")))
    return tuple(
        (label.strip(), IdentityKind(kind))
        for kind, _, labels in rows
        for label in labels.split("|")
    )
