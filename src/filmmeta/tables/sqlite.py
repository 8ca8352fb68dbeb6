"""Lines as tables of a SQLite file: scalars typed, lists and objects as JSON."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from filmmeta.tables.columns import TABLES, Column, columns
from filmmeta.tables.lines import blocks

TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT"}
SETTINGS = ("page_size = 4096", "encoding = 'UTF-8'", "journal_mode = OFF", "synchronous = OFF")


def ddl(kind: str) -> str:
    """The statement that makes a kind's table: true and false are 1 and 0, dates ``YYYY-MM-DD``."""
    lines = ",\n".join(f"  {column_ddl(each)}" for each in columns(kind))
    return f'CREATE TABLE "{TABLES[kind]}" (\n{lines}\n) STRICT'


def column_ddl(column: Column) -> str:
    type = TYPES[column.type] if isinstance(column.type, str) else "TEXT"
    return f'"{column.name}" {type}' + ("" if column.nullable else " NOT NULL")


def write(files: Mapping[str, Path], target: Path) -> int:
    """Write a table for each kind in ``files`` to a new file ``target``; the number of their rows together."""
    target.unlink(missing_ok=True)
    with closing(sqlite3.connect(target, isolation_level=None)) as database:
        for setting in SETTINGS:
            database.execute(f"PRAGMA {setting}")
        database.execute("BEGIN")
        for kind, source in files.items():
            database.execute(ddl(kind))
            marks = ", ".join("?" * len(columns(kind)))
            database.executemany(f'INSERT INTO "{TABLES[kind]}" VALUES ({marks})', rows(kind, source))
            if kind != "page":
                database.execute(f'CREATE INDEX "{TABLES[kind]}_id" ON "{TABLES[kind]}" ("id")')
        database.execute("COMMIT")
        return database.total_changes


def rows(kind: str, source: Path) -> Iterator[list[Any]]:
    """The values of each line in the order of the columns."""
    plain = [(each.name, isinstance(each.type, str)) for each in columns(kind)]
    for block in blocks(source):
        for line in block:
            record = json.loads(line)
            yield [record[name] if scalar else nested(record[name]) for name, scalar in plain]


def nested(value: Any) -> str | None:
    return None if value is None else json.dumps(value, ensure_ascii=False, separators=(",", ":"))
