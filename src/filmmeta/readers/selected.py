"""What stands where an XPath points."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from filmmeta.claim import Claim
from filmmeta.page import Page

if TYPE_CHECKING:
    from lxml import etree


PREDICATE = r"\[(?:[^\[\]'\"]|'[^']*'|\"[^\"]*\"|\[[^\[\]]*\])*\]"
STEP = re.compile(rf"""('[^']*'|"[^"]*")|//(\*|[A-Za-z][\w.-]*)(?![\w.:(-])((?:{PREDICATE})*)""")
COUNTED = re.compile(r"\[\s*(?:\d|count|string-length|sum|number|floor|round|ceiling)", re.DOTALL)
PLACED = ("position(", "last(")
HEAD = re.compile(rf"(//(?:\*|[A-Za-z][\w-]*)(?:{PREDICATE})+)(/.+)?", re.DOTALL)
ONE = re.compile(r"\[((?:@([\w-]+)='[^']*')(?: or @\2='[^']*')*)\]")
"""A predicate that one attribute alone decides."""


@cache
def compiled(path: str) -> etree.XPath:
    from lxml import etree

    return etree.XPath(STEP.sub(direct, path), smart_strings=True)


def is_counted(predicate: str) -> bool:
    """Whether a predicate asks for the place of a node among others."""
    return COUNTED.match(predicate) is not None or any(sign in predicate for sign in PLACED)


def direct(step: re.Match[str]) -> str:
    """A step ``//x[…]`` as libxml2 takes it fastest: by its own axis, from the attribute where that alone decides.

    A step whose predicates count is left as it is: there the two differ.
    """
    literal, name, predicates = step.groups()
    if literal or any(is_counted(each) for each in re.findall(PREDICATE, predicates)):
        return step[0]
    one = ONE.match(predicates)
    if name != "*" or not one:
        return f"/descendant::{name}{predicates}"
    return f"/descendant::*/@{one[2]}[{one[1].replace(f'@{one[2]}=', '.=')}]/parent::*{predicates[one.end() :]}"


def found(xpath: str, node: etree._Element) -> list[Any]:
    """The nodes that an XPath finds, in document order."""
    nodes: Any = compiled(xpath)(node)
    return list(nodes)


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


@cache
def parted(xpath: str) -> tuple[str, str]:
    """The first step of an XPath, where it is one that many share, and the rest; else two blanks."""
    begun = HEAD.fullmatch(xpath) if "|" not in xpath else None
    if begun is None or any(is_counted(each) for each in re.findall(PREDICATE, begun[1])):
        return "", ""
    return begun[1], begun[2] or ""


def on_page(xpath: str, page: Page) -> list[Any]:
    """The nodes that an XPath finds on a page, in document order."""
    if page.tree is None:
        return []
    head, rest = parted(xpath)
    nodes = page.once(Heads).find(head) if head else []
    if not head or (rest and len(nodes) > 1):
        return found(xpath, page.tree)
    return found(f".{rest}", nodes[0]) if rest and nodes else [*nodes]


def selected(page: Page, table: Mapping[str, str]) -> Iterator[Claim]:
    """A claim for each node that a table's XPath finds, under the claim path that it stands for.

    An XPath ends at an element (its whole text counts) or at an attribute. A claim path with a star,
    ``cast/*/name``, gives the nodes that it finds the indices 0, 1, 2 …
    """
    if page.tree is None:
        return
    for path, xpath in table.items():
        for number, node in enumerate(on_page(xpath, page)):
            yield from claimed(path.replace("*", str(number)), node)


def rows(page: Page, xpath: str, table: Mapping[str, str]) -> Iterator[Claim]:
    """Claims of repeated elements: each one's parts, by XPaths relative to it, share an index."""
    if page.tree is None:
        return
    for number, row in enumerate(on_page(xpath, page)):
        for path, relative in table.items():
            for node in found(relative, row):
                yield from claimed(path.replace("*", str(number)), node)


def claimed(path: str, node: Any) -> Iterator[Claim]:
    """The claim of one node, none when there is no text in it."""
    if hasattr(node, "itertext"):
        text = ("".join(map(str, node.itertext())) if len(node) else node.text or "").strip()
        where = f"xpath:{node.getroottree().getpath(node)}"
    else:
        text, parent = str(node).strip(), node.getparent()
        attribute = f"/@{node.attrname}" if node.is_attribute else ""
        where = f"xpath:{parent.getroottree().getpath(parent)}{attribute}"
    if text:
        yield Claim(path, text, where)
