"""The reviews of a page by all the ways in which it gives them, each review once."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Set
from typing import NamedTuple

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers import listing, page_kind, schema_org
from filmmeta.readers.review_text import is_running
from filmmeta.readers.reviews.blocks import blocks
from filmmeta.readers.reviews.essay import essay
from filmmeta.readers.reviews.in_text import in_text, loosely
from filmmeta.readers.reviews.standalone import standalone
from filmmeta.readers.reviews.turns import MAX_UNITS

Read = list[Claim | Problem]

SAME = 60  # letters and digits at the start of two texts that make them one and the same
FEWEST = 12  # of a text that is known by them


def reviews(page: Page) -> Iterable[Iterator[Claim | Problem]]:
    """The claims of each review of the page, in page order."""
    if page.is_markup:
        return map(iter, page.once(in_markup))
    if listing.is_listing(page) and not in_text(page):
        return listing.reviews(page)
    return texts(page) if in_text(page) or (is_running(page.lines) and not page_kind.is_film(page)) else []


def texts(page: Page) -> Iterable[Iterator[Claim | Problem]]:
    """The reviews of a page of text that has nothing else: each below its byline, or the whole of it."""
    return map(iter, loosely(page)) if loosely(page) else [standalone(page)]


def in_markup(page: Page) -> list[Read]:
    """The reviews that a page's markup tells or shows; a review without a text of its own, with the page's."""
    told = page.once(written).reviews
    shown = [each.claims for each in blocks(page)]
    if told:
        return joined(told, shown)
    return shown or [found for found in (essay(page),) if found]


class Written(NamedTuple):
    """The first reviews that a page's markup tells, and where the texts of the further ones stand."""

    reviews: list[Read]
    further: list[str]


def written(page: Page) -> Written:
    first, further = schema_org.first_reviews(page, MAX_UNITS)
    if further:
        page.lose(f"{len(further)} reviews beyond the first {MAX_UNITS} of the markup")
    return Written([list(claims) for claims in first], further)


class Places(Set[str]):
    """Where the reviews' own words, scores and days stand: nothing that stands there, or partly, is the film's."""

    def __init__(self, told: Iterable[Read], further: Iterable[str]) -> None:
        own = [claim for each in told for claim in each if not claim.path.startswith(("film/", "layout/"))]
        self.exact = frozenset([*(claim.where for claim in own), *further])
        spans = (claim.where.removeprefix("text:").split("-") for claim in own if claim.where.startswith("text:"))
        self.spans = sorted((int(start), int(end)) for start, end in spans)
        self.starts = [start for start, _ in self.spans]

    def __iter__(self) -> Iterator[str]:
        return iter(self.exact)

    def __len__(self) -> int:
        return len(self.exact)

    def __contains__(self, where: object) -> bool:
        if where in self.exact or not self.spans or not str(where).startswith("text:"):
            return where in self.exact
        start, _, end = str(where).removeprefix("text:").partition("-")
        at = bisect_left(self.starts, int(end)) - 1
        return at >= 0 and int(start) < self.spans[at][1]


def places(page: Page) -> Places:
    """Where the reviews of a page stand."""
    told = page.once(in_markup) if page.is_markup else in_text(page)
    return Places(told, page.once(written).further if page.is_markup else ())


def joined(told: list[Read], shown: list[Read]) -> list[Read]:
    """The reviews that the markup tells and those that the page shows: what is both is one, in the order shown."""
    places = {key: at for at, each in enumerate(shown) if (key := opening(each))}
    found = [*shown]
    further: list[tuple[int, Read]] = []
    last = -1
    for each in told:
        at = places.get(opening(each))
        if at is None:
            further.append((last, each))
        else:
            last, found[at] = at, completed(shown[at], each)
    for at, each in reversed(further):
        found.insert(at + 1, each)
    return found


def completed(shown: Read, told: Read) -> Read:
    """A review as the markup tells it, with what only the page shows; its longer text, its author's shorter name."""
    found: dict[str, Read] = {}
    for claims in (told, shown):
        own: dict[str, Read] = {}
        for claim in claims:
            own.setdefault(claim.path.partition("/")[0], []).append(claim)
        for field, each in own.items():
            other = found.get(field)
            if other is None or (field == "body" and length(each) > length(other)) or is_within(field, each, other):
                found[field] = each
    return [claim for claims in found.values() for claim in claims]


def is_within(field: str, one: Read, other: Read) -> bool:
    """Whether the markup's author goes on where the author that the page shows ends."""
    return field == "author" and len(one[0].text) < len(other[0].text) and other[0].text.startswith(one[0].text)


def opening(claims: Read) -> str:
    """The first letters and digits of a review's text; blank for a text that has too few."""
    text = next((claim.text for claim in claims if claim.path == "body" and isinstance(claim, Claim)), "")
    found = "".join(filter(str.isalnum, text[: SAME * 3].casefold()))[:SAME]
    return found if len(found) >= FEWEST else ""


def length(claims: Read) -> int:
    return sum(len(claim.text) for claim in claims if claim.path == "body")
