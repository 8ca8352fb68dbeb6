"""Lines of facts near the main heading: R | 136 min | Action, Sci-Fi | 31 March 1999 (USA)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from filmmeta import values
from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts import own
from filmmeta.readers.facts.entries import outlined
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.kinds import (
    CLAIMED,
    COUNTRY,
    DATE,
    GENRE,
    LABELLED,
    LANGUAGE,
    NEUTRAL,
    RATED,
    RUNTIME,
    UNKNOWN,
    YEAR,
    is_language,
)
from filmmeta.readers.unlabelled import parts as grammar
from filmmeta.readers.unlabelled.parts import Part
from filmmeta.readers.unlabelled.places import LONG, around, heading

Read = Iterator[Claim | Problem]

MOST = {GENRE: 7, COUNTRY: 6, DATE: 2}
"""The most facts of a kind that one film has; more of them are a menu or a table."""
MANY = 99
LONGEST_REST = 45  # characters of a part that is not recognised
FEATURE = 40  # minutes from which on a running time alone can be no time of reading
PARTED = re.compile(
    r"[|｜•·‧]|[^\W_]{2}\. [^\W_]|(?:,|\s[–—-])\s[^,;:–—]{0,40}(?<!\d)(?:18[89]|19\d|20[0-4])\d(?!\d)"
)  # what stands behind such a mark is no part of a label's value
FIGURES = re.compile(r"(?:18[89]|19\d|20[0-4])\d.{0,160}[|,/·•‧、／-]|[|,/·•‧、／-].{0,160}(?:18[89]|19\d|20[0-4])\d")
BEHIND = re.compile(r"\s{0,3}[|｜•·‧]")  # what leads from a label's value to other facts
MADE = re.compile(r"(\d{4})\s?年.{1,9}")  # a year with the words that the film was made in it
LABELS = CLAIMED | {"genres", "languages", "year", "original_title", "alternative_titles"}
FAR = 99  # the distance of a line that is not near the heading
TWO = 2
MOST_LINES = 1_500  # that are looked at far from the heading
NEXT = 2  # lines between two that belong together
NEAREST = 3  # lines below the heading in which a year opens a line that has a label behind it
BESIDE = 2  # lines between the heading and a year alone


class Line(NamedTuple):
    """A line's parts; ``far`` is its distance from the heading."""

    far: int
    parts: Sequence[Part]

    @property
    def facts(self) -> list[Part]:
        return [part for part in self.parts if part.kind in CLAIMED]

    @property
    def kinds(self) -> set[str]:
        return {part.kind for part in self.facts}

    @property
    def rest(self) -> list[Part]:
        return [part for part in self.parts if part.kind is UNKNOWN]


def facts(page: Page) -> list[Part]:
    """The parts of the lines near the main heading that are surely the film's, each with its kind."""
    lines = sorted(read(page), key=lambda line: line.far)
    sure = [line for line in lines if stands_alone(line)]
    pure = [line for line in lines if line.facts and not line.rest and line.far >= 0]
    for line in pure:
        if line not in sure and any(other is not line and is_next(line, other) for other in pure):
            sure.append(line)
    sure = sorted(sure, key=lambda line: line.far) or only(page)
    if any(COUNTRY in line.kinds and len(line.kinds) > 1 for line in sure):  # others stand beside titles, or releases
        sure = [line for line in sure if line.kinds != {COUNTRY}]
    found = [part for line in sure for part in [*line.facts, *spoken(line)]]
    many = Counter(part.kind for part in found)
    return [part for part in found if is_meant(part, set(many)) and many[part.kind] <= MOST.get(part.kind, MANY)]


def spoken(line: Line) -> Iterator[Part]:
    """The languages of a line that tells the country and more, where their names can mean nothing else."""
    if COUNTRY in line.kinds and len(line.kinds) > 1:
        for part in line.parts:
            if (
                part.kind in (NEUTRAL, UNKNOWN)
                and len(part.slice.text) <= LONGEST_REST
                and is_language(part.slice.text)
            ):
                yield Part(part.slice, LANGUAGE)


def read(page: Page) -> Iterator[Line]:
    """The lines near the heading, and what stands behind the title on its own."""
    main = page.once(heading)
    if main is None:
        return
    outline = page.once(outlined)
    own = outline.segments[main.number]
    if behind := Slice(own, main.end, len(own.text)).stripped("()[] "):
        yield Line(0, grammar.parts(behind))
    told = page.once(under_labels)
    for number, far in around(page):
        segment = outline.segments[number]
        labels = [mark.start for mark in outline.marks[number]]
        if segment in told and not (labels and labels[0]):
            continue
        if labels and not PARTED.search(segment.text):
            continue
        yield Line(far, grammar.parts(Slice(segment, 0, len(segment.text)).stripped(), labels))


def under_labels(page: Page) -> set[Segment]:
    """The lines that are a label's value."""
    found = (entry for entry in page.once(own) if entry.paths[0] in LABELS)
    return {
        value.segment for entry in found for value in entry.values if not BEHIND.match(value.segment.text, value.end)
    }


def only(page: Page) -> list[Line]:
    """The one line of a page that holds three kinds of facts, or year and running time and more, anywhere."""
    outline = page.once(outlined)
    if len({entry.paths[0] for entry in page.once(own)} & LABELS) > TWO:
        return []
    found: list[Line] = []
    for number, segment in enumerate(outline.segments[:MOST_LINES]):
        text = segment.text
        if outline.outside[number] or outline.marks[number] or not 8 < len(text) <= LONG or not FIGURES.search(text):
            continue
        line = Line(FAR, grammar.parts(Slice(segment, 0, len(text)).stripped()))
        if (len(line.kinds) > TWO or (line.kinds == {YEAR, RUNTIME} and len(line.parts) > TWO)) and stands_alone(line):
            found.append(line)
            if len(found) > 1:
                return []
    return found


def stands_alone(line: Line) -> bool:
    """Whether a line's own parts tell that it is one of facts."""
    facts, kinds, rest = line.facts, line.kinds, line.rest
    if any(len(part.slice.text) > LONGEST_REST for part in rest):
        return False
    if any(part.kind is LABELLED for part in line.parts):
        headed = kinds == {YEAR} and line.parts[0].kind is YEAR and 0 < line.far <= NEAREST
        return (len(kinds) > 1 and len(rest) < len(facts)) or (headed and len(rest) < TWO)
    if line.far < 0 and kinds == {COUNTRY}:
        return False
    if len(rest) > (0, 0, 1, max(2, len(facts) - 1))[min(3, len(kinds))]:
        return False
    if len(facts) > 1:
        return kinds != {YEAR} and kinds != {DATE}
    return len(facts) == 1 and is_sure(facts[0], line.far)


def is_sure(part: Part, far: int) -> bool:
    """Whether a part that is alone on its line can be nothing else."""
    text = part.slice.text
    if part.kind is YEAR:
        return -1 <= far <= BESIDE
    return part.kind is RUNTIME and values.runtime(text.strip("()[] ")).minutes >= FEATURE


def is_next(line: Line, other: Line) -> bool:
    """Whether two lines belong together: near each other, and not two numbers of years."""
    return abs(line.far - other.far) <= NEXT and line.far * other.far >= 0 and line.kinds | other.kinds != {YEAR}


def is_meant(part: Part, kinds: set[str]) -> bool:
    """Whether a part means what its kind says, beside facts of the other kinds."""
    if part.kind is DATE:
        return bool(kinds & {RUNTIME, GENRE})
    if part.slice.text in RATED:
        return bool(kinds & {RUNTIME, GENRE, YEAR})
    return True


def claims(page: Page, told: set[str]) -> Read:
    """The claims of what the lines say; ``told`` are the fields that the page gives under labels."""
    for number, part in enumerate(page.once(facts)):
        path = part.kind
        if path in told:
            continue
        value = part.slice.stripped("()[]（） .," if part.slice.text[0] in "([（" else " .,")
        if path is YEAR and (made := MADE.fullmatch(value.text)):
            value = value._replace(end=value.start + made.end(1))
        path = f"release_dates/u{number}/date" if path == DATE else path
        yield value.claim(path)
        yield Problem("unlabelled", path.partition("/")[0], "", value.where)
