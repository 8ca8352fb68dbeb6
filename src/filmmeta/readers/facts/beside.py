"""Where a label's value ends that goes on with facts of other labels: `Dir: A. Tully | Italy 2020 | 107 mins`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta import values
from filmmeta.readers.facts.fields import CAST, FIELDS, PEOPLE
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.kinds import COUNTRY, DATE, GENRE, NEUTRAL, RUNTIME, UNKNOWN, YEAR, kind_of

PARTING = re.compile(r"[()\[\]（）]|[|｜¦│║]|\s[•·‧∙/–—-]\s|[,;，；、،](?=\s)|(?<=[^\W\d_]{4})\.\s(?=[^\W_])")
"""What may part a label's value from the next fact; nothing does within brackets."""
BAR = re.compile(r"\s?[|｜¦│║]\s?|\s[•·‧∙]\s")
BARS = "|｜¦│║•·‧∙"
MADE = re.compile(r"([^\d()\[\]]{1,60}?)[\s,/-]{1,3}(?:18[89]|19\d|20[0-4])\d")
"""Where and when a film was made."""
CODES = re.compile(r"[A-Z]{1,4}(?:\s?[/,+-]\s?[A-Z]{1,4}){0,4},?\s(?:18[89]|19\d|20[0-4])\d")
"""The same in the letters that cars have: D/DK 1988."""
LONGEST = 60  # characters of a fact
MOST = 60  # parts of a value that are looked at
FIGURES = frozenset({YEAR, RUNTIME, DATE})
OWN = {
    "year": {YEAR},
    "runtimes": {RUNTIME},
    "release_dates": {DATE, YEAR},
    "countries": {COUNTRY, NEUTRAL},
    "languages": {NEUTRAL, COUNTRY},
    "genres": {GENRE},
}
"""The kinds of a field's own values, of fields behind whose value a bar may lead to another."""


def alone(value: Slice, path: str) -> Slice:
    """A label's value without the facts of other kinds that marks part from it."""
    text = value.text
    barred = any(bar in text for bar in BARS)
    if barred and path in OWN:
        return before_other(value, OWN[path])
    if FIELDS.get(path, ("",))[0] in (PEOPLE, CAST) and (barred or any(map(str.isdigit, text))):
        return people(value)
    return value


def before_other(value: Slice, own: set[str]) -> Slice:
    """The value up to the first bar behind which a fact of another kind stands."""
    marks = [mark.span() for mark, _ in zip(BAR.finditer(value.text), range(MOST), strict=False)]
    if not marks or kind_of(value.text[: marks[0][0]]) not in own:
        return value
    ends = [*(start for start, _ in marks[1:]), len(value.text)]
    for (start, begin), end in zip(marks, ends, strict=True):
        part = value.text[begin:end]
        if kind_of(part) not in own | {UNKNOWN} or is_made(part.strip()):
            return value._replace(end=value.start + start).stripped()
    return value


def people(value: Slice) -> Slice:
    """The people of a label, without the facts behind them."""
    text = value.text
    parts = list(parted(text))
    first = next((at for at, part in enumerate(parts) if at and is_foreign(text, parts[0], *part)), 0)
    while first > 1 and kind_of(text[slice(*parts[first - 1])]) is not UNKNOWN:
        first -= 1
    return value._replace(end=value.start + parts[first - 1][1]).stripped() if first else value


def parted(text: str) -> Iterator[tuple[int, int]]:
    """The places of the parts of a text between its marks."""
    start = depth = count = 0
    for mark in PARTING.finditer(text):
        if mark[0] in "([（":
            depth += 1
        elif mark[0] in ")]）":
            depth = max(0, depth - 1)
        elif not depth and count < MOST:
            yield start, mark.start()
            start, count = mark.end(), count + 1
    yield start, len(text)


def is_foreign(text: str, first: tuple[int, int], start: int, end: int) -> bool:
    """Whether a part is a fact and no name: a figure of years or minutes, or a country, a genre, a language behind a
    bar and a full name.
    """
    part = text[start:end].strip()
    if not part or len(part) > LONGEST:
        return False
    kind = kind_of(part)
    if kind in FIGURES or is_made(part):
        return True
    barred = text[:start].rstrip()[-1:] in BARS
    return barred and kind is not UNKNOWN and " " in text[slice(*first)].strip()


def is_made(text: str) -> bool:
    """Whether a text is a country or several with a year behind them."""
    made = MADE.fullmatch(text)
    if made is None or CODES.fullmatch(text):
        return made is not None
    try:
        return bool(values.countries(made[1]))
    except ValueError:
        return False
