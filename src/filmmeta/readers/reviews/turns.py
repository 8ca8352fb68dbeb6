"""Bylines and texts that follow each other as siblings, without a block around each review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from filmmeta.page.outline import Segment
from filmmeta.readers.reviews.marks import Item, is_marked
from filmmeta.readers.reviews.units import Slots, Unit

MAX_UNITS = 2_400  # of a group
MAX_LINES = 12  # of a byline
NEAR = 4  # items from a byline to its text
MAX_ABOVE = 3  # items of a byline above the one that is found by its marks
MOST = 0.6  # the share of the members that must be alike

Told = dict[int, bool]
"""For the first line of each item, whether the item holds running text."""


class Turns(NamedTuple):
    """Units that follow each other, from one line up to another, and how many more are not read."""

    first: int
    last: int
    units: list[Unit]
    further: int


def turns(segments: Sequence[Segment], items: Sequence[Item], slots: Slots, told: Told) -> Iterator[Turns]:
    """The units of a holder's items, cut before each byline, or behind it; none where there are no bylines."""
    if sum(told.values()) < 2:
        return
    counts = Counter(item.kind for item in items)
    texts = [at for at, item in enumerate(items) if told[item.first]]
    near = {at + far for at in texts for far in range(-NEAR, NEAR + 1)}
    marked = [
        at in near
        and counts[item.kind] > 1
        and item.last - item.first <= MAX_LINES
        and not told[item.first]
        and is_marked(segments, item)
        for at, item in enumerate(items)
    ]
    kinds = Counter(item.kind for item, mark in zip(items, marked, strict=True) if mark)
    for kind in (kind for kind, count in kinds.items() if count > 1):
        anchors = [at for at, item in enumerate(items) if item.kind == kind and marked[at]]
        ways = leading(items, anchors, told), trailing(items, anchors, told)
        cuts = max(ways, key=lambda cuts: full(items, cuts, told))
        if cuts:
            bylines = {items[at].first for at in anchors}
            units = [unit(segments, items[first:last], slots, bylines) for first, last in cuts[:MAX_UNITS]]
            yield Turns(items[cuts[0][0]].first, items[cuts[-1][1] - 1].last, units, len(cuts) - len(units))
            return


def leading(items: Sequence[Item], anchors: Sequence[int], told: Told) -> list[tuple[int, int]]:
    """From each byline up to the next; the last one as far as its items are of the kinds of the others."""
    far = above(items, anchors, told)
    starts = [max(at - far, before + 1) for before, at in zip([-1, *anchors], anchors, strict=False)]
    cuts = list(zip(starts, [*starts[1:], len(items)], strict=True))
    if full(items, cuts, told) < max(2, MOST * len(cuts)):
        return []
    kinds = {item.kind for first, last in cuts[:-1] for item in items[first:last]}
    first, last = cuts[-1]
    end = next((at for at in range(first, last) if items[at].kind not in kinds), last)
    return [*cuts[:-1], (first, end)] if end > first else cuts[:-1]


def above(items: Sequence[Item], anchors: Sequence[int], told: Told) -> int:
    """How many items above each anchor, the first included, belong to the byline."""
    for far in range(1, MAX_ABOVE + 1):
        near = [items[at - far] for at in anchors if at >= far and not told[items[at - far].first]]
        kinds = Counter(item.kind for item in near)
        first = items[anchors[0] - far] if anchors[0] >= far else None
        if first is None or first not in near or kinds[first.kind] < MOST * len(anchors) or kinds[first.kind] < 2:
            return far - 1
    return MAX_ABOVE


def trailing(items: Sequence[Item], anchors: Sequence[int], told: Told) -> list[tuple[int, int]]:
    """From behind each byline up to the next one's end, where texts come first and none comes last."""
    cuts = [(max(before + 1, 0), at + 1) for before, at in zip([anchors[0] - 2, *anchors], anchors, strict=False)]
    texts = {item.kind for item in items if told[item.first]}
    if any(item.kind in texts for item in items[anchors[-1] + 1 :][:1]):
        return []
    return cuts if full(items, cuts, told) >= max(2, MOST * len(cuts)) else []


def full(items: Sequence[Item], cuts: Sequence[tuple[int, int]], told: Told) -> int:
    """How many of the parts have a text."""
    return sum(any(told[item.first] for item in items[first:last]) for first, last in cuts)


def unit(segments: Sequence[Segment], items: Sequence[Item], slots: Slots, bylines: set[int]) -> Unit:
    """One part as a unit, in which the ways to the byline differ from those to what has its kind."""
    elements = [item.element for item in items if item.element is not None]
    parts = [
        part._replace(slot=f"/byline{part.slot}", home=f"/byline{part.home}") if item.first in bylines else part
        for item in items
        for part in slots.parts(segments[item.first : item.last])
    ]
    return Unit(elements, segments[items[0].first : items[-1].last], parts)
