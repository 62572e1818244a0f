"""Checks of claims: results without a figure, vague quantities, bullets without numbers."""

import re
from collections.abc import Iterator

from ai_agents.checks.facts import Facts
from ai_agents.checks.rule import Hit
from ai_agents.checks.statements import Said
from ai_agents.checks.wording import part_of

#: A verb of change; not a participle before a noun ('from saved chats') and not a line's last word.
_OUTCOME = re.compile(
    r"(?<!\bfrom )(?<!\bof )(?<!\bthe )(?<!\ban )(?<!\bfor )(?<!\bwith )"
    r"\b(?:increas(?:ed|ing)|reduc(?:ed|ing)|improv(?:ed|ing)|grew|growing (?:sales"
    r"|revenue|users)|cut(?:ting)?"
    r"|sav(?:ed|ing)|boost(?:ed|ing)|rais(?:ed|ing)|decreas(?:ed|ing)|accelerat(?:ed"
    r"|ing)|exceed(?:ed|ing)"
    r"|expand(?:ed|ing)|lower(?:ed|ing)|maximi[sz](?:ed|ing)|minimi[sz](?:ed|ing)|surpass(?:ed|ing)"
    r"|shorten(?:ed|ing)|generat(?:ed|ing) (?:revenue|sales|leads|savings|income))\b(?=\W+\w)",
    re.IGNORECASE,
)
#: 'From weeks to minutes', 'from O(n2) to O(n log n)': the size is said without a plain number.
_SAYS_SIZE = re.compile(r"\bfrom \S{1,20} (?:\S{1,12} )?to \S", re.IGNORECASE)
_VAGUE = re.compile(
    r"\b(?:several|many|numerous|countless|lots of|a lot of|a number of|a few|a handful"
    r" of|plenty of"
    r"|dozens of|hundreds of|thousands of|a large number of|a great deal of|a good"
    r" number of)(?= [a-z])"
    r"|\b(?:significantly|substantially|considerably|dramatically|greatly)"
    r" (?=(?:increas|reduc|improv|grew|"
    r"cut|lower|rais|boost|decreas|expand|accelerat|enhanc)\w*)",
    re.IGNORECASE,
)


def result_without_figure(facts: Facts) -> Iterator[Hit]:
    """A statement says something grew or shrank, but not by how much."""
    for said in facts.work(4):
        found = None if said.figures else _OUTCOME.search(said.text)
        if found and not _SAYS_SIZE.search(said.text):
            yield Hit((facts.line_with(said, found.group()),), {"verb": found.group().lower()})


def bullet_unquantified(facts: Facts) -> Iterator[Hit]:
    """The bullets of one position that carry no figure, gathered."""
    groups: dict[int | None, list[Said]] = {}
    for said in facts.work(4):
        if said.bullet:
            groups.setdefault(said.job, []).append(said)
    for job, bullets in groups.items():
        bare = [s for s in bullets if not s.figures and not _OUTCOME.search(s.text)]
        if not bare:
            continue
        known = job is not None and job < len(facts.jobs)
        place = f"“{facts.jobs[job or 0].label}”" if known else "this section"
        values = {"told": _bare_in_words(len(bare), len(bullets), place), "tag": job}
        yield Hit(tuple(said.first for said in bare), values)


def _bare_in_words(bare: int, bullets: int, place: str) -> str:
    if bare == bullets:
        return part_of(0, bullets, f"bullets of {place}", ("carries a figure", "carry a figure"))
    return part_of(bare, bullets, f"bullets of {place}", ("carries no figure", "carry no figure"))


def vague_quantity(facts: Facts) -> Iterator[Hit]:
    """A quantity word where a number belongs."""
    for said in facts.work(4):
        found = _VAGUE.search(said.text)
        if found and not (said.figures and found.group().strip().endswith("ly")):
            line = facts.line_with(said, found.group())
            yield Hit((line,), {"word": found.group().strip().lower(), "tag": found.group()})
