"""One date of a text."""

from __future__ import annotations

import re
from functools import lru_cache

from filmmeta.values.dates.calendar import AmbiguousDate, PartialDate, day_of
from filmmeta.values.dates.commonest import commonest
from filmmeta.values.dates.last_resort import last_resort
from filmmeta.values.dates.moulds import cast
from filmmeta.values.dates.numerals import order_of
from filmmeta.values.dates.persian import persian
from filmmeta.values.dates.scan import LIMIT, Scan, plain, scan
from filmmeta.values.dates.seasons import season
from filmmeta.values.dates.shapes import (
    DAILY,
    MONTHLY,
    WHOLE,
    Found,
    find,
    is_approximate,
    is_range,
    outside_brackets,
)
from filmmeta.values.patterns import regex
from filmmeta.values.places import country

_NOTE = r"(?:\([^()]*+\)[.,;]{0,2})"
_YEAR = regex(rf"^({_NOTE}?[.,:;~lapsfyuiw(]*+)Y([.,?y;a)pswl]*+{_NOTE}*+(?:w*+))")
_YEAR_AND_MONTH = regex(rf"^[.,:;lafyi(]*+Z[.,?)ay]*+{_NOTE}*+")
_DAY_AND_MONTH = regex(rf"^[.,:l(]*+(?:{DAILY.pattern})[.)]*+")
_EIGHT = regex(r"^[.:l]*+I")
_BEFORE_MONTH = regex(r"(?:^|[.,:;()lapsfyi~-])$")


def date(text: str, *, language: str = "", order: str = "") -> PartialDate:
    """The one date that a text says, as far as it says it; what stands around it does not matter.

    ``language`` is a BCP 47 tag; ``order`` (``dmy``, ``mdy``, ``ymd``) is how the page writes dates of
    digits. Raises AmbiguousDate, with the readings, when day and month could be either, and ValueError when
    the text has no date, several, a range (see ``period``), a year of two digits, or a day that no calendar
    has.

    >>> date("20 February 2008 (France) (premiere)")
    PartialDate(year=2008, month=2, day=20, approximate=False)
    >>> date("c. 1931")
    PartialDate(year=1931, month=None, day=None, approximate=True)
    >>> date("07/08/2009", order="mdy").date
    datetime.date(2009, 7, 8)
    """
    if len(text) > LIMIT:
        raise ValueError("too long for a date")
    if found := persian(text, language):
        return found
    decided = order or (order_of(language) if language else "")
    if found := cast(text, language, decided, _remembered) or commonest(text, language, decided):
        return found
    seen = scan(plain(text), language)
    if found := _stated(seen, decided) or last_resort(seen, language):
        return found
    raise ValueError(f"no date: {text[:40]!r}")


def _stated(seen: Scan, order: str) -> PartialDate | None:
    """The date that the words of the tables say."""
    return _whole(seen, order) or _monthly(seen, order) or _lone(seen, order)


@lru_cache(4096)
def _remembered(text: str, language: str) -> PartialDate | None:
    """The date of one text for all that differ from it only in their digits; None for none."""
    try:
        return _stated(scan(plain(text), language), "")
    except ValueError:
        return None


def _whole(seen: Scan, order: str) -> PartialDate | None:
    """A day of a month of a year, or three numbers."""
    found = find(seen, WHOLE, order)
    return _only(seen, found) if found else None


def _monthly(seen: Scan, order: str) -> PartialDate | None:
    """A month of a year, with nothing before it that could make its name another word."""
    found = find(seen, MONTHLY, order)
    kinds = seen.kinds
    if found and all(kinds[f.start] == "Y" or _BEFORE_MONTH.search(kinds[: f.start]) for f in found):
        return _only(seen, found)
    return None


def _only(seen: Scan, found: list[Found]) -> PartialDate:
    """The one date of those found; the brackets behind a date may hold another."""
    rest = list(seen.kinds)
    for one in found:
        rest[one.start : one.end] = "#" * (one.end - one.start)
    dates = {f.date for f in outside_brackets(seen, found) or found}
    if len(dates) > 1 or DAILY.search("".join(rest)):
        raise ValueError("several dates")
    for one in found:
        if one.date in dates and is_range(seen, one.start, one.end):
            raise ValueError("a range of dates")
    approximate = any(is_approximate(seen, f.start, f.end) for f in found if f.date in dates)
    return dates.pop()._replace(approximate=approximate)


def _lone(seen: Scan, order: str) -> PartialDate | None:
    """A year, a year and month of digits, or a day without a year: only where nothing else is said."""
    if seen.kinds.count("Y") == 1 and (year := _year(seen)):
        return year
    if match := _YEAR_AND_MONTH.fullmatch(seen.kinds):
        return _digits(seen, seen.kinds.index("Z"))
    if match := _DAY_AND_MONTH.fullmatch(seen.kinds):
        found = find(seen, DAILY, order)[0]
        last = seen.text[seen.spans[found.end - 1][0] : seen.spans[found.end - 1][1]]
        return None if match.group("md") and last.startswith("0") else found.date
    if _EIGHT.fullmatch(seen.kinds):
        digits = str(seen.values[-1])
        return day_of(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
    return None


def _year(seen: Scan) -> PartialDate | None:
    """A year by itself, with words that say so, a season, or a country."""
    at = seen.kinds.index("Y")
    year = seen.values[at]
    assert isinstance(year, int)
    match = _YEAR.fullmatch(seen.kinds)
    if not match:
        return day_of(year) if season(seen) else None
    if match.group(2).startswith("~"):
        return None
    for start, end in (match.span(1), match.span(2)):
        letters = re.sub(r"\([^()]*\)", lambda m: " " * len(m.group()), seen.kinds[start:end])
        if "w" in letters and not _is_country(seen, start + letters.index("w"), start + letters.rindex("w")):
            return day_of(year) if season(seen) else None
    return day_of(year)._replace(approximate=is_approximate(seen, at, at + 1))


def _is_country(seen: Scan, first: int, last: int) -> bool:
    try:
        country(seen.text[seen.spans[first][0] : seen.spans[last][1]])
    except ValueError:
        return False
    return True


def _digits(seen: Scan, at: int) -> PartialDate:
    """``02/2008`` and ``2008-02``, which next to a slash or dot could also be a season (``2008/09``)."""
    parts = seen.values[at]
    assert isinstance(parts, tuple)
    year, month = sorted(parts, key=len, reverse=True)
    hyphen = "-" in seen.text[slice(*seen.spans[at])]
    if len(parts[0]) == 4 and int(month) == int(year) % 100 + 1 and not hyphen:
        readings = (PartialDate(int(year), int(month)), PartialDate(int(year)))
        raise AmbiguousDate("a month, or a range of years", readings)
    return day_of(int(year), int(month) or None)._replace(approximate=is_approximate(seen, at, at + 1))
