"""The record of a page that gave no film and no review."""

from __future__ import annotations

from typing import Literal

from filmmeta.records.common import Record

Reason = Literal[
    "unreadable",
    "empty",
    "binary",
    "too-large",
    "over-budget",
    "no-film",
    "two-formats",
    "crash",
    "blocked",
    "person",
    "book",
    "film-list",
    "search",
    "news",
    "company",
    "site",
    "other",
]

REASONS: dict[Reason, str] = {
    "unreadable": "its bytes could not be had; the problem says why",
    "empty": "no text in it",
    "binary": "an image, an archive or other bytes that are no text",
    "too-large": "larger than the budget for one page",
    "over-budget": "reading it would take more time or memory than a page may; the problem says which",
    "no-film": "nothing in it that is about one film",
    "two-formats": "two formats of the same rank take it for theirs; the problems name both",
    "crash": "a bug of filmmeta's own; the problem says where",
    "blocked": "what a site shows instead of its page: a captcha, a wall of consent, an error",
    "person": "about a person",
    "book": "about a book",
    "film-list": "a list of films: a chart, a genre, a programme",
    "search": "the results of a search",
    "news": "an article",
    "company": "about a company or a cinema",
    "site": "a site's own page: its home, its help, its terms",
    "other": "about something else; the sources say what",
}


class Reject(Record):
    """Why a page gave no other record."""

    kind: Literal["reject"] = "reject"
    reason: Reason
