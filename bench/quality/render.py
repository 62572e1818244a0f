"""From a resume to the bytes of a file and its name."""

from functools import lru_cache

from bench.quality.render_docx import render_docx
from bench.quality.render_pdf import render_pdf
from bench.quality.resume import DOCX, Resume


@lru_cache(maxsize=1024)
def render(resume: Resume) -> tuple[bytes, str]:
    """Return (bytes, file name) of the resume in its own format and look."""
    write = render_docx if resume.look.format == DOCX else render_pdf
    return write(resume), f"{resume.look.file_name}.{resume.look.format}"
