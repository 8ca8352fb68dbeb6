"""CPU time of two calls, set against each other in turn."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

PAIRS = 7


def cpu(work: Callable[[], object], times: int) -> float:
    """Seconds of CPU for one call."""
    start = time.process_time()
    for _ in range(times):
        work()
    return (time.process_time() - start) / times


def ratio(ours: Callable[[], object], theirs: Callable[[], object], times: int, fewer: int = 1) -> tuple[float, float]:
    """The median of ours ÷ theirs, and our seconds."""
    ours(), theirs()
    pairs = [(cpu(ours, times), cpu(theirs, max(1, times // fewer))) for _ in range(PAIRS)]
    return statistics.median(a / b for a, b in pairs), statistics.median(a for a, _ in pairs)
