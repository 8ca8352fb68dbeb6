"""The inventory of a run: a line for each page that went in."""

from __future__ import annotations

import json

from filmmeta.runs.outcome import Outcome

LINES = json.JSONEncoder(ensure_ascii=True, separators=(",", ":"))


def line(number: int, outcome: Outcome) -> bytes:
    """The line of the page with this number, as ``records.inventory`` describes it."""
    kinds = [kind for kind, _ in outcome.lines]
    said = {
        "kind": "page",
        "schema_version": "1.0.0",
        "number": number,
        "name": outcome.name,
        "url": outcome.url or None,
        "sha256": outcome.sha256,
        "bytes": outcome.size,
        "outcome": outcome.kind,
        "films": kinds.count("film"),
        "reviews": kinds.count("review"),
        "reason": outcome.reason or None,
        "problems": outcome.problems,
        "coverage": outcome.coverage,
        "limit": outcome.limit or None,
    }
    return LINES.encode(said).encode("ascii") + b"\n"
