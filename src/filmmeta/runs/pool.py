"""Pages read by guarded workers: the outcome of every page, in order, whatever happens to the workers."""

from __future__ import annotations

import time
from collections.abc import Iterable, Iterator
from selectors import EVENT_READ, EVENT_WRITE, DefaultSelector
from types import TracebackType

from filmmeta.runs.child import Child
from filmmeta.runs.inputs import Input
from filmmeta.runs.limits import LIMITS, Limits, verdict
from filmmeta.runs.outcome import Outcome
from filmmeta.runs.tasks import PAGE, Queue

FULL = 64 * PAGE  # what one worker has in its hands: 64 pages, 4 MB
AHEAD = 3 * FULL  # what a run takes from its source, for each worker, before it gives outcomes back
PAUSE = 0.01  # seconds between two looks at workers with plenty to do: each look costs them time
BARREN = 5  # workers that are tried after one that was killed before it was ready for a page


class Pool:
    """Up to ``jobs`` workers, each started when there is a page for it and restarted when it dies.

    The workers live until ``close`` and serve one call of ``outcomes`` after the other. A pool belongs to the
    thread that uses it, since Linux kills its workers when that thread ends; no fork may use it too.
    """

    def __init__(self, jobs: int, limits: Limits = LIMITS) -> None:
        self._jobs = jobs
        self._limits = limits
        self._children: list[Child] = []
        self._selector = DefaultSelector()

    def __enter__(self) -> Pool:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        """Kill the workers; an iteration that is not at its end cannot go on."""
        for child in list(self._children):
            self._end(child)
        self._selector.close()

    def outcomes(self, pages: Iterable[Input]) -> Iterator[Outcome]:
        """The outcome of each page, in order; ChildProcessError when workers cannot get ready to read any."""
        self._listen(0)  # workers that ended while nobody needed them cost no page a try
        queue = Queue(pages, AHEAD * self._jobs)
        try:
            while self._feed(queue):
                self._pause()
                self._listen()
                yield from queue.answered()
        finally:
            for child in [child for child in self._children if child.tasks]:
                self._end(child)  # its answers belong to nobody now

    def _feed(self, queue: Queue) -> bool:
        """Give each worker that has room its next pages; whether some page is not answered yet."""
        for number in range(self._jobs):
            child = self._children[number] if number < len(self._children) else None
            if child and child.load > FULL // 2:
                continue
            while (child is None or child.load < FULL) and (task := queue.take()):
                child = child or self._start()
                child.send(task)
            if child:
                self._write(child)
        return len(queue) > 0

    def _pause(self) -> None:
        """Let answers gather while every worker has plenty to do and nothing waits to be written."""
        waiting = self._selector.get_map()
        if all(child.ready and child.load > FULL // 2 and child.stdin not in waiting for child in self._children):
            time.sleep(PAUSE)

    def _listen(self, seconds: float | None = None) -> None:
        """Wait until a worker moves, and take what it says; one that ended is renewed."""
        for key, event in self._selector.select(seconds):
            if key.data not in self._children:  # renewed a moment ago
                continue
            if event == EVENT_WRITE:
                self._write(key.data)
            elif not key.data.read():
                self._renew(key.data)

    def _write(self, child: Child) -> None:
        """Write to a worker what its pipe takes, and wait for room when something is left."""
        waiting = child.stdin in self._selector.get_map()
        if child.write() != waiting:
            if waiting:
                self._selector.unregister(child.stdin)
            else:
                self._selector.register(child.stdin, EVENT_WRITE, child)

    def _start(self) -> Child:
        child = Child(self._limits)
        self._children.append(child)
        self._selector.register(child.stdout, EVENT_READ, child)
        return child

    def _end(self, child: Child) -> int:
        for stream in (child.stdin, child.stdout):
            if stream in self._selector.get_map():
                self._selector.unregister(stream)
        self._children.remove(child)
        return child.end()

    def _renew(self, child: Child) -> None:
        """Give the tasks of a worker that ended to a fresh one; the first of them was in its hands."""
        said = verdict(self._end(child), self._limits)
        if not child.tasks:
            return
        if child.ready:
            child.tasks[0].blame(said)
        elif child.barren == BARREN or said.limit == "exit":
            raise ChildProcessError(f"workers end before they read a page: {said.text}")
        fresh = self._start()
        fresh.barren = 0 if child.ready else child.barren + 1
        for task in child.tasks:
            fresh.send(task)
        self._write(fresh)
