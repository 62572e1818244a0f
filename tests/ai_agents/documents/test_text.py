"""Plain text and Markdown keep their lines and lose their marks."""

from ai_agents.documents.reader import read_document
from ai_agents.models import Document
from tests.support.docx_files import FILLER


def read(text: str, name: str = "resume.txt") -> Document:
    """Read `text` with enough words after it."""
    return read_document(f"{text}\n{FILLER}\n".encode(), name)


def test_lines_stay_lines_and_rules_are_dropped() -> None:
    """Wrapped lines are not joined; a drawn rule is no line."""
    lines = read("Maya Chen\n=====\n\nLed the team\nof twelve people").lines
    assert [line.text for line in lines[:3]] == ["Maya Chen", "Led the team", "of twelve people"]
    assert [line.id for line in lines] == list(range(1, len(lines) + 1))


def test_tabs_and_wide_gaps_cut_a_line_into_parts() -> None:
    """Employer and dates set apart are two parts of one line."""
    line = read("Acme Ltd\t\tJan 2020 – Present").line(1)
    assert line.parts == ("Acme Ltd", "Jan 2020 – Present")
    assert read("Acme Ltd        2020").line(1).parts == ("Acme Ltd", "2020")


def test_bullets_are_known_and_kept_in_the_text() -> None:
    """The mark is told apart and stays what a person reads."""
    document = read("• Led sales\n- Cut cost\n1. First\n\t•\tTabbed\nC++ is a skill\nA. Smith")
    assert [line.bullet for line in document.lines[:5]] == ["•", "-", "1.", "•", None]
    assert document.line(4).parts == ("• Tabbed",)


def test_markdown_marks_are_taken_off() -> None:
    """Headings, emphasis, links and tables read as a page shows them."""
    document = read(
        "# Maya Chen\n[site](https://maya.example)\n## Skills\n**Acme**\n* SQL and `dbt`\n"
        "| Role | Years |\n|---|---|\n| Lead | 4 |",
        "resume.md",
    )
    texts = [line.text for line in document.lines]
    assert texts[:7] == [
        "Maya Chen",
        "site",
        "Skills",
        "Acme",
        "* SQL and dbt",
        "Role Years",
        "Lead 4",
    ]
    assert document.line(1).heading_style
    assert document.line(4).bold
    assert document.line(5).bullet == "*"
    assert document.line(7).parts == ("Lead", "4")
    assert [(link.url, link.line) for link in document.links] == [("https://maya.example", 2)]


def test_an_endless_line_is_cut_and_read_in_time() -> None:
    """No line is longer than the limit, and no pattern runs away on it."""
    document = read("x" * 45_000)
    assert max(len(line.text) for line in document.lines) <= 2_000
    assert sum(line.text.count("x") for line in document.lines) >= 45_000


def test_nothing_of_a_long_line_is_lost() -> None:
    """White space, marks or length in front do not swallow what comes after."""
    for before in (" \t" * 5000, "[" * 30_000, "-" * 5000 + " "):
        for name in ("resume.txt", "resume.md"):
            document = read_document(f"{before}{FILLER}".encode(), name)
            assert document.text.endswith("on time.")


def test_utf16_and_old_code_pages_are_read() -> None:
    """What a coach sees in an editor is what is read."""
    text = f"Zoë Brontë, née à Orléans\n{FILLER}"
    for encoding in ("utf-16", "utf-8-sig", "cp1252"):
        document = read_document(text.encode(encoding), "resume.txt")
        assert document.line(1).text == "Zoë Brontë, née à Orléans"


def test_blank_lines_and_underlines_tell_the_gap_and_the_rule() -> None:
    """White space above a line and a rule drawn under it are known, as in laid out files."""
    skills = read(f"Anna\n\n\nSKILLS\n------\nGit\n{FILLER}").lines[1:3]
    assert [(line.text, line.gap_before, line.ruled) for line in skills] == [
        ("SKILLS", 2.0, True),
        ("Git", 1.0, False),
    ]


def test_markdown_headings_keep_their_rank() -> None:
    """'##' is a rank below '#'; an underline ranks too; other lines have none."""
    lines = read(f"# Anna\n\n## Skills\n\n### Git\n\nWork\n----\n\n{FILLER}", "cv.md").lines[:5]
    assert [line.level for line in lines] == [1, 2, 3, 2, 0]
