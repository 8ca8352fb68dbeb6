"""The record of one review."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from filmmeta.records.common import Body, Count, Language, Model, PartialDate, Record, Share, Short, Span, Text, Year
from filmmeta.values.excision import without
from filmmeta.values.verdict import traces


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
    made the body from the page's text, in the order of their application. ``fingerprint`` is shared by bodies
    that differ in case, white space and punctuation alone; ``sketch`` is 128 bytes in hex, and the share of equal
    bytes in two sketches estimates how many runs of eight letters the bodies share; null for a body without a letter.
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
    fingerprint: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{16}$")]
    sketch: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{256}$")] | None = None
    cleaning: list[str] = Field(default_factory=list)

    @property
    def paragraphs(self) -> list[str]:
        """The body's paragraphs."""
        return self.body.split("\n\n") if self.body else []

    def masked(self) -> str:
        """The body without the scores that it states, be they of this film or not, for those who learn from it."""
        parts = list(traces(self.body))
        if self.rating and self.rating.span:
            parts.append((self.rating.span.start, self.rating.span.end))
        return without(self.body, parts)

    def without_spoilers(self) -> str:
        """The body without the parts that give the story away; empty where it says that there are some, not which."""
        if self.spoiler and not self.spoiler_spans:
            return ""
        return without(self.body, [(each.start, each.end) for each in self.spoiler_spans])
