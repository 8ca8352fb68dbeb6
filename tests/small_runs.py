"""Runs in this process, over small files and with a stand-in for the readers of pages, so that each takes no time."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest

from filmmeta.runs import run as runs
from filmmeta.runs.inputs import Input
from filmmeta.runs.layout import Layout, folder_layout
from filmmeta.runs.limits import Limits
from filmmeta.runs.outcome import Outcome
from filmmeta.runs.run import Run
from filmmeta.runs.settings import Settings

EVERY = 4  # pages between checkpoints


class Readers:
    """Instead of the pool: what comes of a page depends on its name and bytes; counts the pages that it read."""

    ahead = 7  # pages that are asked for before the first answer
    read = 0

    def __init__(self, jobs: int, limits: Limits) -> None:
        pass

    def __enter__(self) -> Readers:
        return self

    def __exit__(self, *error: object) -> None:
        pass

    def outcomes(self, pages: Iterable[Input]) -> Iterator[Outcome]:
        waiting: list[Input] = []
        for page in pages:
            waiting.append(page)
            if len(waiting) > self.ahead:
                yield outcome(waiting.pop(0))
        for page in waiting:
            yield outcome(page)


def outcome(page: Input) -> Outcome:
    Readers.read += 1
    sha256 = hashlib.sha256(page.body).hexdigest()
    said = json.dumps({"name": page.name, "sha256": sha256}).encode() + b"\n"
    share = len(page.body) % 10 / 10
    if page.refusal or not page.body:
        return Outcome(page.name, page.url, sha256, len(page.body), (("reject", said),), ("unreadable",), "empty")
    lines = (("film", said), *(("review", said),) * (len(page.body) % 3))
    return Outcome(page.name, page.url, sha256, len(page.body), lines, (), "", share)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Runs with the stand-in and checkpoints every few pages, that neither wait for the disk nor look at own files."""
    monkeypatch.setattr(runs, "Pool", Readers)
    monkeypatch.setattr(runs, "EVERY", EVERY)
    monkeypatch.setattr(runs, "code", lambda: "code")
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
