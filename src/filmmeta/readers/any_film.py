"""A film by all that its page says of it: vocabularies, heading, labels, what stands without a label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers import facts, next_data, schema_org, title, unlabelled, vocabularies

Read = Iterator[Claim | Problem]

NATIVE = re.compile(r"([\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af][^A-Za-z]{0,60}?)\s{1,3}([A-Z].{1,150})")
"""A title in Chinese, Japanese or Korean, and what follows it in Latin letters."""


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
            elif isinstance(claim, Claim) and claim.path == "heading" and reader is vocabularies.film:
                yield from in_one_script(page, claim)
            else:
                found.add(claim.path)
                yield claim
    yield from (claim._replace(path="outline" if "plot" in found else "plot") for claim in held)
    if page.is_markup and "year" not in found:
        yield from schema_org.years(page)


def in_one_script(page: Page, claim: Claim) -> Read:
    """The title that a page's markup gives, without its translation behind it where the page's heading has none."""
    found = NATIVE.fullmatch(claim.text)
    keys = {each.key for each in title.candidates(page)} if found else set()
    if found and title.key_of(found[1]) in keys and title.key_of(claim.text) not in keys:
        yield claim._replace(text=found[1])
        yield Claim("alternative_titles", found[2], claim.where)
    else:
        yield claim


READERS = {
    True: (vocabularies.film, title.heading, facts.film, next_data.film, unlabelled.film, vocabularies.cards),
    False: (title.heading, facts.film, unlabelled.film),
}
"""The readers of markup, and those of text, in the order of trust."""
