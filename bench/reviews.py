"""CPU time of a review as text against decoding it, telling its language, writing it."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from bench.timing import ratio
from filmmeta import jsonl
from filmmeta.kernel import records
from filmmeta.page import Page
from filmmeta.records.review import Review
from filmmeta.values.detection import detected_language
from filmmeta.values.fingerprints import fingerprints

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


def unread(texts: list[bytes]) -> Callable[[], object]:
    """The same call with what every record costs besides, however its text is read: digests, sketch, validation."""
    made = [record for text in texts for record in records(Page(text, name="review.txt"))]
    told = [(record.body, record.model_dump()) for record in made if isinstance(record, Review)]
    for _, each in told:
        each["sources"] = [tuple(source) for source in each["sources"]]
    decoded = least(texts)
    return lambda: (
        decoded(),
        [hashlib.sha256(text).hexdigest() for text in texts],
        [(fingerprints(body), Review.model_validate(each)) for body, each in told],
    )


def rows() -> list[Row]:
    texts = bodies()
    return [
        ("a 2 kB review ÷ decoding, language, writing", ratio(whole(texts), least(texts), 20)[0], "3 or less"),
        ("the same, were nothing of its text read", ratio(unread(texts), least(texts), 20)[0], "(its floor)"),
    ]


if __name__ == "__main__":
    for name, value, goal in rows():
        print(f"{value:8.2f}  {name:<50} goal {goal}")
