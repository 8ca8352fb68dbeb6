"""Sums and scores of a site whose marks say where, whose and out of what they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple

from filmmeta.claim import Claim
from filmmeta.page import Page
from filmmeta.readers.pieces import WHOLE, part
from filmmeta.readers.places import Paths
from filmmeta.readers.selected import found, on_page

Spot = tuple[str, re.Pattern[str]]
"""An XPath, and what part of the text it finds is meant."""


class Sum(NamedTuple):
    """Where a sum of a kind stands, and the territory that its place stands for."""

    kind: str
    territory: str
    xpath: str
    pattern: re.Pattern[str]


class Score(NamedTuple):
    """Where blocks with a score are; within each, where value, votes and source stand; the best of its scale.

    ``path`` is ``ratings`` or ``critic_ratings``; ``best`` a number that the page does not print, but its site means.
    """

    path: str
    block: str
    value: Spot
    votes: Spot | None
    source: Spot | None
    best: str


def sums(page: Page, table: Iterable[Sum]) -> Iterator[Claim]:
    """The claims of each sum and of its territory."""
    if page.tree is None:
        return
    for number, (kind, territory, xpath, pattern) in enumerate(table):
        for node in on_page(xpath, page)[:1]:
            for claim in part(f"{kind}/{number}/sum", node, pattern, page.once(Paths)):
                yield claim
                yield Claim(f"{kind}/{number}/of", territory, "inferred:place-on-site")


def scores(page: Page, table: Iterable[Score]) -> Iterator[Claim]:
    """The claims of each score that has a value."""
    if page.tree is None:
        return
    paths = page.once(Paths)
    for kind, score in enumerate(table):
        for number, block in enumerate(on_page(score.block, page)):
            path = f"{score.path}/{kind}.{number}"
            told = [*first(f"{path}/value", block, score.value, paths)]
            if told:
                told += first(f"{path}/votes", block, score.votes, paths)
                told += first(f"{path}/source", block, score.source, paths)
                yield from told
                yield Claim(f"{path}/best", score.best, "inferred:scale-of-site")


def first(path: str, block: Any, spot: Spot | None, paths: Paths) -> Iterator[Claim]:
    """The claim of the first node within a block that an XPath finds, if its text has the part that is wanted."""
    for node in found(spot[0], block)[:1] if spot else ():
        yield from part(path, node, spot[1] if spot else WHOLE, paths)
