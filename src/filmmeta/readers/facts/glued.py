"""Labels of a text page that nothing parts from their values: what stands beside them shows them to be labels."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from filmmeta.page.outline import Segment
from filmmeta.readers.facts.context import TELLING, is_genre
from filmmeta.readers.facts.marks import Mark, known
from filmmeta.readers.facts.slices import HUSK
from filmmeta.readers.facts.zones import RECORD
from filmmeta.readers.lexicon import Entry as Word
from filmmeta.readers.lexicon import longest

GROWN = re.compile(r"[^\W\d_A-ZА-ЯÀ-Þ](?=[A-ZА-ЯÀ-Þ0-9$€«“])")
EDGE = re.compile(
    r"[^\W_A-ZА-ЯÀ-Þ](?=[A-ZА-ЯÀ-Þ])|[A-ZА-ЯÀ-Þ](?=[A-ZА-ЯÀ-Þ][^\W\d_A-ZА-ЯÀ-Þ])|[^\W\d_](?=[0-9$€«“+])"
    r"|[)»”\]!?.](?=[^\W\d_])"
)
"""Where a text has grown into the next one; a figure or a bracket may stand at either side of it."""
FEW = 3  # fields whose labels stand alike
MANY = 6  # the same within one line, that has lost what parted its texts
NEAR = 25  # lines in which they stand
LONGEST = 40  # characters of such a label
LONG = 120  # characters of what a label opens without more than a blank
RUNNING = re.compile(r"[^.…][.!?。]\s|[!?。]$")
SMALL = re.compile(r"[^\W\d_]")
ITEM = re.compile(r"[^\W\d_]{5,40}")
WORDS = 4  # of a label
MOST = 4_000  # edges of one line
REACH = 600  # characters that a value has at most where nothing ends it


def grown(segments: Sequence[Segment], outside: list[bool], told: list[list[Mark]]) -> None:
    """Add the labels that have grown into their value, or stand before it with nothing but a blank between."""
    single: dict[int, list[Mark]] = {}
    led: dict[int, list[Mark]] = {}
    for number, segment in enumerate(segments):
        if len(segment.text) > LONG and (within := edged(segment.text)):
            told[number], outside[number] = list(within), False
        elif not told[number] and not outside[number] and (mark := grown_label(segment.text)):
            single[number] = [mark]
        opened = [] if outside[number] else sorted(openers(segment))
        if len(opened) > len(told[number]):
            led[number] = opened
    if len(fields(single)) >= FEW:
        add(single, told)
    for number in led:
        if len(RECORD & fields({at: each for at, each in led.items() if abs(at - number) < NEAR})) >= FEW:
            told[number] = led[number]


def add(found: dict[int, list[Mark]], told: list[list[Mark]]) -> None:
    for number, marks in found.items():
        told[number] = marks


def fields(found: dict[int, list[Mark]]) -> set[str]:
    return {mark.word.paths[0] for marks in found.values() for mark in marks}


def grown_label(text: str) -> Mark | None:
    """The label that a line begins with when a capital, a figure or a quotation mark follows it without a space."""
    for seam in GROWN.finditer(text[:LONGEST]):
        word = known(text[: seam.end()])
        if word is not None and word.bare:
            return Mark(0, seam.end(), word, True)
    return None


def openers(segment: Segment) -> Iterator[Mark]:
    """The labels that open the columns of a line, each with one blank before its value; those that are a whole column
    beside them.
    """
    text = segment.text
    whole = []
    for start, end, *_ in segment.pieces if len(text) <= REACH else ():
        if mark := opener(text, start, end):
            yield mark
        elif start and end - start <= LONGEST and (word := known(text[start:end])) and word.bare:
            whole.append(Mark(start, end, word, True))
    if len(whole) < len(segment.pieces) // 2:
        yield from whole


def opener(text: str, start: int, end: int) -> Mark | None:
    """The longest label of a film's record that a text begins with, where a value of its field follows."""
    while start < end and text[start] in HUSK:
        start += 1
    found = None
    blank = text.find(" ", start, min(end, start + LONGEST))
    for _ in range(WORDS):
        if blank < 0:
            break
        word = known(text[start:blank])
        if word and word.bare and "/" not in word.paths[0] and fits(word, text[blank:end].strip(HUSK)):
            found = Mark(start, blank + 1, word, True)
        blank = text.find(" ", blank + 1, min(end, start + LONGEST))
    return found


def fits(word: Word, value: str) -> bool:
    """Whether a text looks like a value of a label's field."""
    if not value or len(value) > 2 * LONG or RUNNING.search(value):
        return False
    path = word.paths[0]
    if path == "genres":
        return is_genre(re.split("[,/|、·]", value)[0])
    if path in TELLING:
        try:
            TELLING[path](value)
        except ValueError:
            return False
        return True
    return not value[0].islower() and (SMALL.match(value) is not None or value[0] in "«“「『")


def edged(text: str) -> Sequence[Mark]:
    """The labels of a line that lost what parted its texts: those that stand between two of its edges."""
    edges = [match.end() for _, match in zip(range(MOST), EDGE.finditer(text), strict=False)]
    found = list(between(text, edges))
    if len(RECORD & fields({0: found})) < MANY:
        return ()
    return sorted([*found, *of_genres(text, edges)])


def between(text: str, edges: Sequence[int]) -> Iterator[Mark]:
    for start, end in pairwise(edges):
        if end - start <= longest() and (word := known(text[start:end])) and word.bare:
            yield Mark(start, end, word, True)


def of_genres(text: str, edges: Sequence[int]) -> Iterator[Mark]:
    """The labels that a genre in small letters has grown to."""
    for start in edges:
        if item := ITEM.match(text, start):
            for end in range(start + 3, item.end() - 2):
                word = known(text[start:end])
                if word and word.bare and word.paths[0] == "genres" and is_genre(text[end : item.end()]):
                    yield Mark(start, end, word, True)
