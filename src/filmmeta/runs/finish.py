"""The end of a run: what readers find, brought up to what was read."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

from filmmeta.runs.accounts import lines, make_tables, tables, texts
from filmmeta.runs.layout import Layout
from filmmeta.runs.parts import Mark, naming
from filmmeta.runs.publish import publish, put
from filmmeta.runs.settings import Settings
from filmmeta.runs.tally import Tally

OURS = re.compile(r"(?:films|reviews|rejects|pages)\.(?:jsonl(?:\.gz|\.zst)?|parquet)|records\.(?:sqlite|duckdb)")


def bring_out(settings: Settings, layout: Layout, tally: Tally, marks: dict[str, Mark], new: list[str]) -> list[Path]:
    """Put the ``new`` parts, and what is said of all, where readers find them; their paths, none when all is there.

    Outputs of an earlier run that this one does not have are removed.
    """
    written: list[str] = []
    if new or not described(settings, layout, tally, marks):
        written = [*new, *made(settings, layout, tally, marks)]
        gone = earlier(layout) - {*layout.names, *layout.tables}
        with naming(layout.replaced):
            layout.replaced.mkdir(exist_ok=True)
        publish(layout, written, sorted(gone))
    for folder in (layout.parts, layout.replaced):
        shutil.rmtree(folder, ignore_errors=True)
    return [layout.folder / name for name in written]


def described(settings: Settings, layout: Layout, tally: Tally, marks: dict[str, Mark]) -> bool:
    """Whether tables, schemas and accounts stand there and say what they must."""
    if not layout.described:
        return True
    try:
        outputs = [*lines(layout, tally, marks), *tables(layout, tally, layout.folder)]
        expected = texts(settings, outputs, tally)
        return all((layout.folder / name).read_bytes() == text.encode() for name, text in expected.items())
    except FileNotFoundError:
        return False


def made(settings: Settings, layout: Layout, tally: Tally, marks: dict[str, Mark]) -> list[str]:
    """Write tables, schemas and accounts beside the parts; their names, ``run.json`` the last."""
    if not layout.described:
        return []
    make_tables(layout)
    outputs = [*lines(layout, tally, marks), *tables(layout, tally, layout.parts)]
    small = texts(settings, outputs, tally)
    for name, text in small.items():
        put(layout.parts / name, text)
    return [*layout.tables, *small]


def earlier(layout: Layout) -> set[str]:
    """The outputs that the account of an earlier run names."""
    if not layout.described:
        return set()
    try:
        names = json.loads((layout.folder / "run.json").read_bytes())["outputs"]
        return {name for name in names if OURS.fullmatch(name)}
    except (FileNotFoundError, ValueError, KeyError, TypeError):
        return set()
