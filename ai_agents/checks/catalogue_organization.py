"""The organization rules."""

from ai_agents.checks.rule import Rule

ORGANIZATION_RULES: tuple[Rule, ...] = ()
