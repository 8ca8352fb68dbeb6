"""The pages of one run in their order: taken from their source while there is room, given back when answered."""

from __future__ import annotations

import hashlib
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from filmmeta.runs import frames
from filmmeta.runs.inputs import Input
from filmmeta.runs.limits import Verdict
from filmmeta.runs.outcome import Outcome

PAGE = 1 << 16  # bytes that the smallest page counts as, since every page costs something


@dataclass(slots=True, eq=False)
class Task:
    """A page of a run: the workers that died of it, the verdict when those were enough, what came of it."""

    page: Input
    deaths: int = 0
    verdict: Verdict | None = None
    outcome: Outcome | None = None

    @property
    def load(self) -> int:
        """What it weighs: its bytes, and no less than PAGE."""
        return max(len(self.page.body), PAGE)

    def blame(self, said: Verdict) -> None:
        """Note that a worker ended while it had this page.

        It is tried once more, since it may not have been the reason; after the second time, or when it took
        more time than a page may, its reject is written and it is not read.
        """
        self.deaths += 1
        if self.deaths == 2 or said.limit == "time":
            self.verdict = self.verdict or said

    def frame(self) -> bytes:
        """What its worker is told."""
        if self.verdict is None:
            return frames.of_page(self.page)
        return frames.of_verdict(self.page, hashlib.sha256(self.page.body).hexdigest(), self.verdict)


class Queue:
    """Tasks in the order of their pages; all that are not given back yet weigh ``room`` at most, or are one."""

    def __init__(self, pages: Iterable[Input], room: int) -> None:
        self._pages = iter(pages)
        self._room = room
        self._tasks: deque[Task] = deque()

    def __len__(self) -> int:
        return len(self._tasks)

    def take(self) -> Task | None:
        """A task for the next page; None when there is none, or no room for one."""
        page = next(self._pages, None) if self._room > 0 else None
        if page is None:
            return None
        task = Task(page)
        self._room -= task.load
        self._tasks.append(task)
        return task

    def answered(self) -> Iterator[Outcome]:
        """What came of the pages that are next in order, as far as they are answered."""
        while self._tasks and (outcome := self._tasks[0].outcome):
            self._room += self._tasks.popleft().load
            yield outcome
