"""The format rules."""

from ai_agents.checks.rule import Rule

FORMAT_RULES: tuple[Rule, ...] = ()
