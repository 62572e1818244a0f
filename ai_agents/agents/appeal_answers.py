"""How the built-in judge finds the levels of appeal: one small pure function per criterion."""

import re
from collections.abc import Callable, Iterable, Sequence

from ai_agents.agents.told import SHOWN, Told, first_lines, level_of, usual
from ai_agents.checks.facts import FEWEST_WORDS, Facts
from ai_agents.checks.figures import figures
from ai_agents.checks.lexicon import word_list
from ai_agents.checks.months import merged_months
from ai_agents.checks.statements import Said
from ai_agents.checks.verbs import verb
from ai_agents.checks.voice import says_what_was_done
from ai_agents.checks.wording import length_of, listed, part_of, quoted
from ai_agents.vocabulary import SectionKind

#: Shares of statements with a figure from which levels 1 to 4 hold (rubric, measured-results).
MEASURED_SHARES = (0.0, 0.2, 0.4, 0.7)
#: Shares of required key skills from which levels 1 to 4 hold (rubric, required-skills).
SKILL_SHARES = (0.0, 0.4, 0.65, 0.9)
YEARS_MONTHS = (1, 12, 36, 72)
FIELD_MONTHS = (24, 60)
#: How many results, key skills or deeds per position reach levels 1 to 4.
FOUR_STEPS = (1, 2, 4, 7)
DEEDS_PER_POSITION = (0.0, 1, 2, 3)
_MEMORABLE = re.compile(
    r"[%$€£¥₹億万]|\b(?:percent|per cent|prozent|million|billion|thousand|mio|mrd|k|m|bn|mm|x)\b"
    r"|\d(?:k|m|bn|mm|x|×)\b|\d[\d,.]{3,}|\b(?:doubl|tripl|quadrupl|halv)",
    re.IGNORECASE,
)
#: Base forms of verbs that lead, own or decide.
_LEADING = re.compile(
    r"lead|manage|direct|head|found|establish|launch|supervise|spearhead|oversee|own|chair|mentor"
    r"|hire|recruit|coordinate|drive|initiate|champion|orchestrate|train|coach|guide|architect"
    r"|pioneer|govern|command|precept"
)
#: How long somebody has worked is no result.
_YEARS = re.compile(r"\S{1,12} years?\b", re.IGNORECASE)
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
#: Ranks of titles; 'Staff Nurse' and 'Business Partner' are no promotion, 'Staff Engineer' is.
_RANKS = (
    (0, "intern|trainee|apprentice|student|werkstudent|praktikant|stagiaire|becario"),
    (1, "junior|jr|assistant|associate|entry|graduate|aide|clerk|i"),
    (3, "senior|sr|lead|specialist|ii+|supervisor|coordinator|charge"),
    (4, "manager|principal|head|architect|superintendent|matron|staff (?:engineer|software|data)"),
    (5, "director|vp|vice president|chief|(?<!business )partner|president|c[efiot]o|founder|dean"),
)
_DEPUTY = re.compile(r"\b(?:assistant|associate|deputy)\b", re.IGNORECASE)
_ORDINARY_RANK, _LEADING_RANK = 2, 4


def measured_results(facts: Facts) -> Told:
    """Share of statements about work with a measuring number."""
    work = facts.all_work(FEWEST_WORDS)
    with_figure = [said for said in facts.taken_in(FEWEST_WORDS) if said.figures]
    if not work:
        return Told(0, (), "There are no statements about work to read a result from.")
    level = level_of(len(with_figure) / facts.due, MEASURED_SHARES)
    verbs = ("carries a figure", "carry a figure")
    reason = part_of(len(with_figure), len(work), "statements about work", verbs)
    return Told(level, first_lines(with_figure), f"{reason}{usual(len(work), facts.due)}.")


def relevant_results(facts: Facts) -> Told:
    """Appeal points of the industry shown, and how many statements show them with a figure."""
    work = {said.first: said for said in facts.taken_in(FEWEST_WORDS)}
    shown: dict[str, list[Said]] = {}
    for point in facts.industry.appeal_points:
        hits = [work[line] for line in facts.matches.points.get(point.id, ()) if line in work]
        if hits:
            shown[point.name] = hits
    strong = {name: [s for s in hits if s.figures] for name, hits in shown.items()}
    proven = [name for name, hits in strong.items() if hits]
    lines = sorted({said.first for hits in strong.values() for said in hits})
    if not shown:
        return Told(0, (), f"No point valued in {facts.industry.name()} is shown.")
    if not lines:
        bare = sorted({said.first for hits in shown.values() for said in hits})
        return Told(1, tuple(bare)[:SHOWN], _without_figure(list(shown)))
    level = 2 + (len(lines) >= 2 and len(proven) >= 2) + (len(lines) >= 4 and len(proven) >= 3)
    return Told(level, tuple(lines)[:SHOWN], _points_in_words(facts, proven))


def _points_in_words(facts: Facts, proven: Sequence[str]) -> str:
    names = [point.name for point in facts.industry.appeal_points]
    left = [name for name in names if name not in proven]
    reason = f"{quoted(proven)} {_be(proven)} shown with a figure"
    return f"{reason}; {quoted(left)} {_be(left)} not." if left else f"{reason}."


def _be(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"


def _without_figure(shown: Sequence[str]) -> str:
    return f"{quoted(shown)} {_be(shown)} shown, but without a figure."


def required_skills(facts: Facts) -> Told:
    """Share of the industry's required skills named anywhere."""
    wanted = [skill.name for skill in facts.industry.required]
    found = [name for name in wanted if name in facts.matches.skills]
    missing = [name for name in wanted if name not in facts.matches.skills]
    level = level_of(len(found) / len(wanted), SKILL_SHARES) if wanted else 0
    thing = f"key skills of {facts.industry.name()}"
    reason = f"{part_of(len(found), len(wanted), thing, ('is named', 'are named'))}."
    if missing:
        more = f" and {len(missing) - 5} more" if len(missing) > 5 else ""
        reason += f" Not found: {', '.join(missing[:5])}{more}."
    return Told(level, _lines_naming(facts, found), reason)


def preferred_skills(facts: Facts) -> Told:
    """How many further skills of the industry are named."""
    wanted = [skill.name for skill in facts.industry.preferred]
    found = [name for name in wanted if name in facts.matches.skills]
    level = level_of(len(found), (1, 2, 4))
    thing = f"further skills of {facts.industry.name()}"
    reason = f"{part_of(len(found), len(wanted), thing, ('is named', 'are named'))}."
    return Told(level, _lines_naming(facts, found), reason)


def skills_in_use(facts: Facts) -> Told:
    """How many key skills appear in statements of what was done."""
    done = {said.first for said in facts.taken_in(FEWEST_WORDS) if says_what_was_done(said)}
    names = [skill.name for skill in facts.industry.required + facts.industry.preferred]
    used = {
        name: [line for line in facts.matches.worked.get(name, ()) if line in done]
        for name in names
    }
    shown = [name for name in names if used[name]]
    if not shown:
        return Told(0, (), "No key skill is shown in a statement of what was done.")
    lines = sorted({used[name][0] for name in shown})
    reason = f"{quoted(shown)} {_be(shown)} shown in statements of what was done."
    return Told(level_of(len(shown), FOUR_STEPS), tuple(lines)[:SHOWN], reason)


def _lines_naming(facts: Facts, names: Iterable[str]) -> tuple[int, ...]:
    lines = {facts.matches.skills[name][0] for name in names}
    return tuple(sorted(lines))[:SHOWN]


def relevant_years(facts: Facts) -> Told:
    """Dated experience, overlaps counted once."""
    lines = tuple(job.date_line for job in facts.jobs if job.span is not None)
    if not facts.months:
        return Told(0, (), "No position with readable dates was found.")
    reason = f"{length_of(facts.months)} of dated experience, overlaps counted once."
    return Told(level_of(facts.months, YEARS_MONTHS), lines[:SHOWN], reason)


def _rank(title: str) -> int:
    """Return the rank of a title, 0 (learning) to 5 (leading the whole); a deputy one below."""
    own = title.split(" to ", maxsplit=1)[0]  # 'Assistant to the Director'
    found = [rank for rank, words in _RANKS if re.search(rf"\b(?:{words})\b", own, re.IGNORECASE)]
    rank = max(found, default=_ORDINARY_RANK)
    return rank - 1 if rank > _ORDINARY_RANK and _DEPUTY.search(own) else rank


def progression(facts: Facts) -> Told:
    """Whether titles rise from the earliest position to the latest."""
    every = list(reversed(facts.latest_jobs))
    held = [job for job in every if job.title]
    if not any(job.span for job in held):
        return Told(0, (), "No position with title and dates can be read.")
    ranks = [_rank(job.title or "") for job in held]
    lines = tuple(job.lines[0] for job in held)[:SHOWN]
    known = held[0] is every[0] and held[-1] is every[-1]
    if known and ranks[-1] > ranks[0]:
        level = 4 if ranks[-1] >= _LEADING_RANK else 3
        return Told(level, lines, f"The titles rise from {held[0].title} to {held[-1].title}.")
    if len(ranks) > 1 and ranks[-1] >= ranks[0] and facts.months >= 24:
        return Told(2, lines, f"The {len(held)} positions are of one level.")
    if facts.months >= 60:
        return Told(2, lines, "A long stay; the titles do not show growth.")
    return Told(1, lines, "The titles do not show growth yet.")


def field_experience(facts: Facts) -> Told:
    """Titles of the industry and how long they were held; else statements that touch it."""
    mine = [job for job in facts.jobs if job.index in facts.matches.roles]
    touching = sorted({line for lines in facts.matches.worked.values() for line in lines})
    if mine:
        months = merged_months(job.span for job in mine if job.span is not None)
        lines = tuple(job.lines[0] for job in mine)[:SHOWN]
        held = "One title belongs" if len(mine) == 1 else f"{len(mine)} titles belong"
        length = f", held for {length_of(months)}" if months else ", without dates"
        return Told(2 + level_of(months, FIELD_MONTHS), lines, f"{held} to the field{length}.")
    if touching:
        touch = "one statement" if len(touching) == 1 else f"{len(touching)} statements"
        reason = f"No title belongs to the field; {touch} about work can be read as near it."
        return Told(1, tuple(touching)[:SHOWN], reason)
    return Told(0, (), "Neither titles nor statements touch the field.")


def experience_in_deeds(facts: Facts) -> Told:
    """Statements of what was done per position, over the three latest; three each count."""
    latest = facts.latest_jobs[:3]
    deeds = [said for said in facts.taken_in() if says_what_was_done(said)]
    done = [[said for said in deeds if said.job == job.index] for job in latest]
    if not any(done):
        return Told(0, (), "No statement under a position says what was done.")
    each = sum(min(len(mine), 3) for mine in done) / len(done)
    told = [said for mine in done for said in mine]
    what = "Only one statement says" if len(told) == 1 else f"{len(told)} statements say"
    where = "the only position" if len(latest) == 1 else f"the {len(latest)} latest positions"
    reason = f"{what} what was done in {where}."
    return Told(level_of(each, DEEDS_PER_POSITION), first_lines(told), reason)


def standout_results(facts: Facts) -> Told:
    """Results with a share, a sum of money or a large scale."""
    found = [
        said
        for said in facts.taken_in(FEWEST_WORDS)
        if any(_MEMORABLE.search(figure) for figure in said.figures)
    ]
    if not found:
        return Told(0, (), "No result with a share, a sum or a large scale is shown.")
    results = "Only one result has" if len(found) == 1 else f"{len(found)} results have"
    reason = f"{results} a share, a sum or a large scale."
    return Told(level_of(len(found), FOUR_STEPS), first_lines(found), reason)


def leadership_scope(facts: Facts) -> Told:
    """Statements that open with leading or owning, and their size."""
    led = [said for said in facts.taken_in(FEWEST_WORDS) if _leads(said)]
    sized = [said for said in led if said.figures and _SCOPE.search(said.text)]
    if not led:
        return Told(0, (), "No statement shows leading or owning something.")
    level = min(len(led), 2)
    if len(led) >= 3 and sized:
        level = 3 if len(sized) == 1 else 4
    count = "Only one statement shows" if len(led) == 1 else f"{len(led)} statements show"
    size = f"{len(sized)} of them with its size" if sized else "without its size"
    if len(led) == len(sized) == 1:
        size = "with its size"
    lines = first_lines(sized + [said for said in led if said not in sized])
    return Told(level, lines, f"{count} leading or owning, {size}.")


def _leads(said: Said) -> bool:
    known = verb(said.opener)
    return known is not None and bool(_LEADING.fullmatch(known[0]))


def distinctions(facts: Facts) -> Told:
    """Kinds of sections beyond work, education and skills."""
    kinds = [section for section in facts.sections if section.kind in _EXTRAS]
    names = sorted({section.kind.value for section in kinds})
    lines = tuple(section.first_line for section in kinds)[:SHOWN]
    if not names:
        return Told(0, (), "No certifications, awards, languages, projects or the like are shown.")
    return Told(level_of(len(names), (1, 2, 3)), lines, f"The resume shows {listed(names)}.")


def positioning_statement(facts: Facts) -> Told:
    """A profile section, and whether it names a key skill and a figure."""
    said = facts.said_in(SectionKind.SUMMARY)
    if not said:
        return Told(0, (), "There is no profile at the top.")
    lines = first_lines(said)
    near = {line for item in said for line in item.lines}
    names = [name for name, at in facts.matches.skills.items() if near.intersection(at)]
    has_figure = any(figures(_YEARS.sub(" ", item.text)) for item in said)
    empty = [word for word in sorted(word_list("buzzwords")) if _says(said, word)]
    if empty and not has_figure:
        return Told(1, lines, f"The profile stays general (“{empty[0]}”) and gives no figure.")
    if not names and not has_figure:
        return Told(1, lines, "The profile names neither a key skill of the field nor a figure.")
    what = [f"names {listed(names[:3])}"] if names else []
    what += ["gives a figure"] if has_figure else []
    return Told(1 + len(what), lines, f"The profile {' and '.join(what)}.")


def _says(said: Iterable[Said], phrase: str) -> bool:
    return any(phrase in item.text.lower() for item in said)


APPEAL_ANSWERS: dict[str, Callable[[Facts], Told]] = {
    "measured-results": measured_results,
    "relevant-results": relevant_results,
    "required-skills": required_skills,
    "preferred-skills": preferred_skills,
    "skills-in-use": skills_in_use,
    "relevant-years": relevant_years,
    "progression": progression,
    "field-experience": field_experience,
    "experience-in-deeds": experience_in_deeds,
    "standout-results": standout_results,
    "leadership-scope": leadership_scope,
    "distinctions": distinctions,
    "positioning-statement": positioning_statement,
}
