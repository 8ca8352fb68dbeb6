"""Any other page: the readers in their order of trust."""

from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.formats import Format
from filmmeta.page import Page
from filmmeta.readers import facts, listing, page_kind, schema_org, title, vocabularies
from filmmeta.readers.review_text import is_running, whole

Read = Iterator[Claim | Problem]


def film(page: Page) -> Read:
    refusal = next(page_kind.refusal(page), None)
    if refusal:
        return iter((refusal,))
    return told(page) if page_kind.is_film(page) else iter(())


def told(page: Page) -> Read:
    """What the page's vocabularies, its heading and its labels say."""
    if page.is_markup:
        yield from vocabularies.film(page)
    yield from title.heading(page)
    yield from facts.film(page)
    if page.is_markup:
        yield from vocabularies.cards(page)


def reviews(page: Page) -> Iterator[Read]:
    if page.is_markup:
        return schema_org.reviews(page)
    if listing.is_listing(page):
        return listing.reviews(page)
    return iter((whole(page),) if is_running(page.lines) else ())


FORMAT = Format(film=film, reviews=reviews)
