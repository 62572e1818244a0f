"""Finds whose resume it is: the largest, topmost words that are neither a title nor a label."""

import re

from ai_agents.models import Line
from ai_agents.profile.contact import Found, emails_in, location_strength, segments
from ai_agents.profile.folding import fold, has_cjk, is_cjk, is_upper, squeeze
from ai_agents.profile.headings import match_heading
from ai_agents.profile.lexicon import document_titles, word_list

_LABEL = re.compile(
    r"^(?:full name|name|nombre(?: y apellidos)?|nom(?: et prénom)?"
    r"|nome(?: completo)?|naam|氏\s*名|名\s*前|姓\s*名|имя|фио)\s*[:：]?\s*(?=\S)",
    re.IGNORECASE,
)
_TITLE_TAIL = re.compile(
    r",?\s+(?:Ph\.?\s?D\.?|M\.?\s?D\.?|MBA|CPA|RN|PMP|Esq\.?|M\.?Sc\.?|B\.?Sc\.?|CFA|P\.?E\.?)$"
)
_DOCUMENT_TAIL = re.compile(
    r"\s+(?:resume|résumé|cv|curriculum vitae|lebenslauf|m\.sc\.?)$", re.IGNORECASE
)
_HONORIFIC = re.compile(r"^(?:Dr|Mr|Mrs|Ms|Prof|Dipl\.-Ing|Ing)\.?\s+")
PARTICLES = frozenset(
    [
        "de",
        "da",
        "do",
        "dos",
        "das",
        "di",
        "del",
        "della",
        "van",
        "von",
        "der",
        "den",
        "ter",
        "la",
        "le",
        "el",
        "al",
        "bin",
        "ibn",
        "y",
        "e",
        "zu",
    ]
)
_CV_PREFIX = re.compile(
    r"^(?:curriculum vitae|résumé|resume|cv|lebenslauf)\s*(?:of|von|de|[-–—:|])\s*", re.IGNORECASE
)

#: How much 'Emily Baker' looks like a name: too little without a large print or an address.
TRADE_NAME = 0.35


def find_name(lines: list[Line], email: str | None, body_size: float) -> Found | None:
    """Return the person's name from the lines above and beside the body, None when unsure."""
    best: tuple[float, Found] | None = None
    largest = max((line.size or 0.0 for line in lines), default=0.0)
    for number, (line, text) in enumerate(_candidates(lines)):
        label = _LABEL.match(text)
        clean = _clean(text[label.end() :] if label else text)
        shape = name_shape(clean)
        if shape <= 0.0 and clean.islower() and line.size == largest and largest > 1.5 * body_size:
            shape = name_shape(clean.title())  # set without capitals, for looks
        if shape <= 0.0:
            continue
        # An address is in Latin letters: it can say nothing about a name in Han characters.
        known = 0.6 if has_cjk(clean) and line.size == largest else _email_match(clean, email)
        score = shape + (1.5 if label else 0.0) + 1.2 * known
        score += max(0.0, 0.6 - 0.06 * number)
        if line.size and largest and body_size:
            score += 1.2 if line.size >= largest - 0.3 and line.size > body_size * 1.1 else 0.0
            score += min(0.6, max(0.0, line.size / body_size - 1.0))
        score += 0.3 if line.heading_style or line.bold else 0.0
        if best is None or score > best[0]:
            best = (score, Found(clean, line.id, min(1.0, score / 3.5)))
    return best[1] if best and best[0] >= 1.0 else None


def _candidates(lines: list[Line]) -> list[tuple[Line, str]]:
    """Return (line, text) tries: segments of each line, and large neighbours joined."""
    tries: list[tuple[Line, str]] = []
    for number, line in enumerate(lines[:60]):
        following = lines[number + 1] if number + 1 < len(lines) else None
        if following is not None and _one_name(line, following):
            tries.append((line, f"{line.text} {following.text}"))
        pieces = segments(line)
        if len(pieces) > 1 and _spaced(line.text):
            tries.append((line, "  ".join(line.parts)))
        tries += [(line, piece) for piece in pieces[:8]]
    return tries


def _one_name(line: Line, following: Line) -> bool:
    return (
        line.size is not None
        and line.size == following.size
        and len(line.text.split()) <= 2
        and len(following.text.split()) <= 2
        and line.size >= 14.0
        and line.page == following.page
        and match_heading(following.text) is None
    )


def _spaced(text: str) -> bool:
    words = text.split()
    return len(words) >= 4 and sum(len(word) == 1 for word in words) >= 0.8 * len(words)


def _clean(text: str) -> str:
    text = _CV_PREFIX.sub("", text[:120].strip())
    if _spaced(text):
        text = " ".join("".join(word.split()) for word in re.split(r"\s{2,}", text))
    text = _DOCUMENT_TAIL.sub("", re.split(r"\s*[（(]", text)[0])
    text = re.split(r"\s+[-–—|]\s+|,\s+(?=[A-Z])", text)[0]
    return " ".join(_HONORIFIC.sub("", _TITLE_TAIL.sub("", text)).split()).strip(" ,;:|·-–")


def name_shape(text: str) -> float:
    """Return how much a text looks like a person's name, 0 when it cannot be one."""
    if not text or any(c.isdigit() for c in text) or any(c in "@/:|;!?%&+=_<>#" for c in text):
        return 0.0
    if squeeze(text) in document_titles() or match_heading(text) is not None:
        return 0.0
    if has_cjk(text):
        letters = text.replace(" ", "").replace("\u3000", "")
        plain = all(is_cjk(c) for c in letters) and 2 <= len(letters) <= 6
        return 0.0 if not plain or _means_something(text) else 0.9
    words = text.split()
    if not 1 <= len(words) <= 5 or len(text) > 45:
        return 0.0
    if not all(_name_word(word) for word in words):
        return 0.0
    return _latin_shape(words)


def _latin_shape(words: list[str]) -> float:
    if _means_something(" ".join(words)):
        return TRADE_NAME if _is_trade_name(words) else 0.0
    return 0.3 if len(words) == 1 else 1.0


def _is_trade_name(words: list[str]) -> bool:
    """Return whether the last word is a family name that is also a job's, and the only such word.

    'Emily Baker' and 'Line Cook' look alike: place, size and the e-mail address decide.
    """
    own, before = words[-1], " ".join(words[:-1])
    return (
        bool(before) and word_list("trade_surnames").hits(own) > 0 and not _means_something(before)
    )


def _name_word(word: str) -> bool:
    # ¨ ˘ ¸ ´: accents that a PDF prints as glyphs of their own beside the letter.
    letters = "".join(c for c in word if c not in "'’-.¨˘¸´ˇ˙˚")
    if not letters.isalpha():
        return False
    return word[:1].isupper() or is_upper(word) or fold(word) in PARTICLES


def _means_something(text: str) -> bool:
    if location_strength(text) >= 0.8 or emails_in(text):
        return True
    titles, companies = word_list("titles").hits(text), word_list("companies").hits(text)
    return titles + companies + word_list("institutions").hits(text) > 0


def _email_match(name: str, email: str | None) -> float:
    """Return the share of the name's words (or initials) found in the e-mail's local part."""
    if not email:
        return 0.0
    local = squeeze(email.partition("@")[0])
    words = [word for word in fold(name).split() if len(word) > 1]
    if not words:
        return 0.0
    return sum(1 for word in words if word in local) / len(words)
