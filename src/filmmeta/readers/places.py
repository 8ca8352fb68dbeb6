"""Elements of a page's tree: where they stand, and what they say."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from filmmeta.page import Page

if TYPE_CHECKING:
    from lxml.etree import _Element

FEW = 1_000
MOST_PASSED = 1_000
PLAIN = re.compile(r"[A-Za-z_][\w.-]*")
SILENT = {"script", "style", "noscript", "template"}
BLOCKS = {"p", "div", "li", "ul", "ol", "blockquote", "tr", "table", "section", "article", "h1", "h2", "h3", "h4"}


class Paths:
    """The XPaths of a page's elements.

    lxml's own counts an element's siblings each time anew, which is fastest for a few; for many, each parent's
    children are counted once, and the ways to those that were passed last are kept.
    """

    def __init__(self, page: Page) -> None:
        self._asked = 0
        self._steps: dict[_Element, str] = {}
        self._passed: dict[_Element, str] = {}

    def path(self, element: _Element) -> str:
        """``/html/body/div[2]``; an element whose name is no XPath's counts among all its siblings."""
        self._asked += 1
        if self._asked < FEW and ":" not in (path := element.getroottree().getpath(element)):
            return path
        below: list[_Element] = []
        node = element.getparent()
        while node is not None and node not in self._passed:
            below.append(node)
            node = node.getparent()
        if len(self._passed) > MOST_PASSED:
            self._passed, below, node = {}, [*element.iterancestors()], None
        path = self._passed[node] if node is not None else ""
        for each in reversed(below):
            path = self._passed[each] = f"{path}/{self._step(each)}"
        return f"{path}/{self._step(element)}"

    def _step(self, element: _Element) -> str:
        step = self._steps.get(element)
        if step is None:
            parent = element.getparent()
            self._name([element] if parent is None else parent.iterchildren("*"))
            step = self._steps[element]
        return step

    def _name(self, siblings: Iterable[_Element]) -> None:
        alike: dict[str, list[_Element]] = {}
        for position, sibling in enumerate(siblings, 1):
            name = str(sibling.tag)
            if PLAIN.fullmatch(name):
                alike.setdefault(name, []).append(sibling)
            else:
                self._steps[sibling] = f"*[{position}]"
        for name, same in alike.items():
            for position, sibling in enumerate(same, 1):
                self._steps[sibling] = f"{name}[{position}]" if len(same) > 1 else name


class Place(NamedTuple):
    """An element, or an attribute of it; as a string, what a claim's ``where`` says."""

    paths: Paths
    element: _Element
    attribute: str = ""

    def __str__(self) -> str:
        return f"xpath:{self.paths.path(self.element)}{'/@' * bool(self.attribute)}{self.attribute}"


def line_of(element: _Element) -> str:
    """An element's text in one line."""
    return " ".join(spoken(element).split())


def spoken(element: _Element) -> str:
    """An element's text without its scripts."""
    from lxml import etree

    if not len(element):
        return element.text or ""
    if next(element.iterdescendants(*SILENT), None) is None:
        return etree.tostring(element, method="text", encoding="unicode", with_tail=False)
    return written(element, {})


def paragraphs_of(element: _Element) -> str:
    """An element's text with a line's end for ``<br>`` and a blank line around blocks."""
    return written(element, dict.fromkeys(BLOCKS, "\n\n") | {"br": "\n"}) if len(element) else (element.text or "")


def written(element: _Element, breaks: dict[str, str]) -> str:
    """An element's text, with what ``breaks`` has for a tag before and behind the elements of that name."""
    from lxml import etree

    parts: list[str] = []
    silent: _Element | None = None
    for event, node in etree.iterwalk(element, events=("start", "end", "comment", "pi")):
        if event in ("comment", "pi"):
            parts.append((node.tail or "") if silent is None and node is not element else "")
            continue
        tag = str(node.tag)
        if event == "start":
            silent = node if silent is None and tag in SILENT else silent
            parts += (breaks.get(tag, ""), node.text or "") if silent is None else ()
        else:
            silent = None if silent is node else silent
            parts += ("" if tag == "br" else breaks.get(tag, ""),) if silent is None else ()
            parts += (node.tail or "",) if silent is None and node is not element else ()
    return "".join(parts)
