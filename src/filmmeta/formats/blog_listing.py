"""A film listing that a blog filled from a film site of about 2010 and that was flattened to text."""

from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.formats import Format
from filmmeta.page import Page
from filmmeta.readers import listing

OWN = ("Release Year:", "Critic's Score:", "Critic’s Score:", "Official Website:", "User Review\n")
SHARED = ("Filming Locations:", "Storyline")


def looks(page: Page) -> bool:
    if page.is_markup or len(page.lines) < 2:
        return False
    own, shared = (sum(f"\n{sign}" in page.text for sign in signs) for signs in (OWN, SHARED))
    return own > 1 or (own > 0 and shared > 0)


def film(page: Page) -> Iterator[Claim | Problem]:
    """The listing's facts; this family of pages is in English and prints US dollars."""
    yield from listing.film(page)
    yield Claim("money/*/currency", "USD", "inferred:us-dollar-listing")
    yield Claim("page/language", "en", "inferred:english-labels")


def reviews(page: Page) -> Iterator[Iterator[Claim | Problem]]:
    return listing.reviews(page)


FORMAT = Format(film=film, reviews=reviews, looks=looks)
