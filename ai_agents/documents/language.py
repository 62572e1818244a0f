"""Tells the language of a document from its script and its commonest words, or says nothing.

Runs once per document, after reading; rules later say which languages they judge.
"""

import re
from functools import cache
from typing import Final

from resources.access import read_text

_SAMPLE_CHARS: Final = 20_000
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
#: Below this share of words known to one language, the text may be any (measured on name lists).
_MIN_SHARE: Final = 0.08
_MIN_HITS: Final = 6.0
_MIN_LEAD: Final = 1.25

#: Scripts that decide by themselves; share of the letters needed.
_SCRIPTS: Final = (
    ("ko", re.compile("[\uac00-\ud7af\u1100-\u11ff]"), 0.15),
    ("el", re.compile("[\u0370-\u03ff]"), 0.4),
    ("he", re.compile("[\u0590-\u05ff]"), 0.3),
    ("fa", re.compile("[\u067e\u0686\u0698\u06af\u06cc]"), 0.04),
    ("ar", re.compile("[\u0600-\u06ff]"), 0.3),
    ("hi", re.compile("[\u0900-\u097f]"), 0.3),
    ("th", re.compile("[\u0e00-\u0e7f]"), 0.3),
)
_KANA = re.compile("[\u3040-\u30ff]")
_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_MIN_EAST_ASIAN: Final = 0.15
#: Running Japanese has a kana for about every second sign; Chinese has none.
_MIN_KANA: Final = 0.08
_CYRILLIC = re.compile("[\u0400-\u04ff]")
_UKRAINIAN = re.compile("[іїєґІЇЄҐ]")
_RUSSIAN_ONLY = re.compile("[ыэёЫЭЁ]")


def detect_language(text: str) -> str | None:
    """Return the ISO 639-1 code of the main language, None when unsure.

    Only the first 20,000 characters count.
    """
    sample = text[:_SAMPLE_CHARS]
    letters = sum(1 for sign in sample if sign.isalpha())
    if not letters:
        return None
    return _by_script(sample, letters) or _by_words(sample)


def _by_script(sample: str, letters: int) -> str | None:
    if sample.isascii():
        return None
    kana, han = len(_KANA.findall(sample)), len(_HAN.findall(sample))
    if kana + han >= _MIN_EAST_ASIAN * letters:
        return "ja" if kana >= _MIN_KANA * (kana + han) else "zh"
    for code, script, share in _SCRIPTS:
        if len(script.findall(sample)) >= share * letters:
            return code
    cyrillic = len(_CYRILLIC.findall(sample))
    if cyrillic >= 0.4 * letters:
        return _cyrillic_language(sample, cyrillic)
    return None


def _cyrillic_language(sample: str, letters: int) -> str | None:
    if len(_UKRAINIAN.findall(sample)) >= 0.02 * letters:
        return "uk"
    # Russian and Bulgarian share the rest; only Russian writes these three.
    return "ru" if _RUSSIAN_ONLY.search(sample) else None


def _by_words(sample: str) -> str | None:
    words = _WORD.findall(sample.lower())
    weights = _word_weights()
    scores: dict[str, float] = {}
    for word in words:
        for code, weight in weights.get(word, ()):
            scores[code] = scores.get(code, 0.0) + weight
    ranked = sorted(scores.items(), key=lambda item: (-item[1], item[0]))
    if not ranked:
        return None
    code, best = ranked[0]
    second = ranked[1][1] if len(ranked) > 1 else 0.0
    if best < max(_MIN_HITS, _MIN_SHARE * len(words)) or best < _MIN_LEAD * second:
        return None
    return code


@cache
def _word_weights() -> dict[str, tuple[tuple[str, float], ...]]:
    """Word → (language, weight): a word of one language counts 1, one of n languages 1/n each."""
    owners: dict[str, list[str]] = {}
    for line in read_text("lexicons", "stopwords.txt").splitlines():
        if not line or line.startswith("#"):
            continue
        code, _, words = line.partition(":")
        for word in dict.fromkeys(words.split()):
            owners.setdefault(word, []).append(code)
    return {
        word: tuple((code, 1.0 / len(codes)) for code in codes) for word, codes in owners.items()
    }
