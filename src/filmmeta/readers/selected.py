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
COUNTED = re.compile(r"\[\s*(?:\d|count|string-length|sum|number|floor|round|ceiling)|.*(?:position|last)\(", re.DOTALL)
ONE = re.compile(r"\[((?:@([\w-]+)='[^']*')(?: or @\2='[^']*')*)\]")
"""A predicate that one attribute alone decides."""


@cache
def compiled(path: str) -> etree.XPath:
    from lxml import etree

    return etree.XPath(STEP.sub(direct, path), smart_strings=True)


def direct(step: re.Match[str]) -> str:
    """A step ``//x[…]`` as libxml2 takes it fastest: by its own axis, from the attribute where that alone decides.

    A step whose predicates count is left as it is: there the two differ.
    """
    literal, name, predicates = step.groups()
    if literal or any(COUNTED.match(each) for each in re.findall(PREDICATE, predicates)):
        return step[0]
    one = ONE.match(predicates)
    if name != "*" or not one:
        return f"/descendant::{name}{predicates}"
    return f"/descendant::*/@{one[2]}[{one[1].replace(f'@{one[2]}=', '.=')}]/parent::*{predicates[one.end() :]}"


def found(xpath: str, node: etree._Element) -> list[Any]:
    """The nodes that an XPath finds, in document order."""
    nodes: Any = compiled(xpath)(node)
    return list(nodes)


def selected(page: Page, table: Mapping[str, str]) -> Iterator[Claim]:
    """A claim for each node that a table's XPath finds, under the claim path that it stands for.

    An XPath ends at an element (its whole text counts) or at an attribute. A claim path with a star,
    ``cast/*/name``, gives the nodes that it finds the indices 0, 1, 2 …
    """
    if page.tree is None:
        return
    for path, xpath in table.items():
        for number, node in enumerate(found(xpath, page.tree)):
            yield from claimed(path.replace("*", str(number)), node)


def rows(page: Page, xpath: str, table: Mapping[str, str]) -> Iterator[Claim]:
    """Claims of repeated elements: each one's parts, by XPaths relative to it, share an index."""
    if page.tree is None:
        return
    for number, row in enumerate(found(xpath, page.tree)):
        for path, relative in table.items():
            for node in found(relative, row):
                yield from claimed(path.replace("*", str(number)), node)


def claimed(path: str, node: Any) -> Iterator[Claim]:
    """The claim of one node, none when there is no text in it."""
    if hasattr(node, "itertext"):
        text = "".join(map(str, node.itertext())).strip()
        where = f"xpath:{node.getroottree().getpath(node)}"
    else:
        text, parent = str(node).strip(), node.getparent()
        attribute = f"/@{node.attrname}" if node.is_attribute else ""
        where = f"xpath:{parent.getroottree().getpath(parent)}{attribute}"
    if text:
        yield Claim(path, text, where)
