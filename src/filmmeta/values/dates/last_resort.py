"""A second opinion on names of months that no table has, by dateparser, which is only then imported."""

from __future__ import annotations

import datetime
import re
from functools import lru_cache

from filmmeta.values.dates.calendar import PartialDate, day_of
from filmmeta.values.dates.scan import Scan
from filmmeta.values.patterns import regex

SHORTEST, LONGEST = 6, 64
"""The length, in characters, of a text that is passed on."""

_KINDS = regex(r"[^MmXZJIKNRx]*+")
_BASES = (datetime.datetime(1903, 3, 3), datetime.datetime(1911, 11, 11))  # noqa: DTZ001 (no zone is meant)


def last_resort(seen: Scan, language: str) -> PartialDate | None:
    """The day, month and year of a text that says one of each in words no table has; else None."""
    text, kinds = seen.text, seen.kinds
    if not language or not SHORTEST <= len(text) <= LONGEST or "w" not in kinds:
        return None
    if kinds.count("Y") != 1 or kinds.count("D") != 1 or not _KINDS.fullmatch(kinds):
        return None
    found = _parse(text, re.split("[-_]", language)[0].lower())
    if found is None:
        return None
    stated = (seen.values[kinds.index("Y")], seen.values[kinds.index("D")])
    return day_of(*found) if (found[0], found[2]) == stated else None


@lru_cache(maxsize=1024)
def _parse(text: str, language: str) -> tuple[int, int, int] | None:
    """What dateparser reads whatever day it is asked on."""
    import dateparser

    readings = set()
    for base in _BASES:
        try:
            found = dateparser.parse(
                text,
                languages=[language],
                settings={
                    "PARSERS": ["absolute-time"],
                    "REQUIRE_PARTS": ["day", "month", "year"],
                    "RELATIVE_BASE": base,
                },
            )
        except ValueError:  # a language that it does not know
            return None
        readings.add((found.year, found.month, found.day) if found else None)
    return readings.pop() if len(readings) == 1 else None
