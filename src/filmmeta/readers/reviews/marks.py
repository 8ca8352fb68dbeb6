"""Whether a part of a page has something of a byline: a day, a score, how many found it helpful."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from filmmeta.page.outline import Segment
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.stars import has_score

MAX_PIECES = 25  # of a line
SIGN = re.compile(r"[\d★☆⭐✭✮✩✦⯨*]|(?<![^\W_])[A-Fa-f](?![^\W_])")
"""A figure, a star or a grade: what a day, a score or a count of readers cannot do without."""


class Item(NamedTuple):
    """What stands right in a holder: a block with its lines, or a line of the holder's own."""

    element: Any
    kind: str
    first: int
    last: int


def is_marked(segments: Sequence[Segment], item: Item) -> bool:
    """Whether something in an item belongs to a byline."""
    for segment in segments[item.first : item.last]:
        text = segment.text
        if SIGN.search(text) is None:
            continue
        if len(text) < words.SHORT and (is_mark(text) or is_helpful(text)):
            return True
        pieces = segment.pieces if 1 < len(segment.pieces) <= MAX_PIECES else ()
        if any(is_mark(text[piece.start : piece.end]) for piece in pieces if piece.end - piece.start < words.BRIEF):
            return True
    return item.element is not None and has_score(item.element)


@lru_cache(maxsize=8_192)
def is_mark(text: str) -> bool:
    """Whether a short text is a day, a score or a time from today."""
    return words.date_in(text) is not None or words.score_in(text) is not None or words.is_ago(text)


@lru_cache(maxsize=8_192)
def is_helpful(text: str) -> bool:
    return words.is_helpful(text)
