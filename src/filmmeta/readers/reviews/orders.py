"""In which order a page's own dates of digits give day and month, by those of them that leave no choice."""

from __future__ import annotations

import re
from collections.abc import Iterable

DIGITS = re.compile(r"(\d{1,2})\s?([./-])\s?(\d{1,2})\s?\2\s?\d{4}")
MONTHS = 12


def day_order(days: Iterable[str]) -> str:
    """``dmy`` or ``mdy`` where one of the dates can only be that, and none the other; with dots, the day is first.

    >>> day_order(["03/04/2009", "25/04/2009"]), day_order(["03/04/2009"]), day_order(["3.4.2009"])
    ('dmy', '', 'dmy')
    """
    found = {order_of(match) for text in days if (match := DIGITS.search(text)) is not None} - {""}
    return found.pop() if len(found) == 1 else ""


def order_of(match: re.Match[str]) -> str:
    first, second = int(match[1]), int(match[3])
    if match[2] == "." or (first > MONTHS and second <= MONTHS):
        return "dmy"
    return "mdy" if second > MONTHS and first <= MONTHS else ""


def date_path(text: str, order: str) -> str:
    """The claim path of a date: with its order where the text alone does not tell it."""
    match = DIGITS.search(text) if order else None
    return DATED[order] if match and max(int(match[1]), int(match[3])) <= MONTHS else "date"


DATED = {"dmy": "date/dmy", "mdy": "date/mdy"}
