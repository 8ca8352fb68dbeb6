"""The reviews of a page, one after the other: of its markup's vocabularies, its repeated blocks, its text."""

from __future__ import annotations

from filmmeta.readers.reviews.pages import is_review, places, reviews, texts

__all__ = ["is_review", "places", "reviews", "texts"]
