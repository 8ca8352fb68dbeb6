"""Thumbs: up is 1 of 1, down is 0 of 1, two of them are out of 2."""

from __future__ import annotations

from filmmeta.values.scores.amounts import amount, is_word
from filmmeta.values.scores.scales import Score
from filmmeta.values.scores.tokens import Token

SIGNS = {"👍": 1, "👎": 0}


def thumbs(text: str, t: list[Token]) -> Score | None:
    """The score of `two thumbs up` or 👍, None when no thumb is shown.

    >>> from filmmeta.values.scores.tokens import tokens
    >>> thumbs("Two thumbs up!", tokens("Two thumbs up!"))
    Score(value=2.0, best=2.0, worst=0.0, raw='Two thumbs up')
    """
    signs = [i for i, token in enumerate(t) if token.text in SIGNS]
    if signs:
        if any(token.kind == "n" for token in t):
            return None
        ups = sum(SIGNS[t[i].text] for i in signs)
        return Score(float(ups), float(len(signs)), 0.0, text[t[signs[0]].start : t[signs[-1]].end])
    for i in range(len(t)):
        if is_word(t, i, "thumb") and is_word(t, i + 1, "up", "down"):
            return _spoken(text, t, i)
    return None


def _spoken(text: str, t: list[Token], i: int) -> Score | None:
    hands = amount(t, i - 1) if i else None
    number = hands.value if hands and hands.end == i else 1.0
    first = i - 1 if hands and hands.end == i else i
    if number not in (1, 2):
        return None
    up = is_word(t, i + 1, "up")
    return Score(number if up else 0.0, number, 0.0, text[t[first].start : t[i + 1].end])
