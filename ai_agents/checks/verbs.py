"""Verb forms at the start of a statement: which verb it is and in which tense."""

from collections.abc import Mapping
from functools import cache

from ai_agents.checks.lexicon import word_pairs, word_run

PAST, PRESENT, GERUND = "past", "present", "gerund"


@cache
def verb_forms() -> Mapping[str, tuple[str, str]]:
    """Return form → (base, tense) of all known verbs; a form of two tenses keeps the past."""
    forms: dict[str, tuple[str, str]] = {}
    irregular = word_pairs("verbs_irregular")
    for base in sorted(word_run("verbs_regular") | set(irregular)):
        forms.setdefault(base, (base, PRESENT))
        forms.setdefault(_third(base), (base, PRESENT))
        forms.setdefault(_gerund(base), (base, GERUND))
    for base, past in irregular.items():
        forms[past] = (base, PAST)
        doubled = past.removesuffix("ed")
        if past.endswith("ed") and doubled[-1:] == doubled[-2:-1]:
            forms.setdefault(f"{doubled}ing", (base, GERUND))
            forms.setdefault(f"{doubled[:-1]}ed", (base, PAST))  # American 'modeled'
    for base in sorted(word_run("verbs_regular")):
        forms[_past(base)] = (base, PAST)
    return forms


def _past(base: str) -> str:
    if base.endswith("e"):
        return f"{base}d"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ied"
    return f"{base}ed"


def _third(base: str) -> str:
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        return f"{base[:-1]}ies"
    return f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{base}s"


def _gerund(base: str) -> str:
    if base.endswith("e") and not base.endswith("ee"):
        return f"{base[:-1]}ing"
    return f"{base}ing"


def verb(word: str) -> tuple[str, str] | None:
    """Return (base form, tense) of a word in lower case; None when it is no known verb.

    A form that is past and present alike ('cut', 'set', 'put') counts as past.
    """
    return verb_forms().get(word)


#: Words that look like a present form at the start of a statement but are usually nouns there.
NOUNS = frozenset(
    [
        "process",
        "support",
        "program",
        "programs",
        "design",
        "designs",
        "research",
        "report",
        "reports",
        "plan",
        "plans",
        "market",
        "account",
        "project",
        "order",
        "target",
        "test",
        "tests",
        "model",
        "models",
        "service",
        "services",
        "supply",
        "staff",
        "schedule",
        "lead",
        "leads",
        "study",
        "studies",
        "record",
        "records",
        "review",
        "reviews",
        "survey",
        "track",
        "contract",
        "file",
        "files",
        "code",
        "host",
        "head",
        "master",
        "stock",
        "store",
        "stores",
        "post",
        "posts",
        "transfer",
        "transport",
        "volunteer",
        "volunteers",
        "tutor",
        "tutors",
        "mentor",
        "partner",
        "partners",
        "coach",
        "judge",
        "engineer",
        "engineers",
        "architect",
        "pilot",
        "author",
        "sponsor",
        "chair",
        "campaign",
        "campaigns",
        "price",
        "trade",
        "trades",
        "package",
        "balance",
        "score",
        "scores",
        "share",
        "shares",
        "sample",
        "samples",
        "profile",
        "profiles",
        "work",
        "works",
        "finance",
        "fund",
        "funds",
        "audit",
        "log",
        "logs",
        "group",
        "document",
        "documents",
        "draft",
        "chart",
        "interview",
        "interviews",
        "benchmark",
        "screen",
        "brief",
        "estimate",
        "intern",
        "display",
        "answer",
        "answers",
        "value",
        "budget",
        "source",
        "sources",
        "bill",
        "scale",
        "visit",
        "visits",
        "demo",
        "purchase",
        "inventory",
        "structure",
        "influence",
        "cook",
        "count",
        "check",
        "place",
        "pick",
        "load",
        "sort",
        "ship",
        "wire",
        "seat",
        "dose",
    ]
)
