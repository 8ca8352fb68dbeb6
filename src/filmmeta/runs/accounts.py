"""What stands beside a run's lines: tables, schemas, and the accounts of it all."""

from __future__ import annotations

import errno
import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import filmmeta
from filmmeta.records.schema import schema_text
from filmmeta.runs.datapackage import Resource, datapackage
from filmmeta.runs.layout import FILES, Layout
from filmmeta.runs.manifest import manifest
from filmmeta.runs.parts import BLOCK, Mark, naming
from filmmeta.runs.settings import Settings
from filmmeta.runs.tally import Tally


def texts(settings: Settings, outputs: list[Resource], tally: Tally) -> dict[str, str]:
    """The small files of a folder by name, in the order in which readers may find them: ``run.json`` is the last."""
    told = {"paths": settings.names, **settings.told()}
    return {
        **{f"{kind}.schema.json": schema_text(kind) for kind in FILES},
        "datapackage.json": datapackage(outputs, filmmeta.__version__),
        "run.json": manifest(tally, told, outputs),
    }


def lines(layout: Layout, tally: Tally, marks: dict[str, Mark]) -> list[Resource]:
    """The outputs that are lines."""
    rows = {**tally.records, "page": tally.pages}
    return [Resource(name, kind, *marks[name], rows.get(kind, 0)) for kind, name in layout.streams.items()]


def tables(layout: Layout, tally: Tally, folder: Path) -> list[Resource]:
    """The tables that stand in ``folder``; OSError when one does not."""
    rows = {**tally.records, "page": tally.pages}
    return [
        Resource(
            name, kinds[0] if len(kinds) == 1 else "", *measured(folder / name), sum(rows.get(k, 0) for k in kinds)
        )
        for name, kinds in layout.tables.items()
    ]


def measured(path: Path) -> Mark:
    """A file's length and digest."""
    digest, length = hashlib.sha256(), 0
    with naming(path), open(path, "rb", buffering=0) as file:
        while block := file.read(BLOCK):
            digest.update(block)
            length += len(block)
    return Mark(length, digest.hexdigest())


def make_tables(layout: Layout) -> None:
    """Write the tables of a layout beside its parts, from the lines as they stand there or where readers find them."""
    if not layout.table:
        return
    from filmmeta.tables import to_duckdb, to_parquet, to_sqlite

    sources = {kind: source(layout, name) for kind, name in layout.streams.items()}
    for name, kinds in layout.tables.items():
        target = layout.parts / name
        with told_as_errors(target):
            if layout.table == "parquet":
                to_parquet(kinds[0], sources[kinds[0]], target)
            else:
                {"sqlite": to_sqlite, "duckdb": to_duckdb}[layout.table](sources, target)


def source(layout: Layout, name: str) -> Path:
    part = layout.parts / name
    return part if part.exists() else layout.folder / name


@contextmanager
def told_as_errors(target: Path) -> Iterator[None]:
    """What the databases raise when the disk is full or broken, as the OSError that it is."""
    kinds: list[type[Exception]] = [sqlite3.Error]
    if target.suffix == ".duckdb":
        import duckdb

        kinds.append(duckdb.Error)
    try:
        with naming(target):
            yield
    except tuple(kinds) as error:
        raise OSError(errno.EIO, " ".join(str(error).split()), str(target)) from error
