"""An HTML tree as the lines that a browser would show."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from filmmeta.page.outline import BOLD, CELL, HEADING, LINK, NORMAL, Block, Run, Segment, Setting
from filmmeta.page.outline import words_of as words_of

if TYPE_CHECKING:
    from lxml.etree import XPath, _Element

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
MAX_RUNS = 5_000  # text nodes of one line
NOTHING: Any = None

Line = tuple[list[Run], Block, int]  # a line's text nodes, the block it stands in, the breaks before it on the page


def segments(root: _Element) -> list[Segment]:
    """What a browser shows of a tree, line by line.

    Text in one block without a line break between is one segment; each cell of a table is one of its own.
    """
    found: list[Segment] = []
    before = 0
    for runs, block, breaks in walk(root):
        for part in (runs,) if len(runs) <= MAX_RUNS else parts(runs):
            text = "".join([run[0] for run in part]) if len(part) > 1 else part[0][0]
            found.append(Segment(" ".join(text.split()), part, block, max(0, breaks - before - 1)))
            before = breaks
    return found


def parts(runs: list[Run]) -> list[list[Run]]:
    """A line of too many text nodes as several."""
    cut = [runs[at : at + MAX_RUNS] for at in range(0, len(runs), MAX_RUNS)]
    return [part for part in cut if not all(run[0].isspace() for run in part)]


def walk(root: _Element) -> list[Line]:
    """The lines of a tree: of each element its text, what is in it, and the text behind it."""
    lines: list[Line] = []
    outer: list[tuple[Any, Block, Setting]] = []
    top = owner = append = NOTHING  # owner: the block whose line is being written, None when that has ended
    breaks, block, setting, hidden = 0, Block(None, root, "html"), NORMAL, unseen(root)
    for element in (elements := to_the_end(root)):
        parent = element.getparent()
        while top is not parent:
            node, (top, block, setting) = top, outer.pop()
            if text := node.tail:
                if owner is block:
                    append((text, node, True, setting))
                elif not text.isspace():
                    owner, append = block, begun(lines, (text, node, True, setting), block, breaks)
        outer.append((top, block, setting))
        top, tag = element, element.tag
        if tag in UNSEEN or element in hidden or tag.__class__ is not str:
            skip(elements, element)
        elif tag == "br" and block.tag not in NAMES:
            owner, breaks = None, breaks + 1
        else:
            if tag in BLOCKS:
                owner, block = None, Block(block, element, tag)
            setting = (element if tag == "a" else setting[0], setting[1] | STYLES[tag]) if tag in STYLES else setting
            if text := element.text if tag != "br" else " ":
                if owner is block:
                    append((text, element, False, setting))
                elif not text.isspace():
                    owner, append = block, begun(lines, (text, element, False, setting), block, breaks)
    return lines


def to_the_end(root: _Element) -> Iterator[Any]:
    """A tree's elements, and one that stands in none of them."""
    from lxml.etree import Comment

    return chain(root.iter(), (Comment(),))


def begun(lines: list[Line], run: Run, block: Block, breaks: int) -> Callable[[Run], None]:
    """What puts further text nodes into a line that this one begins."""
    runs = [run]
    lines.append((runs, block, breaks))
    return runs.append


def skip(elements: Any, element: Any) -> None:
    """Go past all that an element holds."""
    if len(element):
        inside = len(list(element.iter())) - 1
        next(islice(elements, inside, inside), None)


@cache
def attributes(name: str) -> XPath:
    """What finds the attributes of a name; their elements are asked one by one: XPath compares all."""
    from lxml.etree import XPath

    return XPath(f"/descendant::*/@{name}")


def unseen(root: _Element) -> set[Any]:
    """The elements whose attributes hide them."""
    hidden: Any = attributes("hidden")(root)
    styled: Any = attributes("style")(root)
    found = {each.getparent() for each in hidden}
    found.update(each.getparent() for each in styled if HIDDEN.search(each))
    found.discard(root)
    return found
