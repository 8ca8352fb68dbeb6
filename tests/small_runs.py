"""Runs in this process, over small files and with a stand-in for the readers of pages, so that each takes no time."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

import pytest

from filmmeta.runs import manifest
from filmmeta.runs import run as runs
from filmmeta.runs.layout import Layout, folder_layout
from filmmeta.runs.run import Run
from filmmeta.runs.settings import Settings
from filmmeta.runs.versions import versions
from stand_in import Readers

EVERY = 4  # pages between checkpoints
installed = cache(versions)  # three quarters of the time of a small run, where they are looked up twice in each


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs with the stand-in and checkpoints every few pages, that neither wait for the disk nor look at own files."""
    monkeypatch.setattr(runs, "Pool", Readers)
    monkeypatch.setattr(runs, "EVERY", EVERY)
    monkeypatch.setattr(runs, "code", lambda: "code")
    monkeypatch.setattr(runs, "versions", installed)
    monkeypatch.setattr(manifest, "versions", installed)
    monkeypatch.setattr(os, "fsync", lambda file: None)


def write_pages(folder: Path, number: int = 30) -> Path:
    """A folder of small pages, some of them empty."""
    folder.mkdir()
    for each in range(number):
        (folder / f"{each:03}.txt").write_text("" if each % 7 == 3 else f"page {each} " * (each % 5 + 1))
    return folder


def go(pages: Path | tuple[Path, ...], out: Path, to: str = "jsonl") -> list[str]:
    """One run; what it told."""
    return go_to(pages, folder_layout(out, to))


def go_to(pages: Path | tuple[Path, ...], layout: Layout) -> list[str]:
    told: list[str] = []
    settings = Settings(pages if isinstance(pages, tuple) else (pages,))
    done = Run(settings, layout, told.append, lambda tally, origins: None).go()
    return told if done.written else [*told, "nothing to do"]


def tree(folder: Path) -> dict[str, bytes]:
    """All files below a folder, those that are hidden too."""
    return {
        file.relative_to(folder).as_posix(): file.read_bytes() for file in sorted(folder.rglob("*")) if file.is_file()
    }


def published(folder: Path) -> dict[str, bytes]:
    """What readers find in a folder."""
    return {name: body for name, body in tree(folder).items() if not name.startswith(".")}
