"""Days of the Persian solar calendar, as Iran's pages print them: `۱۵ فروردین ۱۳۹۷` is 4 April 2018.

A year of it begins at the March equinox, so that a year alone is parts of two, and a month alone is parts of two
months; what is told of the Gregorian calendar is what all its days share.
"""

from __future__ import annotations

import datetime
import re

from filmmeta.values.dates.calendar import AmbiguousDate, PartialDate
from filmmeta.values.dates.scan import plain
from filmmeta.values.patterns import regex

EARLIEST, LATEST = 1270, 1450
"""The years that a film's page can mean: 1891 to 2072."""
LONGEST = 80
"""The longest text, in characters, that is read."""

_MONTHS = (
    "فروردین|فروردين|farvardin",
    "اردیبهشت|ارديبهشت|ordibehesht",
    "خرداد|khordad",
    "تیر|تير|tir",
    "مرداد|امرداد|mordad|amordad",
    "شهریور|شهريور|shahrivar",
    "مهر|mehr",
    "آبان|ابان|aban",
    "آذر|اذر|azar",
    "دی|دي|dey",
    "بهمن|bahman",
    "اسفند|esfand",
)
_MONTH = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split("|")}
_YEAR = "(?P<year>1[234][0-9]{2})"
_WEEKDAY = r"(?:(?:یک|دو|سه|چهار|پنج)?[\s\u200c]?شنبه|جمعه|آدینه)[\s،,]{1,3}"
_ERA = r"(?:\s(?:هجری شمسی|خورشیدی|شمسی|ه\.?\s?ش\.?|ش\.?))?"
_NAMED = regex(
    rf"(?:{_WEEKDAY})?(?:(?P<day>[0-9]{{1,2}})\s)?(?P<month>{'|'.join(_MONTHS)})(?:\sماه)?[\s،,]{{1,3}}(?:سال\s)?{_YEAR}{_ERA}",
    re.IGNORECASE,
)
_DIGITS = regex(rf"{_YEAR}([/.-])(?P<month>[0-9]{{1,2}})\2(?P<day>[0-9]{{1,2}})")
_ALONE = regex(rf"(?:سال\s)?{_YEAR}{_ERA}(?:\s?[(/]\s?(?P<other>(?:19|20)[0-9]{{2}})\)?)?")
_GATE = regex("[1۱][2-4۲-۴][0-9۰-۹]{2}")
_OWN = regex("[۰-۹]")  # figures as Persian writes them, and Arabic, whose own calendar has such years, does not
_BEGIN = datetime.date(2021, 3, 21).toordinal()  # the first day of 1400
_LENGTHS = (31,) * 6 + (30,) * 5


def persian(text: str, language: str = "") -> PartialDate | None:
    """The date that a text says in the Persian calendar; None where it does not plainly mean that one.

    A month's name tells it, and Persian figures, or a page in Persian. AmbiguousDate for a year alone, which is parts
    of two, or a month that is; ValueError for a day that the calendar does not have.

    >>> persian("۱۵ فروردین ۱۳۹۷")
    PartialDate(year=2018, month=4, day=4, approximate=False)
    >>> persian("1397/01/15"), persian("1397/01/15", "fa")[:3]
    (None, (2018, 4, 4))
    """
    if len(text) > LONGEST or not _GATE.search(text):
        return None
    bare = plain(text).strip()
    if match := _NAMED.fullmatch(bare):
        month = _MONTH[match["month"].casefold()]
        return _day(int(match["year"]), month, int(match["day"])) if match["day"] else _month(int(match["year"]), month)
    if not _OWN.search(text) and language.partition("-")[0] != "fa":
        return None
    if match := _DIGITS.fullmatch(bare):
        return _day(int(match["year"]), int(match["month"]), int(match["day"]))
    if match := _ALONE.fullmatch(bare):
        return _year(int(match["year"]), int(match["other"] or 0))
    return None


def _day(year: int, month: int, day: int) -> PartialDate:
    longest = 29 + is_leap(year) if month == 12 else (0, *_LENGTHS, 0)[min(month, 12)]
    if not EARLIEST <= year <= LATEST or not 1 <= day <= longest:
        raise ValueError(f"no such day of the Persian calendar: {year}-{month}-{day}")
    found = datetime.date.fromordinal(new_year(year) + sum(_LENGTHS[: month - 1]) + day - 1)
    return PartialDate(found.year, found.month, found.day)


def _month(year: int, month: int) -> PartialDate:
    """The year in which a month lies; the one of December and January lies in two."""
    first, last = _day(year, month, 1), _day(year, month, 29)
    if first.year != last.year:
        raise AmbiguousDate("a month of the Persian calendar", (first._replace(day=None), last._replace(day=None)))
    return PartialDate(first.year)


def _year(year: int, other: int) -> PartialDate:
    first = _day(year, 1, 1).year or 0
    if other in (first, first + 1):
        return PartialDate(other)
    raise AmbiguousDate("a year of the Persian calendar", (PartialDate(first), PartialDate(first + 1)))


def is_leap(year: int) -> bool:
    """Whether a year has 366 days, by the cycle of 33 years, which agrees with the equinoxes from 1178 to 1633."""
    return (25 * year + 11) % 33 < 8


def new_year(year: int) -> int:
    """The ordinal of a year's first day."""
    between = range(min(year, 1400), max(year, 1400))
    days = 365 * len(between) + sum(map(is_leap, between))
    return _BEGIN - days if year < 1400 else _BEGIN + days
