"""What a text says of a day: year, month and day, as far as it says them."""

from __future__ import annotations

import datetime
from typing import NamedTuple

EARLIEST, LATEST = 1800, 2199
"""The years that a page about films can mean; 2551 (Buddhist) or 1386 (Jalali) are of another calendar."""

_DAYS = (0, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)


class PartialDate(NamedTuple):
    """A day, month or year of the Gregorian calendar; None for what the text does not say.

    >>> PartialDate(2008, 2, 20).date
    datetime.date(2008, 2, 20)
    >>> PartialDate(2008, 2).date is None
    True
    """

    year: int | None
    month: int | None = None
    day: int | None = None
    approximate: bool = False

    @property
    def date(self) -> datetime.date | None:
        """The day, only when year, month and day are all known."""
        if self.year is None or self.month is None or self.day is None:
            return None
        return datetime.date(self.year, self.month, self.day)


class AmbiguousDate(ValueError):
    """A text that can mean several days; ``readings`` holds them all."""

    def __init__(self, message: str, readings: tuple[PartialDate, ...] = ()) -> None:
        super().__init__(message)
        self.readings = readings

    def __reduce__(self) -> tuple[type[AmbiguousDate], tuple[str, tuple[PartialDate, ...]]]:
        return type(self), (str(self), self.readings)


def day_of(year: int | None, month: int | None = None, day: int | None = None) -> PartialDate:
    """The date, or ValueError when the calendar has no such day.

    >>> day_of(2007, 2, 29)
    Traceback (most recent call last):
    ValueError: no such day: 2007-2-29
    """
    known = year is None or EARLIEST <= year <= LATEST
    known = known and (month is None or 1 <= month <= 12)
    if known and day is not None:
        known = month is not None and 1 <= day <= _DAYS[month]
        if month == 2 and day == 29 and year is not None:
            known = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    if not known:
        raise ValueError(f"no such day: {year}-{month}-{day}")
    return PartialDate(year, month, day)
