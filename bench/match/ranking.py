"""Whether a resume meets the job of its own field best, and what keyword stuffing gains."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from ai_agents.checks.facts import Facts, gather_facts
from ai_agents.documents.reader import read_document
from ai_agents.fairness.masking import mask
from ai_agents.interface import posting_of_text
from ai_agents.match.matching import match_job
from ai_agents.match.requirements import asked_in
from ai_agents.models import JobPosting, Match
from ai_agents.profile.extract import extract_profile
from ai_agents.rubric import load_industry
from ai_agents.vocabulary import RequirementKind, RequirementState
from bench.match.annotated import Annotated
from bench.quality.generator import AS_OF, make, plans
from bench.quality.render import render

#: The field of each posting the generator makes resumes for, in whatever language it is written.
FIELD_OF = {
    "software": "software",
    "fr_dev": "software",
    "devops": "software",
    "data": "data",
    "nursing": "nursing",
    "nurse_manager": "nursing",
    "de_pflege": "nursing",
    "accounting": "accounting",
    "de_buchhaltung": "accounting",
    "fr_comptable": "accounting",
    "electrician": "electrician",
    "de_elektro": "electrician",
    "hospitality": "hospitality",
    "chef": "hospitality",
    "es_recepcion": "hospitality",
    "logistics": "logistics",
    "warehouse": "logistics",
    "es_logistica": "logistics",
    "marketing": "marketing",
    "socialmedia": "marketing",
    "people": "people_operations",
    "public": "public",
    "sales": "sales",
    "fr_commercial": "sales",
    "teaching": "teaching",
}


@dataclass(frozen=True)
class Person:
    """One made-up resume as text, and the field it was made for."""

    field: str
    text: str


def people(count: int, seed: int, pool: str) -> Iterator[Person]:
    """Yield made-up resumes as the text a reader sees."""
    for plan in plans(count, seed, pool):
        data, name = render(make(plan))
        yield Person(plan.field, read_document(data, name).text)


@cache
def facts_of(text: str) -> Facts:
    """Return the facts of a resume's text."""
    document = read_document(text.encode(), "resume.txt")
    masked, _ = mask(document, extract_profile(document))
    return gather_facts(masked, load_industry("general_business"), AS_OF)


def score(text: str, posting: JobPosting) -> float:
    """Return the match of a resume's text with a posting."""
    return match_job(facts_of(text), posting).score or 0.0


def own_rank(person: Person, postings: dict[str, JobPosting]) -> int:
    """Return the rank of the job of the person's own field among all, 1 is first."""
    scores = {name: score(person.text, posting) for name, posting in postings.items()}
    own = max(value for name, value in scores.items() if FIELD_OF.get(name) == person.field)
    return 1 + sum(1 for value in scores.values() if value > own)


def best_fits(field: str, posting: JobPosting, everybody: list[Person]) -> bool:
    """Whether somebody of the job's field meets it best of all people."""
    best = max(everybody, key=lambda person: score(person.text, posting))
    return best.field == field


def stuffed(person: Person, posting: JobPosting, job: Annotated) -> Iterator[tuple[str, int, str]]:
    """Yield (way of stuffing, how much is added, the resume with it) for what is not shown yet."""
    missing = _missing(match_job(facts_of(person.text), posting))
    lines = person.text.splitlines()
    duties = [mark.text for mark in job.truth if mark.kind == "duty"]
    every = [one.ask.text for one in asked_in(posting) if one.ask.kind in _WORDS]
    size = len(missing)
    if missing:
        yield (
            "missing terms as keywords",
            size,
            "\n".join([*lines, f"Keywords: {', '.join(missing)}"]),
        )
        yield "all terms in one line", size, "\n".join([*lines, ", ".join(every)])
        yield "missing terms, one a line", size, "\n".join([*lines, "Additional skills", *missing])
        at = next((n for n, line in enumerate(lines) if line.strip().lower() == "skills"), None)
        if at is not None:
            inside = [*lines[: at + 1], ", ".join(missing), *lines[at + 1 :]]
            yield "missing terms under Skills", size, "\n".join(inside)
    if duties:
        yield "duties copied as bullets", len(duties), _under_first_job(lines, duties)
    yield "the whole job pasted", len(job.truth), "\n".join([*lines, *job.text.splitlines()])


_WORDS = frozenset({RequirementKind.SKILL, RequirementKind.TOOL})


def _missing(match: Match) -> list[str]:
    return [
        row.requirement.text
        for row in match.requirements
        if row.state is not RequirementState.MET and row.requirement.kind in _WORDS
    ]


def _under_first_job(lines: list[str], duties: list[str]) -> str:
    at = next(n for n, line in enumerate(lines) if line.lstrip().startswith(("•", "-", "–", "▪")))
    return "\n".join([*lines[:at], *(f"• {duty}" for duty in duties), *lines[at:]])


def postings_of(jobs: tuple[Annotated, ...]) -> dict[str, JobPosting]:
    """Return name → posting."""
    return {job.name: posting_of_text(job.text, job.name) for job in jobs}
