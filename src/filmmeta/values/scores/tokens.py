"""A text cut into numbers, fractions, stars, words and signs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from filmmeta.values.numbers import plain
from filmmeta.values.patterns import regex

FULL = "★⭐🌟✭✮✯⚝✪❤♥🖤🌕●■🍿🍅💀⬛*＊"
HALF = "⯨⯪🌗🌓◐◑"
EMPTY = "☆✩✰⚪♡🌑○□⬜🤍"
GLYPHS = {c: kind for kind, line in (("*", FULL), ("h", HALF), ("o", EMPTY)) for c in line}
FRACTIONS = {"½": 0.5, "¼": 0.25, "¾": 0.75, "⅓": 1 / 3, "⅔": 2 / 3}
SLASHES = "/⁄∕／÷"
MARKS = r"[\u0300-\u036f\u0591-\u05bd\u064b-\u0655\u0900-\u0963\u0e31-\u0e4e]"
LETTERS = rf"[^\W\d_]{{1,40}}+|(?<=[а-яіА-ЯІ])'(?=[яюєїЯЮЄЇ])|{MARKS}"
TOKEN = regex(
    rf"\s{{0,9}}+(?:(?P<w>(?![{''.join(FRACTIONS)}])(?:{LETTERS}){{1,40}}+)"
    r"|(?P<n>\d{1,7}(?:[.,·]\d{1,5})?|\.(?<![^\s(\[]\.)\d{1,4}(?![.,]?\d))"
    rf"|(?P<f>[{''.join(FRACTIONS)}])"
    rf"|(?P<g>[{re.escape(''.join(GLYPHS))}])"
    r"|(?P<p>[^\s\ufe0f\u200b-\u200f\ufeff]))"
)


class Token(NamedTuple):
    """A piece: ``n`` number, ``f`` fraction sign, ``g`` star, ``w`` word in lower case, ``p`` other sign."""

    kind: str
    text: str
    start: int
    end: int

    @property
    def number(self) -> float:
        """The number that an ``n`` is."""
        return float(self.text.replace(",", ".").replace("·", "."))


def tokens(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """The tokens between two offsets of the text, blanks left out.

    >>> [token.text for token in tokens("★ 3½ von 4")]
    ['★', '3', '½', 'von', '4']
    """
    piece = plain(text[start:end])
    return [
        Token(kind, piece[first:last].lower() if kind == "w" else piece[first:last], first + start, last + start)
        for match in TOKEN.finditer(piece)
        if (kind := match.lastgroup)
        for first, last in (match.span(kind),)
    ]


def each(text: str, piece: str) -> Iterator[int]:
    """The places of a piece."""
    at = text.find(piece)
    while at >= 0:
        yield at
        at = text.find(piece, at + len(piece))
