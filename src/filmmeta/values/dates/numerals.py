"""Dates of digits alone: which number is the day and which the month."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from filmmeta.values.dates.calendar import AmbiguousDate, PartialDate, day_of
from filmmeta.values.folding import rows
from filmmeta.values.patterns import regex

_YEAR_LAST = regex(r"(?<![\d./-])([0-9]{1,2})([./-]) ?([0-9]{1,2})\2 ?[0-9]{4}(?![\d])")
_LIMIT = 2000


@cache
def _orders() -> dict[str, str]:
    return {row[0]: row[1] for row in rows("date_orders.tsv")}


@lru_cache(256)
def order_of(language: str) -> str:
    """``dmy``, ``mdy``, or nothing where a language alone does not decide (``en``).

    >>> order_of("en-US"), order_of("en"), order_of("de-CH")
    ('mdy', '', 'dmy')
    """
    table = _orders()
    tag = language.lower().replace("_", "-")
    while tag:
        if tag in table:
            return table[tag]
        if tag in ("en-ca", "fr-ca", "zh-hant"):
            return ""
        tag = tag.rpartition("-")[0]
    return ""


def date_order(texts: Iterable[str], *, language: str = "") -> str:
    """The order that a page's own dates decide: ``dmy`` or ``mdy``; else its language's; else nothing.

    One day above 12 decides; dates that contradict each other decide nothing.

    >>> date_order(["03/04/2008", "25/12/2008"])
    'dmy'
    """
    seen = set()
    for text in texts:
        for first, _, second in _YEAR_LAST.findall(text[:_LIMIT]):
            if int(first) > 12 >= int(second):
                seen.add("dmy")
            elif int(second) > 12 >= int(first):
                seen.add("mdy")
    if seen:
        return seen.pop() if len(seen) == 1 else ""
    return order_of(language)


def part(digits: str) -> int | None:
    """The number, None when it is not stated (``00``, ``zz``, ``xx``, ``??``)."""
    return int(digits) or None if digits.isdigit() else None


def numeric(first: str, second: str, third: str, order: str) -> PartialDate:
    """The date of three numbers, one of them a year of four digits.

    >>> numeric("2008", "02", "zz", "")
    PartialDate(year=2008, month=2, day=None, approximate=False)
    """
    if len(first) == 4:
        month, day = part(second), part(third)
        if month is None and day is not None:
            raise ValueError("a day without a month")
        return day_of(int(first), month, day)
    if len(third) != 4:
        raise ValueError("the year has two digits")
    a, b, year = part(first), part(second), int(third)
    if a is None or b is None:
        return _partial(year, a, b)
    if b <= 12 and (a > 12 or a == b or order == "dmy"):
        return day_of(year, b, a)
    if a <= 12 and (b > 12 or order == "mdy"):
        return day_of(year, a, b)
    readings = {}
    for name, month, day in (("dmy", b, a), ("mdy", a, b)):
        try:
            readings[name] = day_of(year, month, day)
        except ValueError:
            continue
    if len(set(readings.values())) == 1:
        return next(iter(readings.values()))
    if order in readings:
        return readings[order]
    if readings:
        raise AmbiguousDate("day and month could be either", tuple(readings.values()))
    raise ValueError("no such day")


def _partial(year: int, first: int | None, second: int | None) -> PartialDate:
    """``00.02.2008`` and ``02/00/2008``: the number that is there can only be the month."""
    month = first if second is None else second
    return day_of(year, month)
