"""Judges what is on record: years from dated positions, degrees, certificates, languages."""

import re
from typing import Final

from ai_agents.checks.experience_facts import Job
from ai_agents.checks.facts import Study
from ai_agents.checks.months import merged_months
from ai_agents.match.ask_degree import fields_in, levels_in
from ai_agents.match.asks import Ask
from ai_agents.match.assess_topic import share_held
from ai_agents.match.clause_words import ClauseWords
from ai_agents.match.clauses import says
from ai_agents.match.lexicon import degrees, languages
from ai_agents.match.resume_view import PROVING, Passage, Place, ResumeView
from ai_agents.match.rules import MatchRules
from ai_agents.match.verdict import Verdict, absent, claimed, met, partly

_UNFINISHED: Final = re.compile(
    r"\b(?:expected|anticipated|in progress|ongoing|current(?:ly)?|candidate|present"
    r"|voraussichtlich|laufend|heute|en cours|prévu|actualidad|en curso|previsto)\b",
    re.IGNORECASE,
)
#: Share of the key words of 'commercial electrical experience' a whole position must hold.
_ENOUGH_OF_A_JOB: Final = 0.5
#: Up to this level a qualification is for one trade, and a higher degree in another is none.
_VOCATIONAL: Final = 2
_WORDS_OF_LEVEL: Final = {1: "basic", 2: "intermediate", 3: "good", 4: "fluent", 5: "native"}


def assess_years(ask: Ask, view: ResumeView, rules: MatchRules) -> Verdict:
    """Compare the months of dated positions, overlaps counted once, with what is asked."""
    jobs = [job for job in view.facts.jobs if not ask.topic or _shows(ask, job, view)]
    heads = [item for job in jobs for item in _head(job, view)]
    months = merged_months(job.span for job in jobs if job.span is not None)
    asked, what = _length(ask.months), " that shows it" if ask.topic else ""
    if not jobs and ask.presumed:
        return _elsewhere(ask, view, rules)
    if not jobs:
        total = f" Dated experience is {_length(view.facts.months)} in all." * bool(
            view.facts.months
        )
        return absent(f"Asked: {asked}. No position shows it.{total}")
    if not months:
        return partly(f"Asked: {asked}. Positions show it, but no dates say how long.", heads)
    shown = f"Asked: {asked}. Dated experience{what}: {_length(months)}."
    if months >= ask.months * rules.years_met:
        return met(shown, heads)
    return (partly if months >= ask.months * rules.years_partly else absent)(shown, heads)


def _elsewhere(ask: Ask, view: ResumeView, rules: MatchRules) -> Verdict:
    """Judge years the job asks for without saying in what, when none were in work like it."""
    total = view.facts.months
    told = (
        f"Asked: {_length(ask.months)}. Dated experience is {_length(total)}, none in work like it."
    )
    heads = [item for job in view.facts.jobs[:1] for item in _head(job, view)]
    return (partly if total >= ask.months * rules.years_met else absent)(told, heads)


def _shows(ask: Ask, job: Job, view: ResumeView) -> bool:
    """Whether a position shows what the years are asked in; of several terms any will do."""
    passages = view.of_job(job)
    if ask.topic.terms:
        asked = set(ask.topic.terms)
        return any(asked & item.shown for item in passages)
    return share_held(ask.topic, *passages) >= _ENOUGH_OF_A_JOB


def _head(job: Job, view: ResumeView) -> list[Passage]:
    titles = [item for item in view.of_job(job) if item.place is Place.TITLE]
    return titles or [Passage(job.label, (job.lines[0],), Place.TITLE, job.index)]


def _length(months: int) -> str:
    years, rest = divmod(months, 12)
    parts = [f"{years} year{'s' * (years != 1)}"] if years else []
    parts += [f"{rest} month{'s' * (rest != 1)}"] if rest or not years else []
    return " ".join(parts)


def assess_degree(ask: Ask, view: ResumeView, rules: MatchRules) -> Verdict:
    """Compare levels by their order and fields by their families.

    A finished degree of the level in the field is met; one in another field, one still under way,
    or the next lower level is a part. Where the job accepts it, experience stands for a degree.
    """
    studies = [(study, *_education(study)) for study in view.studies]
    best: Verdict | None = None
    for study, level, fields in sorted(studies, key=lambda item: -item[1]):
        verdict = _one_degree(ask, study, level, fields, view)
        if verdict is not None and (best is None or _rank(verdict) > _rank(best)):
            best = verdict
    if ask.equivalent and (best is None or best.state != "met"):
        best = _by_experience(view, rules) or best
    return best or absent(f"No {degrees().names[ask.level]} or higher is shown.")


def _rank(verdict: Verdict) -> int:
    return ("absent", "partly", "met").index(verdict.state.value)


def _education(study: Study) -> tuple[int, tuple[str, ...]]:
    """Return the level (0 when no word tells) and the fields of a course of study."""
    degree = ClauseWords(study.degree or "")
    levels = levels_in(degree) or levels_in(ClauseWords(f"{study.degree or ''} in"))
    words = ClauseWords(f"{study.degree or ''} in {study.field or ''}")
    fields = fields_in(words, 0, len(words.words) - 1) if words.words else ()
    return max((level.rank for level in levels.values()), default=0), fields


def _one_degree(
    ask: Ask, study: Study, level: int, fields: tuple[str, ...], view: ResumeView
) -> Verdict | None:
    shown = [Passage(study.degree or "", (study.lines[0],), Place.STUDY)]
    name = degrees().names.get(level, "course of study")
    lines = range(study.lines[0], study.lines[1] + 1)
    if level < ask.level:
        lower = f"Asked: {degrees().names[ask.level]}. Shown: {name}."
        return partly(lower, shown) if 0 < ask.level - level == 1 else None
    if any(_UNFINISHED.search(view.facts.line(n).text) for n in lines):
        return partly(f"A {name} is under way, not finished.", shown)
    trade = ask.level <= _VOCATIONAL and ask.level != 1
    if (not ask.fields and not (trade and level > ask.level)) or _field_fits(ask, fields):
        return met(f"Shown: {name}{' in the field' * bool(ask.fields)}.", shown)
    if trade and ask.fields:
        return None
    return partly(f"Shown: {name}, in another field or none that is named.", shown)


def _field_fits(ask: Ask, fields: tuple[str, ...]) -> bool:
    if set(ask.fields) & set(fields):
        return True
    families = degrees().families
    asked = {number for name in ask.fields for number in families.get(name, ())}
    return ask.related and any(asked & families.get(name, frozenset()) for name in fields)


def _by_experience(view: ResumeView, rules: MatchRules) -> Verdict | None:
    months = view.facts.months
    reason = f"The job accepts equivalent experience; dated experience is {_length(months)}."
    heads = [item for job in view.facts.jobs[:1] for item in _head(job, view)]
    if months >= rules.equivalent_months:
        return met(reason, heads)
    return partly(reason, heads) if months >= rules.equivalent_months * rules.years_partly else None


def assess_certificate(ask: Ask, view: ResumeView) -> Verdict:
    """Look for the certificate's name; a line about getting it is a part."""
    asked = set(ask.topic.terms)
    if not asked:
        return _named(ask, view)
    found = [item for item in view.passages if asked & item.certificates]
    held = [item for item in found if not _UNFINISHED.search(item.text)]
    proof = [item for item in held if item.place in PROVING] or _head_lines(asked, view)
    if proof:
        return met("Named in the resume.", proof)
    if held:
        return claimed("Named only in a list; name it with issuer and year where it counts.", held)
    if found:
        return partly("Named as under way.", found)
    return absent("The resume does not name it; ask whether the client holds it.")


def _named(ask: Ask, view: ResumeView) -> Verdict:
    """Look for a certificate no lexicon knows by its words: all of them on one line."""
    for item in view.passages:
        named = item.place is Place.CERTIFICATE or says("certificate", item.text)
        if named and share_held(ask.topic, item) >= 1.0:
            return met("Named in the resume.", [item])
    return absent("The resume does not name it; ask whether the client holds it.")


def _head_lines(asked: set[str], view: ResumeView) -> list[Passage]:
    """Return lines above the first section and of education that name it ('Registered Nurse')."""
    facts = view.facts
    lines = set(facts.contact.zone)
    for study in view.studies:
        lines.update(range(study.lines[0], study.lines[1] + 1))
    passages = [
        Passage(facts.line(number).text, (number,), Place.CERTIFICATE)
        for number in sorted(lines.difference(view.gone))
    ]
    return [item for item in passages if asked & item.certificates]


def assess_language(ask: Ask, view: ResumeView) -> Verdict:
    """Compare the level beside a language's name; a resume written in the language shows it."""
    best: tuple[int, Passage] | None = None
    for item in view.at(Place.LANGUAGE, Place.LISTED):
        level = _level_of(ask.language, item)
        if level is not None and (best is None or level > best[0]):
            best = (level, item)
    own = view.facts.language == ask.language
    if best is not None and best[0] >= ask.level:
        return met(f"Shown: {_WORDS_OF_LEVEL[best[0]]}.", [best[1]])
    if own and ask.level < 5:
        return met("The resume is written in this language.", [best[1]] if best else [])
    if best is not None and best[0]:
        asked, shown = _WORDS_OF_LEVEL[ask.level], _WORDS_OF_LEVEL[best[0]]
        return partly(f"Asked: {asked}. Shown: {shown}.", [best[1]])
    if best is not None:
        bare = claimed if best[1].place is Place.LISTED else partly
        return bare("Named without a level.", [best[1]])
    return absent("The resume does not name this language.")


def _level_of(code: str, passage: Passage) -> int | None:
    """Return the level in the piece that names a language: 0 for none, None where it is not."""
    clause = ClauseWords(passage.text)
    known = languages()
    for first, last in _rows(clause):
        words = clause.folded[first : last + 1]
        if any((name := known.names.get(word)) is not None and name.code == code for word in words):
            return max((known.levels.get(word, 0) for word in words), default=0)
    return None


def _rows(clause: ClauseWords) -> list[tuple[int, int]]:
    """Cut a line of languages where the next language begins."""
    starts = [at for at, word in enumerate(clause.folded) if word in languages().names]
    if len(starts) < 2:
        return [(0, len(clause.folded) - 1)]
    if starts[0] > 0 and clause.folded[0] in languages().levels:  # 'fluent German, basic French'
        ends = [*starts]
        return [(0 if i == 0 else ends[i - 1] + 1, end) for i, end in enumerate(ends)]
    return [
        (start, (starts[i + 1] - 1) if i + 1 < len(starts) else len(clause.folded) - 1)
        for i, start in enumerate(starts)
    ]
