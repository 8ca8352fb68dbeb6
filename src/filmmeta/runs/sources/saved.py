"""What browsers, HTTrack and ArchiveBox leave beside the pages that they saved."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

COMPANIONS = (
    "_files", "_fichiers", "-Dateien", "-dateien", "_archivos", "_arquivos", "_bestanden", "-filer", "_filer",
    "_file", "_soubory", "_pliki", "_tiedostot", "_elemei", "_dosyalar", "-файлы", ".files", ".fld",
)  # fmt: skip
"""How browsers end the name of the folder that holds the parts of a page, in the languages that they speak."""
PAGES = (".html", ".htm", ".xhtml", ".shtml")
HTTRACK = frozenset({"hts-log.txt", "hts-err.txt", "backblue.gif", "fade.gif", "cookies.txt"})
BEST = ("singlefile.html", "output.html", "dom/output.html", "singlefile/singlefile.html")
"""Which file of an ArchiveBox snapshot is its page, the best first; else the first HTML of wget's."""
OWN = ("archive.org.txt", "favicon.ico", "headers.json", "index.html", "index.json", "screenshot.png")
MOST = 4_000_000  # bytes of a snapshot's index


class Snapshot(NamedTuple):
    """One page as ArchiveBox keeps it: its address, and which of its files is the page, by its path below."""

    url: str
    page: str


def part(name: str, exists: Callable[[str], bool]) -> bool:
    """Whether a file stands in the folder that a browser made for the parts of a page beside it."""
    folder = name
    while folder := folder.rpartition("/")[0]:
        ending = next((each for each in COMPANIONS if folder.endswith(each)), "")
        stem = folder.removesuffix(ending)
        if ending and not stem.endswith("/") and any(exists(stem + page) for page in PAGES):
            return True
    return False


def httrack(name: str) -> bool:
    """Whether a file of a folder is one that HTTrack wrote for itself."""
    return name.startswith("hts-cache/") or "/hts-cache/" in name or name.rpartition("/")[2] in HTTRACK


def snapshot(folder: str) -> Snapshot | None:
    """What ArchiveBox says of a folder that it made; None for any other."""
    path = os.path.join(folder, "index.json")
    try:
        if not os.path.isfile(path) or os.path.getsize(path) > MOST:
            return None
        told = json.loads(Path(path).read_bytes())
    except (OSError, ValueError, RecursionError):
        return None
    if not isinstance(told, dict) or not {"url", "timestamp"} <= told.keys():
        return None
    if not {"history", "archive_path", "snapshot_id", "extractors", "link_dir"} & told.keys():
        return None
    page = next((each for each in BEST if os.path.isfile(os.path.join(folder, each))), "") or mirrored(folder)
    return Snapshot(told["url"], page) if page and isinstance(told["url"], str) else None


def mirrored(folder: str) -> str:
    """The first page that wget saved in a snapshot; empty when there is none."""
    for root, folders, files in os.walk(folder):
        folders.sort()
        if root == folder:
            folders[:] = [each for each in folders if "." in each]  # named for the host
            continue
        found = next((each for each in sorted(files) if each.lower().endswith(PAGES)), "")
        if found:
            return os.path.relpath(os.path.join(root, found), folder)
    return ""
