"""The tone rules."""

from ai_agents.checks.rule import Rule

TONE_RULES: tuple[Rule, ...] = ()
