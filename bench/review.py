"""How long one file takes in a batch of 100, against raw pypdfium2 on the same files.

Raw means text extraction and one 100-dpi rendering of every page, in one process. Memory is the
highest sum over the whole process tree.
"""

import argparse
import subprocess
import sys
import threading
import time
from pathlib import Path

import psutil

ROOT = Path(__file__).parents[1]
TARGET_MS, TARGET_RATIO, TARGET_READ_RATIO, TARGET_MIB = 120, 8.0, 3.0, 300
_RAW = """
import sys, time, pypdfium2
started = time.perf_counter()
for name in sys.argv[1:]:
    pdf = pypdfium2.PdfDocument(name)
    for page in pdf:
        page.get_textpage().get_text_range()
        page.render(scale=100 / 72)
    pdf.close()
print(time.perf_counter() - started)
"""


def batch(count: int) -> list[str]:
    """Return `count` PDF files: real resumes where they lie beside the project, else samples."""
    shared = sorted((ROOT.parent / "shared" / "data" / "resumes").glob("*.pdf"))
    own = sorted((ROOT / "resources" / "samples").glob("*.pdf"))
    found = shared or own
    print(f"{'real' if shared else 'sample'} resumes: {len(found)} different files")
    return [str(found[number % len(found)]) for number in range(count)]


def raw_s(files: list[str]) -> float:
    """Return how long raw pypdfium2 takes, its start not counted."""
    done = subprocess.run(
        [sys.executable, "-c", _RAW, *files], check=True, capture_output=True, text=True
    )
    return float(done.stdout)


def vitae_s(command: str, files: list[str]) -> tuple[float, float]:
    """Return wall seconds of the whole command, its start counted, and its peak MiB."""
    started = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-m", "desktop", command, "--format", "json", *files],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
    ) as process:
        peak = [0.0]
        watch = threading.Thread(target=_watch, args=(process.pid, peak), daemon=True)
        watch.start()
        process.wait(timeout=600)
        took = time.perf_counter() - started
        watch.join(timeout=5)
    return took, peak[0]


def _watch(pid: int, peak: list[float]) -> None:
    try:
        root = psutil.Process(pid)
        while root.is_running() and root.status() != psutil.STATUS_ZOMBIE:
            total = 0
            for process in (root, *root.children(recursive=True)):
                try:
                    total += process.memory_info().rss
                except psutil.NoSuchProcess:
                    continue
            peak[0] = max(peak[0], total / 1024**2)
            time.sleep(0.05)
    except psutil.NoSuchProcess:
        return


def main() -> int:
    """Measure and print; return 1 when a target is missed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--files", type=int, default=100)
    files = batch(parser.parse_args().files)
    raw = min(raw_s(files) for _ in range(2))
    read, _ = vitae_s("read", files)
    review, mib = vitae_s("review", files)
    each = review * 1000 / len(files)
    print(f"raw pypdfium2   {raw * 1000 / len(files):6.1f} ms per file")
    print(
        f"vitae read      {read * 1000 / len(files):6.1f} ms per file, {read / raw:.2f} × raw"
        f"   target {TARGET_READ_RATIO} ×"
    )
    print(
        f"vitae review    {each:6.1f} ms per file, {review / raw:.2f} × raw"
        f"   target {TARGET_MS} ms, {TARGET_RATIO} ×"
    )
    print(f"peak memory     {mib:6.0f} MiB, all processes   target {TARGET_MIB} MiB")
    met = each <= TARGET_MS and review / raw <= TARGET_RATIO and mib <= TARGET_MIB
    return int(not (met and read / raw <= TARGET_READ_RATIO))


if __name__ == "__main__":
    raise SystemExit(main())
