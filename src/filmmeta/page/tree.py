"""The page as an lxml tree that has lost nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lxml import etree

from filmmeta.claim import Problem

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

MAX_TAGS = 1_000_000
MAX_TAG = 20_000  # characters of one tag before its attributes are counted
STEP = MAX_TAG // 2  # one of the parts of this size that a text is cut into lies within any longer tag
MAX_ATTRIBUTES = 1_000  # on one tag; libxml2 compares each with each
MAX_DEPTH = 200  # of a tree rebuilt from a soup: elements below stand side by side

LONG_TAG = re.compile(rf"<([A-Za-z][^\s<>/]{{0,40}})[^<>]{{{MAX_TAG},}}>")
XML_NAME = re.compile(r"[A-Za-z_][\w.-]*")


class Tree:
    """An HTML page's root element, None when there is none, and what its parsing lost."""

    def __init__(self, text: str) -> None:
        self.problems: list[Problem] = []
        self.root = self._parse(self._tame(text))

    def _tame(self, text: str) -> str:
        """The text with what libxml2 could choke on taken out, found in one linear look."""
        if text.count("<") > MAX_TAGS:
            self.problems.append(Problem("over-budget", "", f"more than {MAX_TAGS} tags"))
            return ""
        return LONG_TAG.sub(self._shorten, text) if has_long_tag(text) else text

    def _shorten(self, match: re.Match[str]) -> str:
        tag = match.group()
        if tag.count("=") + tag.count(" ") + tag.count("\n") < MAX_ATTRIBUTES:
            return tag
        self.problems.append(Problem("over-budget", "", f"a <{match[1]}> of {len(tag)} characters lost its attributes"))
        return f"<{match[1]}>"

    def _parse(self, text: str) -> etree._Element | None:
        if not text or text.isspace():
            return None
        source = text.encode("utf-8", "replace")
        parser = etree.HTMLParser(encoding="utf-8", huge_tree=True, remove_pis=True)
        root = etree.fromstring(source, parser)
        if len(parser.error_log) and len(parser.error_log.filter_from_fatals()):
            from bs4 import BeautifulSoup

            self.problems.append(Problem("cut-short", "", "nested too deeply; read with BeautifulSoup"))
            return rebuilt(BeautifulSoup(source, "lxml", from_encoding="utf-8"))
        return root


def has_long_tag(text: str) -> bool:
    """Whether a text can hold a tag of MAX_TAG characters: told by one look at each of its parts."""
    for at in range(0, len(text) - STEP, STEP):
        if text.find("<", at, at + STEP) < 0 and text.find(">", at, at + STEP) < 0:
            before = max(0, at - STEP)
            if text.rfind("<", before, at) > text.rfind(">", before, at):
                return True
    return False


def rebuilt(soup: BeautifulSoup) -> etree._Element | None:
    """A tree of all the soup's elements and text; those deeper than MAX_DEPTH become their ancestor's children."""
    from bs4.element import NavigableString, Tag

    root: etree._Element | None = None
    made: dict[int, tuple[etree._Element, int]] = {}
    for node in soup.descendants:
        parent, depth = made.get(id(node.parent), (None, 0))
        if isinstance(node, Tag):
            name = node.name if XML_NAME.fullmatch(node.name) else "div"
            element = etree.Element(name) if parent is None else etree.SubElement(parent, name)
            for key, value in node.attrs.items():
                if XML_NAME.fullmatch(key):
                    element.set(key, clean(" ".join(value) if isinstance(value, list) else str(value)))
            root = element if root is None else root
            home = parent if parent is not None and depth >= MAX_DEPTH else element
            made[id(node)] = (home, depth if home is parent else depth + 1)
        elif type(node) is NavigableString and parent is not None:
            append_text(parent, clean(str(node)))
    return root


def append_text(parent: etree._Element, text: str) -> None:
    if len(parent):
        parent[-1].tail = (parent[-1].tail or "") + text
    else:
        parent.text = (parent.text or "") + text


def clean(text: str) -> str:
    """The text without the characters that XML has no place for."""
    return re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]", "\ufffd", text)
