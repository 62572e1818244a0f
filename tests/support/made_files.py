"""Prints made resumes into files: a PDF layout, a Word, web or text file, each by its function."""

from collections.abc import Callable, Iterable

from tests.support.docx_files import docx, paragraph, run, table
from tests.support.made_resumes import Job, Made
from tests.support.pdf_files import PdfFile

_BOLD, _ITALIC = "Helvetica-Bold", "Helvetica-Oblique"
_LEFT, _RIGHT = 50.0, 545.0


class _Page:
    """A column of a page that is printed from the top down."""

    def __init__(
        self, file: PdfFile, left: float = _LEFT, right: float = _RIGHT, top: float = 60
    ) -> None:
        self.file, self.left, self.right, self.y = file, left, right, top

    def line(self, words: str, *, font: str = "Helvetica", size: float = 10, at: float = 0) -> None:
        self.file.text(self.left + at, self.y, words, font=font, size=size)
        self.y += 1.4 * size

    def pair(self, words: str, end: str, *, font: str = "Helvetica", at: float = 0) -> None:
        """Print words at the left and others on the same line at the right edge."""
        self.file.right(self.right, self.y, end)
        self.line(words, font=font, at=at)

    def space(self, points: float = 8) -> None:
        self.y += points

    def rule(self) -> None:
        self.file.box((self.left, self.y - 10, self.right - self.left, 0.7), 0)

    def wrapped(self, words: str) -> None:
        width = int((self.right - self.left) / 5.2)
        line = ""
        for word in words.split():
            if len(line) + len(word) > width:
                self.line(line)
                line = ""
            line = f"{line} {word}".strip()
        self.line(line)

    def bullets(self, told: Iterable[str], at: float = 0) -> None:
        for text in told:
            self.line(f"• {text}", at=at)

    def heading(self, words: str) -> None:
        self.space()
        self.line(words, font=_BOLD, size=13)


def _head(page: _Page, made: Made) -> None:
    page.line(made.name, font=_BOLD, size=20)
    page.line(f"{made.email} | {made.phone}")


def _skills(page: _Page, made: Made) -> None:
    page.wrapped(", ".join(made.skills))


def dates_at_the_right(made: Made) -> bytes:
    """One column: title in bold and date at the right, employer in italics below, bullets."""
    page = _Page(PdfFile())
    _head(page, made)
    summary, work, study, skills = made.headings
    page.heading(summary)
    page.wrapped(made.summary)
    page.heading(work)
    for job in made.jobs:
        page.pair(job.title, job.printed, font=_BOLD)
        page.line(job.employer, font=_ITALIC)
        page.bullets(job.told)
        page.space(4)
    page.heading(study)
    for school in made.schools:
        page.pair(school.degree, school.printed, font=_BOLD)
        page.line(school.institution, font=_ITALIC)
    page.heading(skills)
    _skills(page, made)
    return page.file.bytes


def employer_above_the_title(made: Made) -> bytes:
    """Employer in bold, below it the title with the date at the right; ruled capital headings."""
    page = _Page(PdfFile())
    _head(page, made)
    summary, work, study, skills = made.headings
    for heading in (study, work, skills, summary):
        page.space()
        page.line(heading.upper(), size=11)
        page.rule()
        if heading == study:
            for school in made.schools:
                page.line(school.institution, font=_BOLD)
                page.pair(school.degree, school.printed)
        elif heading == work:
            for job in made.jobs:
                page.line(job.employer, font=_BOLD)
                page.pair(job.title, job.printed)
                page.bullets(job.told)
        elif heading == skills:
            _skills(page, made)
        else:
            page.wrapped(made.summary)
    return page.file.bytes


def dates_in_the_margin(made: Made) -> bytes:
    """Dates in a column at the left, 'title, employer' beside them, text without bullets."""
    page = _Page(PdfFile())
    _head(page, made)
    summary, work, study, skills = made.headings
    page.heading(summary)
    page.wrapped(made.summary)
    page.heading(work)
    for job in made.jobs:
        page.file.text(page.left, page.y, job.printed)
        page.line(f"{job.title}, {job.employer}", font=_BOLD, at=190)
        for text in job.told:
            page.line(f"{text}.", at=190)
        page.space(6)
    page.heading(study)
    for school in made.schools:
        page.file.text(page.left, page.y, school.printed)
        page.line(f"{school.degree}, {school.institution}", font=_BOLD, at=190)
    page.heading(skills)
    _skills(page, made)
    return page.file.bytes


def sidebar(made: Made, *, left: bool) -> bytes:
    """Two columns: contact, summary and skills in a narrow one, work and study in the wide one."""
    file = PdfFile()
    narrow = _Page(file, 40, 190) if left else _Page(file, 405, 555)
    wide = _Page(file, 215, 555) if left else _Page(file, 40, 380)
    summary, work, study, skills = made.headings
    wide.line(made.name, font=_BOLD, size=20)
    wide.heading(work)
    for job in made.jobs:
        wide.line(job.title, font=_BOLD)
        wide.line(f"{job.employer} | {job.printed}")
        wide.bullets(job.told)
        wide.space(6)
    wide.heading(study)
    for school in made.schools:
        wide.line(school.degree, font=_BOLD)
        wide.line(f"{school.institution} | {school.printed}")
    narrow.y += 3
    narrow.line(made.email)
    narrow.line(made.phone)
    narrow.heading(summary)
    narrow.wrapped(made.summary)
    narrow.heading(skills)
    for skill in made.skills:
        narrow.line(skill)
    return file.bytes


def sidebar_left(made: Made) -> bytes:
    """The narrow column at the left."""
    return sidebar(made, left=True)


def sidebar_right(made: Made) -> bytes:
    """The narrow column at the right."""
    return sidebar(made, left=False)


def letter_spaced(made: Made) -> bytes:
    """Headings and name in capitals set apart; skills as a list of bullets."""
    file = PdfFile()
    page = _Page(file)
    file.spaced(page.left, page.y, made.name.upper(), char_space=4)
    page.space(24)
    page.line(f"{made.email}  •  {made.phone}")
    summary, work, study, skills = made.headings
    for heading in (summary, work, study, skills):
        page.space(10)
        file.spaced(page.left, page.y, heading.upper(), char_space=3)
        page.space(20)
        if heading == summary:
            page.wrapped(made.summary)
        elif heading == work:
            for job in made.jobs:
                page.pair(f"{job.title} – {job.employer}", job.printed)
                page.bullets(job.told, at=10)
        elif heading == study:
            for school in made.schools:
                page.pair(f"{school.degree} – {school.institution}", school.printed)
        else:
            page.bullets(made.skills, at=10)
    return file.bytes


def _tidy(text: str) -> str:
    return text.replace("&", "&amp;")


def word(made: Made) -> bytes:
    """A Word file: bold headings, tabs before the dates."""
    bold = "<w:b/>"
    summary, work, study, skills = made.headings

    def heading(words: str) -> str:
        return paragraph(run(words, f'{bold}<w:sz w:val="28"/>'))

    def row(job: Job) -> str:
        return (
            paragraph(run(_tidy(job.title), bold), run(f"\t{job.printed}"))
            + paragraph(_tidy(job.employer))
            + "".join(paragraph(f"• {_tidy(text)}") for text in job.told)
        )

    body = paragraph(run(made.name, f'{bold}<w:sz w:val="40"/>'))
    body += paragraph(f"{made.email} | {made.phone}")
    body += heading(summary) + paragraph(made.summary)
    body += heading(work) + "".join(row(job) for job in made.jobs)
    body += heading(study)
    for school in made.schools:
        body += paragraph(run(school.degree, bold), run(f"\t{school.printed}"))
        body += paragraph(school.institution)
    return docx(body + heading(skills) + paragraph(", ".join(made.skills)), filler=False)


def word_table(made: Made) -> bytes:
    """A Word file whose entries are rows of tables: date, then title and employer."""
    bold = "<w:b/>"
    summary, work, study, skills = made.headings

    def heading(words: str) -> str:
        return paragraph(run(words.upper(), f'{bold}<w:sz w:val="26"/>'))

    def entry(printed: str, *cell: str) -> tuple[str, str]:
        return printed, "".join(cell)

    jobs = [
        entry(
            job.printed,
            paragraph(run(_tidy(job.title), bold)),
            paragraph(_tidy(job.employer)),
            *(paragraph(f"• {_tidy(text)}") for text in job.told),
        )
        for job in made.jobs
    ]
    studies = [
        entry(s.printed, paragraph(run(s.degree, bold)), paragraph(s.institution))
        for s in made.schools
    ]
    body = paragraph(run(made.name, f'{bold}<w:sz w:val="40"/>'))
    body += paragraph(made.email) + paragraph(made.phone)
    body += heading(summary) + paragraph(made.summary)
    body += heading(work) + table(*jobs) + heading(study) + table(*studies)
    return docx(body + heading(skills) + paragraph(" • ".join(made.skills)), filler=False)


def text(made: Made) -> bytes:
    """A plain text file: headings on lines of their own, nothing else tells them."""
    summary, work, study, skills = made.headings
    lines = [made.name, f"{made.email} | {made.phone}", "", summary, made.summary, "", work]
    for job in made.jobs:
        lines += [f"{job.title}, {job.employer} ({job.printed})"]
        lines += [f"- {said}" for said in job.told] + [""]
    lines.append(study)
    lines += [f"{s.degree}, {s.institution} ({s.printed})" for s in made.schools]
    lines += ["", skills, ", ".join(made.skills), ""]
    return "\n".join(lines).encode()


def web(made: Made) -> bytes:
    """A web page with headings and lists."""
    summary, work, study, skills = made.headings
    parts = [f"<h1>{made.name}</h1><p>{made.email} · {made.phone}</p>"]
    parts += [f"<h2>{summary}</h2><p>{made.summary}</p><h2>{work}</h2>"]
    for job in made.jobs:
        told = "".join(f"<li>{_tidy(said)}</li>" for said in job.told)
        parts.append(
            f"<p><b>{_tidy(job.title)}</b></p><p>{_tidy(job.employer)}, {job.printed}</p>"
            f"<ul>{told}</ul>"
        )
    parts.append(f"<h2>{study}</h2>")
    parts += [f"<p><b>{s.degree}</b></p><p>{s.institution}, {s.printed}</p>" for s in made.schools]
    listed = "".join(f"<li>{skill}</li>" for skill in made.skills)
    parts.append(f"<h2>{skills}</h2><ul>{listed}</ul>")
    return f"<html><body>{''.join(parts)}</body></html>".encode()


Layout = Callable[[Made], bytes]
#: Layouts by the ending of the file they make
PDF_LAYOUTS: tuple[Layout, ...] = (
    dates_at_the_right,
    employer_above_the_title,
    dates_in_the_margin,
    sidebar_left,
    sidebar_right,
    letter_spaced,
)
OTHER_LAYOUTS: tuple[tuple[Layout, str], ...] = (
    (word, "docx"),
    (word_table, "docx"),
    (text, "txt"),
    (web, "html"),
)
