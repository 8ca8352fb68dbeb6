"""Labels of an outline, each with the slices that are its value."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from filmmeta.claim import Claim
from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts import zones
from filmmeta.readers.facts.beside import alone
from filmmeta.readers.facts.context import settled
from filmmeta.readers.facts.glued import grown
from filmmeta.readers.facts.marks import COLONS, Mark, marks
from filmmeta.readers.facts.paragraphs import PROSE, whole_again
from filmmeta.readers.facts.slices import HUSK, Slice, whole

LEADING = HUSK.replace('"', "").replace("'", "") + "•●\t"
CLOSING_TAG = re.compile(r"\[/\w{1,8}\][\s:]{0,9}")  # of a forum's code, around the label
MAX_CLIMB = 5  # blocks between a label's own and the one that it shares with its value
MAX_VALUES = 2_000  # segments of one value
ROWS = ("tr", "table", "body")
NARROWEST = 4  # characters of an indentation that sets a line under the value above
MAX_LINES = 400  # of one value on a text page


class Entry(NamedTuple):
    """A label that the lexicon knows, and its value: ``inline`` what follows it on its line, else ``values``."""

    paths: tuple[str, ...]
    label: Slice
    rest: str
    values: list[Slice]
    inline: bool
    plain: bool
    number: int

    @property
    def label_claim(self) -> Claim:
        return self.label.claim("layout/label")

    @property
    def text(self) -> str:
        return "\n".join([value.text for value in self.values])


class Outline(NamedTuple):
    """The segments of a page, which of them are not the film's own, and the labels on each.

    ``loose``: most lines of a text page stand apart, so that blank lines say nothing.
    """

    segments: Sequence[Segment]
    outside: list[bool]
    marks: list[list[Mark]]
    loose: bool = False


def outlined(page: Page) -> Outline:
    segments = page.outline
    outside = zones.chrome(segments)
    nothing: list[Mark] = []
    if segments and segments[0].start >= 0:
        told = [nothing if out else marks(each) for each, out in zip(segments, outside, strict=True)]
        grown(segments, outside, told)
        told = settled(segments, outside, told)
        outside = zones.below_headings(segments, outside, told)
        told = [nothing if out else each for out, each in zip(outside, told, strict=True)]
        inside = [each for each, out in zip(segments, outside, strict=True) if not out]
        return Outline(segments, outside, told, 2 * sum(each.blank > 0 for each in inside) > len(inside))
    outside = zones.elsewhere(segments, outside)
    told = [nothing if out else marks(each) for each, out in zip(segments, outside, strict=True)]
    return Outline(segments, outside, settled(segments, outside, told))


def entries(page: Page) -> list[Entry]:
    """The labels of the film's own part of the page, in page order, with their values."""
    outline = page.once(outlined)
    found: list[Entry] = []
    for number, told in enumerate(outline.marks):
        for position, mark in enumerate(told):
            segment = outline.segments[number]
            end = told[position + 1].start if position + 1 < len(told) else len(segment.text)
            value = alone(value_of(segment, mark.end, end), mark.word.paths[0])
            label = Slice(segment, mark.start, mark.end).stripped()
            values, inline = ([value], True) if value else ([], False)
            goes_on = not value or continues(value) or hangs(page.text, outline, number, value)
            if position + 1 == len(told) and goes_on:
                values += region(outline, number, mark) or before(outline, number, mark)
            if mark.word.paths[0] in PROSE and values and segment.start >= 0:
                values = whole_again(page.text, values)
            found.append(Entry(mark.word.paths, label, mark.word.rest, values, inline, mark.plain, number))
    return found


def value_of(segment: Segment, start: int, end: int) -> Slice:
    """What stands between a label and the next, without marks that lead to it and a tag that the label left open."""
    text = segment.text
    while start < end and text[start] in LEADING:
        start += 1
    closed = CLOSING_TAG.match(text, start, end)
    return Slice(segment, closed.end() if closed else start, end).stripped()


def before(outline: Outline, number: int, mark: Mark) -> list[Slice]:
    """What stands in the row before a label that ends it: ``A. Tully | Director``."""
    label = outline.segments[number]
    if not number or label.start >= 0 or not mark.plain or mark.end < len(label.text) or outline.marks[number - 1]:
        return []
    row = next((each for each in label.block.above() if each.tag in ROWS), None)
    name = outline.segments[number - 1]
    return [whole(name)] if row is not None and row.tag == "tr" and zones.within(name.block, row) else []


def continues(value: Slice) -> bool:
    """Whether a value plainly goes on in the next line."""
    return value.segment.start >= 0 and value.segment.text.rstrip()[-1:] in ",;/|&"


def hangs(text: str, outline: Outline, number: int, value: Slice) -> bool:
    """Whether the next line is indented as far as a value, and so goes on with it."""
    below = outline.segments[number + 1 : number + 2]
    if not below or below[0].start < 0 or below[0].blank or outline.marks[number + 1]:
        return False
    label = outline.segments[number]
    indented, own = indentation(text, below[0].start), indentation(text, label.start)
    column = len(own.expandtabs()) + value.start
    width = len(indented.expandtabs())
    marked = "\t" in indented or "\u3000" in indented
    return width >= len(own.expandtabs()) + NARROWEST and (width >= column - 2 or marked)


def indentation(text: str, start: int) -> str:
    """What stands before a line's first sign."""
    return text[text.rfind("\n", 0, start) + 1 : start]


def region(outline: Outline, number: int, mark: Mark) -> list[Slice]:
    """The segments that a label without a value on its own line speaks of."""
    segments = outline.segments
    if number + 1 >= len(segments):
        return []
    if segments[number].start >= 0:
        return lines_below(outline, number)
    return blocks_beside(outline, number)


def blocks_beside(outline: Outline, number: int) -> list[Slice]:
    """What stands in the block that the label heads, up to the next label or heading."""
    segments, label = outline.segments, outline.segments[number]
    container = zones.common(label.block, segments[number + 1].block)
    if label.block.depth - container.depth > MAX_CLIMB:
        return []
    if number and zones.common(segments[number - 1].block, label.block).depth > container.depth:
        return []
    rank = zones.RANK.get(label.block.tag, 9)
    shape = (label.block.tag, label.block.words)
    following = segments[number + 1].block
    shaped = shape != (following.tag, following.words)
    found: list[Slice] = []
    for at in range(number + 1, min(len(segments), number + MAX_VALUES)):
        block = segments[at].block
        if not zones.within(block, container) or zones.RANK.get(block.tag, 10) <= rank or outline.outside[at]:
            break
        if shaped and block.depth == label.block.depth and (block.tag, block.words) == shape:
            break
        if outline.marks[at] and is_next(outline.marks[at][0], segments[at], label):
            break
        found.append(whole(segments[at]))
    return found


def is_next(mark: Mark, segment: Segment, label: Segment) -> bool:
    """Whether a labelled line among a label's values begins something new."""
    if not mark.plain or mark.end < len(segment.text):
        return mark.start == 0 or not mark.plain
    return zones.is_titled(segment) or segment.block.depth == label.block.depth


def lines_below(outline: Outline, number: int) -> list[Slice]:
    """The lines below a label, up to the next one; how many of them are its value is for the field to say."""
    segments = outline.segments
    found: list[Slice] = []
    for at in range(number + 1, min(len(segments), number + MAX_LINES)):
        if outline.marks[at] or outline.outside[at]:
            break
        if found and not outline.loose and segments[at].blank > 1 + segments[number + 1].blank:
            break
        text = segments[at].text
        late = not found and text[:1] in COLONS  # the colon of the label came into the next line
        found.append(value_of(segments[at], 0, len(text)) if late else whole(segments[at]))
    return found
