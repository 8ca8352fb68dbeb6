"""Where a page repeats blocks that hold running text: siblings of one kind, or parts that follow each other in turn."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from filmmeta.page import Page
from filmmeta.page.outline import Block, Segment
from filmmeta.readers.reviews.marks import Item, is_marked
from filmmeta.readers.reviews.turns import MAX_UNITS, turns
from filmmeta.readers.reviews.units import Slots, Unit, child_below, extents, running, signature

LOOKS = 60  # at each line of a page, on the average
MAX_CLIMB = 12  # blocks from a text to what repeats
MAX_SHORT = 25  # lines of a review that are no running text
LOOKED_AT = 12  # items of a kind
HALF = 0.5


class Group(NamedTuple):
    """Units that are alike; ``holder`` is what they stand in, from segment ``start`` up to ``end``.

    ``further`` is how many more there are than MAX_UNITS, which stand before ``end`` and are not read.
    """

    holder: Block
    start: int
    end: int
    units: list[Unit]
    further: int = 0


Candidates = dict[Block, dict[Block | int, int]]


def groups(page: Page, taken: set[int]) -> Iterator[Group]:
    """The groups of a page, inner before outer; none that has a segment whose number is taken meanwhile."""
    segments, prose, places = page.outline, page.once(running), page.once(extents)
    found: Candidates = {}
    for at, segment in enumerate(segments):
        if prose[at]:
            climb(segment, at, found)
    holders = sorted((each for each in found if is_repeating(found[each])), key=lambda each: -each.depth)
    budget = LOOKS * len(segments)
    for holder in holders:
        start, end = places[holder]
        budget -= end - start
        if budget < 0:
            page.lose("blocks that may hold reviews, around those that were looked at")
            return
        if taken.isdisjoint(range(start, end)):
            yield from within(page, holder, range(start, end), taken)


def is_repeating(children: dict[Block | int, int]) -> bool:
    """Whether two of the children that hold running text are of one kind."""
    if len(children) < 2:
        return False
    kinds = {signature(child.element) if isinstance(child, Block) else "" for child in children}
    return len(kinds) < len(children)


def climb(segment: Segment, at: int, found: Candidates) -> None:
    """Note, for the blocks around a line of running text, which of their children holds it."""
    child: Block | int = at
    holder: Block | None = segment.block
    for _ in range(MAX_CLIMB):
        if holder is None:
            return
        known = found.setdefault(holder, {})
        if child in known:
            return
        known[child] = at
        child, holder = holder, holder.parent


def within(page: Page, holder: Block, inside: range, taken: set[int]) -> Iterator[Group]:
    """The groups right below a holder: of siblings of one kind, else of what follows in turn."""
    segments, prose = page.outline, page.once(running)
    items = list(below(page, holder, inside.start, inside.stop))
    slots = Slots(holder.element)
    told = {item.first: True in prose[item.first : item.last] for item in items}
    counts = Counter(item.kind for item in items if told[item.first] and item.element is not None)
    for kind in (kind for kind, count in counts.items() if count > 1):
        alike = [item for item in items if item.kind == kind]
        if sum(told[item.first] for item in alike) * 3 >= len(alike) and is_promising(segments, prose, alike):
            units = [slots.unit([item.element], segments[item.first : item.last]) for item in alike[:MAX_UNITS]]
            yield Group(holder, alike[0].first, alike[-1].last, units, len(alike) - len(units))
    if taken.isdisjoint(inside):
        for found in turns(segments, items, slots, told):
            yield Group(holder, *found)


def is_promising(segments: Sequence[Segment], prose: Sequence[bool], items: Sequence[Item]) -> bool:
    """Whether enough of the items have something of a byline, and few short lines beside their text."""
    told = [item for item in items if True in prose[item.first : item.last]][:LOOKED_AT]
    lines = sum(prose[item.first : item.last].count(False) for item in told)
    if len(told) < 2 or lines > MAX_SHORT * len(told):
        return False
    return sum(is_marked(segments, item) for item in told) >= max(2, HALF * len(told))


def below(page: Page, holder: Block, start: int, end: int) -> Iterator[Item]:
    """The items of a holder, in page order."""
    segments, places = page.outline, page.once(extents)
    at = start
    while at < end:
        child = child_below(segments[at].block, holder)
        last = at + 1 if child is None else min(places[child][1], end)
        yield Item(None, "", at, last) if child is None else Item(child.element, signature(child.element), at, last)
        at = last
