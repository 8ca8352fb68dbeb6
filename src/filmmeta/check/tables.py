"""How many rows the tables made of the lines have."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping
from contextlib import closing
from pathlib import Path

from filmmeta.check.findings import Fault, Findings

MANY = {"film": "films", "review": "reviews", "reject": "rejects", "page": "pages"}


def parquet(path: Path) -> dict[str, int]:
    """The rows of a Parquet file under the name of its table; Fault when nobody can tell."""
    try:
        import pyarrow as pa
        import pyarrow.parquet as pq
    except ImportError:
        raise Fault("cannot be counted: pyarrow is not installed; pip install 'filmmeta[parquet]'") from None
    try:
        return {path.stem: pq.read_metadata(path).num_rows}
    except (pa.ArrowException, OSError):
        raise Fault("is no Parquet file") from None


def sqlite(path: Path) -> dict[str, int]:
    """The rows of each table in a SQLite file; Fault when it is none."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)) as database:
            if database.execute("PRAGMA integrity_check").fetchone() != ("ok",):
                raise Fault("is a damaged SQLite file")
            names = [name for (name,) in database.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
            return {name: database.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names}
    except sqlite3.Error:
        raise Fault("is no SQLite file that can be read") from None


def duck(path: Path) -> dict[str, int]:
    """The rows of each table in a DuckDB file; Fault when nobody can tell."""
    try:
        import duckdb
    except ImportError:
        raise Fault("cannot be counted: duckdb is not installed; pip install 'filmmeta[duckdb]'") from None
    try:
        with duckdb.connect(str(path), read_only=True) as database:
            names = [name for (name,) in database.execute("SELECT table_name FROM duckdb_tables()").fetchall()]
            return {name: (database.execute(f'SELECT count(*) FROM "{name}"').fetchone() or (0,))[0] for name in names}
    except duckdb.Error:
        raise Fault("is no DuckDB file that can be read") from None


READERS: dict[str, Callable[[Path], dict[str, int]]] = {".parquet": parquet, ".sqlite": sqlite, ".duckdb": duck}


def tables(out: Path, counts: Mapping[str, int], findings: Findings) -> dict[str, int | None]:
    """The files of tables in the folder, each with all its rows; where they are not ``counts`` is a finding."""
    names = [*(f"{many}.parquet" for many in MANY.values()), "records.sqlite", "records.duckdb"]
    found: dict[str, int | None] = {}
    for path in (out / name for name in names if (out / name).is_file()):
        whole = {path.stem} if path.suffix == ".parquet" else set(MANY.values())
        wanted = {many: counts.get(kind, 0) for kind, many in MANY.items() if many in whole}
        try:
            rows = READERS[path.suffix](path)
            found[path.name] = sum(rows.values())
        except Fault as fault:
            findings.add(path.name, 0, str(fault))
            found[path.name] = None
            continue
        for table in sorted(rows.keys() | wanted.keys()):
            if rows.get(table) != wanted.get(table):
                findings.add(path.name, 0, f"{table}: {rows.get(table)} rows, and the lines are {wanted.get(table)}")
    return found
