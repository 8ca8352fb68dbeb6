"""CPU time of a review as text against decoding it, telling its language, writing it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from bench.timing import ratio
from filmmeta import jsonl
from filmmeta.kernel import records
from filmmeta.page import Page
from filmmeta.values.detection import detected_language

SEEDS = Path(__file__).parent.parent / "seeds"
Row = tuple[str, float, str]


def bodies() -> list[bytes]:
    """The sample reviews, of some 2 kB each."""
    return [file.read_bytes() for file in sorted(SEEDS.glob("00[0-2]_*"))]


def whole(texts: list[bytes]) -> Callable[[], object]:
    return lambda: [jsonl.line(record) for text in texts for record in records(Page(text, name="review.txt"))]


def least(texts: list[bytes]) -> Callable[[], object]:
    """A call that decodes each text, tells its language and writes its record, which is there already."""
    made = [record for text in texts for record in records(Page(text, name="review.txt"))]
    return lambda: [
        *(detected_language(text.decode("utf-8")) for text in texts),
        *(jsonl.line(record) for record in made),
    ]


def rows() -> list[Row]:
    texts = bodies()
    return [("a 2 kB review ÷ decoding, language, writing", ratio(whole(texts), least(texts), 20)[0], "3 or less")]


if __name__ == "__main__":
    for name, value, goal in rows():
        print(f"{value:8.2f}  {name:<50} goal {goal}")
