"""Collects the profile links of the person as the page shows them."""

import re
from urllib.parse import urlsplit

from ai_agents.models import Document, Line, Link

#: More links than this are a hostile file, not a contact block.
MAX_LINKS = 40
#: Endings under which people keep pages; "Node.js" and "Inc." end in none of them.
_ENDINGS = (
    "com|org|net|io|dev|me|de|fr|es|it|pt|nl|ru|cn|jp|uk|co|ai|app|in|edu|eu|ch|at|be|us|ca|info"
    "|tech|xyz|site|page|blog|cc|tv|gg|so|br|pl|cz|sk|ro|gr|hu|tr|se|no|dk|fi|ie|nz|au|za|kr|hk|tw"
    "|sg|my|id|vn|mx|ar|cl|pe|ma|il|ua|by|kz|su|online|cloud|design|studio|codes|digital|work|works"
    "|link|bio|name|pro|biz|art|science|engineer|engineering|space|top|live|life|world|email|sh"
)
_VISIBLE = re.compile(
    r"(?<![\w@.-])(?:https?://[^\s<>|()\[\],;]{3,200}"
    rf"|(?:www\.)?(?:[a-z0-9-]{{1,63}}\.){{1,4}}(?:{_ENDINGS})(?:/[^\s<>|()\[\],;]{{0,200}})?)"
    r"(?![\w@])",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?<![\w/.@])(?:in|github|gitlab|linkedin|twitter)/[\w.-]{2,60}(?![\w/])", re.IGNORECASE
)
_BRANDS = (
    "linkedin",
    "github",
    "gitlab",
    "twitter",
    "stackoverflow",
    "medium",
    "kaggle",
    "behance",
    "dribbble",
    "orcid",
    "portfolio",
    "website",
    "xing",
    "scholar",
    "blog",
    "homepage",
    "leetcode",
    "instagram",
    "facebook",
    "researchgate",
)


_FILE = re.compile(r"\.(?:pdf|docx?|odt|zip)$", re.IGNORECASE)
_OWN_PAGES = frozenset(("portfolio", "website", "homepage", "blog", "web", "site"))


def find_links(document: Document, lines: list[Line]) -> list[tuple[str, int]]:
    """Return (link, line id) in reading order, duplicates dropped.

    Only the given lines (the contact area) count: a project's address is no profile. A link is
    given as a person reads it on the page; where the page shows none, its target is given.
    """
    wanted = {line.id: line for line in lines}
    found: list[tuple[str, int]] = []
    for link in document.links[: 5 * MAX_LINKS]:
        line = wanted.get(link.line or 0)
        if line is not None and _is_web(link.url) and not _printed_there(link.url, line.text):
            shown = _under(link) if link.text else _as_shown(link.url, line.text)
            found += [(shown, line.id)] if shown else []
    for line in lines:
        found += [(url, line.id) for url in visible_links(line.text)]
    found.sort(key=lambda item: item[1])
    return _unique(found)[:MAX_LINKS]


def visible_links(text: str) -> list[str]:
    """Return addresses and handles printed in a line."""
    text = text[:600]
    urls = [match[0].rstrip(".,;:") for match in _VISIBLE.finditer(text)]
    return urls + [
        match[0] for match in _HANDLE.finditer(text) if not any(match[0] in u for u in urls)
    ]


def _printed_there(url: str, text: str) -> bool:
    """Return whether the line prints an address of the same site itself."""
    key = _key(url)
    host, handle = key.partition("/")[0], key.rpartition("/")[2]
    return any(
        _key(visible).partition("/")[0] == host or (handle and _key(visible).endswith(f"/{handle}"))
        for visible in visible_links(text)
    )


def _is_web(url: str) -> bool:
    """Return whether the target is a page about the person: no map, no broken address."""
    if any(c.isspace() for c in url) or re.search(r"google\.[a-z.]{2,6}/maps|maps\.|goo\.gl", url):
        return False
    return url.lower().startswith(("http://", "https://", "www."))


def _key(url: str) -> str:
    return re.sub(r"^(https?://)?(www\.)?", "", url.strip().casefold()).rstrip("/")


def _under(link: Link) -> str:
    """Return what the words under a link say of it: a handle, a site's name, else its target.

    A name or 'Download' over a bare site or a file is no page about the person.
    """
    words = [word.strip("()[],;|:") for word in link.text.split()]
    words = [word for word in words if any(c.isalpha() for c in word)]
    if len(words) == 1:
        return words[0]
    named = [word for word in words if word.casefold() in (*_BRANDS, *_OWN_PAGES)]
    if named:
        return named[0]
    _, _, path = _key(link.url).partition("/")
    return link.url if path and not _FILE.search(path) else ""


def _as_shown(url: str, text: str) -> str:
    """Return the words of the line that stand for the link: its address, handle or site's name."""
    key, shown = _key(url), text.casefold()
    if key in shown:
        return url if url.casefold() in shown else key_as_printed(key, text)
    words = [word.strip("()[],;|") for word in text[:600].split()]
    inside = [
        w
        for w in words
        if len(w) >= 4
        and w.casefold().removeprefix("@") in key
        and "@" not in w[1:]
        and w.casefold() not in _BRANDS
    ]
    if inside and (
        _ends(key, longest := max(inside, key=len).casefold().removeprefix("@"))
        or "/" in longest
        or "." in longest
    ):
        return max(inside, key=len)
    host = urlsplit(url if "//" in url else f"//{url}").netloc.casefold()
    for word in words:
        if len(word) >= 4 and word.casefold() in _BRANDS and word.casefold() in host:
            return word
    # A page of one's own under a plain word: 'Portfolio', 'Website'.
    known = any(brand in host for brand in _BRANDS)
    own = [word for word in words if word.casefold() in _OWN_PAGES]
    return own[0] if own and not known else url


def is_link_line(text: str) -> bool:
    """Return whether a line is made of addresses and nothing else ('a.dev · github.com/a')."""
    found = visible_links(text)
    letters = sum(c.isalnum() for c in text[:600])
    return bool(found) and sum(c.isalnum() for url in found for c in url) >= letters


def _ends(key: str, handle: str) -> bool:
    return key.partition("?")[0].endswith(handle)


def key_as_printed(key: str, text: str) -> str:
    """Return the key with the capitals it has in the text."""
    at = text.casefold().find(key)
    return text[at : at + len(key)] if at >= 0 else key


def _unique(found: list[tuple[str, int]]) -> list[tuple[str, int]]:
    seen: set[str] = set()
    kept = []
    for url, line in found:
        key = _key(url)
        if key and key not in seen:
            seen.add(key)
            kept.append((url, line))
    return kept
