"""CPU time as ratios measured in one run: ``make bench``.

Each line pairs filmmeta with a reference, both timed in turn in this process; the ratio is the median of
seven pairs. Absolute figures are of this machine and mean nothing elsewhere.
"""

from __future__ import annotations

import resource
import statistics
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from bench import naive, pages, reviews, runs
from bench.timing import PAIRS, ratio
from filmmeta import jsonl
from filmmeta.kernel import records
from filmmeta.page import Page
from filmmeta.records.film import Film
from filmmeta.records.review import Review

LISTING = next((Path(__file__).parent.parent / "seeds").glob("004_*"))


def read_and_decode() -> str:
    with open(LISTING, "rb") as file:
        return file.read().decode("utf-8")


def listing() -> bytes:
    with open(LISTING, "rb") as file:
        body = file.read()
    return b"".join(map(jsonl.line, records(Page(body, name=LISTING.name))))


def validating() -> Callable[[], bytes]:
    """A call that validates the listing's two records and writes them."""
    dumped = [(type(record), record.model_dump()) for record in records(Page(LISTING.read_bytes()))]
    for _, each in dumped:
        each.pop("directors", None), each.pop("writers", None)
    return lambda: b"".join(jsonl.line(_one(model.model_validate(each))) for model, each in dumped)


def _one(record: object) -> Film | Review:
    assert isinstance(record, (Film, Review))
    return record


def start_up(*arguments: str) -> float:
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return (after.ru_utime + after.ru_stime) - (before.ru_utime + before.ru_stime)


def started() -> float:
    pairs = [(start_up("-m", "filmmeta", "--version"), start_up("-c", "pass")) for _ in range(2 * PAIRS + 1)]
    return statistics.median(a / b for a, b in pairs)


def main() -> None:
    against_reading, seconds = ratio(listing, read_and_decode, 300)
    against_writing, _ = ratio(listing, validating(), 300)
    against_naive, _ = ratio(lambda: naive.read(LISTING), listing, 5)
    rows = [
        ("a listing ÷ read and decode of its bytes", against_reading, "20 or less"),
        ("a listing ÷ validating and writing its records", against_writing, "4.5 or less"),
        ("a naive reader ÷ a listing", against_naive, "12 or more"),
        ("filmmeta --version ÷ a bare interpreter", started(), "4 or less"),
        *pages.rows(),
        *reviews.rows(),
        *runs.rows(),
    ]
    for name, value, goal in rows:
        print(f"{value:8.2f}  {name:<50} goal {goal}")
    print(f"\na listing takes {seconds * 1e6:.0f} µs of CPU here")


if __name__ == "__main__":
    main()
