"""How much two texts have in common, and whether they are one text in two wordings."""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from filmmeta.values.fingerprints import fold, lanes, runs

NEAR = 0.2
"""The least overlap of near doubles. Reviews of one film by two people overlap by half of that at most, unless
they quote the same lines; a review and its translation back into its language by more."""

KIN = 0.1
"""The least overlap that every text of a group has with the group's first."""

FEWEST = 60
"""The least number of runs that near doubles share; a shorter text has no near doubles: what is said in one
sentence is said by many."""

QUARTER = 0.15
"""The least share of each quarter of either text that the other has too: reviews that quote the same lines have
them in one place, a text in other words is like itself from end to end."""

ALMOST = 0.75
"""The overlap from which on it does not matter where it is: a paragraph more or less."""


class Wording(NamedTuple):
    """A text's letters in lanes, and the runs that are in them."""

    lanes: bytes
    runs: frozenset[int]


def wording(text: str) -> Wording:
    """What a text is compared by."""
    found = lanes(fold(text))
    return Wording(found, frozenset(runs(found)))


def likeness(one: Wording, other: Wording) -> float:
    """The runs that both have, as a share of those that either has: 0.0 to 1.0.

    >>> likeness(wording("a ferry sinks"), wording("The ferry sinks."))
    0.42857142857142855
    """
    shared = len(one.runs & other.runs)
    return shared / (len(one.runs) + len(other.runs) - shared)


def are_near(one: Wording, other: Wording) -> bool:
    """Whether both are the same text: nearly all of it, or from end to end, in whatever order."""
    share = likeness(one, other)
    if share < NEAR or len(one.runs & other.runs) < FEWEST:
        return False
    return share >= ALMOST or (is_spread(one, other) and is_spread(other, one))


def is_spread(text: Wording, other: Wording) -> bool:
    """Whether each quarter of a text has its share of what the other has."""
    size = len(text.lanes)
    for start, end in pairwise([size * part // 4 for part in range(5)]):
        part = runs(text.lanes[start:end])
        if sum(map(other.runs.__contains__, part)) < QUARTER * len(part):
            return False
    return True
