"""What the queue says about a file, in plain words; pure, `say` is the window's translation."""

from collections.abc import Callable
from typing import TypeAlias

from desktop.intake.queue_item import QueueItem, Station

Say: TypeAlias = Callable[[str], str]

#: The stages of `ai_agents.vocabulary.Stage` as a coach understands them.
STAGES = {
    "waiting": "Waiting",
    "reading": "Reading",
    "facts": "Gathering facts",
    "structure": "Structure",
    "appeal": "Appeal",
    "evidence": "Checking evidence",
    "scoring": "Scoring",
    "summary": "Summary",
    "done": "Finishing",
}
#: A shape for every station, so that colour is never alone (WCAG 2.2, 1.4.1).
MARKS = {
    Station.ADDING: "…",
    Station.KNOWN: "=",
    Station.WAITING: "○",
    Station.REVIEWING: "▶",
    Station.SAVING: "▶",
    Station.DONE: "✓",
    Station.STOPPED: "–",
    Station.FAILED: "!",
}
NEXT_STEPS = {
    "encrypted": "Save a copy without a password, then drop that.",
    "scanned": "Export the resume from Word or a web form, or run text recognition first.",
    "no-text": "Export the resume again from the program it was written in.",
    "legacy-word": "Open it in Word and save it as .docx, then drop that.",
    "file-empty": "Ask for the file again.",
    "damaged": "Ask for the file again, or save it anew from its program.",
    "unsupported-type": "Save it as PDF, Word (.docx) or text.",
    "file-too-large": "Save a smaller copy, for example without pictures.",
    "file-not-found": "The file was moved; drop it again.",
    "file-not-readable": "Check that you may open the file, then try again.",
    "text-too-short": "Check that the whole resume is in the file.",
    "text-too-long": "Shorten the document to the resume itself.",
    "disk-full": "Free some space, then try again.",
}


def state_words(item: QueueItem, say: Say) -> str:
    """Return the line under a file's name."""
    if item.station == Station.REVIEWING:
        if not item.steps:
            return say("Starting the review")
        stage = say(STAGES.get(item.stage, item.stage))
        return say("Step {step} of {steps}: {stage}").format(
            step=item.step, steps=item.steps, stage=stage.lower()
        )
    if item.station == Station.FAILED:
        return " ".join(part for part in (item.message, _next_step(item, say)) if part)
    if item.station == Station.KNOWN:
        return say("Already reviewed, {when}").format(when=item.known_when)
    return {
        Station.ADDING: say("Adding to the library"),
        Station.WAITING: say("Waiting"),
        Station.SAVING: say("Saving the review"),
        Station.DONE: say("Reviewed"),
        Station.STOPPED: say("Stopped"),
    }[item.station]


def _next_step(item: QueueItem, say: Say) -> str:
    if item.next_step:
        return item.next_step
    step = NEXT_STEPS.get(item.error_code, "")
    # The reader's message often already says what to do; then it is not said twice.
    return say(step) if step and len(item.message) < 70 else ""


def spoken(item: QueueItem, say: Say) -> str:
    """Return what a screen reader says for the row."""
    code = say("Code {code}").format(code=item.error_code) if item.error_code else ""
    score = say("Score {score} of 100").format(score=f"{item.score:.0f}") if item.score else ""
    return ". ".join(part for part in (item.name, state_words(item, say), score, code) if part)


def summary_words(items: list[QueueItem], say: Say) -> str:
    """Return the counts of the queue in one line, empty for an empty queue."""
    counts = (
        (say("{n} done"), sum(i.station in (Station.DONE, Station.KNOWN) for i in items)),
        (
            say("{n} under way"),
            sum(i.station in (Station.REVIEWING, Station.SAVING) for i in items),
        ),
        (say("{n} waiting"), sum(i.station in (Station.WAITING, Station.ADDING) for i in items)),
        (say("{n} failed"), sum(i.station == Station.FAILED for i in items)),
        (say("{n} stopped"), sum(i.station == Station.STOPPED for i in items)),
    )
    return " · ".join(text.format(n=count) for text, count in counts if count)
