"""XPaths as libxml2 takes them fastest, and what they find."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any

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


def along(step: re.Match[str]) -> str:
    """A step ``//x[…]`` by its own axis; one whose predicates count is left as it is: there the two differ."""
    literal, name, predicates = step.groups()
    if literal or any(is_counted(each) for each in re.findall(PREDICATE, predicates)):
        return step[0]
    return f"/descendant::{name}{predicates}"


def direct(step: re.Match[str]) -> str:
    """A step as libxml2 takes it fastest: along its own axis, from the attribute where that alone decides."""
    _, name, predicates = step.groups()
    one = ONE.match(predicates or "")
    way = along(step)
    if name != "*" or not one or way == step[0]:
        return way
    return f"/descendant::*/@{one[2]}[{one[1].replace(f'@{one[2]}=', '.=')}]/parent::*{predicates[one.end() :]}"


def found(xpath: str, node: etree._Element) -> list[Any]:
    """The nodes that an XPath finds, in document order."""
    nodes: Any = compiled(xpath)(node)
    return list(nodes) if isinstance(nodes, list) else [nodes]


@cache
def parted(xpath: str) -> tuple[str, str]:
    """The first step of an XPath, where it is one that many share, and the rest; else two blanks."""
    begun = HEAD.fullmatch(xpath) if "|" not in xpath else None
    if begun is None or any(is_counted(each) for each in re.findall(PREDICATE, begun[1])):
        return "", ""
    return begun[1], begun[2] or ""
