"""Finished files to where readers find them: all of them, or none."""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from contextlib import ExitStack, suppress
from pathlib import Path

from filmmeta.runs.layout import Layout
from filmmeta.runs.parts import FLAGS, naming, write_all


def put(path: Path, text: str) -> None:
    """A small file, brought to the disk."""
    with naming(path):
        file = os.open(path, FLAGS | os.O_TRUNC, 0o666)
    try:
        write_all(file, text.encode("utf-8"), path)
        with naming(path):
            os.fsync(file)
    finally:
        os.close(file)


def publish(layout: Layout, names: Sequence[str], gone: Sequence[str]) -> None:
    """Move the parts of these names to where readers find them, in this order, and away what is ``gone``.

    A reader finds the old file or the new one at any moment. The last name is moved when all else is done. When a
    move fails, those before it are taken back.
    """
    with ExitStack() as undo:
        for name in names[:-1]:
            bring(layout, name, undo)
        for name in gone:
            take_away(layout.folder / name, layout.replaced / name, undo)
        bring(layout, names[-1], undo)
        sync(layout.folder)
        undo.pop_all()


def bring(layout: Layout, name: str, undo: ExitStack) -> None:
    """Move one part to its place."""
    part, place, old = layout.parts / name, layout.folder / name, layout.replaced / name
    stood = place.exists()
    if stood:
        keep(place, old)
    undo.callback(take_back, part, place, old if stood else None)
    with naming(place):
        os.replace(part, place)


def take_back(part: Path, place: Path, old: Path | None) -> None:
    """Make a move undone, if it was made."""
    if part.exists():
        return
    if old:
        keep(place, part)
        os.replace(old, place)
    else:
        os.replace(place, part)


def take_away(place: Path, old: Path, undo: ExitStack) -> None:
    """Move a file away; one that is not there is away already."""
    with suppress(FileNotFoundError), naming(place):
        os.replace(place, old)
        undo.callback(os.replace, old, place)


def keep(place: Path, spare: Path) -> None:
    """A second name for a file, or a copy of it where a file can have only one."""
    with naming(spare):
        spare.unlink(missing_ok=True)
        try:
            os.link(place, spare)
        except OSError:
            shutil.copyfile(place, spare)


def sync(folder: Path) -> None:
    """Bring the names in a folder to the disk."""
    with naming(folder):
        file = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        with naming(folder):
            os.fsync(file)
    finally:
        os.close(file)
