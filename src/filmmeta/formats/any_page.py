"""Any other page: the readers in their order of trust."""

from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.formats import Format
from filmmeta.page import Page
from filmmeta.readers import any_film, listing, page_kind, schema_org
from filmmeta.readers.review_text import is_running, whole

Read = Iterator[Claim | Problem]


def film(page: Page) -> Read:
    """The film that the page is about; why there is none, when the page is about something else."""
    refusal = next(page_kind.refusal(page), None)
    if refusal:
        return iter((refusal,))
    if page_kind.is_film(page):
        return any_film.film(page)
    return (each for each in page.jsonld if isinstance(each, Problem)) if page.is_markup else iter(())


def reviews(page: Page) -> Iterator[Read]:
    if page.is_markup:
        return schema_org.reviews(page)
    if listing.is_listing(page):
        return listing.reviews(page)
    return iter((whole(page),) if is_running(page.lines) and not page_kind.is_film(page) else ())


FORMAT = Format(film=film, reviews=reviews)
