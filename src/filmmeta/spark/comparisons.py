"""What tasks do to find doubles: a sketch of each review, and the groups within what hangs together by sketches."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import groupby
from operator import itemgetter
from tempfile import TemporaryFile
from typing import Any, BinaryIO

import pyarrow as pa

from filmmeta.arrow.rows import batch_of
from filmmeta.duplicates.groups import Groups
from filmmeta.duplicates.likeness import FEWEST, Wording, likeness, wording
from filmmeta.duplicates.reviews import parsed
from filmmeta.values.fingerprints import exact, fold, lanes, runs, sketch

Place = tuple[str, int]
Row = tuple[Any, ...]

KEPT = 64  # wordings that are kept for the next comparison
SKETCHES = pa.schema(
    [
        ("name", pa.string()),
        ("number", pa.int32()),
        ("id", pa.string()),
        ("length", pa.int32()),
        ("digest", pa.string()),
        ("sketch", pa.binary()),
    ]
)
NEAR = pa.schema(
    [
        ("name", pa.string()),
        ("number", pa.int32()),
        ("head_name", pa.string()),
        ("head_number", pa.int32()),
        ("share", pa.float64()),
    ]
)


def sketched(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Of each review with a body its id, length, digest, and the sketch of one that is long enough for near doubles."""
    for batch in batches:
        rows = [row for name, number, line in tuples(batch) for row in sketches(name, number, line)]
        yield batch_of(rows, SKETCHES)


def sketches(name: str, number: int, line: str) -> Iterator[Row]:
    """The row of one review; none when its body is white space."""
    review = parsed(line.encode())
    body = review.body or ""
    if body.strip():
        letters = fold(body)
        found = runs(lanes(letters))
        compact = bytes.fromhex(sketch(found)) if len(found) >= FEWEST else None
        yield name, number, review.id, len(body), exact(letters, body), compact


def compared(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The texts that are near doubles of an earlier one, each with the first of its group.

    Rows come sorted: of each component first its texts, in their order, then its pairs, in theirs.
    """
    rows = (row for batch in batches for row in tuples(batch))
    for _, component in groupby(rows, itemgetter(0)):
        with TemporaryFile() as file:
            yield batch_of(list(joined(component, file)), NEAR)


def joined(component: Iterable[Row], file: BinaryIO) -> Iterator[Row]:
    """The near doubles of one component, whose bodies are kept in ``file`` meanwhile."""
    places: list[Place] = []
    offsets: list[int] = []
    pairs: list[tuple[int, int]] = []
    known: dict[Place, int] = {}
    for _, name, number, early_name, early_number, line in component:
        if line is None:
            pairs.append((known[early_name, early_number], known[name, number]))
            continue
        known[name, number] = len(places)
        places.append((name, number))
        offsets.append(file.tell())
        file.write(line.encode() + b"\n")

    @lru_cache(KEPT)
    def text(number: int) -> Wording:
        file.seek(offsets[number])
        return wording(parsed(file.readline()).body or "")

    groups = Groups(len(places), text)
    groups.join(pairs)
    for number, place in enumerate(places):
        if groups.first(number) == number:
            for other in groups.members(number)[1:]:
                yield *places[other], *place, round(likeness(text(number), text(other)), 4)


def tuples(batch: pa.RecordBatch) -> Iterator[Row]:
    """The rows of a batch."""
    return zip(*(column.to_pylist() for column in batch.columns), strict=True)
