"""What stands where an XPath points."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from filmmeta.claim import Claim
from filmmeta.page import Page
from filmmeta.readers import multitudes
from filmmeta.readers.places import Paths, spoken
from filmmeta.readers.xpaths import found as found
from filmmeta.readers.xpaths import parted

if TYPE_CHECKING:
    from lxml import etree


def holding(tree: etree._Element, *names: str) -> list[Any]:
    """The elements of a tree that have one of these attributes, in document order.

    XPath's own step from an attribute to its element, and its unions, compare each find with all others.
    """
    several = [[each.getparent() for each in found(f"/descendant::*/@{name}", tree)] for name in names]
    longest = max(several, key=len)
    wanted = {element for elements in several for element in elements}
    return longest if len(wanted) == len(longest) else [each for each in tree.iter() if each in wanted]


class Heads:
    """What a page's XPaths begin with, each looked for once."""

    def __init__(self, page: Page) -> None:
        self.tree = page.tree
        self.kept: dict[str, list[Any]] = {}

    def find(self, head: str) -> list[Any]:
        if head not in self.kept:
            self.kept[head] = [] if self.tree is None else found(head, self.tree)
        return self.kept[head]


def on_page(xpath: str, page: Page) -> list[Any]:
    """The nodes that an XPath finds on a page, in document order."""
    if page.tree is None:
        return []
    if page.once(multitudes.is_large):
        return multitudes.finds(xpath, page)
    head, rest = parted(xpath)
    nodes = page.once(Heads).find(head) if head else []
    if not head or (rest and len(nodes) > 1):
        return found(xpath, page.tree)
    return found(f".{rest}", nodes[0]) if rest and nodes else [*nodes]


def selected(page: Page, table: Mapping[str, str]) -> Iterator[Claim]:
    """A claim for each node that a table's XPath finds, under the claim path that it stands for.

    An XPath ends at an element (its whole text but for scripts counts) or at an attribute. A claim path with a star,
    ``cast/*/name``, gives the nodes that it finds the indices 0, 1, 2 …
    """
    if page.tree is None:
        return
    for path, xpath in table.items():
        for number, node in enumerate(on_page(xpath, page)):
            yield from claimed(path.replace("*", str(number)), node, page.once(Paths))


def rows(page: Page, xpath: str, table: Mapping[str, str]) -> Iterator[Claim]:
    """Claims of repeated elements: each one's parts, by XPaths relative to it, share an index."""
    if page.tree is None:
        return
    for number, row in enumerate(on_page(xpath, page)):
        for path, relative in table.items():
            for node in found(relative, row):
                yield from claimed(path.replace("*", str(number)), node, page.once(Paths))


def claimed(path: str, node: Any, paths: Paths) -> Iterator[Claim]:
    """The claim of one node, none when there is no text in it."""
    if hasattr(node, "itertext"):
        text = spoken(node).strip()
        where = f"xpath:{paths.path(node)}"
    else:
        text, parent = str(node).strip(), node.getparent()
        attribute = f"/@{node.attrname}" if node.is_attribute else ""
        where = f"xpath:{paths.path(parent)}{attribute}"
    if text:
        yield Claim(path, text, where)
