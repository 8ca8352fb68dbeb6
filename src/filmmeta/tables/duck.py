"""Lines as tables of a DuckDB file, lists and structs typed."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from filmmeta.tables.columns import TABLES, List, Struct, Type, columns

TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}
ALONE: dict[str, str | bool | int | float | list[str]] = {
    "threads": 1,
    "memory_limit": "512MB",
    "autoinstall_known_extensions": False,
    "autoload_known_extensions": False,
}
"""One thread, so that rows stay in order; what it keeps in memory is bounded; nothing is fetched."""


def line_types(kind: str) -> dict[str, str]:
    """The type of each column for DuckDB's ``read_json``; sources are lists of three."""
    return {each.name: duck_type(each.type, listed="VARCHAR[]") for each in columns(kind)}


def ddl(kind: str) -> str:
    """The statement that makes a kind's table."""
    lines = [f'"{it.name}" {duck_type(it.type)}' + ("" if it.nullable else " NOT NULL") for it in columns(kind)]
    return f'CREATE TABLE "{TABLES[kind]}" (\n  ' + ",\n  ".join(lines) + "\n)"


def duck_type(type: Type, listed: str = "") -> str:
    """A type in DuckDB's words; ``listed`` is the one for objects that lines write as lists.

    >>> [duck_type(each.type) for each in columns("film") if each.name in ("year", "genres", "ids")]
    ['BIGINT', 'VARCHAR[]', 'STRUCT("scheme" VARCHAR, "value" VARCHAR)[]']
    """
    if isinstance(type, List):
        return f"{duck_type(type.item, listed)}[]"
    if isinstance(type, Struct) and type.listed and listed:
        return listed
    if isinstance(type, Struct):
        return "STRUCT(" + ", ".join(f'"{part.name}" {duck_type(part.type, listed)}' for part in type.parts) + ")"
    return TYPES[type]


def write(files: Mapping[str, Path], target: Path) -> int:
    """Write a table for each kind in ``files`` to a new file ``target``; the number of their rows together."""
    import duckdb

    from filmmeta.tables.arrow import tables

    target.unlink(missing_ok=True)
    count = 0
    with duckdb.connect(str(target), config=ALONE) as database:
        for kind, source in files.items():
            database.execute(ddl(kind))
            for table in tables(kind, source):
                database.register("block", table)
                database.execute(f'INSERT INTO "{TABLES[kind]}" SELECT * FROM block')
                database.unregister("block")
                count += table.num_rows
    return count
