"""The reviews of a page, in schema.org's words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.readers.nodes import MEDIA, Node, Value
from filmmeta.readers.schema_org.facts import day, unrated, unread
from filmmeta.readers.schema_org.people import is_address, names
from filmmeta.readers.schema_org.words import BODIES, KNOWN_OF_REVIEW, OTHERS, RATING, REVIEW, REVIEWS

Read = Iterator[Claim | Problem]
SAME = 100  # letters and digits at the start of two bodies that make them one and the same


def reviews(graphs: Iterable[list[Node]]) -> list[tuple[Node, Value]]:
    """Each review that has a text, and the text, in page order; one given in two syntaxes once, the longer text."""
    found: dict[object, tuple[int, Node, Value]] = {}
    for syntax, nodes in enumerate(graphs):
        for number, node in enumerate(nodes):
            body = text(node) if node.is_a(REVIEWS) else None
            if body is None or about_other(node):
                continue
            start = opening(body.text)
            known = found.get(start)
            if known is not None and known[0] == syntax:
                found[syntax, number] = (syntax, node, body)
            elif known is None or len(body.text) > len(known[2].text):
                found[start] = (syntax, node, body)
    return [(node, body) for _, node, body in found.values()]


def text(node: Node) -> Value | None:
    """The longest of a review's texts that say what its author thinks."""
    for key in BODIES:
        texts = [value for value in node.values(key) if value.node is None and value.text]
        if texts:
            return max(texts, key=lambda value: len(value.text))
    return None


def opening(body: str) -> str:
    return "".join(filter(str.isalnum, body[: SAME * 3].casefold()))[:SAME]


def about_other(node: Node) -> bool:
    """Whether a review is of a thing that is no film."""
    things = [value.node for value in node.values("itemReviewed") if value.node]
    if node.holder is not None and node.key in ("review", "reviews"):
        things.append(node.holder)
    return any(thing.is_a(OTHERS) for thing in things) and not any(thing.is_a(MEDIA) for thing in things)


def review(node: Node, body: Value) -> Read:
    """The claims of one review."""
    for key, path in REVIEW.items():
        for value in node.properties.get(key, ())[:1]:
            for name in names(value)[:1]:
                if not (path == "author" and is_address(name.text)):
                    yield Claim(path, day(name) if path == "date" else name.text, name.where)
    yield Claim("body", body.text, body.where)
    for value in node.values("reviewRating")[:1]:
        rating = value.node or node
        for key in () if unrated(rating) else ("ratingValue", "bestRating", "worstRating"):
            for each in rating.values(key)[:1]:
                yield Claim(f"rating/{RATING[key]}", each.text, each.where)
        if value.node is None:
            yield Claim("rating", value.text, value.where)
    for thing in node.values("itemReviewed")[:1]:
        for name in names(thing)[:1]:
            yield Claim("film/heading", name.text, name.where)
    yield from unread(node, KNOWN_OF_REVIEW)
