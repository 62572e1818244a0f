"""Words and marks that join two dates or say "still going on", in the languages we read."""

import re

from ai_agents.profile.folding import has_cjk
from ai_agents.profile.lexicon import phrases

PRESENT = "present"
DASH = r"[-–—−‐‑‒―~〜～→➔]+"
#: 'ー' and '一' are no dashes, but stand for one between two dates of Japanese and Chinese text.
LINK = re.compile(
    rf"\s*(?:{DASH}|[ー一]|\.{{2,3}}|…|から|至|&"
    r"|(?:to|bis(?:\s+zum?)?|until|till|through|thru|up to|à|au|al?|alla|fino (?:a[ld]?|alla)"
    r"|hasta(?: (?:el|la))?|jusqu['’](?:à|au|en)|até(?: (?:a|à|o|ao))?|ate|t/m|t\.e\.m\."
    r"|tot(?: en met)?|до|по|and|und)(?![^\W\d_]))\s*",
    re.IGNORECASE,
)
_BEFORE_NOW = (
    r"(?:the|à|a|ao|al|la|el|o|l['’]|ad|alla|bis|until|till|jusqu['’]|tot|по|до|em|in|hasta|fino"
    r"|at[ée](?:\s+(?:a|à|o|ao))?)"
)


def _now() -> re.Pattern[str]:
    words = sorted(phrases("present"), key=lambda phrase: (-len(phrase), phrase))
    spaced = "|".join(re.escape(word).replace(r"\ ", r"\s?") for word in words if not has_cjk(word))
    han = "|".join(word for word in words if has_cjk(word))
    return re.compile(
        rf"\s*\(?(?:{_BEFORE_NOW}\s*)?(?P<word>(?:{spaced})(?!\w)|{han})", re.IGNORECASE
    )


NOW = _now()


def century(short: str) -> int:
    """Return the full year of two digits: up to 39 is this century, the rest the last one."""
    # Nobody's working life that a resume tells of began before 1940.
    number = int(short)
    return 2000 + number if number < 40 else 1900 + number
