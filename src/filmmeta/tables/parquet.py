"""Lines as a Parquet file."""

from __future__ import annotations

from pathlib import Path

import pyarrow.parquet as pq

from filmmeta.tables.arrow import schema, tables


def write(kind: str, source: Path, target: Path) -> int:
    """Write the table of a kind's lines to ``target``, a row group for each block; the number of its rows.

    The same lines give the same bytes with the same version of pyarrow.
    """
    rows = 0
    with pq.ParquetWriter(
        target, schema(kind), version="2.6", data_page_version="1.0", compression="zstd", compression_level=3
    ) as writer:
        for table in tables(kind, source):
            writer.write_table(table, row_group_size=max(1, table.num_rows))
            rows += table.num_rows
    return rows
