"""Runs the relations over the resumes, two processes at a time, and gathers their records."""

import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from multiprocessing import get_context
from typing import TypeAlias

from bench.quality.generator import Plan, make, plans, usual_look
from bench.quality.judged import judge
from bench.quality.records import Record
from bench.quality.relations.base import Base, Options
from bench.quality.relations.clean import clean
from bench.quality.relations.decoys import decoys
from bench.quality.relations.foreign import foreign
from bench.quality.relations.hidden import hidden
from bench.quality.relations.inject import inject
from bench.quality.relations.layouts import formats, layouts
from bench.quality.relations.peers import peers
from bench.quality.relations.ranking import ranking
from bench.quality.relations.repeat import more, repair
from bench.quality.relations.same import looks, reorder, swaps
from bench.quality.relations.stuffing import stuffing
from bench.quality.relations.whole import refused, rerun

_Look: TypeAlias = Callable[[Base], Iterator[Record]]
#: What is asked of every resume, in this order.
PER_BASE: dict[str, _Look] = {
    "clean": clean,
    "decoys": decoys,
    "foreign": foreign,
    "inject": inject,
    "monotone": more,
    "repair": repair,
    "swaps": swaps,
    "reorder": reorder,
    "formats": formats,
    "layouts": layouts,
    "looks": looks,
    "hidden": hidden,
    "stuffing": stuffing,
    "ranking": ranking,
    "peers": peers,
}
#: What is asked of the command, once.
WHOLE: dict[str, Callable[[Options], Iterator[Record]]] = {"refused": refused, "rerun": rerun}
PROCESSES = 2


def base_of(plan: Plan, options: Options, number: int) -> Base:
    """Return the clean resume of a plan, drawn in a layout the options allow."""
    look = usual_look(plan)
    if options.layouts:
        look = replace(look, layout=options.layouts[number % len(options.layouts)])
    resume = make(plan, look)
    return Base(plan, resume, judge(resume), options)


def one(options: Options, numbered: tuple[int, Plan]) -> list[Record]:
    """Return all records of one plan."""
    base = base_of(numbered[1], options, numbered[0])
    asked = options.relations or tuple(PER_BASE)
    return [record for name in asked if name in PER_BASE for record in PER_BASE[name](base)]


def run(options: Options, processes: int = PROCESSES) -> list[Record]:
    """Return the records of all resumes, in the order of the plans; progress goes to stderr."""
    work = list(enumerate(plans(options.bases, options.seed, options.pool)))
    found: list[Record] = []
    with get_context("spawn").Pool(processes) as pool:
        for done, records in enumerate(pool.imap(partial(one, options), work), 1):
            found += records
            print(f"\r{done}/{len(work)} resumes", end="", file=sys.stderr, flush=True)
    print(file=sys.stderr)
    for name, relation in WHOLE.items():
        if not options.relations or name in options.relations:
            found += relation(options)
    return found
