"""What a page's markup says in the vocabularies that many sites share, each as a voice of its own."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers import opengraph, schema_org
from filmmeta.readers.nodes import MEDIA, Node
from filmmeta.readers.schema_org.words import REVIEWS

Read = Iterator[Claim | Problem]
SHORT = 60  # characters of a description that tells no plot
KINDS = {
    **dict.fromkeys(MEDIA, "film"),
    "tvseries": "series", "tvminiseries": "series", "tvseason": "season", "tvepisode": "episode",
    "episode": "episode", "movieseries": "list", "person": "person", "profilepage": "person", "musicgroup": "person",
    "actor": "person", "book": "book", "product": "product", "offer": "product", "videogame": "product",
    "musicalbum": "product", "softwareapplication": "product", "newsarticle": "news", "reportagenewsarticle": "news",
    "article": "article", "blogposting": "article", "liveblogposting": "news", "itemlist": "list",
    "collectionpage": "list", "offercatalog": "list", "searchresultspage": "search", "website": "site",
    "organization": "site", "webpage": "site", "breadcrumblist": "site", "breadcrumb": "site",
    "newsmediaorganization": "site", "corporation": "site", "sitenavigationelement": "site",
    "wpheader": "site", "wpfooter": "site",
}  # fmt: skip
"""Types in lower case → what a page is about; site is what stands on every page of one."""
TYPES = {
    "profile": "person", "actor": "person", "book": "book", "product": "product", "article": "article",
    "website": "site", "blog": "site",
}  # fmt: skip
"""The same for og:type, besides the types of films."""


def film(page: Page) -> Read:
    """The claims of the page's film: JSON-LD first, then microdata, then RDFa."""
    yield from page.once(claims)


def claims(page: Page) -> list[Claim | Problem]:
    return [*told(page)]


def told(page: Page) -> Read:
    yield from schema_org.broken(page)
    for voice, read in schema_org.SYNTAXES.items():
        said = schema_org.film_of(page, read(page))
        first = next(said, None)
        if first is not None:
            yield Claim("layout/voice", voice, "inferred:reader")
            yield from chain((first,), said)


def reviews(page: Page) -> Iterator[Read]:
    """The claims of each review that has a text, whichever syntax gives it."""
    return schema_org.reviews(page)


def kinds(page: Page) -> Iterator[tuple[str, str, str]]:
    """What the page's outermost things are, in page order: kind, text, where.

    Kinds are film, series, season, episode, person, book, product, article, news, list, search, site, other; a
    review counts as what it is of. The page's og:type comes last.
    """
    yield from page.once(things)


def things(page: Page) -> list[tuple[str, str, str]]:
    return [*outermost(page)]


def outermost(page: Page) -> Iterator[tuple[str, str, str]]:
    for read in schema_org.SYNTAXES.values():
        for node in read(page):
            if node.holder is None and node.label.text:
                yield kind(node), node.label.text, node.label.where
    said = opengraph.kind(page)
    if said is not None:
        text = said.text.lower()
        yield opengraph.medium(page) or TYPES.get(text.rpartition(".")[2], "other"), said.text, said.where


def kind(node: Node) -> str:
    if node.is_a(REVIEWS):
        inner = [value.node for value in node.values("itemReviewed") if value.node]
        return kind(inner[0]) if inner and not inner[0].is_a(REVIEWS) else "other"
    return next((KINDS[name.lower()] for name in node.types if name.lower() in KINDS), "other")


def cards(page: Page) -> Read:
    """What a page tells those who share it; of the description only a text that is no advertisement of the page."""
    yield Claim("layout/voice", "opengraph", "inferred:reader")
    titles = [text.casefold() for text, _ in opengraph.titles(page)]
    for claim in opengraph.film(page):
        if claim.path != "outline" or not is_advertising(claim.text.casefold(), titles):
            yield claim


def is_advertising(text: str, titles: list[str]) -> bool:
    """Whether a description names the film itself, as what a site writes for searchers does and a plot does not."""
    names = [name for title in titles for name in (title, title.partition(" (")[0].strip("\"'«»")) if len(name) > 2]
    credit = text.startswith(("directed by", "created by", "with "))
    return len(text) < SHORT or credit or any(name in text for name in names)
