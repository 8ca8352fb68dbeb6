"""A page as segments: what a reader sees as a line, with where it stands and how it is set."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
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


Setting = tuple[Any, int]  # the link around a text, and its style
Run = tuple[str, Any, bool, Setting]  # a text node, its element, whether it is that element's tail, how it is set
NORMAL: Setting = (None, 0)
WORD = re.compile(r"[A-Z]?[a-z]{1,40}|[A-Z]{2,40}")


@lru_cache(maxsize=4096)
def words_of(names: str) -> frozenset[str]:
    """The words that the names of an element's class, id and role are made of."""
    return frozenset([word.casefold() for word in WORD.findall(names[:400])])


class Block:
    """An element that begins a line of its own."""

    __slots__ = ("_words", "depth", "element", "in_h1", "parent", "tag")

    def __init__(self, parent: Block | None, element: Any, tag: str) -> None:
        self.parent = parent
        self.depth: int = parent.depth + 1 if parent is not None else 0
        self.in_h1: bool = tag == "h1" or (parent is not None and parent.in_h1)
        self.element = element
        self.tag = tag
        self._words: frozenset[str] | None = None if parent is not None else frozenset()

    @property
    def words(self) -> frozenset[str]:
        """The words that the names of its class, id and role are made of."""
        words = self._words
        if words is None:
            get = self.element.get
            words = self._words = words_of(f"{get('class', '')} {get('id', '')} {get('role', '')}")
        return words

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

    __slots__ = ("_pieces", "_runs", "blank", "block", "indent", "start", "text")

    def __init__(
        self, text: str, runs: Sequence[Run], block: Block, blank: int = 0, start: int = -1, indent: int = 0
    ) -> None:
        self.text = text
        self._runs = runs
        self._pieces: Sequence[Piece] | None = None
        self.block = block
        self.blank = blank
        self.start = start
        self.indent = indent

    @property
    def pieces(self) -> Sequence[Piece]:
        """The segment's parts, cut when first asked for."""
        pieces = self._pieces
        if pieces is None:
            pieces = self._pieces = cut(self._runs) if self.start < 0 else columns(self.text)
        return pieces

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
    return path_within(piece, node, node.getroottree().getpath(node))


def path_within(piece: Piece, node: Any, path: str) -> str:
    """The XPath of a piece in the element that holds it, whose own XPath is given."""
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
    block = Block(None, None, "text")
    found = []
    for line, start, blank in lines:
        before = text.rfind("\n", 0, start) + 1
        found.append(Segment(line, (), block, blank, start, start - before))
    return found


def columns(text: str) -> list[Piece]:
    """The pieces of a line of text."""
    from filmmeta.page.typeset import pieces

    return pieces(text)


def cut(runs: Sequence[Run]) -> list[Piece]:
    """The pieces of a line of HTML."""
    if len(runs) == 1:
        raw, node, tail, (link, style) = runs[0]
        return [Piece(0, len(" ".join(raw.split())), node, tail, link, style)]
    pieces: list[Piece] = []
    length, space = 0, False
    for raw, node, tail, (link, style) in runs:
        bare = " ".join(raw.split())
        if not bare:
            space = True
            continue
        if length and (space or raw[0].isspace()):
            length += 1
        pieces.append(Piece(length, length + len(bare), node, tail, link, style))
        length += len(bare)
        space = raw[-1].isspace()
    return pieces


def of_tree(root: _Element | None) -> list[Segment]:
    """The segments of an HTML page."""
    from filmmeta.page.flow import segments

    return [] if root is None else segments(root)
