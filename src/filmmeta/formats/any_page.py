"""Any other page: the readers in their order of trust."""

from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.formats import Format
from filmmeta.page import Page
from filmmeta.readers import any_film, page_kind
from filmmeta.readers.reviews import is_review, places, reviews

Read = Iterator[Claim | Problem]

NEWS = "reject/news"  # what the markup of many a magazine calls its reviews, too


def film(page: Page) -> Read:
    """The film that the page is about; why there is none, when the page is about something else."""
    refusal = next(page_kind.refusal(page), None)
    if refusal and not (refusal.path == NEWS and is_review(page)):
        return iter((refusal,))
    if page_kind.is_film(page):
        told = places(page)
        return told.of_film(any_film.film(page))
    return (each for each in page.jsonld if isinstance(each, Problem)) if page.is_markup else iter(())


FORMAT = Format(film=film, reviews=reviews)
