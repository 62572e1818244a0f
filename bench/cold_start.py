"""How long `vitae review` of one two-page PDF takes, from nothing to its exit.

Peers in the same run: an empty Python, and raw pypdfium2 reading and rendering the same file.
"""

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

ROOT = Path(__file__).parents[1]
TARGET_S = 1.5
_RAW = """
import sys, pypdfium2
pdf = pypdfium2.PdfDocument(sys.argv[1])
for page in pdf:
    page.get_textpage().get_text_range()
    page.render(scale=100 / 72)
"""


def write_two_pages(path: Path) -> None:
    """Write a two-page resume."""
    canvas = Canvas(str(path), pagesize=A4, invariant=1)
    lines = ["Maya Chen", "maya.chen@example.org | +1 503 555 0142", "Experience"]
    for year in range(2022, 2004, -3):
        lines += [f"Software Engineer, Acme Systems {year} – {year + 2}"]
        lines += [
            f"• Cut the time of {10 * number} reports from {number + 2} days to one with Python"
            for number in range(1, 9)
        ]
    lines += [
        "Education",
        "B.Sc. Computer Science, State University, 2004",
        "Skills",
        "Python, SQL",
    ]
    for place, text in enumerate(lines):
        if place and place % 35 == 0:
            canvas.showPage()
        canvas.drawString(60, 780 - place % 35 * 20, text)
    canvas.save()


def median_s(command: list[str], runs: int) -> float:
    """Return the median wall time of a command, after one run that warms the disk's cache."""
    times = []
    for _ in range(runs + 1):
        started = time.perf_counter()
        subprocess.run(command, check=True, capture_output=True, cwd=ROOT, timeout=60)
        times.append(time.perf_counter() - started)
    return statistics.median(times[1:])


def main() -> int:
    """Measure and print; return 1 when the target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7)
    runs = parser.parse_args().runs
    with tempfile.TemporaryDirectory() as folder:
        pdf = Path(folder) / "two-pages.pdf"
        write_two_pages(pdf)
        python = [sys.executable]
        empty = median_s([*python, "-c", "pass"], runs)
        raw = median_s([*python, "-c", _RAW, str(pdf)], runs)
        graph = median_s([*python, "-c", "import ai_agents.orchestrator"], runs)
        read = median_s([*python, "-m", "desktop", "read", str(pdf), "--format", "json"], runs)
        review = median_s([*python, "-m", "desktop", "review", str(pdf), "--format", "json"], runs)
    print(f"empty Python                {empty:6.2f} s")
    print(f"raw pypdfium2, text + page  {raw:6.2f} s")
    print(f"agents' graph imported      {graph:6.2f} s")
    print(f"vitae read                  {read:6.2f} s")
    print(f"vitae review                {review:6.2f} s   target {TARGET_S} s")
    print(f"review over raw             {review / raw:6.1f} ×")
    return int(review > TARGET_S)


if __name__ == "__main__":
    raise SystemExit(main())
