"""What a run met, counted."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from filmmeta.runs.outcome import Outcome


@dataclass
class Tally:
    """The pages of a run by outcome, their records by kind, problems, rejects, limits and what was left out.

    ``outcomes`` are ``film``, ``reviews`` (a page with reviews alone) and ``reject``; ``limits`` counts the pages
    that hit one, ``left_out`` by its reason what stood among the pages and was none. ``lowest`` is the least
    coverage of a page, and None when none was measured.
    """

    pages: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    records: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    limits: Counter[str] = field(default_factory=Counter)
    left_out: Counter[str] = field(default_factory=Counter)
    lowest: float | None = None

    def add(self, outcome: Outcome) -> None:
        """Count one page."""
        self.pages += 1
        self.outcomes[outcome.kind] += 1
        for kind, _ in outcome.lines:
            self.records[kind] += 1
        self.problems.update(outcome.problems)
        if outcome.reason:
            self.reasons[outcome.reason] += 1
        if outcome.limit:
            self.limits[outcome.limit] += 1
        if outcome.coverage is not None:
            self.lowest = outcome.coverage if self.lowest is None else min(self.lowest, outcome.coverage)

    def state(self) -> dict[str, Any]:
        """The tally as JSON can hold it, the codes in order."""
        return {
            name: dict(sorted(value.items())) if isinstance(value, Counter) else value
            for name, value in vars(self).items()
        }


def restored(state: dict[str, Any]) -> Tally:
    """The tally that ``state`` describes; TypeError or ValueError when it describes none."""
    fields: dict[str, Any] = {
        name: Counter(value) if isinstance(value, dict) else value for name, value in state.items()
    }
    return Tally(**fields)
