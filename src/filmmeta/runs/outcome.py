"""What came of one page of a run, ready to be written."""

from __future__ import annotations

from typing import NamedTuple


class Outcome(NamedTuple):
    """A page's records as lines, and what a run counts of them.

    ``lines`` are pairs of kind and line, the film first; ``problems`` a code for each problem of the records;
    ``reason`` the reject's, else empty; ``coverage`` the page's, None when it is not measured; ``limit`` says
    what the page cost its worker: ``time``, ``memory``, its life by a ``signal`` or by an ``exit``; else it is empty.
    """

    name: str
    url: str
    sha256: str
    size: int
    lines: tuple[tuple[str, bytes], ...]
    problems: tuple[str, ...] = ()
    reason: str = ""
    coverage: float | None = None
    limit: str = ""

    @property
    def kind(self) -> str:
        """``film``, ``reviews`` or ``reject``: what the page is to a run's account."""
        kinds = {kind for kind, _ in self.lines}
        return "film" if "film" in kinds else "reviews" if "review" in kinds else "reject"
