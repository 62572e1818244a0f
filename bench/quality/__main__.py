"""How right the review is: the defect benchmark.

    python -m bench.quality [--bases N] [--seed S] [--pool a|b] [--layouts …] [--operators …]
                            [--relations …] [--worst] [--json OUT] [--write]

Clean resumes are made from a seed, damaged in known ways, drawn as PDF and DOCX, read and reviewed
in process. Pool b and other seeds are held out: they are for judging, not for developing rules.
"""

import argparse
import json
import sys
from dataclasses import asdict
from pathlib import Path

from bench.quality.defects.registry import OPERATORS
from bench.quality.relations.base import Options
from bench.quality.report import lines, worst
from bench.quality.resume import LAYOUTS
from bench.quality.run import PER_BASE, WHOLE, run
from bench.quality.wordings import POOLS


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(
        prog="python -m bench.quality",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--bases", type=int, default=48, help="clean resumes (default 48)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pool", choices=POOLS, default="a", help="wordings; b is held out")
    parser.add_argument("--layouts", nargs="+", choices=LAYOUTS, default=(), metavar="LAYOUT")
    parser.add_argument("--operators", nargs="+", choices=OPERATORS, default=(), metavar="ID")
    parser.add_argument(
        "--relations", nargs="+", choices=[*PER_BASE, *WHOLE], default=(), metavar="NAME"
    )
    parser.add_argument("--processes", type=int, default=2)
    parser.add_argument("--worst", action="store_true", help="list every miss and false alarm")
    parser.add_argument("--json", type=Path, metavar="OUT", help="write every record there")
    return parser.parse_args()


def main() -> int:
    """Run, print, write; return 0."""
    given = _arguments()
    options = Options(
        given.bases,
        given.seed,
        given.pool,
        tuple(given.layouts),
        tuple(given.operators),
        tuple(given.relations),
    )
    records = run(options, given.processes)
    print("\n".join(lines(records)))
    if given.worst:
        print("\n".join(["", "misses and false alarms", *worst(records)]))
    if given.json:
        given.json.write_text(
            json.dumps([asdict(r) for r in records], ensure_ascii=False, indent=1)
        )
    return 0


if __name__ == "__main__":
    sys.exit(main())
