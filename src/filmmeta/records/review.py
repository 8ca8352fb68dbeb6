"""The record of one review."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from filmmeta.records.common import Body, Count, Language, Model, PartialDate, Record, Share, Short, Span, Text, Year


class ReviewedFilm(Model):
    """The film that a review is of, as far as its page names it."""

    title: Short | None = None
    year: Year | None = None


class ReviewRating(Model):
    """The score that the author gave, with the scale as far as it is said.

    ``raw`` is the score as printed, ``normalised`` its place between worst and best, from 0 to 1. ``span``
    is where the body says it, null for a score that stands outside the body.
    """

    value: float
    best: float | None = None
    worst: float | None = None
    normalised: Share | None = None
    raw: Short
    span: Span | None = None


class Section(Model):
    """A part of the body under a heading of its own; ``span`` covers its text."""

    heading: Short
    text: Text
    span: Span


class Helpful(Model):
    """How many readers found the review helpful, of how many who said so."""

    yes: Count
    total: Count | None = None


class Mention(Model):
    """A name or a title that the body speaks of."""

    text: Short
    kind: Literal["person", "title"]
    span: Span


class Review(Record):
    """What one author wrote about one film.

    ``body`` is the text in clean paragraphs, a blank line between them; spans count its characters.
    ``spoiler`` is null when nobody says whether there are any; ``cleaning`` names the operations that
    made the body from the page's text, in the order of their application.
    """

    kind: Literal["review"] = "review"
    film: ReviewedFilm = Field(default_factory=ReviewedFilm)
    title: Short | None = None
    author: Short | None = None
    date: PartialDate | None = None
    rating: ReviewRating | None = None
    body: Body
    language: Language
    spoiler: bool | None = None
    spoiler_spans: list[Span] = Field(default_factory=list)
    sections: list[Section] = Field(default_factory=list)
    helpful: Helpful | None = None
    mentions: list[Mention] = Field(default_factory=list)
    fingerprint: str
    cleaning: list[str] = Field(default_factory=list)

    @property
    def paragraphs(self) -> list[str]:
        """The body's paragraphs."""
        return self.body.split("\n\n") if self.body else []
