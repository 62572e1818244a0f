"""Makes clean resumes from a seed: twelve fields of work, four seniorities, good and average.

A resume is clean by construction: dates join without a gap, positions held speak in the present
and past ones in the past tense, no line stands twice, no verb opens more than two lines, every
number was drawn within a plausible range. A good one measures most lines and lists the skills of
its field; an average one is as correct, but measures fewer lines and says less.
"""

import unicodedata
from dataclasses import dataclass, replace
from random import Random
from typing import Any

from bench.quality.resume import (
    DOCX,
    LAYOUTS,
    LEVELS,
    PDF,
    SENIORITIES,
    Bullet,
    Job,
    Look,
    Resume,
    Section,
    Study,
)
from bench.quality.wordings import fields, filled, load, opener, tenses

#: The month that counts as now in every review of the benchmark.
AS_OF = "2026-06"
NOW = 2026 * 12 + 5
_JOBS = {"entry": 2, "mid": 2, "senior": 3, "executive": 4}
_LADDER = {
    "entry": ("entry", "start"),
    "mid": ("mid", "entry"),
    "senior": ("senior", "mid", "entry"),
    "executive": ("executive", "senior", "mid", "entry"),
}
#: Months in each position, latest first, from and to.
_STAYS = {
    "entry": ((10, 20), (4, 9)),
    "mid": ((24, 40), (18, 30)),
    "senior": ((30, 48), (30, 48), (18, 30)),
    "executive": ((30, 54), (36, 60), (30, 48), (24, 36)),
}
#: Lines of a position, from and to: fewer positions say more, so that every resume fills its page.
_BULLETS = {
    "entry": {"good": (6, 6), "average": (6, 6)},
    "mid": {"good": (6, 6), "average": (6, 6)},
    "senior": {"good": (5, 5), "average": (4, 5)},
    "executive": {"good": (4, 5), "average": (4, 4)},
}
_AREAS = (206, 303, 312, 415, 503, 614, 713, 919)
_FONTS = ("sans", "serif")
_ACCENTS = ("#1F3550", "#000000", "#7A1F2B", "#2F5D3A")


@dataclass(frozen=True, slots=True)
class Plan:
    """What to make; two plans that differ in `wording` alone are equally good by construction."""

    field: str
    seniority: str
    level: str
    seed: int
    pool: str = "a"
    wording: int = 0


def plans(count: int, seed: int, pool: str) -> tuple[Plan, ...]:
    """Return the first `count` plans of a seed, spread over fields, seniorities and levels."""
    every = [
        Plan(
            field=field,
            seniority=SENIORITIES[(index + row) % 4],
            level=LEVELS[(index // 4 + row + row // 4) % 2],
            seed=seed + row,
            pool=pool,
        )
        for row in range(-(-count // len(fields())))
        for index, field in enumerate(fields())
    ]
    return tuple(every[:count])


def make(plan: Plan, look: Look | None = None) -> Resume:
    """Return the resume of a plan; the same plan makes the same resume on every machine."""
    place = f"{plan.field}/{plan.seniority}/{plan.level}/{plan.pool}/{plan.seed}"
    shape = Random(f"shape/{place}")  # which lines, how many, when
    words = Random(f"words/{place}/{plan.wording}")  # how they are worded
    who = Random(f"person/{place}/{plan.wording}")
    data = load(f"fields/{plan.field}")
    jobs = _jobs(plan, data, shape, words)
    sections = _sections(plan, data, jobs, shape, words)
    name, email = _person(who)
    look = look or usual_look(plan)
    return Resume(
        field=plan.field,
        industry=data["industry"],
        seniority=plan.seniority,
        level=plan.level,
        name=name,
        email=email,
        phone=f"({who.choice(_AREAS)}) 555-01{who.randint(10, 99)}",
        place=who.choice(load("people")["places"][plan.pool]),
        sections=sections,
        look=replace(look, author=name),
    )


def usual_look(plan: Plan) -> Look:
    """Return the look a plan is drawn in when nobody asks for one."""
    rng = Random(f"look/{plan.field}/{plan.seed}/{plan.pool}")
    return Look(
        format=rng.choice((PDF, DOCX)),
        layout=rng.choice(LAYOUTS),
        font=rng.choice(_FONTS),
        size=rng.choice((10.0, 10.5, 11.0)),
        accent=rng.choice(_ACCENTS),
        dates=rng.choice(("short", "long", "slashed")),
        mark="•",
        upper_headings=rng.random() < 0.3,
    )


def _person(rng: Random) -> tuple[str, str]:
    people = load("people")["cultures"]
    culture = people[rng.choice(sorted(people))]
    given = rng.choice(culture[rng.choice(("female", "male"))])
    family = rng.choice(culture["family"])
    plain = unicodedata.normalize("NFKD", f"{given}.{family}".replace("ø", "o"))
    local = "".join(char for char in plain if char.isascii() and (char.isalnum() or char == "."))
    domain = rng.choice(("example.com", "example.org", "example.net"))
    return f"{given} {family}", f"{local.lower()}@{domain}"


def _jobs(plan: Plan, data: dict[str, Any], shape: Random, words: Random) -> tuple[Job, ...]:
    people = load("people")
    firsts = shape.sample(people["employers"][plan.pool], _JOBS[plan.seniority])
    lines = _Lines(plan, data[plan.pool], shape, words)
    jobs: list[Job] = []
    end: int | None = None
    ladder = _LADDER[plan.seniority]
    for index, step in enumerate(ladder):
        start = (NOW if end is None else end) - shape.randint(*_STAYS[plan.seniority][index])
        titles = data["titles"][step]
        title = titles if isinstance(titles, str) else words.choice(titles)
        leads = step in {"senior", "executive"}
        count = shape.randint(*_BULLETS[plan.seniority][plan.level])
        jobs.append(
            Job(
                title=title,
                employer=f"{firsts[index]} {shape.choice(data['employers'])}",
                place=shape.choice(people["places"][plan.pool]),
                start=start,
                end=end,
                bullets=lines.take(count, leads=leads, held=end is None),
            )
        )
        end = start - 1
    return tuple(jobs)


class _Lines:
    """Deals out the lines of one resume: each pattern once, no opening verb more than twice."""

    def __init__(
        self, plan: Plan, pool: dict[str, list[str]], shape: Random, words: Random
    ) -> None:
        self._decks = {kind: shape.sample(pool[kind], len(pool[kind])) for kind in sorted(pool)}
        self._measured = 0.85 if plan.level == "good" else 0.4
        self._leads = 2 if plan.level == "good" else 1
        self._shape, self._words = shape, words
        self._openers: dict[str, int] = {}
        self._stop = "." if shape.random() < 0.4 else ""

    def take(self, count: int, *, leads: bool, held: bool) -> tuple[Bullet, ...]:
        """Return the lines of one position."""
        found: list[Bullet] = []
        while len(found) < count:
            if leads and not found and self._leads:
                self._leads -= 1
                kind = "lead"
            elif self._shape.random() < self._measured:
                kind = self._shape.choice(("results", "results", "ongoing"))
            else:
                kind = "plain"
            pattern = self._draw(kind)
            found.append(self._line(pattern, held=held))
        return tuple(found)

    def _draw(self, kind: str) -> str:
        for name in (kind, "ongoing", "plain", "results"):
            for pattern in self._decks[name]:
                if self._openers.get(opener(pattern), 0) < 2:
                    self._decks[name].remove(pattern)
                    self._openers[opener(pattern)] = self._openers.get(opener(pattern), 0) + 1
                    return pattern
        raise ValueError("this field of work has too few lines")

    def _line(self, pattern: str, *, held: bool) -> Bullet:
        bullet = tenses(filled(pattern, self._words)).bullet(held=held)
        other = f"{bullet.other}{self._stop}" if bullet.other else ""
        return Bullet(f"{bullet.text}{self._stop}", other)


def _sections(
    plan: Plan, data: dict[str, Any], jobs: tuple[Job, ...], shape: Random, words: Random
) -> tuple[Section, ...]:
    pool = data[plan.pool]
    common = load("common")
    heads = {kind: words.choice(names) for kind, names in common["headings"][plan.pool].items()}
    months = NOW - jobs[-1].start + 1
    length = f"{months // 12} years" if months >= 24 else f"{months} months"
    count = len(pool["skills"]) - 1 if plan.level == "good" else 6
    skills = shape.sample(pool["skills"], count)
    summary = filled(shape.choice(pool["summary"]), words, {"years": length})
    made = [
        Section("summary", heads["summary"], text=summary),
        Section("experience", heads["experience"], jobs=jobs),
        Section("education", heads["education"], studies=(_study(plan, data, jobs, shape),)),
        Section("skills", heads["skills"], skills=tuple(skills)),
    ]
    if plan.level == "good":
        made.append(
            Section(
                "certifications",
                heads["certifications"],
                lines=(shape.choice(data["certifications"]),),
            )
        )
        extra = shape.choice(("languages", "awards", "volunteering"))
        text = filled(shape.choice(common[extra][plan.pool]), words)
        line = tenses(text).present
        made.append(Section(extra, heads[extra], lines=(line,)))
    return tuple(made)


def _study(plan: Plan, data: dict[str, Any], jobs: tuple[Job, ...], shape: Random) -> Study:
    first = jobs[-2] if jobs[-1].title == data["titles"]["start"] else jobs[-1]
    end = (first.start - 1) // 12 * 12 + 4  # graduated in the May before
    end -= 12 * (end >= first.start)
    school = shape.choice(load("people")["schools"][plan.pool])
    return Study(shape.choice(data["degrees"]), school, end - 45, end)
