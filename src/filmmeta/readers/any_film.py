"""A film by all that its page says of it: vocabularies, heading, labels, what stands without a label."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers import facts, schema_org, title, vocabularies

Read = Iterator[Claim | Problem]


def film(page: Page) -> Read:
    """The claims about the page's film, those of the most trusted reader first."""
    found: set[str] = set()
    for claim in chain.from_iterable(reader(page) for reader in READERS[page.is_markup]):
        if isinstance(claim, Claim):
            found.add(claim.path)
        yield claim
    if page.is_markup and "year" not in found:
        yield from schema_org.years(page)


READERS = {
    True: (vocabularies.film, title.heading, facts.film, vocabularies.cards),
    False: (title.heading, facts.film),
}
"""The readers of markup, and those of text, in the order of trust."""
