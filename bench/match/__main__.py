"""How right the job match is: reading requirements, ranking, stuffing.

    python -m bench.match [--people N] [--seed S] [--pool a|b] [--worst]

Requirements are compared with what a person marked in 36 made-up postings (`postings` was in view
while the reader of postings was written, `held_out` was not). Resumes come from the generator of
the defect benchmark: everybody must meet the job of their own field best, and stuffing a resume
with the job's words must gain at most three points and be flagged.
"""

import argparse
from collections import defaultdict
from pathlib import Path

from ai_agents.match.matching import match_job
from bench.match.annotated import POSTINGS, Annotated, postings
from bench.match.extraction import Tally, measure, total
from bench.match.ranking import (
    FIELD_OF,
    best_fits,
    facts_of,
    own_rank,
    people,
    postings_of,
    score,
    stuffed,
)

#: Fewer words than this are no stuffing anybody could tell from an honest addition.
FLAGGED_FROM = 4
HELD_OUT = Path(__file__).parent / "held_out"


def main() -> int:
    """Measure and print; return 0."""
    parser = argparse.ArgumentParser(prog="python -m bench.match", description=__doc__)
    parser.add_argument("--people", type=int, default=48, help="made-up resumes (default 48)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pool", choices=("a", "b"), default="a", help="wordings of resumes")
    parser.add_argument("--worst", action="store_true", help="list every miss")
    given = parser.parse_args()
    known, unseen = postings(POSTINGS), postings(HELD_OUT)
    for name, jobs in (("in view", known), ("held out", unseen)):
        _requirements(name, jobs, worst=given.worst)
    everybody = list(people(given.people, given.seed, given.pool))
    jobs = postings_of((*known, *unseen))
    ranks = [own_rank(person, jobs) for person in everybody]
    first = sum(rank == 1 for rank in ranks) / len(ranks)
    print(f"own job first among {len(jobs)}: {first:.3f} of {len(ranks)} resumes")
    fits = [best_fits(field, jobs[name], everybody) for name, field in FIELD_OF.items()]
    print(f"best resume of a job is of its field: {sum(fits)} of {len(fits)} jobs")
    _stuffing(everybody, known)
    return 0


def _requirements(name: str, jobs: tuple[Annotated, ...], *, worst: bool) -> None:
    tallies: dict[str, Tally] = defaultdict(Tally)
    for job in jobs:
        for kind, tally in measure(job).items():
            tallies[kind].add(tally)
    everything = total(tallies.values())
    print(f"requirements, {name}: {len(jobs)} postings, {everything.marked} marked")
    for kind, tally in [*sorted(tallies.items()), ("all", everything)]:
        print(
            f"  {kind:<12} precision {tally.precision:.3f}  recall {tally.recall:.3f}"
            f"  f1 {tally.f1:.3f}  ({tally.marked})"
        )
    right = everything.importance / max(1, everything.hits)
    print(f"  required or plus right: {right:.3f}")
    if worst:
        print("\n".join(["  missed", *everything.missed, "  not marked", *everything.extra]))


def _stuffing(everybody: list, known: tuple[Annotated, ...]) -> None:
    gains: dict[str, list[float]] = defaultdict(list)
    flags: dict[str, list[bool]] = defaultdict(list)
    jobs = postings_of(known)
    by_field = {field: name for name, field in reversed(FIELD_OF.items())}
    texts = {job.name: job for job in known}
    false = 0
    for person in everybody:
        name = by_field[person.field]
        before = score(person.text, jobs[name])
        false += match_job(facts_of(person.text), jobs[name]).stuffing
        for way, added, text in stuffed(person, jobs[name], texts[name]):
            match = match_job(facts_of(text), jobs[name])
            gains[way].append((match.score or 0.0) - before)
            if added >= FLAGGED_FROM:
                flags[way].append(match.stuffing)
    print(f"flagged though honest: {false} of {len(everybody)}")
    for way, values in gains.items():
        print(
            f"  {way:<28} gain mean {sum(values) / len(values):5.1f}  most {max(values):5.1f}"
            f"  flagged {sum(flags[way]) / max(1, len(flags[way])):.3f} of {len(flags[way])}"
            f" with {FLAGGED_FROM}+ terms or sentences  ({len(values)})"
        )


if __name__ == "__main__":
    raise SystemExit(main())
