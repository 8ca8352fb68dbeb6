"""How far a run is, for a person who waits and for one who reads the log."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from filmmeta.cli.exits import say
from filmmeta.runs.tally import Tally

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

BAR_SECONDS, LOG_SECONDS = 0.1, 10.0


class Pace:
    """When to say something again, and how fast pages go."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds
        self._first = -1  # pages that an earlier run had done
        self._begun = self._said = time.monotonic()

    def due(self, tally: Tally) -> bool:
        """Whether enough time went by since this was last so."""
        if self._first < 0:
            self._first = tally.pages - 1
        now = time.monotonic()
        if now - self._said < self._seconds:
            return False
        self._said = now
        return True

    def facts(self, tally: Tally) -> str:
        rate = (tally.pages - self._first) / max(self._said - self._begun, 0.001)
        return f"{tally.pages:,} pages, {rate:,.0f} pages/s, {sum(tally.problems.values()):,} problems"


class Log:
    """A line every ten seconds."""

    def __init__(self) -> None:
        self._pace = Pace(LOG_SECONDS)

    def __call__(self, tally: Tally, origins: int) -> None:
        if self._pace.due(tally):
            say(self._pace.facts(tally))


class Bar:
    """A bar on a terminal; ``total`` is the number of files, and None when nobody knows it."""

    def __init__(self, progress: Progress, total: int | None) -> None:
        self._progress = progress
        self._total = total
        self._pace = Pace(BAR_SECONDS)
        self._task: TaskID | None = None

    def __call__(self, tally: Tally, origins: int) -> None:
        if not self._pace.due(tally):
            return
        facts = self._pace.facts(tally)
        if self._task is None:
            self._task = self._progress.add_task(facts, total=self._total, completed=origins - 1)
        self._progress.update(self._task, completed=origins - 1, description=facts)
        self._progress.refresh()


def silent(tally: Tally, origins: int) -> None:
    """Nothing."""


@contextmanager
def shown(count: Callable[[], int | None], quiet: bool, terminal: bool) -> Iterator[Callable[[Tally, int], None]]:
    """What to tell of each page; ``count`` counts the files, which only a bar needs to know."""
    if quiet:
        yield silent
    elif not terminal:
        yield Log()
    else:
        with ExitStack() as stack:
            total = count()
            yield Bar(stack.enter_context(bar()), total if total and total > 1 else None)


def bar() -> Progress:
    """A bar that is drawn when pages are done, by no thread of its own."""
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), TextColumn("{task.description}", markup=False), TimeRemainingColumn(), TextColumn("left"))
    return Progress(*columns, console=Console(stderr=True), auto_refresh=False, transient=True)
