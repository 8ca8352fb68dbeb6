"""The original title that stands below a heading in another script: «Интерстеллар», then Interstellar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts.entries import outlined
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.lexicon import is_phrase
from filmmeta.readers.unlabelled.places import heading

NEAR = 3  # segments below the heading
MAX_TITLE = 120
AGE = re.compile(r"\s?\d{1,2}\+$")  # a certificate set beside the title
YEAR = re.compile(r"[\s,]{0,3}[(\[（]?(?:18[89]|19\d|20\d)\d[)\]）]?.{0,40}")
BEHIND = re.compile(r"[\s,]{0,3}[(\[（]?((?:18[89]|19\d|20[0-4])\d)[)\]）]?\s?")
LATIN = 0x250


def claims(page: Page) -> Iterator[Claim | Problem]:
    main = page.once(heading)
    if main is None:
        return
    outline = page.once(outlined)
    own = outline.segments[main.number]
    if not is_foreign(own.text[: main.end]):
        return
    rest = Slice(own, main.end, len(own.text)).stripped()
    if rest and (found := original(rest)):
        yield found.claim("original_title")
        return
    for number in range(main.number + 1, min(len(outline.segments), main.number + 1 + NEAR)):
        if outline.marks[number] or outline.outside[number]:
            return
        segment = outline.segments[number]
        if found := original(Slice(segment, 0, len(segment.text)).stripped()):
            yield found.claim("original_title")
            yield from year_behind(found)
            return


def year_behind(name: Slice) -> Iterator[Claim | Problem]:
    """The year that ends the line of the original title: Interstellar, 2014."""
    year = BEHIND.fullmatch(name.segment.text, name.end)
    if year:
        found = Slice(name.segment, *year.span(1))
        yield found.claim("year")
        yield Problem("unlabelled", "year", "", found.where)


def original(value: Slice) -> Slice | None:
    """What a line says before its year, when it can be a title in Latin letters."""
    year = YEAR.search(value.text)
    name = value._replace(end=value.start + year.start()).stripped("()[] \t\xa0,;/|") if year else value
    if year is not None and year.start() == 0:
        return None
    if age := AGE.search(name.text):
        name = name._replace(end=name.start + age.start())
    letters = [sign for sign in name.text if sign.isalpha()]
    if len(letters) < 2 or len(name.text) > MAX_TITLE or "://" in name.text or is_phrase(name.text, "more"):
        return None
    return name if all(ord(sign) < LATIN for sign in letters) and is_whole(value.segment) else None


def is_whole(segment: Segment) -> bool:
    """Whether a line is no sentence and no row of several things."""
    return not any(mark in segment.text for mark in ("|", "•", "·", "»", "@")) and not segment.text.endswith((".", "!"))


def is_foreign(text: str) -> bool:
    """Whether most letters of a text are not Latin."""
    letters = [sign for sign in text if sign.isalpha()]
    return 2 * sum(ord(sign) >= LATIN for sign in letters) > len(letters)
