"""The reviews of a page by all the ways in which it gives them, each review once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from filmmeta.claim import Claim, Problem, shown
from filmmeta.page import Page
from filmmeta.readers import listing, page_kind, schema_org
from filmmeta.readers.review_text import is_running
from filmmeta.readers.reviews.blocks import blocks
from filmmeta.readers.reviews.essay import essay
from filmmeta.readers.reviews.in_text import in_text, loosely, told_lines
from filmmeta.readers.reviews.lines import Told
from filmmeta.readers.reviews.owned import FEWEST, SAME, Places, squeezed
from filmmeta.readers.reviews.single import NOTHING, single
from filmmeta.readers.reviews.single.headings import review_word
from filmmeta.readers.reviews.standalone import standalone
from filmmeta.readers.reviews.turns import MAX_UNITS

Read = list[Claim | Problem]

ABOVE, BELOW = 15, 8  # lines above and below a text in which its byline stands
SIGNS = frozenset({"author", "byline", "day"})


def reviews(page: Page) -> Iterable[Iterator[Claim | Problem]]:
    """The claims of each review of the page, in page order."""
    if page.is_markup:
        return map(iter, page.once(in_markup))
    if listing.is_listing(page) and not in_text(page):
        told = [list(each) for each in listing.reviews(page)]
        return map(iter, told or [found for found in (page.once(single).claims,) if found])
    if in_text(page) or (is_running(page.lines) and not page_kind.is_film(page)):
        return texts(page)
    return [iter(told) for told in (page.once(single).claims,) if told]


def is_review(page: Page) -> bool:
    """Whether the page is one review."""
    return bool(page.once(single).claims)


def texts(page: Page) -> Iterable[Iterator[Claim | Problem]]:
    """The reviews of a page of text that has nothing else: each below its byline, or one, or the whole of it."""
    if loosely(page):
        return map(iter, loosely(page))
    told = page.once(single).claims if is_signed(page.once(told_lines)) else []
    return [iter(told) if told else standalone(page)]


def in_markup(page: Page) -> list[Read]:
    """The reviews that a page's markup tells or shows; a review without a text of its own, with the page's."""
    told = page.once(written).reviews
    found = [each.claims for each in blocks(page)]
    if told:
        return joined(told, found)
    if any(map(is_rated, found)):
        return found
    one = page.once(single).claims
    if found and (not one or any(opening(each) == opening(one) for each in found)):
        return found
    if found:  # what others remark below a review is none
        return [[*one, *remarks(found)]]
    return [each for each in (essay(page) or one,) if each]


def is_rated(claims: Read) -> bool:
    """Whether a review has a score, or was found helpful."""
    return any(claim.path.startswith(("rating", "helpful")) for claim in claims)


def remarks(told: Iterable[Read]) -> Iterator[Problem]:
    """A problem for each text that is no review."""
    for each in told:
        body = next((claim for claim in each if claim.path == "body"), None)
        if body is not None:
            yield Problem("unread", "body", shown(body.text), body.where)


def is_signed(told: Sequence[Told]) -> bool:
    """Whether lines around a text name its author or its day, or say that a review stands below."""
    around = [*told[:ABOVE], *told[-BELOW:]]
    return any(each.kind in SIGNS or (each.kind == "short" and review_word(each.line.text)) for each in around)


class Written(NamedTuple):
    """The first reviews that a page's markup tells, and where the texts of the further ones stand."""

    reviews: list[Read]
    further: list[str]


def written(page: Page) -> Written:
    first, further = schema_org.first_reviews(page, MAX_UNITS)
    if further:
        page.lose(f"{len(further)} reviews beyond the first {MAX_UNITS} of the markup")
    return Written([list(claims) for claims in first], further)


def places(page: Page) -> Places:
    """Where the reviews of a page stand."""
    told = page.once(in_markup) if page.is_markup else in_text(page)
    one = page.once(single)
    one = one if not told or any(each[: len(one.claims)] == one.claims for each in told) else NOTHING
    return Places(told, page.once(written).further if page.is_markup else (), one)


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
    found = squeezed(text[: SAME * 3])[:SAME]
    return found if len(found) >= FEWEST else ""


def length(claims: Read) -> int:
    return sum(len(claim.text) for claim in claims if claim.path == "body")
