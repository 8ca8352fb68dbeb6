"""Texts as they are compared: by what they say, not by how they are typed."""

from __future__ import annotations

import unicodedata
from functools import cache

TYPED = str.maketrans(
    dict.fromkeys("‘’‚‛′`´ʼ", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−", "-")
    | dict.fromkeys("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff", None)
    | {"…": "..."}
)


@cache
def fold(text: str) -> str:
    """The text without case, with one kind of quote, dash and white space; accents stay.

    >>> fold("Кел  О’Нил") == fold("кел О'Нил"), fold("Renée") == fold("Renee")
    (True, False)
    """
    return folded(text)


def folded(text: str) -> str:
    """The same of a text that is too long to be kept."""
    return " ".join(unicodedata.normalize("NFC", text.translate(TYPED)).casefold().split())


def squeeze(text: str) -> str:
    """The folded text without any white space, for texts whose white space nobody minds.

    >>> squeeze("He  came ,\\n saw") == squeeze("he came, saw")
    True
    """
    return "".join(folded(text).split())
