"""The shapes of dates in a scan, and what each of them says."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from filmmeta.values.dates.calendar import AmbiguousDate, PartialDate, day_of
from filmmeta.values.dates.numerals import numeric
from filmmeta.values.dates.scan import Scan, Value
from filmmeta.values.patterns import regex

GLUE = "[.,fy-]{0,4}"
"""What may stand between the parts of a date."""

WHOLE = regex(
    f"(?P<mdy>[Mm]{GLUE}D-?o?[.,f]{{0,3}}Y)"
    f"|(?P<dmy>D-?o?{GLUE}[MmR]{GLUE}Y)"
    f"|(?P<ymd>Y[y.,f-]{{0,4}}[Mm]{GLUE}D(?!-?o?[.,]?Y))"
    f"|(?P<ydm>Y[y.,-]{{0,4}}D-?o?{GLUE}[Mm](?!{GLUE}Y))"
    "|(?P<ddy>D[.]D[.]Y)"
    "|(?P<x>X)"
)
"""A day, month and year, or three numbers."""

MONTHLY = regex(f"(?P<my>(?:M|m(?=[.])){GLUE}Y)|(?P<ym>Y[y.,f-]{{0,3}}(?:M|m(?=[.])))")
"""A month and year."""

DAILY = regex(f"(?P<dm>D-?o?{GLUE}M)|(?P<md>M{GLUE}D-?o?)|(?P<k>K)")
"""A day and month without a year."""

_END = regex(r"(?:(?<![:.])D-?o?[.]?[,~ul-]|[MYXZK][.]?[~ul-])f?$")
_GOES_ON = regex(r"[.)fyo]{0,3}[~ul-]f?(?:D-?o?[.,f-]{0,4}[MmR]|[MXZKYn])")
_ABOUT = regex(r"a[.:,fy]{0,3}$")
_DOUBT = regex(r"[.]?[)]?(?:\?|[.]?a)")


class Found(NamedTuple):
    """A date in a scan, from token ``start`` up to token ``end``."""

    date: PartialDate
    start: int
    end: int


def _month(value: Value, build: Callable[[int], PartialDate]) -> PartialDate:
    """The date with the month; ambiguous when the month's word means several."""
    if isinstance(value, int):
        return build(value)
    assert isinstance(value, dict)
    raise AmbiguousDate("the month's name means several", tuple(build(m) for m in sorted(value)))


def read(match: re.Match[str], seen: Scan, order: str) -> PartialDate:
    """What one match of a shape says; ValueError when it is no day of the calendar."""
    at, shape = match.start(), match.lastgroup
    values = [seen.values[i] for i in range(at, match.end()) if seen.kinds[i] in "DMmRYXZK"]
    if shape in ("x", "k", "ddy"):
        parts = values[0] if shape != "ddy" else tuple(str(v) for v in values)
        assert isinstance(parts, tuple)
        if shape == "k":
            return day_of(None, int(parts[0]), int(parts[1]))
        return numeric(parts[0], parts[1], parts[2], order)
    named = dict(zip(str(shape), values, strict=True))
    year, day = named.get("y"), named.get("d")
    assert isinstance(year, int | None) and isinstance(day, int | None)
    return _month(named["m"], lambda month: day_of(year, month, day))


def find(seen: Scan, shape: re.Pattern[str], order: str) -> list[Found]:
    """The dates of a shape, from left to right."""
    return [Found(read(m, seen, order), *m.span()) for m in shape.finditer(seen.kinds)]


def is_range(seen: Scan, start: int, end: int) -> bool:
    """Whether what stands between two tokens is only one end of a range."""
    return bool(_END.search(seen.kinds, max(0, start - 8), start) or _GOES_ON.match(seen.kinds, end))


def is_approximate(seen: Scan, start: int, end: int) -> bool:
    """Whether a word such as ``circa`` or a question mark says that a date is not exact."""
    return bool(_ABOUT.search(seen.kinds, max(0, start - 4), start) or _DOUBT.match(seen.kinds, end))


def outside_brackets(seen: Scan, found: list[Found]) -> list[Found]:
    """Those dates that no bracket encloses."""
    depth, depths = 0, []
    for kind in seen.kinds:
        depth = max(0, depth + (kind == "(") - (kind == ")"))
        depths.append(depth)
    return [f for f in found if not depths[f.start]]
