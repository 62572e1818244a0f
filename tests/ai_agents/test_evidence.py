"""What the cited lines do not show is dropped and counted."""

from ai_agents.checks.catalogue import run_rules
from ai_agents.evidence import check_evidence
from ai_agents.llm.judge import Judgement
from ai_agents.models import Evidence
from ai_agents.vocabulary import Dimension, FindingSource
from tests.support.resumes import Recipe, facts_of

FACTS = facts_of(Recipe(summary=("I am a results-driven team player.",)))
FOUND = run_rules(FACTS, tuple(Dimension))
WITH_LINES = next(item for item in FOUND if item.evidence)


def test_honest_findings_are_kept() -> None:
    """Nothing of our own rules is lost."""
    checked = check_evidence(FACTS, FOUND, ())
    assert checked.findings == FOUND
    assert (checked.dropped, checked.share) == (0, None)


def test_a_line_that_does_not_exist_drops_the_finding() -> None:
    """A finding never points at nothing."""
    made_up = WITH_LINES.model_copy(update={"evidence": (Evidence(line=999, text="x"),)})
    assert check_evidence(FACTS, [made_up], ()).findings == ()


def test_a_changed_quote_drops_the_finding() -> None:
    """The text is the line's own."""
    line = WITH_LINES.evidence[0].line
    changed = WITH_LINES.model_copy(update={"evidence": (Evidence(line=line, text="invented"),)})
    assert check_evidence(FACTS, [changed], ()).dropped == 1


def test_a_model_claim_of_figures_needs_a_figure() -> None:
    """A model that cites a line without a number for measured results is not believed."""
    wordy = next(line.id for line in FACTS.lines if not any(c.isdigit() for c in line.text))
    claim = Judgement(
        criterion="measured-results", level=4, lines=(wordy,), source=FindingSource.MODEL
    )
    checked = check_evidence(FACTS, (), [claim])
    assert checked.judgements[0].level is None
    assert checked.share == 0.0
