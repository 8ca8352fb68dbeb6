"""Where in the lines of a text each review begins, where its own words begin, and where the next review does."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from filmmeta.readers.reviews.lines import MARKS, Told

MOST = 0.6  # the share of the reviews that must be alike
STEADY = 0.9  # the share that has what a review cannot do without
REACH = 6  # lines of a byline on either side of its anchor
ENDS = frozenset({"fixed", "asked", "helpful", "tally"})
"""The lines that stand below a review."""


class Cut(NamedTuple):
    """One review: where its byline begins, its text, and where the next one's byline begins."""

    start: int
    body: int
    end: int


class Cuts(NamedTuple):
    """The reviews of a text, and whether blank lines or a site's words part one from the next."""

    reviews: list[Cut]
    parted: bool


def cut(told: Sequence[Told], anchors: list[int]) -> Cuts | None:
    """Each anchor with the byline around it and the text below; None where most have no text, or one above."""
    if not anchors:
        return None
    above, below = pattern(told, anchors, -1), pattern(told, anchors, 1)
    starts = [at - extent(told, at, above, -1) for at in anchors]
    bodies = [at + 1 + extent(told, at, below, 1) for at in anchors]
    parted = is_parted(told, starts)
    found = [
        Cut(start, body, end)
        for start, body, end in zip(starts, bodies, [*starts[1:], len(told)], strict=True)
        if start < body < end and any(each.kind == "prose" for each in told[body:end])
    ]
    if len(found) < max(2, MOST * len(anchors)) or not (parted or is_leading(told, starts, bodies)):
        return None
    return Cuts(steady(told, found), parted)


def pattern(told: Sequence[Told], anchors: list[int], step: int) -> list[str]:
    """The kinds of the lines on one side of the anchors, as far as most of them agree."""
    found: list[str] = []
    for far in range(1, REACH + 1):
        near = [told[at + step * far].kind for at in anchors if 0 <= at + step * far < len(told)]
        kind, count = Counter(near).most_common(1)[0] if near else ("", 0)
        if kind not in MARKS | {"short"} or count < MOST * len(anchors):
            break
        found.append(kind)
    return found


def extent(told: Sequence[Told], at: int, kinds: Sequence[str], step: int) -> int:
    """How many lines on one side of an anchor belong to its byline: of the pattern, some of which may be missing."""
    wanted = [*kinds]
    far = 0
    while 0 <= at + step * (far + 1) < len(told):
        kind = told[at + step * (far + 1)].kind
        if kind in wanted:
            del wanted[: wanted.index(kind) + 1]
        elif kind != "warning":
            break
        far += 1
    return far


def is_parted(told: Sequence[Told], starts: Sequence[int]) -> bool:
    """Whether blank lines, or lines that end a review, stand above most bylines but the first."""
    later = starts[1:]
    return sum(told[at].line.blank > 0 or told[at - 1].kind in ENDS for at in later) >= MOST * len(later)


def is_leading(told: Sequence[Told], starts: Sequence[int], bodies: Sequence[int]) -> bool:
    """Whether texts stand below the bylines and not above them, by the first and the last."""
    first, last = starts[0], bodies[-1]
    return (first == 0 or told[first - 1].kind != "prose") and last < len(told) and told[last].kind == "prose"


def steady(told: Sequence[Told], cuts: list[Cut]) -> list[Cut]:
    """The reviews that have what almost all have above their text."""
    marks = [{each.kind for each in told[cut.start : cut.body] if each.kind in MARKS} for cut in cuts]
    counts = Counter(kind for each in marks for kind in each)
    needed = {kind for kind, count in counts.items() if count >= STEADY * len(cuts)}
    return [cut for cut, each in zip(cuts, marks, strict=True) if each >= needed]
