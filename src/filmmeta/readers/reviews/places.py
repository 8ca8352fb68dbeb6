"""Where the parts of thousands of blocks stand: the same as a segment says, in time that grows with their number."""

from __future__ import annotations

from typing import Any

from filmmeta.claim import Claim
from filmmeta.page.outline import Piece, path_within
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.places import Paths


def claim(path: str, part: Slice, paths: Paths) -> Claim:
    """The claim of a part of a line of a tree."""
    segment = part.segment
    inside = [piece for piece in segment.pieces if piece.start < part.end and piece.end > part.start]
    if len(inside) == 1:
        return Claim(path, part.text, f"xpath:{of_piece(inside[0], paths)}")
    links = {id(piece.link) for piece in inside}
    link: Any = inside[0].link if len(links) == 1 and inside else None
    return Claim(path, part.text, f"xpath:{paths.path(link if link is not None else segment.block.element)}")


def of_piece(piece: Piece, paths: Paths) -> str:
    """The XPath of the element whose only text a piece is, else of its text node."""
    node = piece.node.getparent() if piece.tail else piece.node
    return path_within(piece, node, paths.path(node))
