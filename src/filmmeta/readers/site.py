"""A film as the format of its site reads it, and by all else that its page says."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Set

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers import any_film
from filmmeta.readers.facts.fields import FIELDS
from filmmeta.readers.places import Paths
from filmmeta.readers.reviews import places as of_reviews
from filmmeta.readers.reviews import reviews as shown
from filmmeta.readers.selected import on_page

SUBJECTS = {
    **{path: field for field, (_, *paths) in FIELDS.items() for path in paths},
    "ratings": "rating",
    "critic_ratings": "critic_rating",
}
"""Claim paths that speak of one field, by their heads."""
SHARED = frozenset("title original_title outline media_type page ids money layout".split())
"""What a format and the generic reading may both tell, so that one supports the other."""
SUMS = frozenset({"budget", "gross", "opening_weekend", "rentals"})
SIGNED = re.compile(r"[$€£₽₴]|руб|^\s{0,9}[A-Z]{3}\s?\d")
"""Sums whose currency is known as soon as that of ``$`` is."""

NOWHERE: Set[str] = frozenset()

Told = Iterator[Claim | Problem]


def film(
    page: Page, *own: Iterable[Claim], alone: Collection[str] = (), strange: Set[str] = NOWHERE, dollar: str = ""
) -> Told:
    """The claims of a site's format; then those of the generic reading about what the format says nothing of.

    Where the format tells a field, or a place of the page, what else reads it is accounted for and no more.
    Of the fields in ``alone`` only the format tells, even if that is nothing; places below those in ``strange``
    are about something else. ``dollar`` is the currency that the site means by a plain ``$``.
    """
    silent, places, sums = {*alone}, set(), []
    yield Claim("layout/voice", "site", "inferred:reader")
    for claims in own:
        for claim in claims:
            silent |= {subject(claim)} - SHARED
            places.add(claim.where)
            sums += [claim.text] if is_sum(claim) else []
            yield claim._replace(text=" ".join(claim.text.split()))
    yield Claim("layout/voice", "page", "inferred:reader")
    others = of_reviews(page)
    for told in any_film.film(page):
        if told.where in others:
            continue
        known = subject(told) in silent or told.where in places or (strange and is_below(told.where, strange))
        if told.path.startswith("layout") or not known:
            sums += [told.text] if is_sum(told) else []
            yield told
        elif isinstance(told, Claim):
            yield told._replace(path="layout/known")
    if dollar and sums and all(map(SIGNED.search, sums)):
        yield Claim("money/*/currency", dollar, "inferred:dollar-of-site")


def reviews(page: Page) -> Iterator[Told]:
    """The claims of each review, as on a page of any site."""
    return iter(shown(page))


def subject(claim: Claim | Problem) -> str:
    """The field that a claim speaks of."""
    head = claim.path.partition("/")[0]
    return SUBJECTS.get(head, head)


def is_sum(claim: Claim | Problem) -> bool:
    """Whether a claim gives an amount of money."""
    head, _, part = claim.path.partition("/")
    return head in SUMS and isinstance(claim, Claim) and not part.endswith("/of")


def inside(page: Page, xpath: str) -> frozenset[str]:
    """The places of the elements that an XPath finds, as ``strange`` takes them."""
    return frozenset([f"xpath:{page.once(Paths).path(node)}" for node in on_page(xpath, page)])


def is_below(where: str, places: Set[str]) -> bool:
    """Whether a place is one of these, or stands in one."""
    steps = where.split("/")
    return any("/".join(steps[:end]) in places for end in range(1, len(steps) + 1))
