"""How the built-in judge finds the levels of structure: length, openings and detail of statements.

Shares are counted against the statements that are due (`Facts.due`): two good ones are no record.
"""

from collections.abc import Callable

from ai_agents.agents.told import Told, first_lines, level_of, usual
from ai_agents.checks.experience_facts import Job
from ai_agents.checks.facts import FEWEST_WORDS, LATEST_POSITIONS, Facts
from ai_agents.checks.statements import sentences
from ai_agents.checks.voice import says_what_was_done
from ai_agents.checks.wording import part_of

#: Words of a statement that fills one to two lines.
ONE_TO_TWO_LINES = range(6, 35)
LENGTH_SHARES = (0.0, 0.35, 0.6, 0.85)
OPENING_SHARES = (0.0, 0.3, 0.6, 0.9)
#: Points made per position from which levels 1 to 4 of described-work hold.
POSITION_POINTS = (0.0, 1, 2, 3)
#: More points than these make up for no other position.
MOST_POINTS = 4
#: Fewer words make no point.
POINT_WORDS = 4
_WORK_VERBS = ("runs to one or two lines", "run to one or two lines")


def statement_length(facts: Facts) -> Told:
    """Share of statements about work of one to two lines."""
    work = facts.all_work(FEWEST_WORDS)
    if not work:
        return Told(0, (), "There are no statements about work.")
    fitting = [said for said in facts.taken_in(FEWEST_WORDS) if len(said.words) in ONE_TO_TWO_LINES]
    level = level_of(len(fitting) / facts.due, LENGTH_SHARES)
    reason = part_of(len(fitting), len(work), "statements about work", _WORK_VERBS)
    others = [said for said in work if said not in fitting]
    return Told(level, first_lines(others), f"{reason}{usual(len(work), facts.due)}.")


def strong_openings(facts: Facts) -> Told:
    """Share of statements about work that open with a verb of what was done."""
    work = facts.all_work(FEWEST_WORDS)
    if not work:
        return Told(0, (), "There are no statements about work.")
    strong = [said for said in facts.taken_in(FEWEST_WORDS) if says_what_was_done(said)]
    level = level_of(len(strong) / facts.due, OPENING_SHARES)
    verbs = ("opens with what was done", "open with what was done")
    reason = part_of(len(strong), len(work), "statements about work", verbs)
    return Told(level, first_lines(strong), f"{reason}{usual(len(work), facts.due)}.")


def described_work(facts: Facts) -> Told:
    """Statements about the work per position, over the three latest; words alone win nothing."""
    latest = facts.latest_jobs[:LATEST_POSITIONS]
    said = [item for job in latest for item in facts.said_by(job)]
    said = said or list(facts.all_work())
    if not said:
        return Told(0, (), "Nothing is said about the work done.")
    points = sum(_points(facts, job) for job in latest) if latest else len(facts.taken_in())
    mean = points / (len(latest) or LATEST_POSITIONS)
    level = max(1, level_of(mean, POSITION_POINTS))
    return Told(level, first_lines(said), _detail_in_words(len(latest), points))


def _points(facts: Facts, job: Job) -> int:
    """Return how many points are made about a position; a sentence of a paragraph is one too."""
    mine = [said for said in facts.taken_in(POINT_WORDS) if said.job == job.index]
    return min(MOST_POINTS, sum(1 if said.bullet else sentences(said.text) for said in mine))


def _detail_in_words(positions: int, total: int) -> str:
    if positions == 0:
        return "Work is described, but under no position that can be read."
    if total == 0:
        return "The latest positions are described in blocks of text or a few words only."
    points = "One point is" if total == 1 else f"{total} points are"
    where = "the only position" if positions == 1 else f"the {positions} latest positions"
    return f"{points} made about the work in {where}."


STRUCTURE_ANSWERS: dict[str, Callable[[Facts], Told]] = {
    "statement-length": statement_length,
    "strong-openings": strong_openings,
    "described-work": described_work,
}
