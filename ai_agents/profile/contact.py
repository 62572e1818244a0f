"""Finds the e-mail, the phone number and the place in the lines above and beside the body."""

import re
from dataclasses import dataclass

from ai_agents.models import Line
from ai_agents.profile.dates import find_dates, trim
from ai_agents.profile.folding import fold, has_cjk
from ai_agents.profile.lexicon import cities, places, word_list

#: Contact lines are short; a longer line is only looked at up to here (linear time on any text).
MAX_SCANNED = 600
_LOCAL = frozenset("abcdefghijklmnopqrstuvwxyz0123456789._%+-'")
_HOST = frozenset("abcdefghijklmnopqrstuvwxyz0123456789.-")
_PHONE = re.compile(r"(?<![\w.@/#=-])(?:\+|00|\()?\(?\d[\d().\s/·–-]{5,22}\d(?![\w@])")
_MASKED = re.compile(r"(?<!\w)\+?\d{0,3}[ .-]?\(?[xX]{2,4}\)?[ .-][xX]{2,4}[ .-][xX]{2,5}(?!\w)")
#: A house number or postcode before the number proper: "35 (555) 555-1212".
_LOOSE_NUMBER = re.compile(r"^(?:\d{1,3}\s+|\d{5}\s*[-–]\s*)(?=\()")
_PHONE_LABEL = re.compile(
    r"(?:tel|phone|mobile|cell|handy|telefon|téléphone|teléfono|telefono|telefone|móvil|ph|mob|gsm"
    r"|電話|携帯|TEL|电话|手机|тел|телефон)\w*[\s.:：)]*$",
    re.IGNORECASE,
)
_LOCATION_LABEL = re.compile(
    r"^(?:location|address|based in|city|residence|adresse|wohnort|anschrift|dirección|indirizzo"
    r"|endereço|morada|adres|ubicación|住所|現住所|地址|所在地|現住地|адрес|город)\s*[:：]?\s+(?=\S)|"
    r"^(?:住所|現住所|地址|所在地)[:：]?\s*",
    re.IGNORECASE,
)
_CITY = re.compile(
    r"^[^\W\d_][\w.'’ -]{1,40}(?:,\s*"
    r"|\s+)(?:[A-Z]{2}(?:[ ,]+\d{4,6}(?:-\d{4})?)?|(?P<area>[^\d|@]{2,40}))"
    r"(?:,\s*(?P<country>[^\d|@,]{2,30}))?(?:[ ,]+\d{4,6})?$"
)
_SEGMENTS = re.compile(r"\s*[|•·∙⋅●◦♦⬥‖▪■]\s*|\s{3,}|\s[–—/-]\s|\s,\s|\t")


@dataclass(frozen=True)
class Found:
    """A value, the line it stands on and how sure we are (0–1)."""

    value: str
    line: int
    confidence: float


def emails_in(text: str) -> list[str]:
    """Return the e-mail addresses of a text; time is linear in its (capped) length."""
    text = text[:MAX_SCANNED]
    lowered = text.lower()
    found, at = [], text.find("@")
    while at >= 0:
        begin, end = at, at + 1
        while begin > 0 and at - begin < 64 and lowered[begin - 1] in _LOCAL:
            begin -= 1
        while end < len(text) and end - at < 190 and lowered[end] in _HOST:
            end += 1
        local, host = text[begin:at].strip(".'-"), text[at + 1 : end].strip(".-")
        if local and "." in host and host.rpartition(".")[2].isalpha():
            found.append(f"{local}@{host}")
        at = text.find("@", max(end, at + 1))
    return found


def phones_in(text: str) -> list[tuple[str, bool]]:
    """Return phone numbers of a text and whether a label names them; years and dates are none."""
    text = text[:MAX_SCANNED]
    dated = [(span.begin, span.stop) for span in find_dates(text)]
    found = []
    for match in (*_PHONE.finditer(text), *_MASKED.finditer(text)):
        printed = _LOOSE_NUMBER.sub("", match[0].strip(" .-/–·"))
        if printed.count(")") > printed.count("(") and text[: match.start()].endswith("("):
            printed = f"({printed}"
        if text[: match.start()].rstrip().endswith("〒") or ("/" in printed and "–" in printed):
            continue
        digits = sum(c.isdigit() for c in printed)
        labelled = _PHONE_LABEL.search(text[max(0, match.start() - 16) : match.start()]) is not None
        masked = "x" in printed.lower()
        if not masked and not _plausible(printed, digits, labelled=labelled):
            continue
        if any(begin < match.end() and match.start() < stop for begin, stop in dated) and not (
            labelled or printed.startswith("+")
        ):
            continue
        found.append(
            (
                printed.rstrip("(")
                if printed.count("(") <= printed.count(")")
                else printed.replace("(", ""),
                labelled,
            )
        )
    return found


def _plausible(printed: str, digits: int, *, labelled: bool) -> bool:
    if not 7 <= digits <= 15:
        return False
    if printed.startswith(("+", "00", "(")) or labelled:
        return True
    groups = re.findall(r"\d+", printed)
    if len(groups) == 1:
        return digits in (9, 10, 11)
    if re.fullmatch(r"(?:19|20)\d\d\s*[-–/.]\s*(?:(?:19|20)\d\d|\d{1,2}[-/.]\d{1,2})", printed):
        return False
    return digits >= 8 or (digits == 7 and len(groups) == 2 and len(groups[0]) == 3)


def find_email(lines: list[Line], mailto: list[tuple[str, int | None]]) -> Found | None:
    """Return the person's e-mail: printed ones first, then the target of a mailto link."""
    for line in lines:
        for email in emails_in(line.text):
            return Found(email, line.id, 0.98)
    for address, line_id in mailto:
        if emails := emails_in(address):
            return Found(emails[0], line_id or 1, 0.85)
    return None


def find_phone(lines: list[Line]) -> Found | None:
    """Return the person's phone number as printed; a labelled or international one wins."""
    best: Found | None = None
    for line in lines:
        for printed, labelled in [
            hit for part in line.parts or (line.text,) for hit in phones_in(part)
        ]:
            sure = 0.95 if labelled or printed.startswith(("+", "(")) else 0.8
            if best is None or sure > best.confidence:
                best = Found(printed, line.id, sure)
    return best


def segments(line: Line) -> list[str]:
    """Return the pieces of a contact line: its parts, cut at bars, bullets and wide gaps."""
    return [
        piece
        for part in line.parts or (line.text,)
        for raw in _SEGMENTS.split(part)
        if (piece := trim(raw))
    ]


def location_strength(text: str) -> float:
    """Return how surely a text is a place (0–1): 'City, ST', 'City, Country', a country, Remote."""
    text = text.strip(" ()[]")
    if not 2 < len(text) <= 60 or "@" in text or text.endswith((".", ":")):
        return 0.0
    folded = fold(text)
    words = folded.split()
    if words and (folded in cities() or all(word in places() for word in words)):
        return 0.8
    return _city_strength(text, words) if "," in text else 0.0


def _city_strength(text: str, words: list[str]) -> float:
    match = _CITY.match(text)
    if not match:
        return 0.4 if words and len(words) <= 4 and words[-1] in places() else 0.0
    tail = fold(match["country"] or match["area"] or "")
    if match["country"] and not all(word in places() for word in fold(match["country"]).split()):
        return 0.0
    if not match["area"] or (tail and all(word in places() for word in tail.split())):
        return 0.9
    if word_list("titles").hits(text) or word_list("companies").hits(text):
        return 0.0
    small = len(words) <= 4 and all(w[:1].isupper() for w in re.findall(r"[^\W\d_]+", text))
    return 0.35 if small and text.count(",") == 1 else 0.0


def _place_tail(text: str) -> str | None:
    """Return the town and country an address ends with ('12 Oak St, Salem, OR 97301')."""
    pieces = text[:MAX_SCANNED].split(", ")
    if not any(c.isdigit() for c in text):
        return None
    tails = [", ".join(pieces[-count:]) for count in (2, 3) if len(pieces) > count]
    return next((tail for tail in tails if location_strength(tail) >= 0.8), None)


def find_location(lines: list[Line], taken: set[str]) -> Found | None:
    """Return where the person lives, as printed."""
    best: Found | None = None
    for line in lines:
        for piece in segments(line):
            label = _LOCATION_LABEL.match(piece)
            text = piece[label.end() :] if label else piece
            sure = 0.95 if label and len(text) < 90 else location_strength(text)
            if sure <= 0.3 and (tail := _place_tail(text)):
                text, sure = tail, 0.7
            named = any(text.startswith(name) for name in taken)
            if sure > 0.3 and not named and (best is None or sure > best.confidence):
                best = Found(text, line.id, sure)
        if has_cjk(line.text) and best is None and (label := _LOCATION_LABEL.match(line.text)):
            best = Found(line.text[label.end() :], line.id, 0.8)
    return best
