"""How right the review is: the defect benchmark.

    python -m bench.quality [--bases N] [--seed S] [--pool a|b] [--layouts …] [--operators …]
                            [--relations …] [--worst] [--json OUT] [--write]

Clean resumes are made from a seed, damaged in known ways, drawn as PDF and DOCX, read and reviewed
in process. Pool b and other seeds are held out: they are for judging, not for developing rules.
"""

import argparse
import json
import shlex
import sys
from dataclasses import asdict
from datetime import UTC, datetime
from pathlib import Path

from bench.quality.defects.registry import OPERATORS
from bench.quality.relations.base import Options
from bench.quality.report import markdown, terminal, worst
from bench.quality.resume import LAYOUTS
from bench.quality.run import PER_BASE, WHOLE, run
from bench.quality.wordings import POOLS

PAGE = Path(__file__).parents[2] / "docs" / "quality.md"


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.quality",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    names = [*PER_BASE, *WHOLE]
    add = parser.add_argument
    add("--bases", type=int, default=48, help="clean resumes (default 48)")
    add("--seed", type=int, default=1)
    add("--pool", choices=POOLS, default="a", help="wordings; b is held out")
    add("--layouts", nargs="+", choices=LAYOUTS, default=(), metavar="LAYOUT")
    add("--operators", nargs="+", choices=OPERATORS, default=(), metavar="ID")
    add("--relations", nargs="+", choices=names, default=(), metavar="NAME", help=", ".join(names))
    add("--processes", type=int, default=2)
    add("--worst", action="store_true", help="list every miss and false alarm")
    add("--json", type=Path, metavar="OUT", help="write every record there")
    add("--write", action="store_true", help=f"write the figures to docs/{PAGE.name}")
    return parser.parse_args()


def main() -> int:
    """Run, print, write; return 0."""
    given = _arguments()
    options = Options(
        bases=given.bases,
        seed=given.seed,
        pool=given.pool,
        layouts=tuple(given.layouts),
        operators=tuple(given.operators),
        relations=tuple(given.relations),
    )
    records = run(options, given.processes)
    print("\n".join(terminal(records)))
    if given.worst:
        print("\n".join(["", "misses and false alarms", *worst(records)]))
    if given.json:
        text = json.dumps([asdict(record) for record in records], ensure_ascii=False, indent=1)
        given.json.write_text(text, encoding="utf-8")
    if given.write:
        command = shlex.join(["python", "-m", "bench.quality", *sys.argv[1:]])
        day = datetime.now(UTC).date().isoformat()
        PAGE.write_text(markdown(records, command, day), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
