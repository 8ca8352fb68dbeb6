"""The review that a page's markup speaks of without its text: the page's longest text."""

from __future__ import annotations

from collections import defaultdict

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.page.outline import Block, Segment
from filmmeta.readers import schema_org
from filmmeta.readers.facts.slices import whole
from filmmeta.readers.nodes import Node, Value
from filmmeta.readers.places import Paths
from filmmeta.readers.reviews.spans import claimed
from filmmeta.readers.reviews.units import running
from filmmeta.readers.schema_org.opinions import about_other, review, text
from filmmeta.readers.schema_org.words import REVIEWS

FEWEST = 150  # characters of such a text


def essay(page: Page) -> list[Claim | Problem]:
    """The claims of the one review that a page's markup has at its top, with the page's longest text; else none."""
    found = [node for node in schema_org.nodes(page) if is_bare(node)]
    body = longest(page) if len(found) == 1 else []
    if sum(len(segment.text) for segment in body) < FEWEST:
        return []
    told = [claim for claim in review(found[0], Value("", "")) if claim.path != "body"]
    return [*told, claimed([whole(segment) for segment in body], page.once(Paths))]


def is_bare(node: Node) -> bool:
    """Whether a node is an outermost review without a text, of a film or of what is not said."""
    return node.holder is None and node.is_a(REVIEWS) and text(node) is None and not about_other(node)


def longest(page: Page) -> list[Segment]:
    """The lines of the paragraphs side by side that hold most running text, from the first to the last of it."""
    sizes: dict[Block, int] = defaultdict(int)
    places: dict[Block, list[int]] = defaultdict(list)
    segments, prose = page.outline, page.once(running)
    for at, segment in enumerate(segments):
        holder = segment.block.parent if segment.block.tag in ("p", "blockquote", "li") else segment.block
        if holder is not None and prose[at]:
            sizes[holder] += len(segment.text)
            places[holder].append(at)
    if not sizes:
        return []
    holder = max(sizes, key=lambda block: sizes[block])
    inside = range(places[holder][0], places[holder][-1] + 1)
    return [segments[at] for at in inside if segments[at].block in (holder, *children(segments[at], holder))]


def children(segment: Segment, holder: Block) -> tuple[Block, ...]:
    return (segment.block,) if segment.block.parent is holder else ()
