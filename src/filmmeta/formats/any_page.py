"""Any other page: the readers in their order of trust."""

from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.formats import Format
from filmmeta.page import Page
from filmmeta.readers import listing, schema_org
from filmmeta.readers.review_text import is_running, whole


def film(page: Page) -> Iterator[Claim | Problem]:
    if page.is_markup:
        yield from schema_org.film(page)
    elif listing.is_listing(page):
        yield from listing.film(page)


def reviews(page: Page) -> Iterator[Iterator[Claim | Problem]]:
    if page.is_markup:
        yield from schema_org.reviews(page)
    elif listing.is_listing(page):
        yield from listing.reviews(page)
    elif is_running(page.outline):
        yield whole(page)


FORMAT = Format(film=film, reviews=reviews)
