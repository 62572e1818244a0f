"""What stands in a masked text where identity stood: one inert word per kind.

A placeholder is a single word to every rule whatever it replaces, so that long and short names
count alike. It is in no dictionary and no list of skills, verbs or titles, holds no digit, is too
short to be a misspelt word, and its mark ǂ (a click letter without case) keeps patterns for
ordinary words from matching inside it.
"""

import re
from typing import Final

from ai_agents.vocabulary import IdentityKind

_MARK: Final = "ǂ"
_STEMS: Final = {
    IdentityKind.NAME: "Na",
    IdentityKind.PRONOUN: "Pr",
    IdentityKind.ADDRESS: "Ad",
    IdentityKind.BIRTH: "Bi",
    IdentityKind.NATIONALITY: "Nt",
    IdentityKind.MARITAL_STATUS: "Ma",
    IdentityKind.RELIGION: "Re",
    IdentityKind.GENDER: "Ge",
    IdentityKind.SCHOOL: "Sc",
    IdentityKind.GRADUATION_YEAR: "Ye",
    IdentityKind.EMAIL: "Em",
    IdentityKind.PHONE: "Ph",
    IdentityKind.LINK: "Li",
}
_KINDS: Final = {f"{stem}{_MARK}".lower(): kind for kind, stem in _STEMS.items()}
#: A placeholder in a text, in either case.
PLACEHOLDER: Final = re.compile(
    rf"(?<![^\W_])(?:{'|'.join(_STEMS.values())}){_MARK}", re.IGNORECASE
)
#: All placeholders in lower case: words that are never misspelt.
PLACEHOLDER_WORDS: Final = frozenset(_KINDS)


def placeholder(kind: IdentityKind, *, lower: bool = False) -> str:
    """Return the word that stands for identity of a kind; `lower` inside a sentence."""
    word = f"{_STEMS[kind]}{_MARK}"
    return word.lower() if lower else word


def kind_of(word: str) -> IdentityKind:
    """Return which kind of identity a placeholder stands for; KeyError when it is none."""
    return _KINDS[word.lower()]


def readable(text: str) -> str:
    """Return a masked text as a language model should read it: 'Naǂ led' → '[name] led'."""
    return PLACEHOLDER.sub(lambda found: f"[{kind_of(found[0]).value.replace('_', ' ')}]", text)
