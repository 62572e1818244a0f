"""Reviews a resume in process, as the product does, and keeps what the relations ask for."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from ai_agents.documents.reader import read_document
from ai_agents.interface import AnalysisService
from ai_agents.models import Document, Finding, Profile, Review, ReviewRequest
from ai_agents.profile.extract import extract_profile
from ai_agents.vocabulary import Dimension, FindingKind, Severity
from bench.quality.generator import AS_OF
from bench.quality.render import render
from bench.quality.resume import Resume

_RANK = {Severity.INFO: 0, Severity.WARNING: 1, Severity.CRITICAL: 2}
_WORD = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class Judged:
    """One file read and reviewed."""

    data: bytes
    document: Document
    profile: Profile
    review: Review

    @property
    def overall(self) -> float:
        """The overall score.

        Raises:
            ValueError: nothing could be assessed.
        """
        if self.review.overall_score is None:
            raise ValueError("the review has no score")
        return self.review.overall_score

    @property
    def scores(self) -> dict[str, float]:
        """Score of every assessed dimension."""
        both = {**self.review.structure_scores, **self.review.appeal_scores}
        return {str(name): score for name, score in both.items() if score is not None}

    @property
    def content(self) -> float:
        """Mean of the dimensions that look does not touch: all but format."""
        rest = [score for name, score in self.scores.items() if name != Dimension.FORMAT]
        return sum(rest) / len(rest)

    @property
    def issues(self) -> tuple[Finding, ...]:
        """The findings that take something away."""
        return tuple(f for f in self.review.findings if f.kind == FindingKind.ISSUE)


@cache
def _service() -> AnalysisService:
    service = AnalysisService()
    service.warm_up()
    return service


def judge_bytes(data: bytes, name: str, industry: str, job: str | None = None) -> Judged:
    """Read and review a file, and match it with the text of a job if one is given.

    Raises:
        ReadError: the file cannot be read.
    """
    document = read_document(data, name)
    profile = extract_profile(document)
    request = ReviewRequest(industry=industry, as_of=AS_OF, job=job)
    review = _service().analyze(document, request, profile=profile)
    return Judged(data, document, profile, review)


def judge_again(resume: Resume, job: str | None = None) -> Judged:
    """Draw, read and review a resume."""
    data, name = render(resume)
    return judge_bytes(data, name, resume.industry, job)


#: The same, once for each resume: many relations ask about the same ones.
judge = lru_cache(maxsize=256)(judge_again)


def severe(finding: Finding, least: Severity) -> bool:
    """Whether a finding is at least so severe."""
    return _RANK[finding.severity] >= _RANK[least]


def new_issues(clean: Judged, damaged: Judged) -> tuple[Finding, ...]:
    """Return the issues of the damaged resume that the clean one does not have."""
    known = {finding.key for finding in clean.issues}
    return tuple(finding for finding in damaged.issues if finding.key not in known)


def words(text: str) -> tuple[str, ...]:
    """Return the words of a text in lower case, punctuation and spacing left out."""
    return tuple(word.lower() for word in _WORD.findall(text))


def stands_at(finding: Finding, places: Iterable[str]) -> bool:
    """Whether a finding's evidence lies in the text of one of the places.

    A place may wrap over lines and a line may hold more than the place, so: one contains the
    other, or they overlap by two words at an end.
    """
    lines = [words(item.text) for item in finding.evidence]
    return any(_touch(line, place) for place in map(words, places) for line in lines if line)


def _touch(line: tuple[str, ...], place: tuple[str, ...]) -> bool:
    if not place:
        return False
    short, long = sorted((line, place), key=len)
    if any(long[at : at + len(short)] == short for at in range(len(long) - len(short) + 1)):
        return True
    longest = min(len(line), len(place)) - 1
    return any(
        line[-size:] == place[:size] or place[-size:] == line[:size]
        for size in range(2, longest + 1)
    )
