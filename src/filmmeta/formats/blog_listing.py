"""A film listing that a blog filled from a film site of about 2010 and that was flattened to text."""

from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.formats import Format
from filmmeta.page import Page
from filmmeta.readers import listing

SIGNS = (
    "Release Year:",
    "Critic's Score:",
    "Critic’s Score:",
    "User Review",
    "Official Website:",
    "Filming Locations:",
    "Storyline",
)


def looks(page: Page) -> bool:
    return not page.is_markup and sum(f"\n{sign}" in page.text for sign in SIGNS) > 1


def film(page: Page) -> Iterator[Claim | Problem]:
    """The listing's facts; this family of pages is in English and prints US dollars."""
    yield from listing.film(page)
    yield Claim("money/*/currency", "USD", "inferred:us-dollar-listing")
    yield Claim("page/language", "en", "inferred:english-labels")


def reviews(page: Page) -> Iterator[Iterator[Claim | Problem]]:
    return listing.reviews(page)


FORMAT = Format(film=film, reviews=reviews, looks=looks)
