"""The pages in the rows of a Parquet file."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from filmmeta.runs.inputs import Input
from filmmeta.runs.sources.feeds import page
from filmmeta.runs.sources.fields import columns
from filmmeta.runs.sources.origins import Feed, Refused

AT_ONCE = 16  # rows
BUFFER = 1 << 20  # bytes
THRIFT = 100_000_000  # bytes or items that the file's own description may have


def rows(file: BinaryIO, name: str, feed: Feed) -> Iterator[Input]:
    """The pages of a file's rows, called by its name and their number from 1."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError as error:
        raise Refused("a Parquet file: install filmmeta[parquet] to read it") from error
    number = 0
    try:
        table = pq.ParquetFile(
            file,
            buffer_size=BUFFER,
            pre_buffer=False,
            thrift_string_size_limit=THRIFT,
            thrift_container_size_limit=THRIFT,
        )
        schema = table.schema_arrow
        text = (pa.types.is_string, pa.types.is_large_string, pa.types.is_binary, pa.types.is_large_binary)
        texts = [field.name for field in schema if any(test(field.type) for test in text)]
        found = columns(texts, schema.names, feed)
        for batch in table.iter_batches(AT_ONCE, columns=[each for each in found if each], use_threads=False):
            for row in batch.to_pylist():
                number += 1
                yield from page(f"{name}#{number}", row.get(found.body), row.get(found.url), found)
    except (pa.ArrowException, OSError, UnicodeDecodeError) as error:
        where = f" after {number:,} rows" if number else ""
        raise Refused(f"a Parquet file that is cut short or broken{where}") from error
