"""The receipt says what was masked and what another identity would change, and it is really run."""

import asyncio
from dataclasses import replace

from ai_agents.checks.facts import gather_facts
from ai_agents.checks.rule import Hit, Rule, make_finding
from ai_agents.fairness.counterfactual import run_counterfactual
from ai_agents.fairness.masking import MaskedDocument, mask
from ai_agents.fairness.swap import swap
from ai_agents.interface import AnalysisService
from ai_agents.models import Review, ReviewRequest
from ai_agents.profile.extract import extract_profile
from ai_agents.rubric import load_industry, load_rubric
from ai_agents.scoring import ScoreSheet, score
from ai_agents.vocabulary import Dimension, IdentityKind, Severity
from tests.support.documents import resume
from tests.support.identities import FIRST, told_by
from tests.support.judges import FakeJudge

KINDS = ("name", "pronoun", "address", "birth", "school", "email")


def review_of(text: str) -> Review:
    """Review a text with the built-in engine."""
    return AnalysisService().analyze(resume(text), ReviewRequest(as_of="2026-01"))


def sheet_of(masked: MaskedDocument, lost: float = 0.0) -> ScoreSheet:
    """Return a finished sheet, with one finding that cost points of tone if any are lost."""
    facts = gather_facts(masked, load_industry("general_business"), "2026-01")
    sheet = score(load_rubric(), facts, (), ())
    if not lost:
        return sheet
    rule = Rule("r", Dimension.TONE, "wording", Severity.INFO, "m", "s", "", lambda _: ())
    finding = make_finding(rule, facts, Hit((1,)))
    overall = round((sheet.overall or 0.0) - lost / 4, 1)
    return replace(sheet, findings=(finding,), overall=overall)


def test_the_receipt_lists_what_was_masked_and_where() -> None:
    """Each kind with how often and on which lines."""
    rows = {row.kind.value: row for row in review_of(told_by(FIRST)).fairness.masked}
    assert set(rows) == {*KINDS, "phone", "graduation_year"}
    assert rows["name"].lines == (1, 7)
    assert rows["pronoun"].count == 4
    assert rows["address"].lines == (3,)


def test_the_counterfactual_replaces_everything_it_names() -> None:
    """The other resume has none of the first person's words left."""
    document = resume(told_by(FIRST))
    profile = extract_profile(document)
    _, originals = mask(document, profile)
    other = swap(document, profile, originals)
    assert [kind.value for kind in other.kinds] == list(KINDS)
    for word in ("Maya", "Chen", " her ", "She", "Oakland", "1990", "Harbor State"):
        assert word not in other.document.text
    assert other.profile.name
    assert other.profile.name.split()[0] in other.document.lines[0].text
    kept = [a.text for a, b in zip(document.lines, other.document.lines, strict=True) if a == b]
    assert "- Led a team of 12 clerks and cut waste by 18 % in two years" in kept


def test_the_counterfactual_is_the_same_every_time() -> None:
    """Which person is taken follows from the resume alone."""
    document = resume(told_by(FIRST))
    profile = extract_profile(document)
    _, originals = mask(document, profile)
    assert swap(document, profile, originals) == swap(document, profile, originals)


def test_a_difference_is_told_with_its_cause() -> None:
    """Where judging reacts to an address, the receipt says by how much and to what."""
    document = resume(told_by(FIRST))
    profile = extract_profile(document)
    masked, originals = mask(document, profile)
    fair, unfair = sheet_of(masked), sheet_of(masked, lost=6.0)
    answers = iter([unfair, *(unfair if kind == "address" else fair for kind in KINDS)])

    async def assess(_: MaskedDocument) -> ScoreSheet:
        return next(answers)

    result = asyncio.run(run_counterfactual(document, profile, originals, fair, assess))
    assert result is not None
    assert not result.same
    assert result.score_change == -1.5
    assert result.findings_changed == 1
    assert result.changed_by == (IdentityKind.ADDRESS,)


def test_a_resume_without_identity_has_no_counterfactual() -> None:
    """Nothing to replace, nothing claimed."""
    text = "Skills\nExcel, SAP, stock planning\n\nExperience\nClerk, Acme GmbH, 2015 - 2019\n"
    fairness = review_of(text + "- Kept the stock of twelve stores in order for years\n").fairness
    assert fairness.counterfactual is None
    assert fairness.tried


def test_a_model_is_not_asked_twice() -> None:
    """Equal masked lines make an equal prompt: the recorded answers count for the other person."""
    judge = FakeJudge()
    review = AnalysisService(judge=judge).analyze(
        resume(told_by(FIRST)), ReviewRequest(as_of="2026-01")
    )
    result = review.fairness.counterfactual
    assert result is not None
    assert result.same
    assert len(judge.asked) == len(set(judge.asked))
    assert IdentityKind.NAME in result.swaps
