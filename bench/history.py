"""Times the history of 100,000 stored reviews against a plain LIKE scan of the same text.

Prints median milliseconds of the id list, one page of rows and full-text questions, and how many
times faster than LIKE a question is. Usage: bench/history.py [reviews]
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from sqlalchemy import insert, text

sys.path.insert(0, str(Path(__file__).parents[1]))

from database.identity import new_id
from database.models.analysis import Findings, ResumeAnalysis, ReviewRest, Scores
from database.models.files import FileUpload
from database.models.search import SearchEntry
from database.queries.history import HistoryFilter, HistorySort
from database.search import fold
from database.session import Store, open_library

SEED = 20261123
REPEATS = 7
BATCH = 2_000
TEXT_WORDS = 250
FIRST = ("Maya", "Anna", "Kenji", "Zoë", "Omar", "Lena", "Paulo", "Ines", "Tom", "Ada")
LAST = ("Chen", "Müller", "Sato", "Silva", "Haddad", "Novak", "Okafor", "Rossi", "Lind", "Weber")
COMMON = ("led", "team", "managed", "project", "revenue", "clients", "data", "cloud", "budget")


def vocabulary(random_: random.Random) -> list[str]:
    """Return 20,000 made-up words."""
    syllables = ["ka", "ro", "mi", "ten", "sol", "var", "ed", "plu", "gri", "on", "tal", "us"]
    return ["".join(random_.choices(syllables, k=random_.randint(2, 4))) for _ in range(20_000)]


def rows(owner_id: Any, count: int) -> Iterator[tuple[dict[str, Any], ...]]:
    """Yield (file, analysis, search entry) rows of one review each."""
    random_ = random.Random(SEED)
    words = vocabulary(random_)
    start = datetime(2020, 1, 1, tzinfo=UTC)
    for number in range(count):
        body = " ".join(random_.choices(words, k=TEXT_WORDS) + random_.choices(COMMON, k=30))
        title = f"{random_.choice(FIRST)} {random_.choice(LAST)} {number}"
        file_id, analysis_id, when = new_id(), new_id(), start + timedelta(minutes=number * 7)
        stamps = {"user_id": owner_id, "created_at": when, "updated_at": when}
        yield (
            {"id": file_id, "filename": f"{title}.pdf", "original_filename": title,
             "extracted_text": body, "status": "completed", **stamps},
            {"id": analysis_id, "file_upload_id": file_id, "industry": "general_business",
             "status": "completed", "title": title, "completed_at": when, "engine": "rules",
             "overall_score": random_.uniform(20, 95), "market_tier": "tier_2",
             "structure_scores": Scores(values={"format": 70.0}),
             "findings": Findings(items=({"message": body[:400]},) * 3),
             "rest": ReviewRest(review={"summary": body[:300]}), **stamps},
            {"user_id": owner_id, "kind": "analysis", "record_id": analysis_id,
             "names": fold(title), "words": fold(body)},
        )  # fmt: skip


def fill(store: Store, count: int) -> None:
    """Store the reviews, as repositories would leave them."""
    tables = (FileUpload, ResumeAnalysis, SearchEntry)
    made = rows(store.owner_id, count)
    for _ in range(0, count, BATCH):
        batch = list(islice(made, BATCH))
        with store.write() as work:
            for table, values in zip(tables, zip(*batch, strict=True), strict=True):
                work.session.execute(insert(table), list(values))
    with store.engine.connect() as connection:
        connection.exec_driver_sql("ANALYZE")
        connection.commit()


def median_ms(action: Callable[[], object]) -> float:
    """Return the median of some runs, after one that warms the cache."""
    action()
    taken = []
    for _ in range(REPEATS):
        began = time.perf_counter()
        action()
        taken.append((time.perf_counter() - began) * 1000)
    return statistics.median(taken)


def measure(store: Store) -> None:
    """Print every figure."""
    with store.read() as work:
        history = work.history
        like = text(
            "SELECT a.id FROM resume_analyses a JOIN search_entries s ON s.record_id = a.id "
            "WHERE s.words LIKE :part OR s.names LIKE :part"
        )
        scan = median_ms(lambda: work.session.execute(like, {"part": "%rossi%"}).all())
        print(f"{'plain LIKE scan':40} {scan:9.1f} ms")
        for sort in HistorySort:
            wanted = HistoryFilter(sort=sort)
            taken = median_ms(lambda wanted=wanted: history.ids(wanted))
            print(
                f"{'id list by ' + sort.value:40} {taken:9.1f} ms  ({len(history.ids(wanted)):,})"
            )
        filtered = HistoryFilter(industry="general_business", min_score=80)
        print(f"{'id list, filtered':40} {median_ms(lambda: history.ids(filtered)):9.1f} ms")
        ids = history.ids()
        page = median_ms(lambda: history.rows(ids[50_000:50_050] or ids[:50]))
        print(f"{'one page of 50 rows':40} {page:9.1f} ms")
        print(f"{'the newest 10':40} {median_ms(history.recent):9.1f} ms")
        for question in ("rossi", "maya chen", "m", "led team", "maya chen 4711", "nothinglikeit"):
            asked = HistoryFilter(text=question)
            taken = median_ms(lambda asked=asked: history.ids(asked))
            hits = history.ids(asked)
            count = f"{len(hits):,}{'' if hits.complete else '+'} hits"
            ratio = f"1/{scan / taken:.0f} of LIKE"
            print(f"{'search ' + question!r:40} {taken:9.1f} ms  {count}, {ratio}")


def main() -> None:
    """Fill a library and measure."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100_000
    with tempfile.TemporaryDirectory(prefix="vitae-bench-") as folder:
        path = Path(folder) / "vitae.db"
        store = open_library(path)
        began = time.perf_counter()
        fill(store, count)
        size_mb = path.stat().st_size / 1e6
        spent = time.perf_counter() - began
        print(f"{count:,} reviews stored in {spent:.0f} s, {size_mb:.0f} MB")
        measure(store)
        store.close()


if __name__ == "__main__":
    main()
