"""What came of the pages, for a person."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from filmmeta.claim import MEANINGS
from filmmeta.records import KINDS
from filmmeta.records.reject import REASONS
from filmmeta.report.visible import visible
from filmmeta.runs.tally import Tally

LIMITS = {
    "time": "took longer than one page may",
    "memory": "took more memory than one page may",
    "signal": "killed their worker",
    "exit": "ended their worker",
}


def table(tally: Tally) -> str:
    """The counts of a run, each with what it means."""
    lines = [f"{tally.pages:>9,}  pages"]
    lines += [f"{tally.records[kind]:>9,}  {many}" for kind, many in KINDS.items()]
    lines += counted("rejected", tally.reasons, REASONS)
    lines += counted("problems", tally.problems, MEANINGS)
    lines += counted("limits hit", tally.limits, LIMITS)
    lines += counted("left out", tally.left_out, {})
    return "\n".join(lines)


def counted(head: str, counts: Mapping[str, int], meanings: Mapping[Any, str]) -> list[str]:
    """The lines for counts by code, the most frequent first, each with its meaning."""
    if not counts:
        return []
    width = max(map(len, counts))
    rows = sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))
    said = [f"{n:>9,}  {visible(code):<{width}}  {meanings.get(code, '')}".rstrip() for code, n in rows]
    return ["", head, *said]
