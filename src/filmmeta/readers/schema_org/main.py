"""Which of a page's nodes is the film that the page is about."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import unescape
from typing import NamedTuple

from filmmeta.page import Page
from filmmeta.readers.metas import head_title, named
from filmmeta.readers.nodes import MEDIA, Node
from filmmeta.readers.schema_org.words import PERHAPS

WORD = re.compile(r"\w+")
# The properties that lead from what a page is to what it is about; a film below any other is one among many.
ABOUT = {"mainEntity", "mainEntityOfPage"}
PERHAPS_ABOUT = {"itemReviewed", "about", "workPresented", "workFeatured", "itemOffered", "subjectOf", "primaryTopic"}
TELLING = (
    "director", "directors", "actor", "actors", "starring", "description", "duration", "aggregateRating", "genre",
    "author", "creator", "datePublished", "dateCreated", "countryOfOrigin", "productionCompany", "musicBy",
    "contentRating", "numberOfSeasons", "review", "releasedEvent",
)  # fmt: skip
MAKERS = ("director", "directors", "actor", "actors", "starring")
OF_OTHERS = {"person", "book", "musicgroup", "product", "videogame"}
CLEARLY = 2  # properties that one film among several must tell more than each other one


class Candidate(NamedTuple):
    """A film in its order of trust: named as the page is, said to be the page's, its own, telling most."""

    named: bool
    entity: bool
    own: bool
    told: int
    place: int  # minus its number in page order
    name: str
    node: Node


def folded(text: str) -> str:
    """The words of a text, in lower case, with a space around each."""
    return f" {' '.join(WORD.findall(unescape(text).casefold()))} "


def titles(page: Page) -> str:
    """The titles that the page's head gives, folded into one text."""
    return page.once(read_titles)


def read_titles(page: Page) -> str:
    found = [head_title(page), *(text for text, _ in named(page, "og:title", "twitter:title"))]
    return "|".join([folded(text) for text in found])


def main(page: Page, nodes: list[Node]) -> Node | None:
    """The film that the page is about; None when there is none, or several and nothing tells which."""
    films = ranked(page, [node for node in nodes if node.is_a(MEDIA) and has_name(node)])
    if not films:
        perhaps = [node for node in nodes if node.is_a(PERHAPS) and node.values(*MAKERS) and has_name(node)]
        films = ranked(page, [node for node in perhaps if node.holder is None or node.key in ABOUT])
    if not films:
        return None
    first = films[0]
    others = [film for film in films if film.name != first.name]
    if first.named or first.entity:
        return first.node
    if rival(page, nodes):
        return None
    clear = all(first.told >= other.told + CLEARLY for other in others if other.own >= first.own)
    return first.node if clear else None


def has_name(node: Node) -> bool:
    return bool(node.text("name", "headline") or (node.values(*MAKERS) and not node.holder))


def ranked(page: Page, films: Iterable[Node]) -> list[Candidate]:
    """The films that can be the page's own, the likeliest first."""
    found: list[Candidate] = []
    for number, node in enumerate(films):
        keys = {key for key, _ in node.chain()}
        if keys - ABOUT - PERHAPS_ABOUT:
            continue
        name = folded(node.text("name", "headline"))
        told = sum(1 for each in TELLING if each in node.properties)
        named = len(name) > 2 and name in titles(page)
        found.append(Candidate(named, bool(keys & ABOUT), not keys & PERHAPS_ABOUT, told, -number, name, node))
    return sorted(found, key=lambda film: (film.named, film.entity, film.own, film.told, film.place), reverse=True)


def rival(page: Page, nodes: list[Node]) -> bool:
    """Whether the page is named like a person, a book or another thing that it describes."""
    things = (node for node in nodes if node.holder is None and node.is_a(OF_OTHERS))
    return any(len(name := folded(node.text("name"))) > 2 and name in titles(page) for node in things)


def whole(node: Node, nodes: Iterable[Node]) -> Node:
    """The film with what the page's other outermost nodes of its name and type say: some pages give it in pieces."""
    name, kinds = folded(node.text("name")), {kind.lower() for kind in node.types}
    pieces = [each for each in nodes if each.holder is None and each.is_a(kinds) and folded(each.text("name")) == name]
    if pieces in ([], [node]):
        return node
    joined = Node(node.types, node.place, node.label, node.id)
    joined.holder, joined.key = node.holder, node.key
    for each in (node, *pieces):
        for key, values in each.properties.items():
            joined.properties.setdefault(key, values)
    return joined
