"""A page as BeautifulSoup sees it, and a tree of all that is in a soup."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag
from lxml import etree

from filmmeta.page.shallow import clean

XML_NAME = re.compile(r"[A-Za-z_][\w.-]*", re.ASCII)


def soup(text: str) -> BeautifulSoup:
    """The soup of a text whose cost is bounded and whose elements are nested as deep as a parser can take."""
    return BeautifulSoup(text.encode("utf-8", "replace"), "lxml", from_encoding="utf-8")


def rebuilt(found: BeautifulSoup) -> etree._Element | None:
    """A tree of all the soup's elements and text."""
    root: etree._Element | None = None
    made: dict[int, etree._Element] = {}
    for node in found.descendants:
        parent = made.get(id(node.parent))
        if isinstance(node, Tag):
            name = node.name if XML_NAME.fullmatch(node.name) else "div"
            element = etree.Element(name) if parent is None else etree.SubElement(parent, name)
            for key, value in node.attrs.items():
                if XML_NAME.fullmatch(key):
                    element.set(key, clean(" ".join(value) if isinstance(value, list) else str(value)))
            root = element if root is None else root
            made[id(node)] = element
        elif type(node) is NavigableString and parent is not None:
            append(parent, clean(str(node)))
    return root


def append(parent: etree._Element, text: str) -> None:
    """Add text behind all that an element holds."""
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text
