"""Reviews that stand in a collection more than once: letter by letter, or in other words."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from filmmeta.duplicates.candidates import candidates
from filmmeta.duplicates.groups import Groups
from filmmeta.duplicates.likeness import FEWEST, Wording, likeness, wording
from filmmeta.duplicates.records import Copy, Duplicates, Match, line
from filmmeta.duplicates.reviews import Reviews, Unread
from filmmeta.values.fingerprints import exact, fold, lanes, runs, sketch

__all__ = ["Copy", "Duplicates", "Reviews", "Unread", "find", "line"]

KEPT = 64
"""Wordings that are kept for the next comparison."""


class Texts(NamedTuple):
    """The different texts of a collection: of each, the numbers of its reviews; of those long enough for
    near doubles, the place in ``reviews``, and the sketch."""

    reviews: list[list[int]]
    places: list[int]
    sketches: list[bytes]


def find(reviews: Reviews) -> Iterator[Duplicates]:
    """The groups among reviews, in the order of their firsts; they depend on nothing but the reviews.

    Reads all reviews once, keeping some hundred bytes of each, then once more those that may be doubles.
    """
    texts = read(reviews)

    @lru_cache(KEPT)
    def text(place: int) -> Wording:
        return wording(reviews.body(texts.reviews[place][0]))

    groups = Groups(len(texts.reviews), text)
    groups.join((texts.places[one], texts.places[other]) for one, other in candidates(texts.sketches))
    for place, same in enumerate(texts.reviews):
        found: list[tuple[int, Match, float]] = [(number, "exact", 1.0) for number in same]
        if groups.first(place) != place:
            continue
        for other in groups.members(place)[1:]:
            share = round(likeness(text(place), text(other)), 4)
            found += [(number, "near", share) for number in texts.reviews[other]]
        if len(found) > 1:
            yield group(reviews, sorted(found))


def read(reviews: Reviews) -> Texts:
    """The texts of reviews; a body of white space is none."""
    places: dict[str, int] = {}
    texts = Texts([], [], [])
    for number, body in enumerate(reviews.read()):
        if not body.strip():
            continue
        letters = fold(body)
        place = places.setdefault(exact(letters, body), len(texts.reviews))
        if place < len(texts.reviews):
            texts.reviews[place].append(number)
            continue
        texts.reviews.append([number])
        numbers = runs(lanes(letters))
        if len(numbers) >= FEWEST:
            texts.places.append(place)
            texts.sketches.append(bytes.fromhex(sketch(numbers)))
    return texts


def group(reviews: Reviews, found: list[tuple[int, Match, float]]) -> Duplicates:
    """The record of a group: of each review its number, how it matches the first, and what they have in common."""
    copies: list[Copy] = []
    for number, match, share in found:
        file, count = reviews.place(number)
        name = reviews.line(number).id
        copies.append(Copy(file=file, line=count, id=name, match=match if copies else "first", similarity=share))
    return Duplicates(
        match="near" if any(copy.match == "near" for copy in copies) else "exact",
        similarity=min(copy.similarity for copy in copies),
        length=len(reviews.body(found[0][0])),
        copies=copies,
    )
