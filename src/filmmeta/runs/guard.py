"""Pages read outside of this process, whose threads and imports do not matter: for other people's engines."""

from __future__ import annotations

from filmmeta.runs.limits import LIMITS, Limits
from filmmeta.runs.pool import Pool


class Guard(Pool):
    """One worker: a page that kills it costs itself alone, and this process nothing.

    Keep one for each thread: Linux kills a worker when the thread that started it ends.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        super().__init__(1, limits)
