"""What a task does with its part of the pages; workers import this, and nothing of Spark."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import pyarrow as pa

from filmmeta.arrow import Limits, normalise_batch
from filmmeta.arrow.rows import batch_of
from filmmeta.runs.inputs import Input
from filmmeta.runs.sources import Feed, LeftOut, Origin, pages

AT_ONCE = 64  # pages of a batch that is read
PIECE = 16  # pages between two signs of life
ROOM = 16_000_000  # bytes of bodies; a single page may be more

PAGES = pa.schema(
    [
        ("name", pa.string()),
        ("url", pa.string()),
        ("body", pa.binary()),
        ("encoding", pa.string()),
        ("refusal", pa.string()),
        ("saved", pa.string()),
        ("left_out", pa.string()),
    ]
)


def normalised(limits: Limits, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The records of pages, of PIECE at a time, so that a task is never silent for long."""
    for batch in batches:
        for start in range(0, batch.num_rows, PIECE):
            yield normalise_batch(batch.slice(start, PIECE), limits)


def read(shares: Sequence[Sequence[Origin]], feed: Feed, batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """The pages of the shares whose numbers stand in ``batches``, and what was left out among them."""
    for batch in batches:
        for number in batch.column(0).to_pylist():
            yield from gathered(item for origin in shares[number] for item in pages(origin, feed))


def gathered(items: Iterable[Input | LeftOut]) -> Iterator[pa.RecordBatch]:
    """Batches of pages, none of them large."""
    rows: list[tuple[str | bytes | None, ...]] = []
    room = ROOM
    for item in items:
        rows.append(row(item))
        room -= 0 if isinstance(item, LeftOut) else len(item.body)
        if room <= 0 or len(rows) == AT_ONCE:
            yield batch_of(rows, PAGES)
            rows, room = [], ROOM
    if rows:
        yield batch_of(rows, PAGES)


def row(item: Input | LeftOut) -> tuple[str | bytes | None, ...]:
    """What one of PAGES' rows holds."""
    if isinstance(item, LeftOut):
        return item.name, None, None, None, None, None, item.why
    return item.name, item.url, item.body, item.encoding, item.refusal, item.saved, None
