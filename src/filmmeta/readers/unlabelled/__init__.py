"""Facts of a film that stand without a label, around its main heading, on any page."""

from __future__ import annotations

from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers import catalogue, vocabularies
from filmmeta.readers.facts import own
from filmmeta.readers.kinds import CLAIMED
from filmmeta.readers.unlabelled import (
    ages,
    behind,
    credits,
    first_sentences,
    identifiers,
    info_lines,
    originals,
    plots,
    scores,
    sentences,
)

Read = Iterator[Claim | Problem]

VOICE = Claim("layout/voice", "unlabelled", "inferred:reader")
SEVERAL = frozenset({"release_dates", "certificates", "runtimes", "languages"})
"""Fields in which a second voice's items would stand beside the first's."""


def film(page: Page) -> Read:
    """The claims of a page's facts that have no label, each with a problem that says so."""
    labels = page.once(labelled)
    read = [*info_lines.claims(page, labels & SEVERAL | page.once(marked_up) & SEVERAL)]
    given = labels | page.once(marked_up) | {part.kind for part in page.once(info_lines.facts)}
    read += sentences.claims(page, given)
    read += behind.claims(page, given)
    if "year" not in labels and "year" not in evidence(page):
        read += first_sentences.year(page)
    if "certificates" not in given:
        read += ages.claims(page)
    read += credits.claims(page, given)
    if "original_title" not in labels:
        read += originals.claims(page)
    read += scores.claims(page)
    if not labels & {"plot", "outline"}:
        read += plots.claims(page)
    read += catalogued(page, given)
    read += identifiers.claims(page)
    if read:
        yield VOICE
        yield from read


def catalogued(page: Page, given: set[str]) -> Read:
    """The claims of a library's record, but for its title and for fields that are told already."""
    for path, value in page.once(catalogue.told):
        if path not in given and path != "title":
            yield value.claim(path)
            yield Problem("unlabelled", path, "", value.where)


def evidence(page: Page) -> set[str]:
    """The fields of a film that lines near the main heading give without a label."""
    lines = {part.kind for part in page.once(info_lines.facts)} & CLAIMED
    lines |= {each.path for each in page.once(catalogue.told) if each.path != "title"}
    return lines | {each.path for each in page.once(credits.found)} | {each.path for each in page.once(sentences.found)}


def labelled(page: Page) -> set[str]:
    """The fields that the page's own labels give."""
    return {entry.paths[0] for entry in page.once(own) if entry.values}


def marked_up(page: Page) -> set[str]:
    """The fields that the page's markup gives."""
    if not page.is_markup:
        return set()
    return {claim.path.partition("/")[0] for claim in vocabularies.film(page) if isinstance(claim, Claim)}
