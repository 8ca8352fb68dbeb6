"""Nodes: what a page's markup says in a vocabulary's words, whichever syntax it is written in."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

# The address of a film at a site whose identifiers a record has.
FILM_ADDRESS = re.compile(
    r"(?:https?:)?//(?:[\w-]{1,40}\.){0,3}"
    r"(?:imdb\.com/title|themoviedb\.org/(?:movie|tv)|csfd\.(?:cz|sk)/film|kinopoisk\.ru/(?:film|series)|letterboxd\.com/film"
    r"|filmweb\.pl/(?:film|serial)|allocine\.fr/(?:film|series)|douban\.com/subject|rottentomatoes\.com/(?:m|tv)"
    r"|metacritic\.com/(?:movie|tv)|filmaffinity\.com/\w\w/film|moviemeter\.nl/film|ofdb\.de/film|mubi\.com/.{1,20}films"
    r"|thetvdb\.com/(?:movies|series)|wikidata\.org/(?:wiki|entity)/Q)",
    re.IGNORECASE,
)
IDENTIFIER = re.compile(
    r"tt\d{7,9}|Q[1-9]\d{0,11}|(?:(?:doi|eidr):)?(?:https?://doi\.org/)?10\.5240/\S{1,60}|imdb:tt\d{7,9}"
)
# Types of films in lower case → the medium as a claim says it.
MEDIA = {
    "movie": "film", "film": "film", "tvmovie": "tv movie", "shortfilm": "short", "tvseries": "series",
    "tvseason": "series", "tvminiseries": "series", "tvepisode": "episode", "episode": "episode",
    "animatedmovie": "film", "documentary": "film",
}  # fmt: skip
MAX_CHAIN = 30  # nodes from one to the outermost that holds it


class Value(NamedTuple):
    """One value of a property: its text, where it stands (as a string), and the node that it is, if it is one."""

    text: str
    place: object
    node: Node | None = None

    @property
    def where(self) -> str:
        return str(self.place)


class Node:
    """A thing with types and properties, under the short names of schema.org.

    ``holder`` and ``key`` say of which node's property it is a value; an outermost node has none.
    ``label`` is the text of its types and where it stands.
    """

    __slots__ = ("holder", "id", "key", "label", "place", "properties", "types")

    def __init__(self, types: Iterable[str], place: object, label: Value, id: str = "") -> None:
        self.types = tuple(types)
        self.place = place
        self.label = label
        self.id = id
        self.properties: dict[str, list[Value]] = {}
        self.holder: Node | None = None
        self.key = ""

    def __repr__(self) -> str:
        return f"Node({' '.join(self.types)!r}, {str(self.place)!r})"

    @property
    def where(self) -> str:
        return str(self.place)

    def values(self, *names: str) -> list[Value]:
        """The values of the first of these properties that has any."""
        for name in names:
            if found := self.properties.get(name):
                return found
        return []

    def text(self, *names: str) -> str:
        """The first text of these properties; empty when there is none."""
        return next((value.text for name in names for value in self.properties.get(name, ()) if value.text), "")

    def add(self, name: str, value: Value) -> None:
        self.properties.setdefault(name, []).append(value)
        inner = value.node
        if inner is not None and inner.holder is None and inner is not self:
            inner.holder, inner.key = self, name

    def chain(self) -> Iterator[tuple[str, Node]]:
        """Property and holder, outwards."""
        node = self
        for _ in range(MAX_CHAIN):
            if node.holder is None:
                return
            yield node.key, node.holder
            node = node.holder

    def is_a(self, names: Iterable[str]) -> bool:
        """Whether one of the types is among these, which are in lower case."""
        return any(name.lower() in names for name in self.types)


def short(name: str) -> str:
    """A type's or property's own name, without its vocabulary: ``http://schema.org/Movie``, ``schema:Movie``."""
    if name.isalnum():
        return name
    return name.rstrip("/#").rpartition("/")[2].rpartition("#")[2].rpartition(":")[2]


# The words of data-vocabulary.org (and of its RDFa form, v:) that schema.org has others for.
OLD_WORDS = {
    "itemreviewed": "name",
    "reviewer": "author",
    "dtreviewed": "datePublished",
    "average": "ratingValue",
    "value": "ratingValue",
    "best": "bestRating",
    "worst": "worstRating",
    "votes": "ratingCount",
    "count": "reviewCount",
    "photo": "image",
    "summary": "description",
    "directedBy": "director",
    "starring": "actor",
    "runtime": "duration",
    "initialReleaseDate": "datePublished",
    "rating": "aggregateRating",
}
