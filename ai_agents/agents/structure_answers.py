"""How the built-in judge finds the levels of structure: length, openings and detail of statements.

Shares count at least `FEWEST_STATEMENTS` statements: two good ones are no record yet.
"""

from collections.abc import Callable

from ai_agents.agents.told import Told, first_lines, level_of, usual
from ai_agents.checks.facts import Facts
from ai_agents.checks.voice import says_what_was_done
from ai_agents.checks.wording import part_of

FEWEST_STATEMENTS = 8
#: Words of a statement that fills one to two lines.
ONE_TO_TWO_LINES = range(6, 35)
LENGTH_SHARES = (0.0, 0.35, 0.6, 0.85)
OPENING_SHARES = (0.0, 0.3, 0.6, 0.9)
#: Words about the work per position from which levels 1 to 4 of described-work hold.
POSITION_WORDS = (0.0, 15, 30, 50)
LATEST_POSITIONS = 3
_WORK_VERBS = ("runs to one or two lines", "run to one or two lines")


def statement_length(facts: Facts) -> Told:
    """Share of statements about work of one to two lines."""
    work = facts.work()
    if not work:
        return Told(0, (), "There are no statements about work.")
    fitting = [said for said in work if len(said.words) in ONE_TO_TWO_LINES]
    level = level_of(len(fitting) / max(len(work), FEWEST_STATEMENTS), LENGTH_SHARES)
    reason = part_of(len(fitting), len(work), "statements about work", _WORK_VERBS)
    others = [said for said in work if said not in fitting]
    return Told(level, first_lines(others), f"{reason}{usual(len(work), FEWEST_STATEMENTS)}.")


def strong_openings(facts: Facts) -> Told:
    """Share of statements about work that open with a verb of what was done."""
    work = facts.work(fewest_words=3)
    if not work:
        return Told(0, (), "There are no statements about work.")
    strong = [said for said in work if says_what_was_done(said)]
    level = level_of(len(strong) / max(len(work), FEWEST_STATEMENTS), OPENING_SHARES)
    verbs = ("opens with what was done", "open with what was done")
    reason = part_of(len(strong), len(work), "statements about work", verbs)
    return Told(level, first_lines(strong), f"{reason}{usual(len(work), FEWEST_STATEMENTS)}.")


def described_work(facts: Facts) -> Told:
    """Words about the work per position, over the three latest."""
    latest = facts.jobs[:LATEST_POSITIONS]
    said = [item for job in latest for item in facts.said_by(job) if item.repeat_of is None]
    said = said or list(facts.work())
    words = sum(len(item.words) for item in said)
    if not words:
        return Told(0, (), "Nothing is said about the work done.")
    each = words / (len(latest) or LATEST_POSITIONS)
    level = level_of(each, POSITION_WORDS)
    if not latest:
        reason = f"Work is described in {words} words, under no position that can be read."
    elif len(latest) == 1:
        reason = f"The latest position is described in {words} words."
    else:
        reason = f"The latest positions are described in about {each:.0f} words each."
    return Told(level, first_lines(said), reason)


STRUCTURE_ANSWERS: dict[str, Callable[[Facts], Told]] = {
    "statement-length": statement_length,
    "strong-openings": strong_openings,
    "described-work": described_work,
}
