"""Parts of a year that have a name: seasons, quarters, halves, holidays."""

from __future__ import annotations

from filmmeta.values.dates.scan import Scan
from filmmeta.values.dates.words import quarters
from filmmeta.values.folding import fold
from filmmeta.values.patterns import regex

_NAMED = regex(r"^[.,:lfy~-]*+(?:[ps][.,fy~-]*+)++[l]*+")
_EDGE = " .,:;'’()[]/-–—"


def season(seen: Scan) -> str | None:
    """The words that name a part of the year, as printed, in a scan with one year; None when others do."""
    at = seen.kinds.index("Y")
    sides = [_trimmed(seen, 0, at), _trimmed(seen, at + 1, len(seen.kinds))]
    named = [(start, stop) for start, stop in sides if start < stop]
    if len(named) != 1:
        return None
    start, stop = named[0]
    words = seen.text[seen.spans[start][0] : seen.spans[stop - 1][1]].strip(_EDGE)
    return words if _NAMED.fullmatch(seen.kinds[start:stop]) or fold(words) in quarters() else None


def _trimmed(seen: Scan, start: int, stop: int) -> tuple[int, int]:
    """The tokens without what only ties them to the year."""
    while start < stop and seen.kinds[stop - 1] in "fy.,:;-(~":
        stop -= 1
    while start < stop and seen.kinds[start] in "fyl.,:;-)~":
        start += 1
    return start, stop
