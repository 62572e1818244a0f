"""How long reading a PDF takes, as a ratio to what PDFium alone needs for text and one picture.

Usage: python bench/read_pdf.py [FOLDER] [--rounds 3]

The yardstick is `get_text_bounded` of every page plus one rendering of it at 100 dpi; the ratio is
that of the sums over all files of the fastest rounds, in processor time. Budget: 2.0.
"""

import argparse
import gc
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import pypdfium2

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))

from ai_agents.documents.pdf import read_pdf
from ai_agents.errors import ReadError
from ai_agents.models import SourceFile

BUDGET = 2.0


def yardstick(data: bytes) -> None:
    """Take the text of all pages and render each once."""
    document = pypdfium2.PdfDocument(data)
    for page in document:
        text = page.get_textpage()
        text.get_text_bounded()
        page.render(scale=100 / 72)
        text.close()
        page.close()
    document.close()


def read(data: bytes) -> None:
    """Read the document as the product does; a refusal counts as an answer."""
    source = SourceFile(name="x.pdf", sha256="", size_bytes=len(data), media_type="application/pdf")
    try:
        read_pdf(data, source)
    except ReadError:
        return


def fastest(works: Sequence[Callable[[bytes], None]], data: bytes, rounds: int) -> list[float]:
    """Return the least processor time of each work, in seconds; they take turns against noise."""
    best = [float("inf")] * len(works)
    for _ in range(rounds):
        for index, work in enumerate(works):
            start = time.process_time()
            work(data)
            best[index] = min(best[index], time.process_time() - start)
    return best


def main() -> int:
    """Print the ratio, overall and for the slowest files; 1 when over budget."""
    parser = argparse.ArgumentParser(description=__doc__)
    beside = Path(__file__).parents[2] / "shared" / "data" / "resumes"
    parser.add_argument("folder", type=Path, nargs="?", default=beside)
    parser.add_argument("--rounds", type=int, default=3)
    arguments = parser.parse_args()
    rows = []
    for path in sorted(arguments.folder.glob("*.pdf")):
        data = path.read_bytes()
        gc.collect()
        base, ours = fastest((yardstick, read), data, arguments.rounds)
        rows.append((ours, base, path.name))
    if not rows:
        print(f"no PDF in {arguments.folder}")
        return 2
    for ours, base, name in sorted(rows, key=lambda row: row[1] - row[0])[:8]:
        print(f"{ours / base:5.2f}  {1000 * ours:6.1f} ms of {1000 * base:6.1f} ms  {name}")
    ours, base = sum(row[0] for row in rows), sum(row[1] for row in rows)
    print(f"{len(rows)} files: {ours:.2f} s / {base:.2f} s = {ours / base:.2f} (budget {BUDGET})")
    return 0 if ours <= BUDGET * base else 1


if __name__ == "__main__":
    sys.exit(main())
