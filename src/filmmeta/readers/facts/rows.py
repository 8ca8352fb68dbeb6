"""The rows that slices stand in, by the structure of their page."""

from __future__ import annotations

from collections.abc import Sequence

from filmmeta.page.outline import Block
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.facts.zones import common

MANY = 6  # segments of one row that are rather several rows


def rows(values: Sequence[Slice], many: int = MANY) -> list[list[Slice]]:
    """The values by the child of their common block that each stands in; a term and its description are one row."""
    if not values:
        return []
    container = values[0].segment.block
    for value in values[1:]:
        container = common(container, value.segment.block)
    found: list[list[Slice]] = []
    last: Block | None = None
    for value in values:
        child = below(value.segment.block, container)
        joined = child is last or (child is not None and last is not None and (last.tag, child.tag) == ("dt", "dd"))
        if found and joined and child is not None:
            found[-1].append(value)
        else:
            found.append([value])
        last = child
    if len(found) == 1 and len(values) > 1:
        return [[value] for value in values]
    return [part for row in found for part in (rows(row, many) if len(row) > many else [row])]


def below(block: Block, container: Block) -> Block | None:
    """The child of the container that holds the block; None for the container itself."""
    node: Block | None = block
    while node is not None and node.parent is not container:
        node = node.parent
    return node


def is_table(found: Sequence[Sequence[Slice]]) -> bool:
    """Whether most of the rows have two cells or more."""
    return len(found) > 0 and sum(len(row) > 1 for row in found) * 2 > len(found)
