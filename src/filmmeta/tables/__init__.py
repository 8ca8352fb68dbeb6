"""Finished lines as tables: Parquet, SQLite and DuckDB, typed as the published schemas say.

Sources are files of lines, plain, ``.gz`` or ``.zst``, told by their first bytes. Targets are written whole at
the path given; who wants a reader never to see half of one writes it aside and renames it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from filmmeta.tables.columns import TABLES, Column, columns

if TYPE_CHECKING:
    import pyarrow as pa

__all__ = [
    "TABLES",
    "Column",
    "MissingExtra",
    "columns",
    "duckdb_types",
    "line_schema",
    "require",
    "schema",
    "to_duckdb",
    "to_parquet",
    "to_sqlite",
]

EXTRAS = {"parquet": ("pyarrow",), "duckdb": ("pyarrow", "duckdb")}


class MissingExtra(Exception):
    """A package that filmmeta uses only when asked to is not installed; the message says what installs it."""


def require(extra: str) -> None:
    """MissingExtra when a package of the extra is not installed; cheap enough to ask before a long run."""
    for package in EXTRAS[extra]:
        if find_spec(package) is None:
            raise MissingExtra(f"{package} is not installed; pip install 'filmmeta[{extra}]'")


def part(extra: str, module: str, name: str) -> Callable[..., Any]:
    require(extra)
    found: Callable[..., Any] = getattr(import_module(f"filmmeta.tables.{module}"), name)
    return found


def schema(kind: str) -> pa.Schema:
    """The Arrow schema of a kind's table (``film``, ``review``, ``reject``, ``page``)."""
    return part("parquet", "arrow", "schema")(kind)


def line_schema(kind: str) -> pa.Schema:
    """The Arrow schema for those who read the lines themselves: dates are strings, sources lists of three."""
    return part("parquet", "arrow", "line_schema")(kind)


def duckdb_types(kind: str) -> dict[str, str]:
    """The type of each column of a kind's lines, for the ``columns`` of DuckDB's ``read_json``."""
    from filmmeta.tables.duck import line_types

    return line_types(kind)


def to_parquet(kind: str, source: Path, target: Path) -> int:
    """Write the lines of ``source``, all of one kind, as the Parquet file ``target``; the number of its rows.

    ValueError when a line is none of the kind, OSError, MissingExtra.
    """
    return int(part("parquet", "parquet", "write")(kind, source, target))


def to_sqlite(files: Mapping[str, Path], target: Path) -> int:
    """Write the lines of the file of each kind as a table of the SQLite file ``target``; the number of all rows.

    ValueError or KeyError when a line is none of its kind, OSError, sqlite3.Error.
    """
    from filmmeta.tables.sqlite import write

    return write(files, target)


def to_duckdb(files: Mapping[str, Path], target: Path) -> int:
    """Write the lines of the file of each kind as a table of the DuckDB file ``target``; the number of all rows.

    ValueError when a line is none of its kind, OSError, duckdb.Error, MissingExtra.
    """
    return int(part("duckdb", "duck", "write")(files, target))
