"""Moulds: what stands around the digits of a date is read once for all texts that share it."""

from __future__ import annotations

from collections.abc import Callable

from filmmeta.values.dates.calendar import PartialDate, day_of
from filmmeta.values.dates.numerals import numeric
from filmmeta.values.patterns import regex

DAYS = {1: "7", 2: "11"}
"""The day that stands for every day of one or two digits."""
YEAR = 2003
"""The year that stands for every year."""

_NUMBERS = range(1, 32)
_SHAPE = regex(r"(\D{0,60}+)(?:([0-9]{1,2})(\D{1,40}+)([0-9]{4})|([0-9]{4})(?:(\D{1,40}+)([0-9]{1,2}))?)(\D{0,60}+)")
_THREE = regex(
    r"(\D{0,60}+)(?:([0-9]{1,2})(\D{1,12}+)([0-9]{1,2})(\D{1,12}+)([0-9]{4})"
    r"|([0-9]{4})(\D{1,12}+)([0-9]{1,2})(\D{1,12}+)([0-9]{1,2}))(\D{0,60}+)"
)


def shape(text: str) -> tuple[str, int, int] | None:
    """The text with a set day and year in place of its own, its day (0: none) and year; None for other digits.

    >>> shape("20 février 1998 (France)"), shape("c. 1931"), shape("7/8/1998")
    (('11 février 2003 (France)', 20, 1998), ('c. 2003', 0, 1931), None)
    """
    match = _SHAPE.fullmatch(text)
    if not match:
        return None
    before, day, between, year, first, then, last, after = match.groups()
    if day:
        same = f"{before}{DAYS[len(day)]}{between}2003{after}"
    elif last:
        same, day, year = f"{before}2003{then}{DAYS[len(last)]}{after}", last, first
    else:
        return f"{before}2003{after}", 0, int(first)
    number = int(day)
    return (same, number, int(year)) if number in _NUMBERS else None


def moved(found: PartialDate, day: int, year: int) -> PartialDate | None:
    """The date that a text of the same shape says; None when it depends on more than the digits it is made of."""
    if found[0] != YEAR or not 1800 <= year <= 2199:
        return None
    if not day:
        return PartialDate(year, found[1], None, found[3]) if found[2] is None else None
    if found[2] not in (7, 11):
        return None
    if day < 29:
        return PartialDate(year, found[1], day, found[3])
    return day_of(year, found[1], day)._replace(approximate=found[3])


def numerals(text: str) -> tuple[str, str, str, str, str] | None:
    """The three numbers of a text, and the text with two sets of others in their place."""
    match = _THREE.fullmatch(text)
    if not match:
        return None
    before, a, one, b, two, c, year, three, month, four, day, after = match.groups()
    if int(a or month) not in _NUMBERS or int(b or day) not in _NUMBERS:
        return None
    if " " in (three, four) and len(month) + len(day) < 4:  # `1969 9 23` is no date
        return None
    if year:
        same = f"{before}2003{three}11{four}23{after}"
        return year, month, day, same, same
    return a, b, c, f"{before}23{one}11{two}2003{after}", f"{before}11{one}23{two}2003{after}"


def cast(text: str, language: str, order: str, read: Callable[[str, str], PartialDate | None]) -> PartialDate | None:
    """The date of a text by what ``read``, which remembers its answers, makes of others of its shape.

    None when the shape is not one of those here, or not read.
    """
    if found := shape(text):
        known = read(found[0], language)
        return moved(known, found[1], found[2]) if known else None
    if three := numerals(text):
        first, second, third, one, two = three
        known = read(one, language)
        if known and known[:3] == (YEAR, 11, 23):
            if one is two or read(two, language) == known:
                day = numeric(first, second, third, order)
            elif int(second) <= 12:  # a word says that the second one is the month
                day = day_of(int(third), int(second), int(first))
            else:
                return None
            return day._replace(approximate=True) if known[3] else day
    return None
