"""Words and marks that join two dates or say "still going on", in the languages we read."""

import re

PRESENT = "present"
DASH = r"[-–—−‐‑‒―~〜～→➔]+"
LINK = re.compile(
    rf"\s*(?:{DASH}|to|bis|until|till|through|thru|à|au|al|a|fino a[l]?"
    rf"|hasta|até|ate|t/m|tot|до|по|から|至|and|und|&)\s*",
    re.IGNORECASE,
)
NOW = re.compile(
    r"\s*\(?(?:the\s+)?(present|presente|présent|actualmente|actualidad"
    r"|actualité|actual|current(?:ly)?|now|today|to[- ]date|till date"
    r"|ongoing|on-going"
    r"|heute|aktuell|jetzt|laufend|dato|ce jour|aujourd['’]?hui|maintenant"
    r"|actuel(?:lement)?|en cours"
    r"|la fecha|hoy|attuale|attualmente|oggi|in corso|ad oggi"
    r"|atual(?:mente)?|o momento|hoje|heden|nu|现在|現在|至今|今|目前"
    r"|настоящее время|наст\.? ?вр(?:емя)?\.?|н\.?\s?в\.?|сейчас)(?!\w)(?:に至る)?",
    re.IGNORECASE,
)


def century(short: str) -> int:
    """Return the full year of two digits: up to 39 is this century, the rest the last one."""
    # Nobody's working life that a resume tells of began before 1940.
    number = int(short)
    return 2000 + number if number < 40 else 1900 + number
