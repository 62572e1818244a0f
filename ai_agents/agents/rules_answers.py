"""How the built-in judge finds a level: one small pure function per level criterion."""

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from ai_agents.checks.experience_facts import Job
from ai_agents.checks.facts import Facts
from ai_agents.checks.lexicon import word_list
from ai_agents.checks.months import merged_months
from ai_agents.checks.statements import Said
from ai_agents.vocabulary import SectionKind

#: Shares of statements with a figure from which levels 1 to 4 hold (rubric, measured-results).
MEASURED_SHARES = (0.0, 0.2, 0.4, 0.6)
#: Shares of required key skills from which levels 1 to 4 hold (rubric, required-skills).
SKILL_SHARES = (0.0, 1 / 3, 0.5, 0.75)
#: Two statements, both with a figure, are no record yet: shares count at least this many.
FEWEST_STATEMENTS = 5
YEARS_MONTHS = (1, 12, 36, 72)
_SHOWN = 6
_WORK = (SectionKind.EXPERIENCE, SectionKind.PROJECTS, SectionKind.VOLUNTEERING)
_MEMORABLE = re.compile(
    r"[%$€£¥₹億万]|\b(?:percent|per cent|prozent|million|billion|thousand|mio|mrd|k|m|bn|mm|x)\b"
    r"|\d(?:k|m|bn|mm|x|×)\b|\d[\d,.]{3,}|\b(?:doubl|tripl|quadrupl|halv)",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"^(?:co-?)?(?:led|lead|leads|managed|directed|headed|founded|established|launched|supervised"
    r"|spearheaded|oversaw|owned|chaired|built|mentored|hired|recruited|coordinated|drove|initiated"
    r"|championed|orchestrated|manage|direct|oversee|supervise|own|mentor|managing|leading"
    r"|supervising|overseeing|trained|coached|guided|architected|pioneered|governed|commanded)$"
)
_SCOPE = re.compile(
    r"\b(?:team|people|staff|engineers?|developers?|employees?|analysts?|nurses|teachers|students"
    r"|reports|members|budget|stores?|sites?|branches|countries|regions?|departments?|portfolio"
    r"|units?|offices|clients|accounts|projects?|vendors|locations|beds|patients|volunteers)\b",
    re.IGNORECASE,
)
_EXTRAS = (
    SectionKind.CERTIFICATIONS,
    SectionKind.AWARDS,
    SectionKind.PUBLICATIONS,
    SectionKind.LANGUAGES,
    SectionKind.PROJECTS,
    SectionKind.VOLUNTEERING,
)
_RANKS = (
    (0, r"intern|trainee|apprentice|student|werkstudent|praktikant|stagiaire|becario"),
    (1, r"junior|assistant|associate|entry|graduate|aide|clerk|i\b"),
    (3, r"senior|sr|lead|specialist|ii+\b|supervisor|coordinator|charge"),
    (4, r"manager|principal|staff|head|architect|superintendent|matron"),
    (5, r"director|vp|vice president|chief|partner|president|c[efiot]o|founder|dean"),
)


@dataclass(frozen=True, slots=True)
class Told:
    """A level with the lines that show it and one sentence of reason."""

    level: int | None
    lines: tuple[int, ...]
    reason: str


def _work(facts: Facts) -> tuple[Said, ...]:
    """Return the different statements about work, headings and fragments left out."""
    return tuple(
        said
        for said in facts.statements
        if said.section in _WORK and said.repeat_of is None and len(said.words) >= 3
    )


def _level(value: float, floors: Sequence[float]) -> int:
    """Return how many floors a value passes; a floor of 0 is passed by more than 0."""
    return sum(value > 0 if floor == 0 else value >= floor - 1e-9 for floor in floors)


def _lines(statements: Iterable[Said]) -> tuple[int, ...]:
    return tuple(said.first for said in statements)[:_SHOWN]


def measured_results(facts: Facts) -> Told:
    """Share of statements about work with a measuring number."""
    work = _work(facts)
    with_figure = [said for said in work if said.figures]
    if not work:
        return Told(0, (), "There are no statements about work to read a result from.")
    level = _level(len(with_figure) / max(len(work), FEWEST_STATEMENTS), MEASURED_SHARES)
    reason = f"{len(with_figure)} of {len(work)} statements about work carry a figure."
    return Told(level, _lines(with_figure), reason)


def relevant_results(facts: Facts) -> Told:
    """Appeal points of the industry shown, and how many of them with a figure."""
    work = {said.first: said for said in _work(facts)}
    shown: dict[str, list[Said]] = {}
    for point in facts.industry.appeal_points:
        hits = [work[line] for line in facts.matches.points.get(point.id, ()) if line in work]
        if hits:
            shown[point.id] = hits
    strong = [name for name, hits in shown.items() if any(said.figures for said in hits)]
    level = 0 if not shown else 1 if not strong else 2 if len(strong) == 1 else 3
    total = len(facts.industry.appeal_points)
    reason = (
        f"{len(shown)} of {total} points valued in {facts.industry.name()} are shown,"
        f" {len(strong)} of them with a figure."
    )
    best = sorted(
        {
            said.first
            for name in (strong or shown)
            for said in shown[name]
            if said.figures or not strong
        }
    )
    return Told(level, tuple(best)[:_SHOWN], reason)


def required_skills(facts: Facts) -> Told:
    """Share of the industry's required skills named anywhere."""
    wanted = [skill.name for skill in facts.industry.required]
    found = [name for name in wanted if name in facts.matches.skills]
    missing = [name for name in wanted if name not in facts.matches.skills]
    level = _level(len(found) / len(wanted), SKILL_SHARES) if wanted else 0
    reason = f"{len(found)} of {len(wanted)} key skills of {facts.industry.name()} are named."
    if missing:
        reason += f" Not found: {', '.join(missing[:5])}."
    return Told(level, _first_lines(facts, found), reason)


def preferred_skills(facts: Facts) -> Told:
    """How many further skills of the industry are named."""
    wanted = [skill.name for skill in facts.industry.preferred]
    found = [name for name in wanted if name in facts.matches.skills]
    level = (0, 1, 2, 2, 3)[min(len(found), 4)]
    reason = f"{len(found)} of {len(wanted)} further skills are named."
    return Told(level, _first_lines(facts, found), reason)


def skills_in_use(facts: Facts) -> Told:
    """How many key skills appear in statements about work."""
    names = [skill.name for skill in facts.industry.required + facts.industry.preferred]
    used = [name for name in names if name in facts.matches.worked]
    level = (0, 1, 2, 2, 3)[min(len(used), 4)]
    lines = sorted({facts.matches.worked[name][0] for name in used})
    count = "one key skill is" if len(used) == 1 else f"{len(used)} key skills are"
    return Told(
        level, tuple(lines)[:_SHOWN], f"{count.capitalize()} shown in statements about work."
    )


def _first_lines(facts: Facts, names: Iterable[str]) -> tuple[int, ...]:
    lines = {facts.matches.skills[name][0] for name in names}
    return tuple(sorted(lines))[:_SHOWN]


def relevant_years(facts: Facts) -> Told:
    """Dated experience, overlaps counted once."""
    lines = tuple(job.date_line for job in facts.jobs if job.span is not None)
    if not facts.months:
        return Told(0, (), "No position with readable dates was found.")
    years, months = divmod(facts.months, 12)
    length = " and ".join(
        part
        for part in (
            f"{years} year{'s' if years != 1 else ''}" if years else "",
            f"{months} month{'s' if months != 1 else ''}" if months else "",
        )
        if part
    )
    reason = f"{length} of dated experience, overlaps counted once."
    return Told(_level(facts.months, YEARS_MONTHS), lines[:_SHOWN], reason)


def _rank(title: str) -> int:
    low = title.lower()
    found = [rank for rank, words in _RANKS if re.search(rf"\b(?:{words})\b", low)]
    return max(found, default=2)


def progression(facts: Facts) -> Told:
    """Whether titles rise from the earliest position to the latest."""
    dated = [job for job in facts.jobs if job.span is not None and job.title]
    dated.sort(key=_begin)
    if not dated:
        return Told(0, (), "No position with title and dates can be read.")
    ranks = [_rank(job.title or "") for job in dated]
    lines = tuple(job.lines[0] for job in dated)[:_SHOWN]
    if len(ranks) > 1 and ranks[-1] > ranks[0]:
        return Told(3, lines, f"From {dated[0].title} to {dated[-1].title}.")
    if len(ranks) > 1 and ranks[-1] >= ranks[0] and facts.months >= 24:
        return Told(2, lines, f"{len(dated)} positions of kept level.")
    if facts.months >= 60:
        return Told(2, lines, "A long stay; the titles do not show growth.")
    return Told(1, lines, "The titles do not show growth yet.")


def _begin(job: Job) -> tuple[int, int]:
    return (job.span.first if job.span else 0, -job.index)


def field_experience(facts: Facts) -> Told:
    """Titles of the industry and how long they were held; else statements that touch it."""
    mine = [job for job in facts.jobs if job.index in facts.matches.roles]
    touching = sorted({line for lines in facts.matches.worked.values() for line in lines})
    if mine:
        months = merged_months(job.span for job in mine if job.span is not None)
        lines = tuple(job.lines[0] for job in mine)[:_SHOWN]
        held = "one title belongs" if len(mine) == 1 else f"{len(mine)} titles belong"
        reason = f"{held.capitalize()} to the field, {months // 12} years and {months % 12} months."
        return Told(3 if months >= 24 else 2, lines, reason)
    if touching:
        touch = "one line" if len(touching) == 1 else f"{len(touching)} lines"
        reason = f"No title belongs to the field; {touch} about work can be read as near it."
        return Told(1, tuple(touching)[:_SHOWN], reason)
    return Told(0, (), "Neither titles nor statements touch the field.")


def standout_results(facts: Facts) -> Told:
    """Results with a share, a sum of money or a large scale."""
    found = [said for said in _work(facts) if any(_MEMORABLE.search(f) for f in said.figures)]
    level = (0, 1, 2, 2, 3)[min(len(found), 4)]
    count = "one result" if len(found) == 1 else f"{len(found)} results" if found else "no result"
    return Told(level, _lines(found), f"{count.capitalize()} with a share, a sum or a large scale.")


def leadership_scope(facts: Facts) -> Told:
    """Statements that open with leading or owning, and their size."""
    led = [said for said in _work(facts) if _LEADING.match(said.opener)]
    sized = [said for said in led if said.figures and _SCOPE.search(said.text)]
    if not led:
        return Told(0, (), "No statement shows leading or owning something.")
    level = 3 if len(led) >= 3 and sized else 2 if len(led) >= 2 else 1
    count = "one statement shows" if len(led) == 1 else f"{len(led)} statements show"
    reason = f"{count.capitalize()} leading or owning, {len(sized)} of them with a size."
    return Told(level, _lines(sized + [said for said in led if said not in sized]), reason)


def distinctions(facts: Facts) -> Told:
    """Kinds of sections beyond work, education and skills."""
    kinds = [section for section in facts.sections if section.kind in _EXTRAS]
    names = sorted({section.kind.value for section in kinds})
    lines = tuple(section.first_line for section in kinds)[:_SHOWN]
    reason = f"The resume shows {', '.join(names)}." if names else "None is shown."
    return Told(min(len(names), 2), lines, reason)


def positioning_statement(facts: Facts) -> Told:
    """A profile section, and whether it names field, key skill or result."""
    said = facts.said_in(SectionKind.SUMMARY)
    if not said:
        return Told(0, (), "There is no profile at the top.")
    lines = tuple(item.first for item in said)[:_SHOWN]
    near = {line for item in said for line in item.lines}
    names = [name for name, at in facts.matches.skills.items() if near.intersection(at)]
    figures = [figure for item in said for figure in item.figures]
    if names or figures:
        what = f"names {', '.join(names[:3])}" if names else "gives a figure"
        return Told(2, lines, f"The profile {what}.")
    empty = sorted(word_list("buzzwords"))
    general = any(word in item.text.lower() for item in said for word in empty)
    reason = (
        "The profile stays general."
        if general or not facts.english
        else ("The profile names neither a key skill of the field nor a result.")
    )
    return Told(1, lines, reason)


ANSWERS: dict[str, Callable[[Facts], Told]] = {
    "measured-results": measured_results,
    "relevant-results": relevant_results,
    "required-skills": required_skills,
    "preferred-skills": preferred_skills,
    "skills-in-use": skills_in_use,
    "relevant-years": relevant_years,
    "progression": progression,
    "field-experience": field_experience,
    "standout-results": standout_results,
    "leadership-scope": leadership_scope,
    "distinctions": distinctions,
    "positioning-statement": positioning_statement,
}
