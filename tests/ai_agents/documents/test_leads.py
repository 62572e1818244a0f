"""The bold words a line begins with are told apart from the rest, whatever the format."""

import pytest

from ai_agents.documents.reader import read_document
from tests.support.docx_files import docx, paragraph, run
from tests.support.pdf_files import SENTENCE, PdfFile


def _pdf() -> tuple[bytes, str]:
    page = PdfFile().text(50, 60, "Tools:", font="Helvetica-Bold").text(90, 60, "Git, Jira")
    page.text(50, 80, "Wholly bold", font="Helvetica-Bold").column(50, 100, [SENTENCE] * 3)
    return page.bytes, "a.pdf"


def _word() -> tuple[bytes, str]:
    bold = "<w:b/>"
    body = paragraph(run("Tools: ", bold), "Git, Jira") + paragraph(run("Wholly bold", bold))
    return docx(body), "a.docx"


def _page() -> tuple[bytes, str]:
    text = f"<p><b>Tools:</b> Git, Jira</p><p><b>Wholly bold</b></p><p>{SENTENCE}</p>"
    return f"<html><body>{text}{text}</body></html>".encode(), "a.html"


def _markdown() -> tuple[bytes, str]:
    return f"**Tools:** Git, Jira\n\n**Wholly bold**\n\n# End\n{SENTENCE}\n".encode(), "a.md"


@pytest.mark.parametrize("make", [_pdf, _word, _page, _markdown])
def test_a_label_in_bold_leads_its_line(make: object) -> None:
    """A label is known from the list behind it; a line in one weight has no lead."""
    assert callable(make)
    lines = read_document(*make()).lines
    assert [line.lead for line in lines[:3]] == ["Tools:", "", ""]
