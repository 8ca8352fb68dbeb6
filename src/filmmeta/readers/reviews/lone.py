"""The one review of a page that shows but one: a text with its author and its day or score, where one is announced."""

from __future__ import annotations

from collections.abc import Iterator

from filmmeta.page import Page
from filmmeta.page.outline import Block, Segment
from filmmeta.readers.facts.marks import is_link, known
from filmmeta.readers.facts.zones import is_titled
from filmmeta.readers.reviews.groups import MAX_SHORT, Group
from filmmeta.readers.reviews.marks import Item, is_marked
from filmmeta.readers.reviews.units import Slots, extents, running
from filmmeta.readers.reviews.words import BRIEF, words

MAX_CLIMB = 5  # blocks from the text to what holds its byline too
MAX_TRIED = 40  # texts of a page
ROWS = frozenset({"td", "a", "dd"})
NEAR = 8  # lines from a heading of reviews to the text


def lone(page: Page) -> Iterator[Group]:
    """Each announced text of a page with the byline around it, as a group of one."""
    segments, prose = page.outline, page.once(running)
    seen: set[Block] = set()
    named: dict[Block, bool] = {}
    headed = -NEAR
    tried = 0
    for at, segment in enumerate(segments):
        if not prose[at]:
            headed = at if is_heading(segment) else headed
        elif segment.block not in seen and (at - headed < NEAR or is_named(segment.block, named)) and tried < MAX_TRIED:
            tried += 1
            found = around(page, at, seen)
            if found is not None:
                yield found


def is_heading(segment: Segment) -> bool:
    """Whether a line is the heading of reviews: set as one, and no link of a menu."""
    word = known(segment.text) if len(segment.text) < BRIEF and segment.block.tag not in ROWS else None
    return word is not None and "user_review" in word.paths and is_titled(segment) and not is_link(segment)


def is_named(block: Block, named: dict[Block, bool]) -> bool:
    """Whether the names of a block, or of one around it, speak of reviews."""
    trail: list[Block] = []
    node: Block | None = block
    while node is not None and node not in named and len(trail) <= 2 * MAX_CLIMB:
        trail.append(node)
        node = node.parent
    found = named.get(node, False) if node is not None else False
    for each in reversed(trail):
        found = found or (each.tag not in ("html", "body") and not words("names-review").isdisjoint(each.words))
        named[each] = found
    return found


def around(page: Page, at: int, seen: set[Block]) -> Group | None:
    """The smallest block that holds a text and something of a byline; None when it holds too much else."""
    segments, prose = page.outline, page.once(running)
    block: Block | None = segments[at].block
    for _ in range(MAX_CLIMB):
        if block is None or block.parent is None or block.tag == "body":
            return None
        seen.add(block)
        start, end = page.once(extents)[block]
        if sum(not each for each in prose[start:end]) > MAX_SHORT:
            return None
        if is_marked(segments, Item(block.element, "", start, end)):
            slots = Slots(block.parent.element)
            return Group(block.parent, start, end, [slots.unit([block.element], segments[start:end])])
        block = block.parent
    return None
