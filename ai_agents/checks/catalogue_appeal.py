"""The appeal rules: precise claims and an honest skills list; levels do the rest."""

from ai_agents.checks import achievements, skills
from ai_agents.checks.rule import Rule
from ai_agents.checks.sources import CAREER_CENTRES
from ai_agents.vocabulary import Dimension, Severity

_WARNING, _INFO = Severity.WARNING, Severity.INFO

APPEAL_RULES: tuple[Rule, ...] = (
    Rule(
        "bullet-unquantified",
        Dimension.ACHIEVEMENT_RELEVANCE,
        "precise-claims",
        _INFO,
        "{told}.",
        "Add to each how many, how much, how often or how fast. Ask for numbers the client can"
        " stand behind.",
        CAREER_CENTRES,
        achievements.bullet_unquantified,
        limit=6,
    ),
    Rule(
        "result-without-figure",
        Dimension.ACHIEVEMENT_RELEVANCE,
        "precise-claims",
        _WARNING,
        "This line claims a result (“{verb}”) without saying how large it was.",
        "Add the size: from [number] to [number], or by [number] %.",
        CAREER_CENTRES,
        achievements.result_without_figure,
        ("en", "de", "fr", "es", "it", "pt", "nl"),
    ),
    Rule(
        "vague-quantity",
        Dimension.ACHIEVEMENT_RELEVANCE,
        "precise-claims",
        _WARNING,
        "“{word}” leaves the quantity open.",
        "Put the number, or a sound estimate such as “about [number]”.",
        CAREER_CENTRES,
        achievements.vague_quantity,
        ("en", "de", "fr", "es", "it", "pt", "nl"),
    ),
    Rule(
        "keyword-stuffing",
        Dimension.SKILLS_ALIGNMENT,
        "honest-skills",
        _WARNING,
        "Terms are repeated or strung together here beyond what a reader needs.",
        "List each skill once and show it in use in the experience.",
        CAREER_CENTRES,
        skills.keyword_stuffing,
    ),
    Rule(
        "duplicate-skill",
        Dimension.SKILLS_ALIGNMENT,
        "honest-skills",
        _INFO,
        "“{skill}” is listed {times}.",
        "List it once.",
        CAREER_CENTRES,
        skills.duplicate_skill,
    ),
    Rule(
        "self-rated-skill",
        Dimension.SKILLS_ALIGNMENT,
        "honest-skills",
        _INFO,
        "Skills are rated by stars, bars or per cent; no reader knows the scale.",
        "Group them instead (“Expert”, “Working knowledge”) or show them in use.",
        CAREER_CENTRES,
        skills.self_rated_skill,
    ),
)
