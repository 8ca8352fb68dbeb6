"""The nodes of a page's microdata (itemscope, itemprop, itemtype, itemref), by the HTML standard and real pages.

Beyond the standard: ``content`` counts on any element, a link's text rather than its address for what has a
name, and a property with named parts is a thing even where its writer forgot ``itemscope``.
"""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from filmmeta.page import Page
from filmmeta.readers.marked import PEOPLE, own_text, said
from filmmeta.readers.nodes import OLD_WORDS, Node, Value, short
from filmmeta.readers.places import Paths, Place, line_of
from filmmeta.readers.selected import holding

if TYPE_CHECKING:
    from lxml.etree import _Element

MAX_ELEMENTS = 20_000  # items and properties of one page
MAX_REFERENCES = 200  # items that name others by itemref, and names that one of them gives
MAX_REFERRED = 10_000  # properties that all of them have so
THINGS = PEOPLE | {
    "aggregateRating", "review", "reviews", "reviewRating", "productionCompany", "publisher", "trailer", "video",
    "countryOfOrigin", "itemReviewed", "contentRating",
}  # fmt: skip
PARTS = {"name", "ratingValue", "reviewBody", "description", "ratingCount"}  # what makes such a property a thing
ACTORS = {"actor", "actors"}
DUBBING = re.compile(
    r"дубл|озвуч|dub(?:bing|bed|lad|bade)|dabing|doppia|doublage|synchron|szinkron|吹替|配音", re.IGNORECASE
)
HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6", "p", "b", "strong", "div", "span", "dt", "caption"}
HEADING = 60  # characters of a heading above a list


def nodes(page: Page) -> list[Node]:
    """Every item of the page's microdata, outer before inner."""
    return page.once(build)


def build(page: Page) -> list[Node]:
    if "itemprop" not in page.text or page.tree is None:
        return []
    found = holding(page.tree, "itemprop", "itemscope")
    return Reading(page, [*page.within(found, MAX_ELEMENTS, "elements of microdata")]).nodes


class Reading:
    """The items of one tree, each property given to the item that it belongs to."""

    def __init__(self, page: Page, elements: list[Any]) -> None:
        self.page = page
        self.paths = page.once(Paths)
        self.homes: dict[_Element, _Element | None] = {}
        self.items: dict[_Element, Node] = {}
        self.dubbed: dict[_Element, bool] = {}
        owners = [self.home(each.getparent()) for each in elements]
        for element in elements:
            if element.get("itemscope") is not None or element in self.items:
                self.items[element] = self.item(element)
        pairs = [*zip(elements, owners, strict=True), *self.referred(elements)]
        self.whole = {owner for each, owner in pairs if not PARTS.isdisjoint((each.get("itemprop") or "").split())}
        for element, owner in pairs:
            if owner is not None and element.get("itemprop"):
                self.tell(self.items[owner], element)
        for item in self.items.values():
            drop_news(item)
        self.nodes = [self.items[element] for element in elements if element in self.items]

    def home(self, element: _Element | None) -> _Element | None:
        """The element whose item a property inside ``element`` belongs to."""
        trail: list[_Element] = []
        while element is not None and element not in self.homes:
            trail.append(element)
            if element.get("itemscope") is not None or not THINGS.isdisjoint((element.get("itemprop") or "").split()):
                self.homes[element] = element
                self.items.setdefault(element, self.item(element))
                break
            element = element.getparent()
        owner = self.homes[element] if element is not None else None
        for each in trail:
            self.homes[each] = owner
        return owner

    def item(self, element: _Element) -> Node:
        if element in self.items:
            return self.items[element]
        kind = element.get("itemtype") or ""
        label = Value(kind, Place(self.paths, element, "itemtype"))
        return Node(map(short, kind.split()), Place(self.paths, element), label, element.get("itemid") or "")

    def referred(self, elements: list[Any]) -> list[tuple[_Element, _Element | None]]:
        """The properties that an item has by itemref, each with the item's element."""
        pairs: list[tuple[_Element, _Element | None]] = []
        asking = [each for each in elements if each.get("itemref") and each.get("itemscope") is not None]
        named = {each.get("id"): each for each in holding(asking[0].getroottree(), "id")} if asking else {}
        seen = 0
        for owner in self.page.within(asking, MAX_REFERENCES, "items with itemref"):
            for name in self.page.within(owner.get("itemref").split(), MAX_REFERENCES, "names of an itemref"):
                target = named.get(name)
                if target is None or target is owner:
                    continue
                home = self.home(target.getparent())
                inner = [each for each in target.iter("*") if each.get("itemprop") is not None]
                seen += len(inner)
                some = self.page.within(inner, max(0, MAX_REFERRED - seen + len(inner)), "properties by itemref")
                pairs += [(each, owner) for each in some if self.home(each.getparent()) is home and home is not owner]
        return pairs

    def tell(self, item: Node, element: _Element) -> None:
        old = "data-vocabulary" in item.label.text
        for word in element.get("itemprop", "").split()[:9]:
            name = short(word)
            name = OLD_WORDS.get(name, name) if old else "dubbing" if name in ACTORS and self.dubs(element) else name
            inner = self.items.get(element)
            if inner is None and self.outer(element, word):
                continue
            if inner is not None and (element.get("itemscope") is not None or element in self.whole):
                item.add(name, Value("" if element in self.whole else own_text(element, name), inner.place, inner))
            else:
                for value in said(element, name, self.paths):
                    item.add(name, value)

    def dubs(self, element: _Element) -> bool:
        """Whether an actor stands in a list whose heading says that it is of those who dub."""
        home = element.getparent()
        if home is not None and home not in self.dubbed:
            above = home.getprevious()
            heading = line_of(above) if above is not None and above.tag in HEADINGS and len(above) < 9 else ""
            self.dubbed[home] = len(heading) < HEADING and DUBBING.search(heading) is not None
        return home is not None and self.dubbed[home]

    def outer(self, element: _Element, word: str) -> bool:
        """Whether a property's element only holds further elements of the same property."""
        inner = islice(element.iterdescendants("*"), 20) if len(element) else ()
        return any(word in (each.get("itemprop") or "").split() for each in inner)


def drop_news(item: Node) -> None:
    """Take from an item the dates of the news about it, which stand beside the name of who published them."""
    news = {parent(value) for value in (*item.properties.get("provider", ()), *item.properties.get("headline", ()))}
    dates = item.properties.get("datePublished", ())
    if dates and news and (left := [value for value in dates if parent(value) not in news]) != dates:
        item.properties["datePublished"] = left


def parent(value: Value) -> _Element | None:
    return value.place.element.getparent() if isinstance(value.place, Place) else None
