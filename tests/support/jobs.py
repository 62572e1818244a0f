"""Jobs and matches for tests: a posting from its text, a match of two texts."""

from ai_agents.checks.facts import Facts, gather_facts
from ai_agents.documents.reader import read_document
from ai_agents.fairness.masking import mask
from ai_agents.interface import posting_of_text
from ai_agents.match.matching import match_job
from ai_agents.match.requirements import Asked, asked_in
from ai_agents.models import JobPosting, Match
from ai_agents.profile.extract import extract_profile
from ai_agents.rubric import load_industry
from tests.support.documents import RESUME

AS_OF = "2026-01"
#: Long enough to be read as a job, and asking for nothing itself.
OPENING = (
    "Corner Shop Group\nCorner Shop Group runs forty food stores along the northern coast.\n\n"
)
JOB = f"""\
Store Manager
{OPENING}
Requirements
- 5+ years of experience in retail
- Bachelor's degree in Business or a related field
- Experience with SAP and Excel
- Fluent English
- First aid certificate

Nice to have
- Experience with Salesforce

Benefits
- Free fruit and a bonus
"""


def posting(text: str) -> JobPosting:
    """Return the posting of a text."""
    return posting_of_text(text)


def asked(*lines: str, heading: str = "Requirements") -> tuple[Asked, ...]:
    """Return what a posting with these bullets under a heading asks for."""
    bullets = "\n".join(f"- {line}" for line in lines)
    return asked_in(posting(f"{OPENING}{heading}\n{bullets}\n"))


def facts_of(resume: str = RESUME) -> Facts:
    """Return the facts of a resume's text."""
    document = read_document(resume.encode(), "resume.txt")
    industry = load_industry("general_business")
    masked, _ = mask(document, extract_profile(document))
    return gather_facts(masked, industry, AS_OF)


def matched(job: str = JOB, resume: str = RESUME) -> Match:
    """Return the match of two texts."""
    return match_job(facts_of(resume), posting(job))
