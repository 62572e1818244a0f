"""What a coach is told when a file cannot be read: what happened, what is safe, one next step."""

from typing import Final

from ai_agents.errors import ReadCode, ReadError

_MESSAGES: Final = {
    ReadCode.NOT_FOUND: "This file is no longer there. Nothing was changed. "
    "Check the folder and add the file again.",
    ReadCode.NOT_READABLE: "This cannot be opened as a file. Nothing was changed. "
    "Check that it is a file you may read, then try again.",
    ReadCode.TOO_LARGE: "This file is larger than 10 MiB. Nothing was changed. "
    "Save it with smaller pictures and try again.",
    ReadCode.EMPTY: "This file is empty. Nothing was changed. Ask for the file again.",
    ReadCode.UNSUPPORTED: "This kind of file is not read. Nothing was changed. "
    "Save the resume as PDF or DOCX and try again.",
    ReadCode.LEGACY_WORD: "This is a document of an older Word version (.doc). Nothing was "
    "changed. Open it in Word or LibreOffice, save it as DOCX or PDF and try again.",
    ReadCode.ENCRYPTED: "This file is protected with a password. Nothing was changed. "
    "Save a copy without the password and try again.",
    ReadCode.SCANNED: "The pages are pictures without text, as a scanner makes them. Nothing was "
    "changed. Ask for the original document, or run text recognition and try again.",
    ReadCode.NO_TEXT: "No text was found in this file. Nothing was changed. "
    "Open it to see whether it shows any text, then save it as PDF or DOCX and try again.",
    ReadCode.TOO_SHORT: "This file shows fewer than 100 characters of text, too few for a review. "
    "Nothing was changed. Check that it is the complete resume.",
    ReadCode.TOO_LONG: "This file holds more than 50,000 characters of text, more than a resume. "
    "Nothing was changed. Check that it is the right file, or save the resume on its own.",
    ReadCode.DAMAGED: "This file is damaged or incomplete. The file itself was not changed. "
    "Open it in the program it was made with, save it again and try again.",
    ReadCode.UNSAFE: "This file is built in a way that is not safe to open. It was not unpacked, "
    "and nothing was changed. Ask for a PDF made from the original document.",
    ReadCode.TIMED_OUT: "Reading this file took longer than 20 s and was stopped. The other files "
    "are not affected. Save the resume as a new PDF and try again.",
    ReadCode.OUT_OF_MEMORY: "Reading this file needed more memory than is allowed and was stopped. "
    "The other files are not affected. Save the resume as a new PDF and try again.",
    ReadCode.CRASHED: "This file could not be read safely; the reader stopped. The other files are "
    "not affected. Save the resume as a new PDF and try again.",
}


def refusal(code: ReadCode, detail: str = "") -> ReadError:
    """Return the error for `code`; `detail` is one plain sentence about this file.

    It stands after the first sentence, which says what happened and may be all that is shown.
    """
    headline, _, rest = _MESSAGES[code].partition(". ")
    return ReadError(code, " ".join(filter(None, (f"{headline}.", detail, rest))))


def too_deep() -> ReadError:
    """Return the error for parts nested deeper than documents need: no text is left out unsaid."""
    return refusal(ReadCode.UNSAFE, "Its parts are nested too deeply.")


def unsupported(what: str, next_step: str = "") -> ReadError:
    """Return the error for a kind of file that is not read.

    Args:
        what: the kind with its article, as in "a picture".
        next_step: one sentence that replaces the usual advice.
    """
    advice = next_step or "Save the resume as PDF or DOCX and try again."
    return ReadError(
        ReadCode.UNSUPPORTED,
        f"This is {what}, which is not read as a resume. Nothing was changed. {advice}",
    )
