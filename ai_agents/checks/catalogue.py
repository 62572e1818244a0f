"""The rule catalogue: every rule of ours with its words and source, and how to run them."""

from collections.abc import Collection

from ai_agents.checks.catalogue_appeal import APPEAL_RULES
from ai_agents.checks.catalogue_completeness import COMPLETENESS_RULES
from ai_agents.checks.catalogue_format import FORMAT_RULES
from ai_agents.checks.catalogue_organization import ORGANIZATION_RULES
from ai_agents.checks.catalogue_tone import TONE_RULES
from ai_agents.checks.facts import Facts
from ai_agents.checks.rule import Rule, findings_of
from ai_agents.models import Finding
from ai_agents.rubric import Rubric, load_rubric
from ai_agents.vocabulary import Dimension

RULES: tuple[Rule, ...] = (
    *FORMAT_RULES,
    *ORGANIZATION_RULES,
    *TONE_RULES,
    *COMPLETENESS_RULES,
    *APPEAL_RULES,
)


def run_rules(
    facts: Facts, dimensions: Collection[Dimension], rubric: Rubric | None = None
) -> tuple[Finding, ...]:
    """Run the rules a rubric names under these dimensions; the current rubric if None.

    The rubric says which criterion a rule speaks to: a rule it does not name is not run. Returns
    findings in the order of the catalogue, each rule's in reading order; ids are empty and points
    0.0 until scored.
    """
    places = (rubric or load_rubric()).places()
    return tuple(
        finding
        for rule in RULES
        if (place := places.get(rule.id)) is not None and place.dimension in dimensions
        for finding in findings_of(rule.under(place.id, place.dimension), facts)
    )
