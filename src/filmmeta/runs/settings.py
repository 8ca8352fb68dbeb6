"""What a run is asked to do."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, NamedTuple

from filmmeta.runs.limits import Limits
from filmmeta.runs.sources import Feed


class Settings(NamedTuple):
    """Which pages, how they are found in feeds, what one of them may cost, and how many are read at a time."""

    paths: tuple[Path, ...]
    feed: Feed = Feed()
    limits: Limits = Limits()
    jobs: int = 1

    def told(self) -> dict[str, Any]:
        """The settings that outputs depend on, as JSON can hold them."""
        return {
            "body_field": self.feed.body_field,
            "url_field": self.feed.url_field,
            "page_seconds": self.limits.seconds,
            "page_memory": self.limits.memory,
        }

    @property
    def names(self) -> list[str]:
        """The paths as text; bytes that are no UTF-8 become U+FFFD."""
        return [os.fsencode(path).decode("utf-8", "replace") for path in self.paths]


def cores() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
