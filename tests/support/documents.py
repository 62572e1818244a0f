"""A small resume in plain text, and the document a reader makes of it."""

from ai_agents.documents.reader import read_document
from ai_agents.models import Document

RESUME = """\
Sam Rivera
sam.rivera@example.org | +1 555 010 0199 | Portland, Oregon

Summary
Operations manager with nine years of experience in retail stores.

Experience
Store Manager, Corner Shop, Portland
Jan 2019 - Present
- Led a team of 12 clerks and raised sales by 18 % in two years
- Responsible for the stock list of 900 articles
- Cut spoiled goods from 7 % to 3 % with a weekly count

Shift Lead, Harbor Foods, Seattle
Mar 2014 - Dec 2018
- Planned the shifts of 8 people for five years without a gap
- Trained 14 new clerks

Education
Bachelor of Science in Business, Portland State University, 2013

Skills
Stock planning, Excel, SAP, staff training, customer service
"""


def resume(text: str = RESUME, name: str = "resume.txt") -> Document:
    """Return the document of a text."""
    return read_document(text.encode(), name)
