"""The time between two dates, or a part of a year that has a name."""

from __future__ import annotations

from typing import NamedTuple

from filmmeta.values.dates.calendar import AmbiguousDate, PartialDate, day_of
from filmmeta.values.dates.numerals import date_order, numeric
from filmmeta.values.dates.persian import persian
from filmmeta.values.dates.reading import date
from filmmeta.values.dates.scan import LIMIT, Scan, Value, plain, scan
from filmmeta.values.dates.seasons import season
from filmmeta.values.dates.shapes import DAILY, MONTHLY, WHOLE
from filmmeta.values.dates.words import words_of
from filmmeta.values.patterns import regex

_BRACKETS = regex(r"[ ]?[(\[][^()\[\]]{0,200}[)\]][ .,;]{0,3}$")
_EDGE = regex(r"[.,:;lfiyua~()s?p]*+")
_END = regex(
    "(?P<n>[lf]?n[ln]?)|(?P<y>Y)|(?P<m>[Mm])|(?P<d>D-?o?)|(?P<z>Z)|(?P<dd>D[.-]D)"
    rf"|(?P<dy>D-?o?[.,f]{{0,2}}Y)|{DAILY.pattern}|{MONTHLY.pattern}|{WHOLE.pattern}"
)
_YEARS = regex(r"[.:lfis]*+(?:Z|Y[~-](?:D|N))")
_LABELLED = regex(r"[^:\d]{1,60}:\s")


class Period(NamedTuple):
    """From ``start`` to ``end``, both included; ``note`` is the season or quarter as printed.

    Without an end, ``open`` tells a period that goes on (``1974–present``) from one date or part of a year.
    """

    start: PartialDate
    end: PartialDate | None = None
    note: str | None = None
    open: bool = False


class _Parts(NamedTuple):
    year: int | None = None
    month: int | None = None
    day: int | None = None
    approximate: bool = False
    ongoing: bool = False


def period(text: str, *, language: str = "", order: str = "") -> Period:
    """The period that a text says: a range, a season, quarter or half of a year, or its one date.

    What one end of a range leaves out, the other one says (``20–25 February 2008``, ``1974–75``).
    ``language`` and ``order`` are as in ``date``. Raises AmbiguousDate and ValueError as ``date`` does.

    >>> period("1974-1975").end
    PartialDate(year=1975, month=None, day=None, approximate=False)
    >>> period("Q4 2008").note, period("1974–").open
    ('Q4', True)
    """
    if len(text) > LIMIT:
        raise ValueError("too long for a period")
    if found_day := persian(text, language):
        return Period(found_day)
    bare = plain(text).strip()
    if bare[:1] + bare[-1:] in ("()", "[]"):
        bare = bare[1:-1]
    bare = _BRACKETS.sub("", bare).strip() or bare
    seen = scan(bare, language)
    if seen.kinds.count("Y") == 1 and (note := season(seen)):
        return Period(date(bare, language=language, order=order), None, note)
    decided = order or date_order([bare], language=language)
    if found := _range(seen, decided):
        return found
    if (label := _LABELLED.match(bare)) and (found := _range(scan(bare[label.end() :], language), decided)):
        return found
    if seen.kinds[:1] == "u":
        raise ValueError("a period without a start")
    if seen.kinds[:1] == "i":
        return Period(date(bare, language=language, order=order), open=True)
    return Period(date(bare, language=language, order=order))


def _range(seen: Scan, order: str) -> Period | None:
    """The period of the first mark or word between two readable ends."""
    if found := _short_years(seen):
        return found
    to = words_of("to")
    for at, kind in enumerate(seen.kinds):
        last = at + 1 == len(seen.kinds)
        if kind in "~-" or (kind in "uflsyiap" and seen.values[at] in to) or (kind == "n" and last):
            start = _parts(seen, 0, at, order)
            end = _parts(seen, at + 1, len(seen.kinds), order)
            if start and (end or last) and (found := _between(seen, start, end)):
                return found
    return None


def _short_years(seen: Scan) -> Period | None:
    """``1974-75`` and ``2008/09``: the second year in two digits of the same century."""
    if not _YEARS.fullmatch(seen.kinds) or seen.values[-1] is None:
        return None
    values = seen.values[-1] if seen.kinds.endswith("Z") else (str(seen.values[-3]), f"{seen.values[-1]:02}")
    assert isinstance(values, tuple)
    if len(values[0]) != 4 or len(values[1]) != 2:
        return None
    year, short = int(values[0]), int(values[1])
    text = seen.text[seen.spans[-1][0] : seen.spans[-1][1]]
    if 1 <= short <= 12 and "-" in text and seen.kinds.endswith("Z"):
        if short == year % 100 + 1:
            raise AmbiguousDate("a month, or a range of years", (PartialDate(year, short), PartialDate(year)))
        return None
    if short <= year % 100:
        return None
    last = year - year % 100 + short
    return Period(day_of(year), day_of(last), _note(seen))


def _note(seen: Scan) -> str | None:
    """The whole text, where it names a season."""
    return seen.text.strip() if "s" in seen.kinds or "p" in seen.kinds else None


def _parts(seen: Scan, start: int, end: int, order: str) -> _Parts | None:
    """What one end of a range says; None when it is no date."""
    kinds = seen.kinds[start:end]
    match = _EDGE.match(kinds)
    start += match.end() if match else 0
    stop = start + len(seen.kinds[start:end].rstrip(".,:;fy?()a"))
    approximate = "a" in kinds or "?" in kinds
    match = _END.fullmatch(seen.kinds[start:stop])
    if not match:
        return None
    values = [seen.values[at] for at in range(start, stop) if seen.kinds[at] in "DMmRYXZK"]
    shape = str(match.lastgroup)
    if shape == "n":
        return _Parts(ongoing=True)
    if shape in ("x", "ddy", "k", "z", "dd"):
        return _digits(shape, values, order)
    named = dict(zip(shape, values, strict=True))
    numbers = [named.get(letter) for letter in "ymd"]
    if not all(v is None or isinstance(v, int) for v in numbers):
        raise AmbiguousDate("the month's name means several")
    year, month, day = (v if isinstance(v, int) else None for v in numbers)
    return _Parts(year, month, day, approximate)


def _digits(shape: str, values: list[Value], order: str) -> _Parts | None:
    """An end of digits alone."""
    parts = values[0] if isinstance(values[0], tuple) else tuple(str(v) for v in values)
    if shape in ("x", "ddy"):
        return _Parts(*numeric(parts[0], parts[1], parts[2], order))
    if shape == "z":
        year, month = sorted(parts, key=len, reverse=True)
        return _Parts(int(year), int(month)) if 1 <= int(month) <= 12 else None
    if shape == "dd" and order not in ("dmy", "mdy"):
        return None
    month, day = parts if shape == "k" or order == "mdy" else reversed(parts)
    return _Parts(None, int(month), int(day))


def _between(seen: Scan, start: _Parts, end: _Parts | None) -> Period | None:
    """The period of two ends, each completed by the other; None when they are not in order."""
    if end is None or end.ongoing:
        if start.year is None:
            return None
        return Period(_day(start, start.year, start.month), None, _note(seen), True)
    year = start.year or end.year
    start_month = start.month or (end.month if start.day else None)
    end_month = end.month or (start.month if end.day else None)
    if year is None or (end.year is None and end.day is None and end.month is None):
        return None
    if start.year is None and (start_month or 0) > (end_month or 12):
        year = None
    first = _day(start, year, start_month)
    last = _day(end, end.year or start.year, end_month)
    for a, b in zip(first[:3], last[:3], strict=True):
        if a is None or b is None or a < b:
            return Period(first, last, _note(seen))
        if a > b:
            return None
    return Period(first, last, _note(seen))


def _day(parts: _Parts, year: int | None, month: int | None) -> PartialDate:
    return day_of(year, month, parts.day)._replace(approximate=parts.approximate)
