"""What of a sheet is still printed in a text: of what a page lost, nothing can be demanded."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any

from eval.folding import fold, folded, squeeze
from eval.sheets import Demand, Sheet, demands
from filmmeta.values.folding import fold as bare
from filmmeta.values.folding import names

COUNTRIES = ("country_spellings.tsv", "countries.tsv")
LANGUAGES = ("language_spellings.tsv", "languages.tsv")
DAY = re.compile(r"([0-9]{4})(?:-([0-9]{2}))?(?:-([0-9]{2}))?")
SHORT = 5  # characters of which a string can stand in another word by chance
GROUPING = r"[.,'’\s]?"
NUMBER = r"(?<![0-9])(?:%s)(?![0-9])"


class Printed:
    """A text as it is searched: folded, without white space, and as words."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = folded(text)
        self.squeezed = "".join(self.folded.split())
        self.words = f" {bare(text)} "

    def says(self, value: Any) -> bool:
        """Whether a string stands there, a short one as a word of its own, or a number as a whole one."""
        if not isinstance(value, str):
            return self.counts(str(value))
        if len(value) < SHORT:
            return re.search(rf"(?<!\w){re.escape(fold(value))}(?!\w)", self.folded) is not None
        return fold(value) in self.folded

    def counts(self, *numbers: str) -> bool:
        """Whether one of the patterns stands there as a whole number."""
        return any(re.search(NUMBER % number, self.text) for number in numbers)

    def names(self, code: str, tables: tuple[str, ...]) -> bool:
        """Whether a country or a language is named in any tongue; short names in capitals, so."""
        for name in spellings(tables)[code]:
            if name.isupper() and len(name) <= 4:
                if re.search(rf"(?<![A-Z]){re.escape(name)}(?![A-Z])", self.text):
                    return True
            elif f" {name} " in self.words:
                return True
        return False


@cache
def spellings(tables: tuple[str, ...]) -> dict[str, list[str]]:
    """The names of each code."""
    found: dict[str, list[str]] = defaultdict(list)
    for name, code in names(*tables).items():
        found[code].append(name)
    return found


def grouped(amount: float) -> str:
    """A pattern of a number with or without marks between its thousands."""
    digits = f"{amount:.0f}"
    parts = [digits[max(0, end - 3) : end] for end in range(len(digits), 0, -3)]
    return GROUPING.join(reversed(parts))


def lasting(minutes: int, text: Printed) -> bool:
    """Whether so many minutes stand there, or hours and minutes."""
    hours, rest = divmod(minutes, 60)
    return text.counts(str(minutes), rf"0?{hours}[^0-9]{{1,9}}0?{rest}")


def dated(it: Any, text: Printed) -> bool:
    """Whether the year stands there, and the day, if it is known, within a few words of it."""
    match = DAY.fullmatch(it["date"])
    if not match or not match[3]:
        return match is not None and text.counts(match[1])
    year, day = match[1], f"0?{int(match[3])}"
    return text.counts(rf"{day}[^0-9]{{1,20}}(?:[0-9]{{1,2}}[^0-9]{{1,3}})?{year}", rf"{year}.{{1,20}}{day}")


def rated(it: Any, text: Printed) -> bool:
    """Whether the value stands there, with a point or a comma."""
    whole, _, decimals = f"{it['value']:g}".partition(".")
    return text.counts(rf"{whole}[.,]{decimals}0*" if decimals else rf"{whole}(?:[.,]0+)?")


def said(it: Any, text: Printed) -> bool:
    return text.says(it)


def appearing(it: Any, text: Printed) -> bool:
    """Whether the person is named in either script."""
    return text.says(it["name"]) or text.says(it.get("also") or it["name"])


SURVIVES: dict[str, Callable[[Any, Printed], bool]] = {
    "runtime_minutes": lasting,
    "plot_starts": lambda it, text: squeeze(it) in text.squeezed,
    "series": lambda it, text: False,
    "cast": appearing,
    "cast_roles": lambda it, text: text.says(it["role"]) and appearing(it, text),
    "countries": lambda it, text: text.names(it, COUNTRIES),
    "languages": lambda it, text: text.names(it, LANGUAGES),
    "release_dates": dated,
    "certificates": lambda it, text: text.says(it["label"]) or text.says(it.get("code") or it["label"]),
    "ratings": rated,
    "rating_votes": lambda it, text: rated(it, text) and text.counts(grouped(it["votes"])),
    "money": lambda it, text: text.counts(grouped(it["amount"])),
    "akas": lambda it, text: text.says(it["title"]),
    "ids": lambda it, text: text.says(it["value"]),
}


def surviving(sheet: Sheet, text: str) -> Iterator[tuple[str, Demand]]:
    """The sheet's demands as far as the text can meet them; what it lost is allowed, not demanded."""
    printed = Printed(text)
    for field, demand in demands(sheet):
        survives = SURVIVES.get(field, said)
        kept: list[Any] = []
        lost = list(demand.allowed)
        for it in demand.demanded:
            known = placed(it, printed)
            (kept if survives(known, printed) else lost).append(known)
        yield field, Demand(tuple(kept), tuple(lost), demand.single, demand.open_ended)


def placed(it: Any, text: Printed) -> Any:
    """The value, its country unknown where the text does not name it: a picture or a class did."""
    if not isinstance(it, dict):
        return it
    lost = {key for key in ("country", "where") if it.get(key) and not text.names(it[key], COUNTRIES)}
    return {**it, **dict.fromkeys(lost)}
