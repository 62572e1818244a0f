"""Small resumes as values, for tests of rules and scores: no file is read."""

from dataclasses import dataclass, field

from ai_agents.checks.facts import Facts, gather_facts
from ai_agents.fairness.masking import mask
from ai_agents.models import (
    Document,
    EducationEntry,
    ExperienceEntry,
    HiddenText,
    Line,
    Page,
    Profile,
    Section,
    SourceFile,
    Statement,
)
from ai_agents.rubric import load_industry
from ai_agents.vocabulary import LineRegion, SectionKind

AS_OF = "2026-06"


@dataclass(frozen=True)
class Post:
    """One position of a made-up resume."""

    title: str | None = "Operations Manager"
    employer: str | None = "Northwind Foods"
    start: str | None = "2021-03"
    end: str | None = "present"
    printed: str = "Mar 2021 – Present"
    bullets: tuple[str, ...] = (
        "Led a team of 12 people across two warehouses",
        "Cut order errors by 34% with a new picking process",
        "Negotiated supplier contracts worth $2.4 million",
    )
    bullet: bool = True


EARLIER = Post(
    "Shift Supervisor",
    "Contoso Retail",
    "2018-01",
    "2021-02",
    "Jan 2018 – Feb 2021",
    (
        "Trained 25 new colleagues in safety and stock control",
        "Reduced waste by 18% within one year",
        "Planned the weekly shifts of 40 people in Excel",
    ),
)


@dataclass(frozen=True)
class Recipe:
    """What a made-up resume says; the defaults are a clean one."""

    name: str = "Maya Chen"
    location: str | None = "Oakland, CA"
    location_text: str | None = None
    email: str | None = "maya.chen@example.com"
    email_text: str | None = None
    phone: str | None = "+1 415 555 0142"
    summary: tuple[str, ...] = (
        "Operations manager with eight years in food logistics and reporting.",
    )
    posts: tuple[Post, ...] = (Post(), EARLIER)
    study: tuple[str | None, str | None] = ("State University", "BSc")
    study_years: tuple[tuple[str | None, str], ...] = ((None, "2015"),)
    skills: tuple[str, ...] = ("Excel, SAP, forecasting, budgeting, negotiation, Lean",)
    headings: dict[SectionKind, str] = field(default_factory=dict)
    language: str | None = "en"
    hidden: tuple[HiddenText, ...] = ()
    extra: tuple[str, ...] = ()
    size: float | None = None
    fonts: tuple[str, ...] = ()
    pages: int = 0
    x0: float = 60.0
    region: LineRegion = LineRegion.BODY
    media_type: str = "text/plain"


class _Builder:
    def __init__(self, recipe: Recipe) -> None:
        self.recipe = recipe
        self.lines: list[Line] = []
        self.sections: list[Section] = []
        self.jobs: list[ExperienceEntry] = []
        self.said: list[Statement] = []
        self.found: dict[str, tuple[int, ...]] = {}

    def add(self, text: str, *, bullet: bool = False, region: LineRegion | None = None) -> int:
        number = len(self.lines) + 1
        shown = f"• {text}" if bullet else text
        paged = self.recipe.pages > 0
        top = 40.0 + 12 * (number % 60)
        font = self.recipe.fonts[number % len(self.recipe.fonts)] if self.recipe.fonts else None
        self.lines.append(
            Line(
                id=number,
                page=1 + (number * self.recipe.pages) // 80 if paged else 1,
                bbox=(self.recipe.x0, top, 500.0, top + 10) if paged else None,
                text=shown,
                parts=(shown,),
                bullet="•" if bullet else None,
                size=self.recipe.size,
                font=font,
                region=region or LineRegion.BODY,
            )
        )
        return number

    def section(self, kind: SectionKind, heading: str, first: int) -> None:
        self.sections.append(
            Section(kind=kind, heading=heading, first_line=first, last_line=len(self.lines))
        )

    def head(self, kind: SectionKind, usual: str) -> tuple[str, int]:
        heading = self.recipe.headings.get(kind, usual)
        return heading, self.add(heading)


def build(recipe: Recipe) -> tuple[Document, Profile]:
    """Return the document and profile of a recipe."""
    made = _Builder(recipe)
    _contact(made)
    _summary(made)
    _experience(made)
    _education_and_skills(made)
    for text in recipe.extra:
        made.add(text)
    document = Document(
        source=SourceFile(name="a", sha256="0" * 64, size_bytes=1, media_type=recipe.media_type),
        pages=tuple(Page(number=n + 1, width=595, height=842) for n in range(recipe.pages)),
        lines=tuple(made.lines),
        hidden=recipe.hidden,
        language=recipe.language,
    )
    institution, degree = recipe.study
    first = next((s.first_line + 1 for s in made.sections if s.kind == SectionKind.EDUCATION), 0)
    studies = tuple(
        EducationEntry(
            institution=institution, degree=degree, start=start, end=end, lines=(line, line)
        )
        for line, (start, end) in enumerate(recipe.study_years if first else (), first)
    )
    profile = Profile(
        name=recipe.name,
        email=recipe.email,
        phone=recipe.phone,
        location=recipe.location,
        sections=tuple(made.sections),
        experience=tuple(made.jobs),
        education=studies,
        skills=tuple(s.strip() for line in recipe.skills for s in line.split(",")),
        statements=tuple(made.said),
        found_at=made.found,
    )
    return document, profile


def _contact(made: _Builder) -> None:
    recipe = made.recipe
    made.found["name"] = (made.add(recipe.name),)
    if place := recipe.location_text or recipe.location:
        line = made.add(place)
        if recipe.location:
            made.found["location"] = (line,)
    email = recipe.email_text or recipe.email
    if email:
        line = made.add(email, region=recipe.region)
        if recipe.email:
            made.found["email"] = (line,)
    if recipe.phone:
        made.found["phone"] = (made.add(recipe.phone, region=recipe.region),)


def _summary(made: _Builder) -> None:
    if made.recipe.summary:
        heading, first = made.head(SectionKind.SUMMARY, "Summary")
        for text in made.recipe.summary:
            line = made.add(text)
            made.said.append(
                Statement(lines=(line,), text=text, bullet=False, section=SectionKind.SUMMARY)
            )
        made.section(SectionKind.SUMMARY, heading, first)


def _experience(made: _Builder) -> None:
    if not made.recipe.posts:
        return
    heading, first = made.head(SectionKind.EXPERIENCE, "Experience")
    for index, post in enumerate(made.recipe.posts):
        start = made.add(f"{post.title or ''}, {post.employer or ''}  {post.printed}")
        for text in post.bullets:
            line = made.add(text, bullet=post.bullet)
            made.said.append(
                Statement(
                    lines=(line,),
                    text=text,
                    bullet=post.bullet,
                    section=SectionKind.EXPERIENCE,
                    entry=index,
                )
            )
        made.jobs.append(
            ExperienceEntry(
                title=post.title,
                employer=post.employer,
                start=post.start,
                end=post.end,
                lines=(start, len(made.lines)),
            )
        )
    made.section(SectionKind.EXPERIENCE, heading, first)


def _education_and_skills(made: _Builder) -> None:
    institution, degree = made.recipe.study
    if institution:
        heading, first = made.head(SectionKind.EDUCATION, "Education")
        for _ in made.recipe.study_years:
            made.add(f"{degree or ''}, {institution}".strip(", "))
        made.section(SectionKind.EDUCATION, heading, first)
    if made.recipe.skills:
        heading, first = made.head(SectionKind.SKILLS, "Skills")
        for text in made.recipe.skills:
            made.add(text)
        made.section(SectionKind.SKILLS, heading, first)


def facts_of(recipe: Recipe | None = None, industry: str = "general_business") -> Facts:
    """Return the facts of a recipe; the clean resume without one."""
    document, profile = build(recipe or Recipe())
    masked, _ = mask(document, profile)
    return gather_facts(masked, load_industry(industry), AS_OF)
