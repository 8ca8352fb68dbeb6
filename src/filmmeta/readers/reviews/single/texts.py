"""The one long text of a page, its heading, and the lines around both that may tell of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from typing import NamedTuple

from filmmeta.page import Page
from filmmeta.page.outline import Block, Segment
from filmmeta.readers.facts import zones
from filmmeta.readers.facts.entries import Outline, outlined
from filmmeta.readers.facts.marks import is_link
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.single.around import is_elsewhere, surroundings
from filmmeta.readers.reviews.single.verdicts import scores
from filmmeta.readers.reviews.units import PROSE, SENTENCE, extents, running

FEWEST = 150  # characters of a text
LEAST = 0.4  # the share of a page's running text, of a text page of all its text, that stands in its one text
HALF = 0.5
STOPS = frozenset("。！？，")
TERSE = 3  # letters that one sign of Chinese, Japanese or Korean stands for
GAP = 3  # lines from one paragraph of a text page to the next
REST = 0.3  # the share of a text page's text that may be the page's own behind the score
PARAGRAPHS = frozenset({"p", "blockquote", "li"})


class Post(NamedTuple):
    """A text by the numbers of its first line and of the one behind its last, and what holds it."""

    first: int
    last: int
    holder: Block


def post(page: Page) -> Post | None:
    """The text in which most of a page's running text stands; None where there is none, or no such."""
    outline, prose = page.once(outlined), page.once(running)
    segments = outline.segments
    if sum(size_of(segments[at]) for at, is_prose in enumerate(prose) if is_prose) < FEWEST:
        return None
    outside = page.once(surroundings)
    told = [each and not outside[at] and is_text(outline, at) for at, each in enumerate(prose)]
    if True not in told:
        return None
    sizes = [0, *accumulate(size_of(segment) if each else 0 for segment, each in zip(segments, told, strict=True))]
    holder = holder_of(page, told, sizes) if page.is_markup else segments[0].block
    start, end = page.once(extents)[holder]
    inside = [at for at in range(start, end) if told[at]]
    size = sizes[end] - sizes[start]
    own = [each for each, out in zip(segments, outline.outside, strict=True) if not out]
    whole = sizes[-1] if page.is_markup else sum(map(size_of, own))
    if size < FEWEST or size < LEAST * whole:
        return None
    first, last = (inside[0], inside[-1] + 1) if page.is_markup else longest_run(segments, inside, sizes)
    return grown(outline, Post(first, cut_off(segments, first, last), holder))


def size_of(segment: Segment) -> int:
    """How long a line is in letters of the Latin script."""
    text = segment.text
    return len(text) * (TERSE if text[len(text) // 2] > "\u2e80" else 1)


def is_text(outline: Outline, at: int) -> bool:
    """Whether a line of some words is a part of a text: long, a sentence, or one of the lines of a paragraph."""
    segment, marks = outline.segments[at], outline.marks[at]
    if marks and not marks[0].start and not marks[0].plain and len(segment.text) < 2 * words.SHORT:
        return False
    if len(segment.text) >= words.SHORT or segment.text.rstrip("'\"”»“)’]")[-1:] in SENTENCE:
        return True
    if segment.text[-1] > "\u2e80" or segment.start < 0:
        return segment.text[-1] > "\u2e80" and not STOPS.isdisjoint(segment.text)
    beside = outline.segments[at + 1 : at + 2]
    return len(segment.text) >= PROSE and bool(beside) and not beside[0].blank


def holder_of(page: Page, told: Sequence[bool], sizes: Sequence[int]) -> Block:
    """The innermost block around the most of the text's paragraphs, with at least half of the page's.

    ``sizes`` is how much text stands before each line. Where each paragraph has a block of its own, and several such
    are alike, what holds those.
    """
    own: Counter[Block] = Counter()
    for at, segment in enumerate(page.outline):
        if told[at]:
            block = segment.block
            holder = block.parent if block.tag in PARAGRAPHS and block.parent is not None else block
            own[holder] += sizes[at + 1] - sizes[at]
    places = page.once(extents)

    def size(block: Block) -> int:
        start, end = places[block]
        return sizes[end] - sizes[start]

    best = max(own, key=lambda block: own[block])
    while size(best) < HALF * sizes[-1] and best.parent is not None:
        best = best.parent
    outer, alone = best, size(best)
    while size(outer) == alone and outer.parent is not None:
        outer = outer.parent
    start, end = places[best]
    alike = sum((each.tag, each.words) == (best.tag, best.words) for each in own if each.depth == best.depth)
    return outer if sum(told[start:end]) == 1 and alike > 1 else best


def longest_run(segments: Sequence[Segment], inside: Sequence[int], sizes: Sequence[int]) -> tuple[int, int]:
    """The longest of the runs that gaps of short lines part a text page's lines into, up to its author's score."""
    runs: list[list[int]] = [[]]
    for at in inside:
        if runs[-1] and at - runs[-1][-1] > GAP:
            runs.append([])
        runs[-1].append(at)
    best = max(runs, key=lambda run: sizes[run[-1] + 1] - sizes[run[0]])
    first, last = best[0], best[-1] + 1
    least = sizes[last] - REST * (sizes[last] - sizes[first])
    for at in range(first + 1, last):
        if sizes[at + 1] > least and (
            segments[at].text[0] == "©" or any(each.labelled for each in scores(segments[at]))
        ):
            return first, at
    return first, last


def cut_off(segments: Sequence[Segment], first: int, last: int) -> int:
    """Where a text ends below which the heading of related pages or of comments stands."""
    for at in range(first + 1, last):
        if len(segments[at].text) < words.BRIEF and is_elsewhere(segments[at]) and zones.is_titled(segments[at]):
            return at
    return last


def grown(outline: Outline, found: Post) -> Post:
    """The text with the short sentences that it begins and ends with."""
    first, last = found.first, found.last
    while first and is_short_sentence(outline, first - 1, found.holder):
        first -= 1
    while last < len(outline.segments) and is_short_sentence(outline, last, found.holder):
        last += 1
    return found._replace(first=first, last=last)


def is_short_sentence(outline: Outline, at: int, holder: Block) -> bool:
    segment = outline.segments[at]
    text = segment.text
    return (
        text[-1] in SENTENCE
        and text[-1] not in ")”»"
        and len(text.split()) > 1
        and any(map(str.isalpha, text))
        and not outline.marks[at]
        and not (segment.start >= 0 and segment.blank and text.count(" ") < 2)
        and segment.block.tag not in zones.RANK
        and not is_link(segment)
        and words.date_in(text) is None
        and words.label_end(text, "score") == 0
        and zones.within(segment.block, holder)
    )
