"""Where defects go: bullets of positions, the sections, and how a line is rewritten."""

from collections.abc import Callable, Iterator

from bench.quality.defects.model import Damage, Draw, Slip
from bench.quality.edits import Edit, Path, edit
from bench.quality.resume import Bullet, Job, Resume
from bench.quality.wordings import load


def job_path(resume: Resume, index: int) -> Path:
    """Return the path of a position."""
    return ("sections", resume.at("experience") or 0, "jobs", index)


def past_jobs(resume: Resume) -> list[int]:
    """Return the places of the positions that have ended."""
    return [index for index, job in enumerate(resume.jobs) if job.end is not None]


def bullets(resume: Resume, jobs: list[int] | None = None) -> Iterator[tuple[Path, Bullet]]:
    """Yield the bullets of the positions (all without `jobs`) with their paths, in order."""
    for index, job in enumerate(resume.jobs):
        if jobs is None or index in jobs:
            for number, bullet in enumerate(job.bullets):
                yield (*job_path(resume, index), "bullets", number), bullet


def rewritten(
    resume: Resume,
    draw: Draw,
    rules: tuple[str, ...],
    change: Callable[[Bullet], str | None],
    *,
    past_only: bool = False,
) -> Damage | None:
    """Rewrite `draw.times` bullets; `change` returns the new text, None where it cannot.

    The same seed takes the same bullets first, so that more of a defect includes the less.
    """
    found = list(bullets(resume, past_jobs(resume) if past_only else None))
    draw.rng.shuffle(found)
    edits: list[Edit] = []
    for path, bullet in found:
        text = change(bullet)
        if text is not None and len(edits) < draw.times:
            edits.append(edit(resume, (*path, "text"), text))
    if len(edits) < draw.times:
        return None
    return Damage(tuple(edits), tuple(Slip(rules, (str(one.after),)) for one in edits))


def texts(name: str, draw: Draw) -> list[str]:
    """Return the wordings of a defect in the pool of the draw, shuffled."""
    found = list(load("defects")[name][draw.pool])
    draw.rng.shuffle(found)
    return found


def reworded(name: str, rules: tuple[str, ...]) -> Callable[[Resume, Draw], Damage | None]:
    """Return an operator that rewrites lines of past positions by patterns of `defects.yaml`."""

    def make(resume: Resume, draw: Draw) -> Damage | None:
        patterns = texts(name, draw)
        used: list[str] = []

        def change(bullet: Bullet) -> str | None:
            pattern = patterns[len(used) % len(patterns)]
            text = filled_line(pattern, bullet)
            if text is not None:
                used.append(text)
            return text

        return rewritten(resume, draw, rules, change, past_only=True)

    return make


def filled_line(pattern: str, bullet: Bullet) -> str | None:
    """Return a pattern with a line in it; None where it needs a tense the line does not have."""
    stop = "." if bullet.text.endswith(".") else ""
    text = bullet.text.removesuffix(".")
    base = bullet.other.removesuffix(".")
    if ("{base}" in pattern or "{gerund}" in pattern) and (not base or " and " in base):
        return None
    if text[:2].isupper():  # SQL, AWS: no small first letter
        return None
    values = {
        "text": text,
        "rest": text[0].lower() + text[1:],
        "base": base[:1].lower() + base[1:],
        "gerund": gerund(base),
    }
    line = pattern.format_map(values)
    return line if line.endswith("!") else f"{line}{stop}"


def gerund(base: str) -> str:
    """Return a line that opens with a verb in the present tense with its -ing form instead."""
    verb, _, rest = base[:1].lower() + base[1:], "", ""
    verb, _, rest = verb.partition(" ")
    vowels = "aeiou"
    if verb.endswith("ie"):
        form = f"{verb[:-2]}ying"
    elif verb.endswith("e") and not verb.endswith("ee"):
        form = f"{verb[:-1]}ing"
    elif verb in _DOUBLED or (
        len(verb) == 3 and verb[-2] in vowels and verb[-1] not in f"{vowels}wxy"
    ):
        form = f"{verb}{verb[-1]}ing"
    else:
        form = f"{verb}ing"
    return f"{form} {rest}".rstrip()


_DOUBLED = frozenset({"plan", "refer", "submit", "ship", "stop", "transfer"})


def sentence_job(resume: Resume) -> tuple[int, Job] | None:
    """Return the second position, the latest that has ended; None where there is none."""
    past = past_jobs(resume)
    return (past[0], resume.jobs[past[0]]) if past else None
