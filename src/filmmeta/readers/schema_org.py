"""Films and reviews in the page's JSON-LD, in schema.org's words."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from filmmeta.claim import Claim, Problem, shown
from filmmeta.page import Page

MAX_DEPTH = 30
MAX_NODES = 200_000  # of one page; what lies beyond is left unread
MEDIA = {
    "Movie": "film", "Film": "film", "TVSeries": "series", "TVEpisode": "episode", "Episode": "episode",
    "ShortFilm": "short", "MovieSeries": "",
}  # fmt: skip

# schema.org property → claim path; a star is the item's number. https://schema.org/Movie, version 29
FILM = {
    "name": "heading",
    "alternateName": "alternative_titles",
    "alternativeHeadline": "alternative_titles",
    "datePublished": "release_dates",
    "dateCreated": "year",
    "copyrightYear": "year",
    "duration": "runtimes",
    "timeRequired": "runtimes",
    "genre": "genre",
    "keywords": "keywords",
    "inLanguage": "languages",
    "countryOfOrigin": "countries",
    "director": "director",
    "directors": "director",
    "author": "writer",
    "creator": "creator",
    "producer": "producer",
    "musicBy": "composer",
    "editor": "editor",
    "actor": "cast/*/name",
    "actors": "cast/*/name",
    "productionCompany": "company",
    "contentRating": "certificates",
    "description": "plot",
    "abstract": "outline",
    "award": "awards",
    "awards": "awards",
    "image": "images/*/url",
    "sameAs": "ids",
}
RATING = {"ratingValue": "value", "bestRating": "best", "worstRating": "worst", "ratingCount": "votes"}
REVIEW = {
    "name": "title",
    "headline": "title",
    "author": "author",
    "creator": "author",
    "datePublished": "date",
    "dateCreated": "date",
    "reviewBody": "body",
    "inLanguage": "language",
}
INNER = ("name", "url", "contentUrl", "@value")  # where a nested thing says what it is called
STRUCTURE = {"@context", "@type", "@id", "@graph", "url", "review", "reviews", "aggregateRating", "mainEntityOfPage"}
Read = Iterator[Claim | Problem]


class Node(NamedTuple):
    """An object of the JSON-LD and where it stands."""

    value: dict[str, Any]
    where: str

    @property
    def types(self) -> list[str]:
        types = self.value.get("@type", [])
        names = types if isinstance(types, list) else [types]
        return [name.rpartition("/")[2] for name in names if isinstance(name, str)]


def nodes(page: Page) -> Iterator[Node]:
    """Every object of the page's JSON-LD, outer before inner."""
    stack: list[tuple[object, str, int]] = [
        (block, f"json:ld/{i}", 0) for i, block in reversed([*enumerate(page.jsonld)]) if not isinstance(block, Problem)
    ]
    for _ in range(MAX_NODES):
        if not stack:
            return
        value, where, depth = stack.pop()
        if isinstance(value, dict):
            yield Node(value, where)
        if depth < MAX_DEPTH:
            pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
            inner = [(each, f"{where}/{escaped(key)}", depth + 1) for key, each in pairs]
            stack += reversed([each for each in inner if isinstance(each[0], (dict, list))])


def escaped(key: object) -> str:
    return str(key).replace("~", "~0").replace("/", "~1")


def main(page: Page) -> Node | None:
    """The film that the page is about: the first one with a name."""
    films = (node for node in nodes(page) if any(name in MEDIA for name in node.types))
    return next((node for node in films if node.value.get("name")), None)


def film(page: Page) -> Read:
    """The claims of the page's film."""
    yield from (block for block in page.jsonld if isinstance(block, Problem))
    node = main(page)
    if node is None:
        return
    for name in node.types:
        if MEDIA.get(name):
            yield Claim("media_type", MEDIA[name], f"inferred:schema.org-{name}")
    for key, path in FILM.items():
        for number, (text, where) in enumerate(texts(node.value.get(key), f"{node.where}/{key}")):
            yield from told(path, number, text, where)
    for key, part in RATING.items():
        rating = node.value.get("aggregateRating")
        for text, where in texts(
            rating.get(key) if isinstance(rating, dict) else None, f"{node.where}/aggregateRating/{key}"
        ):
            yield Claim(f"ratings/0/{part}", text, where)
    yield from unread(node, FILM.keys() | STRUCTURE)


def told(path: str, number: int, text: str, where: str) -> Read:
    """One text under its claim path; a release date also gives the year."""
    yield Claim(path.replace("*", str(number)), text, where)
    if path == "release_dates":
        yield Claim("year", text, where)


def texts(value: Any, where: str) -> Iterator[tuple[str, str]]:
    """What a property says, each with where: plain values, the names of nested things, each of a list."""
    if isinstance(value, list):
        for number, each in enumerate(value):
            if not isinstance(each, list):
                yield from texts(each, f"{where}/{number}")
    elif isinstance(value, dict):
        for key in INNER:
            if isinstance(value.get(key), (str, int, float)):
                yield from texts(value[key], f"{where}/{key}")
                return
    elif isinstance(value, (str, int, float)) and not isinstance(value, bool) and str(value).strip():
        yield str(value).strip(), where


def unread(node: Node, known: set[str]) -> Read:
    """A problem for each property that nobody reads."""
    for key, value in node.value.items():
        if key not in known:
            text = value if isinstance(value, str) else type(value).__name__
            yield Problem("unread", "", shown(f"{key}: {text}"), f"{node.where}/{escaped(key)}")


def reviews(page: Page) -> Iterator[Read]:
    """The claims of each review that has a text, of the page's film or without one, in page order."""
    for node in nodes(page):
        if any(name in ("Review", "UserReview", "CriticReview") for name in node.types):
            body = "reviewBody" if node.value.get("reviewBody") else "description"
            if isinstance(node.value.get(body), str) and node.value[body].strip():
                yield review(node, body)


def review(node: Node, body: str) -> Read:
    for key, path in {**REVIEW, body: "body"}.items():
        for text, where in texts(node.value.get(key), f"{node.where}/{key}"):
            yield Claim(path, text, where)
    rating = node.value.get("reviewRating")
    for key in ("ratingValue", "bestRating", "worstRating"):
        for text, where in texts(
            rating.get(key) if isinstance(rating, dict) else None, f"{node.where}/reviewRating/{key}"
        ):
            yield Claim(f"rating/{RATING[key]}", text, where)
    known = REVIEW.keys() | STRUCTURE | {"reviewRating", "itemReviewed", body}
    yield from unread(node, known)
