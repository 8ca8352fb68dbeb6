"""Where a run's files stand."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from filmmeta.records import KINDS

STATE = ".filmmeta"
LINES = ("jsonl", "jsonl.gz", "jsonl.zst")
TABLES = ("parquet", "sqlite", "duckdb")
FILES = {**KINDS, "page": "pages"}
"""The kinds of line, each with the name of its file."""


class Layout(NamedTuple):
    """The places of one run.

    ``out`` is what was asked for, ``folder`` where outputs stand, ``state`` the hidden folder for lock, journal
    and parts. ``streams`` names the file that lines of each kind go to, ``table`` the kind of tables that are made
    of them; ``described`` says whether schemas and accounts stand beside them.
    """

    out: Path
    folder: Path
    state: Path
    streams: dict[str, str]
    table: str = ""
    described: bool = True

    @property
    def names(self) -> list[str]:
        """The names of the outputs that are lines, each once."""
        return list(dict.fromkeys(self.streams.values()))

    @property
    def parts(self) -> Path:
        """What is on its way."""
        return self.state / "parts"

    @property
    def replaced(self) -> Path:
        """What readers found before, until all that is new stands in its place."""
        return self.state / "replaced"

    @property
    def tables(self) -> dict[str, tuple[str, ...]]:
        """The names of the tables' files, each with the kinds that it holds."""
        if self.table == "parquet":
            return {f"{many}.parquet": (kind,) for kind, many in FILES.items()}
        return {f"records.{self.table}": tuple(FILES)} if self.table else {}


def folder_layout(out: Path, to: str = "jsonl") -> Layout:
    """A folder with a file for each kind; ``to`` is one of LINES or TABLES, and tables stand beside plain lines."""
    lines, table = (to, "") if to in LINES else ("jsonl", to)
    return Layout(out, out, out / STATE, {kind: f"{many}.{lines}" for kind, many in FILES.items()}, table)


def file_layout(out: Path) -> Layout:
    """One file for all kinds of record, packed as its name says."""
    return Layout(out, out.parent, out.parent / f".{out.name}{STATE}", dict.fromkeys(KINDS, out.name), described=False)
