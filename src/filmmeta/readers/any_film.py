"""A film by all that its page says of it: vocabularies, heading, labels, what stands without a label."""

from __future__ import annotations

from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers import facts, next_data, schema_org, title, unlabelled, vocabularies

Read = Iterator[Claim | Problem]


def film(page: Page) -> Read:
    """The claims about the page's film, those of the most trusted reader first.

    A plot that stands below a label goes before a description that the markup gives, which is an outline then;
    a year that only a release tells comes last.
    """
    found: set[str] = set()
    held: list[Claim] = []
    for reader in READERS[page.is_markup]:
        for claim in reader(page):
            if isinstance(claim, Claim) and claim.path == "plot" and reader is vocabularies.film:
                held.append(claim)
            else:
                found.add(claim.path)
                yield claim
    yield from (claim._replace(path="outline" if "plot" in found else "plot") for claim in held)
    if page.is_markup and "year" not in found:
        yield from schema_org.years(page)


READERS = {
    True: (vocabularies.film, title.heading, facts.film, next_data.film, unlabelled.film, vocabularies.cards),
    False: (title.heading, facts.film, unlabelled.film),
}
"""The readers of markup, and those of text, in the order of trust."""
