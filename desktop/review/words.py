"""The words of the review view: names of dimensions, bands, severities, reasons; plain and calm.

Pure: `say` is the window's translation function, or nothing at all in tests. Every text a person
reads passes through it once.
"""

from collections.abc import Callable
from typing import TypeAlias

from ai_agents.vocabulary import (
    Band,
    Dimension,
    FindingKind,
    HiddenReason,
    Seniority,
    Severity,
)
from desktop.feedback.overrides import DismissReason, OverrideState

Say: TypeAlias = Callable[[str], str]

DIMENSIONS = {
    Dimension.FORMAT: "Format",
    Dimension.ORGANIZATION: "Organization",
    Dimension.TONE: "Tone",
    Dimension.COMPLETENESS: "Completeness",
    Dimension.ACHIEVEMENT_RELEVANCE: "Achievements",
    Dimension.SKILLS_ALIGNMENT: "Skills",
    Dimension.EXPERIENCE_FIT: "Experience",
    Dimension.COMPETITIVE_POSITIONING: "Positioning",
}
DIMENSION_MEANINGS = {
    Dimension.FORMAT: "Layout, spacing, readability, and what a parser can read",
    Dimension.ORGANIZATION: "Order of sections, headings and flow",
    Dimension.TONE: "Professional, correct and consistent language",
    Dimension.COMPLETENESS: "Essential sections, contact data, dates and detail",
    Dimension.ACHIEVEMENT_RELEVANCE: "Measured results that matter in this field",
    Dimension.SKILLS_ALIGNMENT: "The field's key skills, and where they show",
    Dimension.EXPERIENCE_FIT: "Seniority, progression and transferable years",
    Dimension.COMPETITIVE_POSITIONING: "What stands out among similar resumes",
}
BANDS = {
    Band.EXCELLENT: "Excellent",
    Band.STRONG: "Strong",
    Band.GOOD: "Good",
    Band.FAIR: "Fair",
    Band.NEEDS_WORK: "Needs work",
}
SEVERITIES = {
    Severity.CRITICAL: "Important",
    Severity.WARNING: "Worth fixing",
    Severity.INFO: "Note",
}
KINDS = {FindingKind.ISSUE: "To look at", FindingKind.STRENGTH: "Strength"}
STATES = {
    OverrideState.OPEN: "Open",
    OverrideState.DISMISSED: "Dismissed",
    OverrideState.RAISED: "Raised",
}
REASONS = {
    DismissReason.NOT_RELEVANT: "Not relevant here",
    DismissReason.WRONG: "The finding is wrong",
    DismissReason.INTENDED: "Written this way on purpose",
}
HIDDEN_REASONS: dict[str, str] = {
    HiddenReason.LOW_CONTRAST: "too little contrast to be seen",
    HiddenReason.TINY: "too small to be read",
    HiddenReason.OFF_PAGE: "outside the page",
    HiddenReason.INVISIBLE_MODE: "drawn invisibly",
    HiddenReason.MARKED_HIDDEN: "marked as hidden in the file",
    HiddenReason.UNICODE_TRICK: "made of invisible characters",
}
SENIORITIES: dict[str, str] = {
    Seniority.ENTRY: "entry level",
    Seniority.MID: "mid level",
    Seniority.SENIOR: "senior level",
    Seniority.EXECUTIVE: "executive level",
}
CONFIDENCE = {
    "overall": ("Overall confidence", "The figures below taken together"),
    "extraction": ("Reading", "How surely the text of the file was read"),
    "coverage": ("Coverage", "Share of the rubric that could be assessed"),
    "evidence": ("Evidence", "Share of the model's claims whose quoted lines held"),
    "agreement": ("Agreement", "How often model and rules agree where both looked"),
}
ENGINES = {
    "rules": "Built-in rules",
    "ollama": "Built-in rules and a model on this computer",
    "remote": "Organisation's server",
}


def unchanged(text: str) -> str:
    """Say a text as it is written here."""
    return text


def plain_code(code: str) -> str:
    """Return a code as words: `tech_consulting` → `Tech consulting`."""
    words = code.replace("_", " ").replace("-", " ").strip()
    return words[:1].upper() + words[1:]
