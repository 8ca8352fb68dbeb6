"""The language that a text is written in."""

from __future__ import annotations

from functools import cache

import eldc

FEWEST_LETTERS = 20
ENOUGH = 4_000  # characters that the detector looks at


@cache
def ready() -> None:
    eldc.init()


def detected_language(text: str) -> str:
    """A BCP 47 tag; ``und`` below twenty letters of running text or when none is likely.

    >>> detected_language("Ein sehr schöner Film über die Liebe und das Leben")
    'de'
    >>> detected_language("9/10")
    'und'
    """
    head = text[:ENOUGH]
    if sum(map(str.isalpha, head[:200])) < FEWEST_LETTERS and sum(map(str.isalpha, head)) < FEWEST_LETTERS:
        return "und"
    ready()
    return eldc.detect(head) or "und"
