"""The nodes of a page's RDFa: schema.org in RDFa Lite, and the older ``v:`` of data-vocabulary.org.

A page that uses ``v:`` without ever naming a type (``<a rel="v:directedBy">``) tells of one film: itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from filmmeta.page import Page
from filmmeta.readers.marked import ADDRESSES, ATTRIBUTES, LONG, listed, own_text
from filmmeta.readers.nodes import OLD_WORDS, Node, Value, short
from filmmeta.readers.places import Paths, Place, line_of, paragraphs_of
from filmmeta.readers.selected import holding

if TYPE_CHECKING:
    from lxml.etree import _Element

USED = ("typeof=", '="v:')
# Vocabularies that other readers know, or that say nothing of films.
FOREIGN = {
    "og",
    "fb",
    "article",
    "twitter",
    "al",
    "dc",
    "dcterms",
    "foaf",
    "sioc",
    "skos",
    "rdfs",
    "rdf",
    "music",
    "book",
}
RELEASE = {"directedBy", "starring", "runtime", "initialReleaseDate"}  # words of v: that a film alone has


def nodes(page: Page) -> list[Node]:
    """Every typed thing of the page's RDFa, outer before inner."""
    return page.once(build)


def build(page: Page) -> list[Node]:
    if not any(word in page.text for word in USED) or page.tree is None:
        return []
    return Reading(page, [each for each in holding(page.tree, "typeof", "property", "rel") if tells(each)]).nodes


def tells(element: _Element) -> bool:
    """Whether an element names a thing or a property of one, rather than a link's or a head's other business."""
    if element.get("typeof") or (element.get("rel") or "").startswith("v:"):
        return True
    return bool(element.get("property")) and not (element.tag == "meta" and ":" in element.get("property", ""))


class Reading:
    """The things of one tree, each property given to the one that it belongs to."""

    def __init__(self, page: Page, elements: list[Any]) -> None:
        self.paths = page.once(Paths)
        self.homes: dict[_Element, tuple[_Element | None, str]] = {}
        self.items: dict[_Element, Node] = {each: self.item(each) for each in elements if each.get("typeof")}
        self.itself = Node(["Movie"], Place(self.paths, elements[0]), Value("", "")) if elements else None
        for element in elements:
            self.tell(element)
        self.nodes = [*self.items.values()]
        if self.itself is not None and any(OLD_WORDS.get(word) in self.itself.properties for word in RELEASE):
            self.nodes.insert(0, self.itself)

    def item(self, element: _Element) -> Node:
        kind = element.get("typeof") or ""
        name = element.get("resource") or element.get("about") or ""
        place = Place(self.paths, element)
        return Node(map(short, kind.split()), place, Value(kind, place._replace(attribute="typeof")), name)

    def home(self, element: _Element | None) -> tuple[_Element | None, str]:
        """The element whose thing a property inside ``element`` belongs to, and the relation that it stands in."""
        trail: list[_Element] = []
        relation = ""
        while element is not None and element not in self.homes:
            trail.append(element)
            if element in self.items:
                self.homes[element] = (element, "")
                break
            if (element.get("rel") or "").startswith("v:"):
                self.homes[element] = (self.home(element.getparent())[0], element.get("rel") or "")
                break
            element = element.getparent()
        owner, relation = self.homes[element] if element is not None else (None, "")
        for each in trail:
            self.homes[each] = (owner, relation)
        return owner, relation

    def tell(self, element: _Element) -> None:
        owner, relation = self.home(element.getparent())
        rel = element.get("rel") or ""
        words = (element.get("property") or (rel if rel.startswith("v:") else "")).split()[:9]
        inner = self.items.get(element)
        if inner is not None and not words:
            words = [relation] if relation else []
        for word in words:
            prefix, _, _ = word.rpartition(":")
            holder = self.items[owner] if owner is not None else self.itself if prefix == "v" else None
            if holder is None or prefix.lower() in FOREIGN:
                continue
            name = short(word)
            if prefix == "v" or "data-vocabulary" in holder.label.text or holder.label.text.startswith("v:"):
                name = OLD_WORDS.get(name, name)
            if inner is not None:
                holder.add(name, Value(own_text(element, name), inner.place, inner))
                continue
            for value in said(element, name, self.paths):
                holder.add(name, value)


def said(element: _Element, name: str, paths: Paths) -> list[Value]:
    """The values of a property's element; a number of minutes gives way to a text with its unit."""
    text = paragraphs_of(element).strip() if name in LONG else line_of(element)
    attribute = "content" if element.get("content") is not None else ATTRIBUTES.get(str(element.tag), "")
    if name in ADDRESSES and not attribute:
        attribute = "href" if element.get("href") else "resource" if element.get("resource") else ""
    given = (element.get(attribute) or "").strip() if attribute else ""
    if given and not (name == "duration" and given.isdecimal() and text):
        return [Value(given, Place(paths, element, attribute))]
    return listed(element, name, paths)
