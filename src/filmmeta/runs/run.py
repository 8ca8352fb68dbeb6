"""A run: all pages once, in order, to files that are there whole or not at all, from wherever it was broken off."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path
from typing import Any, NamedTuple

import filmmeta
from filmmeta.runs.finish import bring_out
from filmmeta.runs.intake import Intake
from filmmeta.runs.inventory import line
from filmmeta.runs.journal import EVERY, Checkpoint, Journal
from filmmeta.runs.layout import Layout
from filmmeta.runs.lock import locked
from filmmeta.runs.parts import Part, naming
from filmmeta.runs.pool import Pool
from filmmeta.runs.recovery import Standing, resumed, standing
from filmmeta.runs.settings import Settings
from filmmeta.runs.sources import Origin, files
from filmmeta.runs.tally import Tally, restored
from filmmeta.runs.versions import code, versions

FORM = 1  # of the journal

Watch = Callable[[Tally, int], None]
"""Is told after each page what is counted so far, and how many origins were begun."""


class NoPage(Exception):
    """There is no page in what was named: nothing was written."""


class Done(NamedTuple):
    """What a run came to; ``written`` are the files that it brought out, none when all were there already."""

    tally: Tally
    written: tuple[Path, ...]


class Run:
    """One run on one output. ``kept`` is the number of pages that it would not read again if it ended now."""

    def __init__(self, settings: Settings, layout: Layout, tell: Callable[[str], None], watch: Watch) -> None:
        self.settings = settings
        self.layout = layout
        self.tell = tell
        self.watch = watch
        self.kept = 0

    def go(self) -> Done:
        """Do all that is not done yet.

        NoPage; Busy when another run has the same output; OSError, whose file is named, when something cannot be
        read or written: then what is done is kept, and readers find what they found before.
        """
        make_place(self.layout)
        with locked(self.layout.state / "lock"), closing(Journal(self.layout.state / "journal")) as journal:
            clear_parts(self.layout)
            journal.read()
            head = self.head()
            found = standing(journal, head, None if self.reads_once else self.origins(), self.layout)
            self.tell_of(found)
            self.kept = found.at.pages
            if found.number or journal.head == head:
                journal.cut(found.number)
            else:
                journal.begin(head)
            end, new = (found.at, unpublished(self.layout, found)) if found.at.whole else self.read(journal, found)
            if not end.pages:
                shutil.rmtree(self.layout.parts, ignore_errors=True)
                raise NoPage
            tally = restored(end.tally)
            return Done(tally, tuple(bring_out(self.settings, self.layout, tally, end.marks, new)))

    @property
    def reads_once(self) -> bool:
        return Path("-") in self.settings.paths

    def origins(self) -> Iterator[Origin]:
        return files(self.settings.paths, self.layout.out)

    def head(self) -> dict[str, Any]:
        """What all of a journal's checkpoints depend on."""
        return {
            "form": FORM,
            "filmmeta": filmmeta.__version__,
            "versions": versions(),
            "code": code(),
            "settings": {**self.settings.told(), "outputs": self.layout.names},
        }

    def tell_of(self, found: Standing) -> None:
        """In one line, what of an earlier run is kept."""
        kept = f"the first {found.at.pages:,} pages are kept" if found.number else "starting anew"
        if found.why:
            self.tell(f"{found.why}; {kept}")
        elif found.number and not found.at.whole:
            self.tell(f"going on after page {found.at.pages:,}")

    def read(self, journal: Journal, found: Standing) -> tuple[Checkpoint, list[str]]:
        """Read the pages behind a checkpoint to the parts; the checkpoint behind all, and the parts' names."""
        tally = restored(found.at.tally)
        intake = Intake(self.origins(), self.settings.feed, found.at)
        with ExitStack() as stack:
            parts = {
                name: stack.enter_context(closing(resumed(self.layout, name, found))) for name in self.layout.names
            }
            pool = stack.enter_context(Pool(self.settings.jobs, self.settings.limits))
            for outcome in pool.outcomes(intake.inputs()):
                intake.done(tally)
                tally.add(outcome)
                lines = [*outcome.lines, ("page", line(tally.pages, outcome))]
                for kind, text in lines:
                    if kind in self.layout.streams:
                        parts[self.layout.streams[kind]].write(text)
                if tally.pages % EVERY == 0:
                    journal.add(settled(intake, tally, parts, whole=False))
                    self.kept = tally.pages
                self.watch(tally, intake.origins)
            intake.finish(tally)
            end = settled(intake, tally, parts, whole=True)
            journal.add(end)
        self.kept = tally.pages
        return end, self.layout.names


def settled(intake: Intake, tally: Tally, parts: dict[str, Part], whole: bool) -> Checkpoint:
    """All that was written so far on the disk, and the checkpoint that says so."""
    marks = {name: part.settle(last=whole) for name, part in parts.items()}
    return Checkpoint(tally.pages, intake.origins, intake.items, intake.digest, tally.state(), marks, whole)


def make_place(layout: Layout) -> None:
    """The folder of a run's own files."""
    with naming(layout.state):
        layout.state.mkdir(parents=True, exist_ok=True)


def clear_parts(layout: Layout) -> None:
    """The folder of the parts, without those of another layout."""
    with naming(layout.parts):
        layout.parts.mkdir(exist_ok=True)
    for each in layout.parts.iterdir():
        if each.name not in layout.names:
            each.unlink()


def unpublished(layout: Layout, found: Standing) -> list[str]:
    """The outputs that were all read, and that readers do not find yet; each has its part now."""
    names = []
    for name, mark in found.at.marks.items():
        place = layout.folder / name
        if found.sources[name] != place or place.stat().st_size != mark.bytes:
            resumed(layout, name, found).close()
            names.append(name)
    return names
