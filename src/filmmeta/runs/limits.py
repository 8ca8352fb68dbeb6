"""What reading one page may cost, and what is said of a page that cost its worker its life."""

from __future__ import annotations

import signal
from typing import Literal, NamedTuple

EXHAUSTED = 71  # the exit code of a worker that found no memory
SIGNALS = {each.value: each.name for each in signal.Signals}


class Limits(NamedTuple):
    """What one page may cost: seconds of CPU, seconds on the clock, bytes of memory.

    These are the backstop: the budgets that decide what is read (sizes, counts and depths) stand in ``page``
    and ``kernel``, and give the same record everywhere.
    """

    seconds: int = 60
    wall: float = 300.0
    memory: int = 2_000_000_000


LIMITS = Limits()


class Verdict(NamedTuple):
    """Why a page is rejected without being read; ``reason`` is the reject's and its problem's code."""

    reason: Literal["unreadable", "crash", "over-budget"]
    text: str
    limit: Literal["", "time", "memory", "signal", "exit"] = ""


def verdict(status: int, limits: Limits) -> Verdict:
    """What the end of a worker says of the page that it was reading.

    ``status`` is its exit code, or the number of the signal that ended it with a minus before it.
    """
    if status == -signal.SIGALRM:
        return Verdict("over-budget", f"more than {limits.wall:g} s", "time")
    if status == -signal.SIGXCPU:
        return Verdict("over-budget", f"more than {limits.seconds} s of CPU time", "time")
    if status == EXHAUSTED:
        return Verdict("over-budget", f"more than {limits.memory / 1e9:g} GB of memory", "memory")
    if status < 0:
        return Verdict("crash", f"killed by {SIGNALS.get(-status, f'signal {-status}')}", "signal")
    return Verdict("crash", f"exit code {status}", "exit")
