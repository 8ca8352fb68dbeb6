"""An HTML tree as the lines that a browser would show."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from filmmeta.page.outline import BOLD, CELL, HEADING, LINK, Block, Piece, Segment

if TYPE_CHECKING:
    from lxml.etree import _Element

# https://html.spec.whatwg.org/multipage/rendering.html: elements shown as blocks, table parts and list items.
BLOCKS = frozenset(
    "html body address article aside blockquote center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li listing main menu nav ol optgroup option p plaintext pre"
    " search section summary table caption colgroup col tbody thead tfoot tr td th ul xmp".split()
)
UNSEEN = frozenset(
    "head script style template noscript svg math select textarea button iframe object audio video canvas map"
    " noframes input title".split()
)
STYLES = {
    "a": LINK, "b": BOLD, "strong": BOLD, "label": BOLD, "dt": BOLD, "th": BOLD | CELL, "td": CELL, "em": BOLD,
    "h1": HEADING, "h2": HEADING, "h3": HEADING, "h4": HEADING, "h5": HEADING, "h6": HEADING, "legend": HEADING,
}  # fmt: skip
NAMES = frozenset({"th", "dt"})  # what stands in these is one name, on however many lines
HIDDEN = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.IGNORECASE)
WORD = re.compile(r"[A-Z]?[a-z]{1,40}|[A-Z]{2,40}")
MAX_SEGMENTS = 200_000
MAX_RUNS = 5_000  # text nodes of one line

Run = tuple[str, Any, bool, Any, int]  # text, node, whether it is the node's tail, link, style


@lru_cache(maxsize=4096)
def words_of(names: str) -> frozenset[str]:
    """The words that the names of an element's class, id and role are made of."""
    return frozenset([word.casefold() for word in WORD.findall(names[:400])])


class Flow:
    """One walk over a tree; ``segments`` is what it saw.

    Text in one block without a line break between is one segment; each cell of a table is one of its own.
    """

    def __init__(self, root: _Element) -> None:
        self.segments: list[Segment] = []
        self.runs: list[Run] = []
        self.block = Block(None, root, "html", frozenset())
        self.breaks = 0
        self.walk(root)
        self.flush()

    def walk(self, root: _Element) -> None:
        stack: list[tuple[Any, ...]] = [(root, self.block, None, 0)]
        while stack and len(self.segments) < MAX_SEGMENTS:
            item = stack.pop()
            if len(item) == 4:
                self.enter(stack, *item)
            else:
                self.add(*item)

    def enter(self, stack: list[tuple[Any, ...]], element: Any, block: Block, link: Any, style: int) -> None:
        """Put what an element holds on the stack, last first."""
        tag = element.tag
        if tag in BLOCKS:
            self.flush()
            get = element.get
            names = f"{get('class', '')} {get('id', '')} {get('role', '')}"
            block = Block(block, element, tag, words_of(names) if len(names) > 2 else frozenset())
        elif tag == "br":
            if block.tag in NAMES:
                self.add(" ", block, element, False, link, style)
            else:
                self.flush()
                self.breaks += 1
            return
        style |= STYLES.get(tag, 0)
        if tag == "a":
            link = element
        for child in reversed(element):
            tail = child.tail
            if tail and (not tail.isspace() or tail == " "):
                stack.append((tail, block, child, True, link, style))
            elif tail:
                stack.append((" ", block, child, True, link, style))
            if is_seen(child):
                stack.append((child, block, link, style))
        if element.text:
            stack.append((element.text, block, element, False, link, style))

    def add(self, text: str, block: Block, node: Any, tail: bool, link: Any, style: int) -> None:
        if block is not self.block or len(self.runs) > MAX_RUNS:
            self.flush()
            self.block = block
        self.runs.append((text, node, tail, link, style))

    def flush(self) -> None:
        """End the line that is being written."""
        if not self.runs:
            return
        text, pieces = folded(self.runs)
        if text:
            self.segments.append(Segment(text, pieces, self.block, max(0, self.breaks - 1)))
            self.breaks = 0
        self.runs = []


def is_seen(element: Any) -> bool:
    """Whether a browser shows the element."""
    tag = element.tag
    if tag in UNSEEN or not isinstance(tag, str):
        return False
    attributes = element.attrib
    if not attributes:
        return True
    style = attributes.get("style")
    return not ("hidden" in attributes or (style is not None and HIDDEN.search(style)))


def folded(runs: Sequence[Run]) -> tuple[str, list[Piece]]:
    """The text of a line with its white space folded, and its pieces."""
    if len(runs) == 1:
        text = " ".join(runs[0][0].split())
        return text, [Piece(0, len(text), *runs[0][1:])]
    pieces: list[Piece] = []
    parts: list[str] = []
    length, space = 0, False
    for raw, node, tail, link, style in runs:
        bare = " ".join(raw.split())
        if not bare:
            space = True
            continue
        if length and (space or raw[0].isspace()):
            parts.append(" ")
            length += 1
        pieces.append(Piece(length, length + len(bare), node, tail, link, style))
        parts.append(bare)
        length += len(bare)
        space = raw[-1].isspace()
    return "".join(parts), pieces
