"""The words a language is known by, each with its rank: the packed lists and our own of work."""

from collections.abc import Mapping
from functools import cache

from ai_agents.checks.lexicon import word_run
from ai_agents.checks.verbs import verb_forms
from resources.access import read_packed

#: Languages with a list: spelling is judged in these and no others.
SPELT = ("en", "de", "fr", "es")
#: The rank of words a dictionary holds and no count of texts.
RARE = 200_000
#: The rank of a word of work: as likely in a resume as a common word.
AT_WORK = 4_000


@cache
def ranks(language: str) -> Mapping[str, int]:
    """Return word → rank of a language of `SPELT`: the most frequent word has 0.

    Words in lower case; German `ß` is written `ss`, so that Swiss spelling is known too.
    """
    common, others = read_packed("words", f"{language}.txt")
    known = dict.fromkeys(fold(others, language).split(), RARE)
    for rank, word in enumerate(fold(common, language).split()):
        for form in word.split("="):
            known[form] = min(known.get(form, RARE), rank)
    for word in word_run(f"known_words_{language}"):
        known[fold(word, language)] = min(known.get(word, RARE), AT_WORK)
    if language == "en":
        for word in verb_forms():
            known[word] = min(known.get(word, RARE), AT_WORK)
    return known


def fold(text: str, language: str) -> str:
    """Return a word, or many, in lower case as the lists of its language have it."""
    low = text.lower()
    if language == "de":
        return low.replace("ß", "ss")
    return low.replace("œ", "oe") if language == "fr" else low
