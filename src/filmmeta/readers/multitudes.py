"""What an XPath finds on a page of tens of thousands of elements, in time that grows with their number.

libxml2 compares what one node leads to with all that others led to before; so each node is asked by itself here.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

from filmmeta.page import Page
from filmmeta.readers.xpaths import HEAD, PREDICATE, STEP, along, found, is_counted

if TYPE_CHECKING:
    from lxml import etree

MANY = 10_000  # elements of a page; of fewer libxml2 compares all in no time
MAX_HEADS = 5_000  # nodes from which an XPath goes on
MAX_FOUND = 10_000  # nodes that it finds
FEW = 200  # nodes of which each asks for those beside it, or for others of the whole page
ASKING = re.compile(
    r"/(?:following|preceding)-sibling::|\[[^\[\]]{0,400}?(?:(?:following|preceding)-sibling::|[(,\s]//)"
)
TOKEN = re.compile(rf"{PREDICATE}|\||[^|\[]+")


def is_large(page: Page) -> bool:
    """Whether a page has so many elements that they cannot be compared with each other."""
    return page.tree is not None and found("count(/descendant::*)", page.tree)[0] > MANY


def finds(xpath: str, page: Page) -> list[Any]:
    """The nodes that an XPath finds on a large page, in document order; a problem tells of those that are too many."""
    several = [list(each) for each in (of_one(part, page) for part in alternatives(xpath)) if each]
    return several[0] if len(several) == 1 else in_order(page.tree, several) if several else []


@cache
def alternatives(xpath: str) -> tuple[str, ...]:
    """The XPaths that an XPath joins by bars.

    >>> alternatives("//a | //b[@c='|']")
    ('//a', "//b[@c='|']")
    """
    tokens = TOKEN.findall(xpath)
    if "".join(tokens) != xpath:
        return (xpath,)
    parts = [""]
    for token in tokens:
        parts = [*parts, ""] if token == "|" else [*parts[:-1], parts[-1] + token]
    return tuple(part.strip() for part in parts)


def of_one(xpath: str, page: Page) -> list[Any]:
    asking = ASKING.search(xpath)
    if asking and len(of_one(xpath[: asking.start()].lstrip("("), page)) > FEW:
        page.lose(f"what more than {FEW} of a site's marks lead to")
        return []
    begun = HEAD.fullmatch(xpath)
    if begun is None or any(is_counted(each) for each in re.findall(PREDICATE, begun[1])):
        return [*page.within(told(xpath, page.tree), MAX_FOUND, "finds of a site's mark")]
    heads = told(begun[1], page.tree)
    if not begun[2]:
        return [*page.within(heads, MAX_FOUND, "finds of a site's mark")]
    kept: dict[Any, Any] = {}
    seen = 0
    for head in page.within(heads, MAX_HEADS, "places of a site's mark"):
        nodes = found(f".{begun[2]}", head)
        kept.update((spot(node), node) for node in nodes)
        seen += len(nodes)
        if seen > MAX_FOUND:  # from heads in heads the same again and again
            page.lose(f"finds of a site's mark beyond the first {MAX_FOUND}")
            break
    return [*kept.values()][:MAX_FOUND]


def spot(node: Any) -> Any:
    """What tells a node from all others: itself, or where a text or an attribute stands; equal texts are equal."""
    return node if hasattr(node, "iter") else (node.getparent(), node.attrname, node.is_tail)


def told(xpath: str, tree: Any) -> list[Any]:
    nodes: Any = compiled(xpath)(tree)
    return list(nodes)


@cache
def compiled(path: str) -> etree.XPath:
    from lxml import etree

    return etree.XPath(STEP.sub(along, path), smart_strings=True)


def in_order(tree: Any, several: list[list[Any]]) -> list[Any]:
    """What several XPaths found, each once and in document order where all are elements."""
    wanted = {spot(each): each for nodes in several for each in nodes}
    if all(hasattr(each, "iter") for each in wanted):
        return [each for each in tree.iter() if each in wanted]
    return [*wanted.values()]
