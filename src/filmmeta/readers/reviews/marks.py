"""Whether a part of a page has something of a byline: a day, a score, how many found it helpful."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from filmmeta.page.outline import Segment
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.stars import has_score

MAX_PIECES = 25  # of a line


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
        if len(text) < words.SHORT and (is_mark(text) or words.is_helpful(text)):
            return True
        pieces = segment.pieces if 1 < len(segment.pieces) <= MAX_PIECES else ()
        if any(is_mark(text[piece.start : piece.end]) for piece in pieces if piece.end - piece.start < words.BRIEF):
            return True
    return item.element is not None and has_score(item.element)


@lru_cache(maxsize=8_192)
def is_mark(text: str) -> bool:
    return words.date_in(text) is not None or words.score_in(text) is not None or words.is_ago(text)
