"""The commonest shapes of a date, read by one pattern and one look-up."""

from __future__ import annotations

from filmmeta.values.dates.calendar import PartialDate, day_of
from filmmeta.values.dates.numerals import numeric
from filmmeta.values.dates.words import month_of
from filmmeta.values.patterns import regex

_NAME = r"([^\W\d_]{3,14})"
_DAY = "([0-9]{1,2})"
_YEAR = "([0-9]{4})"
_TAIL = r"(?: \([^()0-9?]{1,60}\)){0,3}"
_COMMONEST = regex(
    rf"(?:{_DAY}(?:\.|st|nd|rd|th|er|º)? (?:de |of )?{_NAME}\.?,? (?:de |del )?{_YEAR}"
    r"(?: (?:г\.|года|р\.|року|r\.))?"
    rf"|{_NAME}\.? {_DAY}(?:st|nd|rd|th)?, {_YEAR}"
    r"|([0-9]{4}-[0-9]{2}-[0-9]{2}|[0-9]{4} [0-9]{2} [0-9]{2}|[0-9]{1,2}([./-])[0-9]{1,2}\8[0-9]{4}"
    rf"|{_YEAR}年[0-9]{{1,2}}月[0-9]{{1,2}}日)"
    rf"|{_YEAR}){_TAIL}"
)
_NUMBERS = regex("[0-9]+")


def commonest(text: str, language: str, order: str) -> PartialDate | None:
    """The date of a text in one of the commonest shapes; None for any other shape.

    >>> commonest("20 de febrero de 2008", "", "")
    PartialDate(year=2008, month=2, day=20, approximate=False)
    """
    match = _COMMONEST.fullmatch(text)
    if not match:
        return None
    day, name, year, name2, day2, year2, digits, _, _, only = match.groups()
    if only:
        return day_of(int(only))
    if digits:
        first, second, third = _NUMBERS.findall(digits)
        return numeric(first, second, third, order)
    named = month_of(name or name2, language)
    if named and isinstance(named[0], int):
        return day_of(int(year or year2), named[0], int(day or day2))
    return None
