"""A page as segments: what a reader sees as a line, with where it stands and how it is set."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from lxml.etree import _Element

    from filmmeta.page import Line

BOLD, LINK, HEADING, CELL = 1, 2, 4, 8
"""How a piece is set; a piece may be several of these."""


class Piece(NamedTuple):
    """A part of a segment that stands in one text node: its place in the segment's text, and how it is set.

    ``node`` is the element whose text it is, or, with ``tail``, the one that it follows; ``link`` the element
    of the link around it. Both are None on a text page.
    """

    start: int
    end: int
    node: Any = None
    tail: bool = False
    link: Any = None
    style: int = 0


class Block:
    """An element that begins a line of its own; ``words`` are those of its class, id and role."""

    __slots__ = ("depth", "element", "parent", "tag", "words")

    def __init__(self, parent: Block | None, element: Any, tag: str, words: frozenset[str]) -> None:
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent else 0
        self.element = element
        self.tag = tag
        self.words = words

    def above(self) -> Iterable[Block]:
        """The block itself, then those around it, from the inside out."""
        block: Block | None = self
        while block is not None:
            yield block
            block = block.parent


class Segment:
    """A line of the page with its white space folded.

    ``block`` is the block that it stands in (one and the same for all lines of a text page), ``blank`` the
    number of blank lines before it, ``indent`` the columns that it is moved in, ``start`` its offset in the
    text of a text page.
    """

    __slots__ = ("blank", "block", "indent", "pieces", "start", "text")

    def __init__(
        self, text: str, pieces: Sequence[Piece], block: Block, blank: int = 0, start: int = -1, indent: int = 0
    ) -> None:
        self.text = text
        self.pieces = pieces
        self.block = block
        self.blank = blank
        self.start = start
        self.indent = indent

    def __repr__(self) -> str:
        return f"Segment({self.text!r}, <{self.block.tag}>)"

    def where(self, start: int = 0, end: int | None = None) -> str:
        """Where the text between two offsets of the segment stands, as in a claim."""
        end = len(self.text) if end is None else end
        if self.start >= 0:
            return f"text:{self.start + start}-{self.start + end}"
        inside = [piece for piece in self.pieces if piece.start < end and piece.end > start]
        if len(inside) == 1:
            return f"xpath:{path_of(inside[0])}"
        links = {id(piece.link) for piece in inside}
        whole = inside[0].link if len(links) == 1 and inside else None
        element = whole if whole is not None else self.block.element
        return f"xpath:{element.getroottree().getpath(element)}"


def path_of(piece: Piece) -> str:
    """The XPath of the element whose only text the piece is, else of its text node."""
    node = piece.node.getparent() if piece.tail else piece.node
    path: str = node.getroottree().getpath(node)
    if not piece.tail and not len(node):
        return path
    number = int(node.text is not None)
    if piece.tail:
        for child in node:
            number += child.tail is not None
            if child is piece.node:
                break
    return f"{path}/text()[{number}]"


def of_lines(lines: Iterable[Line], text: str) -> list[Segment]:
    """The segments of a text page: its lines that are not blank."""
    from filmmeta.page.typeset import pieces

    block = Block(None, None, "text", frozenset())
    found = []
    for line, start, blank in lines:
        before = text.rfind("\n", 0, start) + 1
        found.append(Segment(line, pieces(line), block, blank, start, start - before))
    return found


def of_tree(root: _Element | None) -> list[Segment]:
    """The segments of an HTML page."""
    from filmmeta.page.flow import Flow

    return [] if root is None else Flow(root).segments
