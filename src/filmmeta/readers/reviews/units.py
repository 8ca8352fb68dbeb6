"""The blocks of a page that repeat, as units: each with its parts, and where in it a part stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from filmmeta.page import Page
from filmmeta.page.outline import Block, Segment
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.reviews import words

if TYPE_CHECKING:
    from lxml.etree import _Element

NUMBERS = re.compile(r"\d+")
LONG = 1_000  # characters of an element's class that are looked at
PROSE = 40  # characters of a line that may be running text
UNSPACED = 14  # the same in Chinese, Japanese and Korean
FEWEST_BLANKS = 4
DEEPEST = 40  # blocks between a unit and its text
SENTENCE = '.!?…)"”»。！？'
COLUMNS = 20  # of a table that are told apart
CELLS = ("td", "th")


class Part(NamedTuple):
    """A piece of a line within a unit: ``slot`` is its way down from what holds the units, ``home`` its block's."""

    slice: Slice
    slot: str
    home: str

    @property
    def text(self) -> str:
        return self.slice.text


class Unit(NamedTuple):
    """One of the blocks that repeat: its elements, its lines, its parts in page order."""

    elements: Sequence[_Element]
    segments: Sequence[Segment]
    parts: list[Part]


def signature(element: Any) -> str:
    """What elements of one kind share: the tag, the first of the class's names without its numbers, a cell's column."""
    tag = element.tag
    column = sum(1 for _ in islice(element.itersiblings("td", "th", preceding=True), COLUMNS)) if tag in CELLS else ""
    return f"{tag}{column}.{first_name((element.get('class') or '')[:LONG])}"


@lru_cache(maxsize=1_024)
def first_name(names: str) -> str:
    """The first of a class's names, without its numbers."""
    return (NUMBERS.sub("", names).split() or [""])[0]


class Slots:
    """The ways down from one element to those inside it, each read once."""

    def __init__(self, root: Any) -> None:
        self.ways: dict[Any, str] = {root: "."}

    def way(self, element: Any) -> str:
        trail = []
        while element is not None and element not in self.ways:
            trail.append(element)
            element = element.getparent()
        way = self.ways[element] if element is not None else ""
        for each in reversed(trail):
            way = self.ways[each] = f"{way}/{signature(each)}"
        return way

    def unit(self, elements: Sequence[Any], segments: Sequence[Segment]) -> Unit:
        return Unit(elements, segments, list(self.parts(segments)))

    def parts(self, segments: Iterable[Segment]) -> Iterable[Part]:
        for segment in segments:
            home = self.way(segment.block.element)
            for piece in segment.pieces:
                holder = piece.node.getparent() if piece.tail else piece.node
                way = self.way(holder)
                cut = score_behind(segment.text, piece.start, piece.end) if len(segment.text) < words.SHORT else 0
                if cut:
                    yield Part(Slice(segment, piece.start, cut), way, home)
                yield Part(Slice(segment, cut or piece.start, piece.end), f"{way}#score" if cut else way, home)


def score_behind(text: str, start: int, end: int) -> int:
    """Where the score begins that stands behind a day in one piece: ``12 May 2009, 9/10``; 0 for none."""
    day = words.date_in(text[start:end])
    at = start + day.end() if day else 0
    return at if day and words.score_in(text[at:end]) is not None else 0


def is_prose(segment: Segment) -> bool:
    """Whether a line may be running text: long enough, of several words."""
    text = segment.text
    if len(text) < UNSPACED:
        return False
    if len(text) >= PROSE and text.count(" ", 0, 400) >= FEWEST_BLANKS:
        return len(text) >= words.SHORT or not is_byline(text)
    return text[UNSPACED // 2] > "\u2e80" and sum(sign > "\u2e80" for sign in text[:UNSPACED]) > UNSPACED // 2


def running(page: Page) -> list[bool]:
    """For each line of a page, whether it may be running text."""
    return [is_prose(segment) for segment in page.outline]


def is_byline(text: str) -> bool:
    """Whether a line of some words is one of a byline by its wording, or names a day and ends no sentence."""
    if words.is_asked(text) or words.is_helpful(text) or words.is_warning(text):
        return True
    return text[-1] not in SENTENCE and words.date_in(text) is not None


def child_below(block: Block, holder: Block) -> Block | None:
    """The block right below ``holder`` that holds ``block``; None when it is the holder itself, or elsewhere."""
    node: Block | None = block
    for _ in range(DEEPEST):
        if node is None or node.depth <= holder.depth:
            return None
        if node.parent is holder:
            return node
        node = node.parent
    return None


def extents(page: Page) -> dict[Block, tuple[int, int]]:
    """For each block of a page the numbers of its first line, and of the one behind its last."""
    segments = page.outline
    starts: dict[Block, int] = {}
    ends: dict[Block, int] = {}
    for found, numbers in ((starts, range(len(segments))), (ends, range(len(segments) - 1, -1, -1))):
        for at in numbers:
            node: Block | None = segments[at].block
            while node is not None and node not in found:
                found[node] = at
                node = node.parent
    return {block: (start, ends[block] + 1) for block, start in starts.items()}
