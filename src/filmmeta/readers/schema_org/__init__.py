"""Films and reviews in schema.org's words, in JSON-LD, microdata or RDFa."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers import linked_data, microdata, rdfa
from filmmeta.readers.nodes import Node
from filmmeta.readers.schema_org import facts, opinions
from filmmeta.readers.schema_org.main import main, whole

Read = Iterator[Claim | Problem]
SYNTAXES: dict[str, Callable[[Page], list[Node]]] = {
    "json-ld": linked_data.nodes,
    "microdata": microdata.nodes,
    "rdfa": rdfa.nodes,
}
"""In their order of trust."""


def nodes(page: Page) -> Iterator[Node]:
    """Every node of the page, whichever syntax gives it, outer before inner."""
    for read in SYNTAXES.values():
        yield from read(page)


def broken(page: Page) -> Iterator[Problem]:
    """What of the page's JSON-LD could not be read."""
    return (block for block in page.jsonld if isinstance(block, Problem))


def film(page: Page) -> Read:
    """The claims of the page's film, from the first syntax that has one."""
    yield from broken(page)
    for read in SYNTAXES.values():
        told = film_of(page, read(page))
        first = next(told, None)
        if first is not None:
            yield first
            yield from told
            return


def film_of(page: Page, graph: list[Node]) -> Read:
    """The claims of the film that a page's nodes of one syntax tell of."""
    node = main(page, graph) if graph else None
    if node is not None:
        yield from facts.facts(whole(node, graph), page)


def years(page: Page) -> Iterator[Claim]:
    """The film's year from its dates, the weakest evidence for it: a release can come years after a film."""
    for read in SYNTAXES.values():
        graph = read(page)
        node = main(page, graph) if graph else None
        if node is not None:
            yield from facts.years(whole(node, graph))


def reviews(page: Page) -> Iterator[Read]:
    """The claims of each review that has a text, of the page's film or without one, in page order."""
    return iter(first_reviews(page)[0])


def first_reviews(page: Page, most: int | None = None) -> tuple[list[Read], list[str]]:
    """The claims of the first reviews, and where the texts of the further ones stand."""
    every = opinions.reviews(read(page) for read in SYNTAXES.values())
    return [opinions.review(*each) for each in every[:most]], [
        body.where for _, body in every[len(every) if most is None else most :]
    ]
