"""The appeal rules."""

from ai_agents.checks.rule import Rule

APPEAL_RULES: tuple[Rule, ...] = ()
