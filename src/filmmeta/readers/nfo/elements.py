"""The elements of a media centre's XML, each with its path."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from filmmeta.page import Page

if TYPE_CHECKING:
    from lxml.etree import _Element

FILMS = {"movie": "film", "tvshow": "series", "episodedetails": "episode"}
MAX_DEPTH = 3  # of containers: <actors><actor>…
MAX_ITEMS = 20_000  # elements among which the page's films are looked for
FILLERS = {"", "0", "-1", "0.0", "0.000000", "none", "null", "n/a", "unknown", "0001-01-01", "1-01-01", "1601-01-01"}
XML_NAME = re.compile(r"[A-Za-z_][\w.-]*")
WHOLE = {"cast", "ratings", "rating", "images", "layout"}  # what such an element holds is read together


@cache
def tags() -> dict[str, str]:
    """What an element says, by its name in small letters: a claim path, or a word of ``fields``."""
    table = files("filmmeta.readers").joinpath("data", "nfo_tags.tsv").read_text("utf-8")
    rows = [row.split("\t") for row in table.splitlines() if row and not row.startswith("#")]
    return {name: path for path, names in rows for name in names.split()}


class Element:
    """An element of the page's XML with its path, counted once instead of anew for each."""

    def __init__(self, node: _Element, path: str) -> None:
        self.node = node
        self.path = path
        self.where = f"xml:{path}"
        self.tag = str(node.tag).rpartition("}")[2].rpartition(":")[2].lower()

    @property
    def text(self) -> str:
        return "".join(map(str, self.node.itertext())).strip()

    @property
    def filled(self) -> bool:
        return self.text.lower() not in FILLERS

    def attribute(self, name: str) -> tuple[str, str]:
        """An attribute's text, empty when there is none, and where it stands."""
        return str(self.node.get(name) or "").strip(), f"{self.where}/@{name}"

    def children(self) -> Iterator[Element]:
        seen: Counter[str] = Counter()
        for number, node in enumerate(self.node.iterchildren("*"), 1):
            name = str(node.tag)
            seen[name] += 1
            yield Element(node, f"{self.path}/" + (f"{name}[{seen[name]}]" if plain(name) else f"*[{number}]"))

    def child(self, name: str) -> Element | None:
        return next((each for each in self.children() if each.tag == name), None)


def plain(name: str) -> bool:
    return XML_NAME.fullmatch(name) is not None


def roots(page: Page) -> list[Element]:
    """The films of the page's XML, in page order."""
    level: Sequence[Element] = [Element(page.xml, "/page")] if page.xml is not None else []
    for _ in range(MAX_DEPTH):
        children = [child for each in level for child in each.children()]
        inner = page.within(children, MAX_ITEMS, "elements of the page's XML")
        found = [each for each in inner if each.tag in FILMS]
        if found:
            return found
        level = inner
    return []


def parts(root: Element, depth: int = 0) -> Iterator[Element]:
    """The elements that say something each: what stands in the root, and in the containers in it."""
    for element in root.children():
        if len(element.node) and depth < MAX_DEPTH and tags().get(element.tag) not in WHOLE:
            yield from parts(element, depth + 1)
        else:
            yield element
