"""Guards that read batches of pages, kept from batch to batch by threads that do nothing else.

Linux kills a worker when the thread that started it ends, and engines end theirs after each task.
"""

from __future__ import annotations

import os
import threading
import weakref
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor

from filmmeta.runs.guard import Guard
from filmmeta.runs.inputs import Input
from filmmeta.runs.limits import Limits
from filmmeta.runs.outcome import Outcome

HERE = threading.local()
KEEPERS: dict[int, ThreadPoolExecutor] = {}
"""The threads of each process, since a forked one has none of its parent's."""
MOST = 256  # batches that one process reads at a time


class Own:
    """A guard of one thread of one process; its worker ends with whichever ends first."""

    def __init__(self, limits: Limits) -> None:
        self.limits = limits
        self.process = os.getpid()
        self.guard = Guard(limits)
        weakref.finalize(self, close, self.guard, self.process)


def close(guard: Guard, process: int) -> None:
    """End a guard's worker; a forked process leaves its parent's alone."""
    if os.getpid() == process:
        guard.close()


def outcomes(pages: Iterable[Input], limits: Limits) -> list[Outcome]:
    """What comes of pages, read by a guard that nobody else uses meanwhile."""
    process = os.getpid()
    if process not in KEEPERS:
        KEEPERS.setdefault(process, ThreadPoolExecutor(MOST, "filmmeta"))
    return KEEPERS[process].submit(read, pages, limits).result()


def read(pages: Iterable[Input], limits: Limits) -> list[Outcome]:
    return list(guard(limits).outcomes(pages))


def guard(limits: Limits) -> Guard:
    """The guard of this thread."""
    own: Own | None = getattr(HERE, "own", None)
    if own is None or (own.limits, own.process) != (limits, os.getpid()):
        own = HERE.own = Own(limits)
    return own.guard
