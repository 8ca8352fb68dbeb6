"""The characters of a text that are not ASCII: looking at these alone is quick where they are few."""

from __future__ import annotations

ASCII = bytes(range(128))


def beyond_ascii(text: str) -> str:
    """The characters that ASCII does not have, in their order; lone surrogates are none.

    >>> beyond_ascii("Déjà vu")
    'éà'
    """
    return "" if text.isascii() else text.encode("utf-8", "ignore").translate(None, ASCII).decode("utf-8")
