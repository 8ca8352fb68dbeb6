"""Marks under a named scheme: letters, school marks, words and ranges of numbers."""

from __future__ import annotations

import re
from functools import cache

from filmmeta.values.folding import rows
from filmmeta.values.patterns import regex
from filmmeta.values.scores.scales import Score

RANGE = regex(r"([+-]?\d{1,4})\s?(?:\.\.|-|–|…|to)\s?([+-]?\d{1,4})")
MINUS = dict.fromkeys(map(ord, "−–—‐‑‒﹣－"), "-")
SPELLED = regex(r"[\s-]{1,3}(plus|minus)\b|\s{1,3}([+-])")


@cache
def schemes() -> dict[str, tuple[float, float, dict[str, float]]]:
    """Each scheme's best, worst and the value of its labels.

    >>> schemes()["us-letter"][2]["b+"]
    3.3
    """
    found: dict[str, tuple[float, float, dict[str, float]]] = {}
    for name, best, worst, labels in rows("grades.tsv"):
        pairs = (entry.rpartition(":") for entry in labels.split("|"))
        found[name] = float(best), float(worst), {label: float(value) for label, _, value in pairs}
    return found


@cache
def bounds(scheme: str) -> tuple[float, float]:
    """The best and the worst of a scheme, be it named or a range, worst first (``-2..+2``, ``1-5``).

    >>> bounds("-2..+2"), bounds("de-school")
    ((2.0, -2.0), (1.0, 6.0))
    """
    if scheme in schemes():
        best, worst, _ = schemes()[scheme]
        return best, worst
    if match := RANGE.fullmatch(scheme):
        return float(match[2]), float(match[1])
    raise ValueError(f"no such scheme of marks: {scheme[:40]!r}")


def grade(text: str, scheme: str) -> Score | None:
    """The mark that a text is under a named scheme, None when it is no label of the scheme.

    >>> grade("B-plus", "us-letter")
    Score(value=3.3, best=4.3, worst=0.0, raw='B-plus')
    """
    best, worst = bounds(scheme)
    if scheme not in schemes():
        return None
    raw = text.strip(" \t\r\n\"'“”‘’.()[]:,")
    label = SPELLED.sub(_sign, raw.lower().translate(MINUS))
    value = schemes()[scheme][2].get(label)
    return None if value is None else Score(value, best, worst, raw)


def _sign(match: re.Match[str]) -> str:
    return match[2] or {"plus": "+", "minus": "-"}[match[1]]
