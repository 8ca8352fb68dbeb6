"""Where a run's pages come from."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple


class Input(NamedTuple):
    """One page as it comes: what records call it, where it was saved from, its bytes.

    ``encoding`` is what its transport said of the bytes. ``refusal`` says why they could not be had: then
    ``body`` is empty and the page becomes a Reject.
    """

    name: str
    url: str = ""
    body: bytes = b""
    encoding: str = ""
    refusal: str = ""


class File(NamedTuple):
    """A file to be read: what records call it, and its path."""

    name: str
    path: Path


def inputs(paths: Iterable[Path], out: Path | None) -> Iterator[File]:
    """The regular files named, and those below the folders named, in the order of their names.

    Hidden files and folders are left out, and so is ``out`` with all that is in it; links are followed to
    files, never to folders. Files of a folder are called by their path below it.
    """
    ours = out.resolve() if out else None
    for path in paths:
        if path.is_dir():
            for file in below(path, ours):
                yield File(file.relative_to(path).as_posix(), file)
        else:
            yield File(path.name, path)


def below(folder: Path, ours: Path | None) -> Iterator[Path]:
    """The files of a folder and its folders, sorted by name within each."""
    with os.scandir(folder) as entries:
        found = sorted((entry for entry in entries if not entry.name.startswith(".")), key=lambda entry: entry.name)
    for entry in found:
        path = Path(entry.path)
        if entry.is_dir(follow_symlinks=False):
            if path.resolve() != ours:
                yield from below(path, ours)
        elif entry.is_file() and (not entry.is_symlink() or folder.resolve() in path.resolve().parents):
            yield path
