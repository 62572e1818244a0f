"""Cuts a list of skills into its items: separators outside brackets, without levels and years."""

import re

from ai_agents.profile.dates import trim
from ai_agents.profile.folding import fold, has_cjk
from ai_agents.profile.lexicon import word_list

#: TeX's logo comes out of a PDF with its letters set apart
_LOGO = re.compile(r"\b(?:X\s?)?L\s?A\s?T\s?E?\s?X\b|\bT\s(?:E\s)?X\b")
_FILLERS = frozenset(("etc", "etc.", "and more", "others", "usw", "u.a", "ej", "e.g", "z.b"))
#: More words than this are a sentence about a skill, not its name.
MAX_SKILL_WORDS = 7
#: Names of skills have fewer words than this on average; between the commas of a sentence are more.
_WORDS_AN_ITEM = 5
_MAX_CHARS = 3000
_LABEL = re.compile(r"^[^\W\d_][^:：,;•|]{1,40}[:：](?=\s|$|[^\W\d_/])\s*")
#: 'Git. Basic: Jira': the full stop before a label ends a list
_SPLIT = re.compile(r"\s*[,;,；，、|•·∙●○▪◦■‖\t]\s*|\s{3,}|\s+[–—]\s+|\.\s+(?=[^\W\d_]{2,20}[:：])")
_SEPARATOR = re.compile(r"[()（）]|[,;,；，、|•·∙●○▪◦■‖\t]|\s+[–—]\s+|\.\s+(?=[^\W\d_]{2,20}[:：])")
_GAP = re.compile(r"(?<=\S) {2,}(?=\S)")
_NUMBERED = re.compile(r"^\(?\d{1,2}[.)]\s+(?=\S)")
_RATING = re.compile(r"[●○★☆■□▪▮▯◆◇•⬤◯✩✭]{2,}|\b\d{1,3}\s?%|\b\d/\d\b")
_LEVEL_WORDS = (
    "advanced intermediate beginner basic basics expert proficient fluent native familiar"
    " experienced competent novice skilled elementary professional working upper good excellent"
    " fortgeschritten experte anfänger grundkenntnisse gut sehr fließend verhandlungssicher"
    " courant débutant avancé intermédiaire confirmé maîtrise bases notions"
    " básico avanzado intermedio alto medio bajo experto avançado intermediário"
    " base avanzato intermedio buono ottimo esperto gevorderd beginner goed uitstekend basis"
    " 初級 中級 上級 精通 熟练 熟悉 了解 掌握"
)
_LEVELS = "|".join(_LEVEL_WORDS.split())
_LEVEL = re.compile(
    rf"(?:\s*[(（]\s*|\s+[-–:]\s+)(?:{_LEVELS})(?!\w)[^)）]{{0,30}}[)）]?\s*$", re.IGNORECASE
)
_ONLY_LEVEL = re.compile(rf"(?:{_LEVELS})(?:\s+\w+)?", re.IGNORECASE)
#: '6+ Jahre', '3 yrs.', '（5年）', '2 years experience': how long, beside a skill
YEARS = re.compile(
    r"\s*[-–:]?\s*[(（]?\s*(?<![\d.])\d{1,2}\s?\+?\s?(?:yrs?|years?|jahre?n?|ans|años|anni|anos|jaar"
    r"|года?|лет|months?|monate|年|か月|个月)\b\.?(?:\s+(?:of\s+)?(?:experience|erfahrung))?[)）]?\s*$",
    re.IGNORECASE,
)
#: A level of the European language scale, or what stands for it: the row names a spoken language
_SPOKEN = re.compile(
    r"(?:^|[\s(（,])(?:[ABC][12]|L1|native|mother tongue|muttersprache\w*|langue maternelle"
    r"|lengua materna|madrelingua|bilingual|conversational|fluent|fließend)(?:$|[\s)）,./+-])",
    re.IGNORECASE,
)
_LANGUAGE_WORDS = (
    "language languages sprachen sprache langues langue idiomas idioma lingue linguas talen taal"
    " языки sprachkenntnisse 語学 语言 語言"
)
_LANGUAGE_LABELS = frozenset(_LANGUAGE_WORDS.split())


def items_of(text: str) -> list[str]:
    """Return the items of a list as printed, without levels, years and fillers."""
    items = []
    text = text[:_MAX_CHARS].strip()
    if text.count(" / ") > 1:  # a single one joins two names of one skill
        text = text.replace(" / ", "\t")
    if len(_GAP.findall(text)) > 1:  # typed spaces instead of tabs
        text = _GAP.sub("\t", text)
    for raw in _split(_RATING.sub(" ", text)):
        item = _NUMBERED.sub("", trim(_LEVEL.sub("", trim(raw).rstrip(".")))).lstrip("・※ ")
        item = re.sub(r"^(?:and|und|et|y|e|en|и|&)\s+(?=\S)", "", item)
        item = _LOGO.sub(lambda found: "LaTeX" if "L" in found[0] else "TeX", YEARS.sub("", item))
        _, item = split_label(item)
        if item.casefold() in _FILLERS or (item in ("E", "Ǝ E") and "X" in text):
            continue
        if 1 <= len(item.split()) <= MAX_SKILL_WORDS and any(c.isalpha() for c in item):
            items.append(item)
    told = sum(len(item.split()) for item in items) > _WORDS_AN_ITEM * len(items)
    return [] if told and len(items) > 1 else items


def split_label(text: str) -> tuple[str, str]:
    """Return ('Tools', 'Git, Jira') of 'Tools: Git, Jira', no label where none is printed."""
    match = _LABEL.match(text)
    return (bare_label(match[0]), text[match.end() :]) if match else ("", text)


def bare_label(label: str) -> str:
    """Return a label without its colon."""
    return trim(label).rstrip(":： ")


def is_level(text: str) -> bool:
    """Return whether a text only tells how well or how long ('Advanced', '★★★', '5 years')."""
    text = text.strip()
    return bool(
        YEARS.match(text)
        or _SPOKEN.search(text)
        or _RATING.fullmatch(text)
        or _ONLY_LEVEL.fullmatch(text)
    )


def is_sentence(text: str) -> bool:
    """Return whether a sentence, not a list, follows a skill's name ('Teamwork: led five …')."""
    words = text.split()
    if text.rstrip().endswith((".", "。")) and len(words) > 5:
        return ";" not in text and text.count(",") * _WORDS_AN_ITEM < len(words)
    if _SPLIT.search(text):
        return False
    return len(words) > 5 or (has_cjk(text) and len(text) > 12)


def speaks(label: str, text: str) -> bool:
    """Return whether a list is about spoken languages ('Languages: English (native)').

    'Languages: Python, Go' is about others.
    """
    spoken = word_list("spoken_languages")
    named = fold(label).split()
    if label and not _LANGUAGE_LABELS & set(named):
        return False
    items = [item for item in _SPLIT.split(text) if item.strip()]
    hits = sum(spoken.hits(item) > 0 for item in items)
    return _SPOKEN.search(text) is not None or (hits > 0 and 2 * hits >= len(items))


def _split(body: str) -> list[str]:
    """Cut at separators outside brackets; a row of names set apart by spaces only at those."""
    if not _SPLIT.search(body) and (names := _spaced_names(body)):
        return names
    if "(" not in body and "（" not in body:
        return _SPLIT.split(body)
    pieces, depth, at = [], 0, 0
    for match in _SEPARATOR.finditer(body):
        mark = match[0]
        if mark in "(（":
            depth += 1
        elif mark in ")）":
            depth = max(0, depth - 1)
        elif depth == 0:
            pieces.append(body[at : match.start()])
            at = match.end()
    pieces.append(body[at:])
    return pieces


def _spaced_names(body: str) -> list[str]:
    """Return the names of 'AWS EC2 RDS Azure', none when the words make one name or a sentence."""
    words = body.split()
    technical = [word for word in words if word[1:] != word[1:].lower() or not word.isalpha()]
    capital = all(not word[:1].islower() or word[1:] != word[1:].lower() for word in words)
    if len(words) < 4 or not capital or len(technical) * 2 < len(words):
        return []
    names: list[str] = []
    for word in words:
        if word.isdigit() and names:
            names[-1] = f"{names[-1]} {word}"
        else:
            names.append(word)
    return names
