"""The main job: pages to files or to standard output, with progress, and a table at the end."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import click

from filmmeta.claim import MEANINGS
from filmmeta.records import KINDS
from filmmeta.records.reject import REASONS
from filmmeta.records.schema import schema_text
from filmmeta.runs import Tally, normalise
from filmmeta.runs.inputs import File, inputs
from filmmeta.runs.manifest import manifest
from filmmeta.runs.outputs import Folder, Stream


def to_stream(paths: Sequence[Path]) -> Tally:
    """All records to standard output, in page order."""
    stream = sys.stdout.buffer
    tally = normalise(shown(list(inputs(paths, None))), Stream(stream))
    stream.flush()
    table(tally)
    return tally


def to_folder(paths: Sequence[Path], out: Path) -> Tally:
    """Records, schemas and the run's account to a folder; their paths, and the table, to standard error."""
    pages = list(inputs(paths, out))
    if not pages:
        return Tally()
    folder = Folder(out)
    with folder:
        tally = normalise(shown(pages), folder)
    written = [folder.path(kind) for kind in KINDS]
    written += [folder.put(f"{kind}.schema.json", schema_text(kind)) for kind in KINDS]
    written.append(folder.put("run.json", manifest(tally, folder, {"paths": [str(path) for path in paths]})))
    table(tally)
    click.echo("\n".join(["", "wrote", *(f"  {path}" for path in written)]), err=True)
    return tally


def shown(pages: list[File]) -> Iterable[File]:
    """The pages, with a progress bar where somebody watches."""
    if not sys.stderr.isatty():
        return pages
    from rich.console import Console
    from rich.progress import track

    return track(pages, "pages", console=Console(stderr=True), transient=True)


def table(tally: Tally) -> None:
    """What came of the pages, for a person."""
    lines = [f"{tally.pages:>7,}  pages"]
    lines += [f"{tally.records[kind]:>7,}  {many}" for kind, many in KINDS.items()]
    lines += counted("rejected", tally.reasons, dict(REASONS))
    lines += counted("problems", tally.problems, dict(MEANINGS))
    click.echo("\n".join(lines), err=True)


def counted(head: str, counts: Counter[str], meanings: Mapping[Any, str]) -> list[str]:
    """The lines for counts by code, the most frequent first, each with its meaning."""
    if not counts:
        return []
    width = max(map(len, counts))
    rows = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    return ["", head, *(f"{n:>7,}  {code:<{width}}  {meanings[code]}" for code, n in rows)]
