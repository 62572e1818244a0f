"""Defects of claims and skills: numbers gone, vague quantities, lists nobody trusts."""

import re

from ai_agents.vocabulary import Dimension, Severity
from bench.quality.defects.model import Damage, Draw, Operator, Slip
from bench.quality.defects.spots import bullets, reworded, rewritten, texts
from bench.quality.edits import Edit, edit
from bench.quality.resume import Bullet, Resume

_FIGURE = re.compile(r"\$?\d[\d,.]*(?:%|th\b)?(?: million| terabytes)?|\b(?:two|three|four)\b")
#: Joints that hold a line's figures: "from 58% to 81%", "by 24%", "of 12".
_PHRASES = (
    (re.compile(r" from [^ ]+(?: [a-z]+)? to [^ ]+(?: [a-z]+)?"), ""),
    (re.compile(r" (?:by|to|up to|about|within) \$?\d[\d,.]*%?(?: million)?(?= |$)"), ""),
)


def stripped(text: str) -> str:
    """Return a line without its figures, still a sentence."""
    for pattern, instead in _PHRASES:
        text = pattern.sub(instead, text)
    text = re.sub(r" +", " ", _FIGURE.sub("", text)).replace(" ,", ",").replace(" .", ".")
    return text.strip()


def _numbers_stripped(resume: Resume, _draw: Draw) -> Damage | None:
    """Take the figures from every line about work."""
    edits: list[Edit] = []
    for path, bullet in bullets(resume):
        bare = stripped(bullet.text)
        if bare != bullet.text and bare[0].isupper():
            edits.append(edit(resume, (*path, "text"), bare))
    if len(edits) < 2:
        return None
    rules = ("bullet-unquantified", "result-without-figure")
    places = tuple(str(one.after) for one in edits)
    return Damage(tuple(edits), (Slip(rules, places),))


def _result_without_figure(resume: Resume, draw: Draw) -> Damage | None:
    lines = texts("result-without-figure", draw)

    def change(bullet: Bullet) -> str | None:
        stop = "." if bullet.text.endswith(".") else ""
        return f"{lines.pop()}{stop}" if lines else None

    return rewritten(resume, draw, ("result-without-figure",), change, past_only=True)


def _stuffing(resume: Resume, _draw: Draw) -> Damage:
    """Repeat the skills over and over."""
    index = resume.at("skills") or 0
    skills = resume.skills
    after = tuple(skill for _ in range(9) for skill in skills[:5])
    slip = Slip(("keyword-stuffing",), (", ".join(after),))
    return Damage((edit(resume, ("sections", index, "skills"), (*skills, *after)),), (slip,))


def _duplicate_skill(resume: Resume, draw: Draw) -> Damage:
    index = resume.at("skills") or 0
    skill = draw.rng.choice(resume.skills)
    after = (*resume.skills, skill)
    slip = Slip(("duplicate-skill",), (skill,))
    return Damage((edit(resume, ("sections", index, "skills"), after),), (slip,))


def _self_rated(resume: Resume, draw: Draw) -> Damage:
    index = resume.at("skills") or 0
    forms = {"a": "{} {}%", "b": "{} {}/10"}
    top = {"a": (40, 99), "b": (4, 10)}[draw.pool]
    after = tuple(forms[draw.pool].format(skill, draw.rng.randint(*top)) for skill in resume.skills)
    path = ("sections", index)
    section = resume.sections[index]
    lined = type(section)(section.kind, section.heading, lines=after)
    return Damage((edit(resume, path, lined),), (Slip(("self-rated-skill",), after),))


_CLAIMS, _SKILLS = Dimension.ACHIEVEMENT_RELEVANCE, Dimension.SKILLS_ALIGNMENT
_WARNING, _INFO = Severity.WARNING, Severity.INFO
OPERATORS = (
    Operator("numbers-stripped", _CLAIMS, _INFO, _numbers_stripped),
    Operator("vague-quantity", _CLAIMS, _WARNING, reworded("vague-quantity", ("vague-quantity",)),
             most=3),
    Operator("result-without-figure", _CLAIMS, _WARNING, _result_without_figure, 3,
             ("bullet-unquantified",)),
    Operator("keyword-stuffing", _SKILLS, _WARNING, _stuffing, also=("duplicate-skill",)),
    Operator("duplicate-skill", _SKILLS, _INFO, _duplicate_skill),
    Operator("self-rated-skill", _SKILLS, _INFO, _self_rated),
)  # fmt: skip
