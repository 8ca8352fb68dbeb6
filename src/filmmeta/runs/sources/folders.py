"""The files that a run reads, in the order of their names."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from filmmeta.runs.sources.origins import Origin, called
from filmmeta.runs.sources.saved import Snapshot, httrack, part, snapshot

MARK = b".filmmeta"  # what a folder of our own outputs holds
OUTPUT = re.compile(
    rb"(?:films|reviews|rejects|pages)\.(?:jsonl(?:\.gz|\.zst)?|parquet)|(?:film|review|reject)\.schema\.json"
    rb"|(?:run|datapackage)\.json|[^.]{1,99}\.(?:sqlite|duckdb)"
)


class Tree(NamedTuple):
    """A folder that was named: its real path, that of the run's own output, and whose snapshot is being walked."""

    root: bytes
    out: bytes
    snapshot: Snapshot | None = None
    within: bytes = b""  # the path of the snapshot below the root, with its last slash


def files(paths: Iterable[Path], out: Path | None) -> Iterator[Origin]:
    """The files named, and those below the folders named, in the order of their names; ``-`` is standard input.

    Hidden files and folders are left out, and so is what a run wrote: ``out`` and every folder with a
    ``.filmmeta`` in it. Links are followed to files of the same tree, never to folders. Files of a folder are
    called by their path below it.
    """
    ours = os.path.realpath(os.fsencode(out)) if out else b""
    for path in paths:
        named = os.fsencode(path)
        if named == b"-":
            yield Origin("-", path)
        elif os.path.isdir(named):
            yield from below(os.path.realpath(named), ours)
        else:
            yield origin(called(os.path.basename(named)), os.path.realpath(named))


class Folder(NamedTuple):
    """A folder to be walked, and its path below the one that was named, with a slash behind it."""

    path: bytes
    prefix: bytes
    tree: Tree


def below(root: bytes, out: bytes) -> Iterator[Origin]:
    """The files of a folder and its folders, sorted by name within each, however deep they lie."""
    open_folders = [entries(Folder(root, b"", Tree(root, out)))]
    while open_folders:
        found = next(open_folders[-1], None)
        if found is None:
            open_folders.pop()
        elif isinstance(found, Folder):
            open_folders.append(entries(found))
        else:
            yield found


def entries(folder: Folder) -> Iterator[Origin | Folder]:
    """What stands in a folder, in the order of the names."""
    path, prefix, tree = folder
    try:
        found = sorted(os.listdir(path))
    except OSError:  # who reads it is told why
        yield origin(called(prefix.rstrip(b"/") or os.path.basename(path)), path)
        return
    own = MARK in found or path == tree.out
    if b"index.json" in found and not tree.snapshot:
        tree = tree._replace(snapshot=snapshot(os.fsdecode(path)), within=prefix)
    for name in found:
        if not (name.startswith(b".") or (own and OUTPUT.fullmatch(name))):
            yield from entry(os.path.join(path, name), prefix + name, tree)


def entry(path: bytes, name: bytes, tree: Tree) -> Iterator[Origin | Folder]:
    """What one name in a folder stands for."""
    try:
        mode = os.lstat(path).st_mode
    except OSError:
        mode = 0
    if path == tree.out:
        return
    if stat.S_ISDIR(mode):
        if not os.path.exists(os.path.join(path, MARK)):
            yield Folder(path, name + b"/", tree)
    elif stat.S_ISLNK(mode):
        yield link(path, called(name), tree)
    else:
        yield placed(origin(called(name), path), os.fsdecode(name), tree)


def placed(file: Origin, name: str, tree: Tree) -> Origin:
    """A file of a folder with what the tool that saved it says of it."""
    if tree.snapshot:
        if name == os.fsdecode(tree.within) + tree.snapshot.page:
            return file._replace(url=tree.snapshot.url)
        return file._replace(left_out="another file of a snapshot")
    if httrack(name):
        return file._replace(left_out="a file of HTTrack's own")
    root = os.fsdecode(tree.root)
    if part(name, lambda page: os.path.isfile(os.path.join(root, page))):
        return file._replace(left_out="a part of a saved page")
    return file


def link(path: bytes, name: str, tree: Tree) -> Origin:
    """What a link in a folder leads to: a file of the same tree, or nothing that is read."""
    target = os.path.realpath(path)
    if os.path.isdir(target):
        return Origin(name, Path(os.fsdecode(path)), left_out="a link to a folder")
    if not target.startswith(tree.root.rstrip(b"/") + b"/"):
        return Origin(name, Path(os.fsdecode(path)), left_out="a link out of the folder")
    return origin(name, target)


def origin(name: str, path: bytes) -> Origin:
    """A file as it is now; size and time are -1 when there is none."""
    try:
        found = os.lstat(path)
    except OSError:
        return Origin(name, Path(os.fsdecode(path)))
    return Origin(name, Path(os.fsdecode(path)), found.st_size, found.st_mtime_ns)
