"""Quantities as scores have them: figures, number words, halves and rows of stars."""

from __future__ import annotations

from typing import NamedTuple

from filmmeta.values.scores.tokens import FRACTIONS, GLYPHS, SLASHES, Token
from filmmeta.values.scores.words import NONE, kinds, words

LONGEST_RUN = 10  # stars that stand in one row


class Amount(NamedTuple):
    """A quantity: its value, the index of the token behind it, how many places its row of stars has."""

    value: float
    end: int
    places: int = 0
    stars: bool = False
    whole: bool = True


def is_word(t: list[Token], i: int, *wanted: str) -> bool:
    """Whether the token at ``i`` is a word of one of the kinds."""
    return 0 <= i < len(t) and t[i][0] == "w" and not kinds().get(t[i][1], NONE).isdisjoint(wanted)


def is_sign(t: list[Token], i: int, signs: str | tuple[str, ...]) -> bool:
    return i < len(t) and t[i].kind == "p" and t[i].text in signs


def half(t: list[Token], i: int) -> tuple[float, int]:
    """The fraction that stands at ``i`` behind a whole number (½, 1/2, `and a half`), and where it ends."""
    j = i + 1 if is_sign(t, i, "-+") else i
    if j < len(t) and t[j].kind == "f":
        return FRACTIONS[t[j].text], j + 1
    if j + 2 < len(t) and t[j].text in "13" and t[j + 2].text in ("2", "4") and is_sign(t, j + 1, SLASHES):
        apart = t[i].kind == "p" or t[i - 1].kind == "g" or t[i].start > t[i - 1].end
        if apart and not (t[j].text == "3" and t[j + 2].text == "2"):
            return float(t[j].text) / float(t[j + 2].text), j + 3
    if j == i and (is_word(t, j, "join") or (j < len(t) and t[j].text == "&")):
        j += 2 if j + 1 < len(t) and t[j + 1].text in ("a", "un", "une", "una", "ein") else 1
        if is_word(t, j, "half"):
            return 0.5, j + 1
    return 0.0, i


def _row(t: list[Token], i: int) -> Amount | None:
    """A row of stars: full ones, a half, empty ones, in this order and no others."""
    j, order, counts = i, "*ho", {"*": 0, "h": 0, "o": 0}
    while j < len(t) and t[j].kind == "g" and j - i <= LONGEST_RUN:
        if (kind := GLYPHS[t[j].text]) not in order:
            return None
        order = order[order.index(kind) :]
        counts[kind] += 1
        j += 1
    part, j = half(t, j) if not counts["o"] and not counts["h"] else (0.0, j)
    while part and j < len(t) and t[j].kind == "g" and GLYPHS[t[j].text] == "o":
        counts["o"] += 1
        j += 1
    full, halves, empty = counts.values()
    places = full + halves + empty + bool(part)
    if not full + halves + bool(part) or halves > 1 or places > LONGEST_RUN:
        return None
    return Amount(full + halves / 2 + part, j, places if empty else 0, True)


def amount(t: list[Token], i: int) -> Amount | None:
    """The quantity that stands at ``i``."""
    if i >= len(t):
        return None
    token = t[i]
    if token.kind == "g":
        if i + 1 < len(t) and t[i + 1].kind == "n" and token.text not in "*":  # ★ 4.5
            return _figure(t, i + 1)
        return _row(t, i)
    if token.kind == "n":
        return _figure(t, i)
    if token.kind == "f":
        return Amount(FRACTIONS[token.text], i + 1, whole=False)
    return _spelled(t, i) if token.kind == "w" else None


def _figure(t: list[Token], i: int) -> Amount | None:
    number = t[i].number
    if number == 1 and is_sign(t, i + 1, SLASHES) and i + 3 < len(t) and t[i + 2].text == "2":
        if is_word(t, i + 3, "unit", "of", "weak"):  # 1/2 star, 1/2 out of ****
            return Amount(0.5, i + 3, whole=False)
        if t[i + 3].kind == "g" and (i + 4 == len(t) or t[i + 4].kind != "g"):  # 1/2* out of ****
            return Amount(0.5, i + 4, stars=True, whole=False)
    part, end = half(t, i + 1) if number == int(number) else (0.0, i + 1)
    if end == i + 1 and is_sign(t, end, "+") and is_word(t, end + 1, "of", "weak", "unit"):  # 3+ out of 5
        end += 1
    if end < len(t) and t[end].kind == "g" and (end + 1 == len(t) or t[end + 1].kind != "g"):  # 4★
        return Amount(number + part, end + 1, stars=True, whole=not part)
    return Amount(number + part, end, whole=not part and number == int(number))


def _spelled(t: list[Token], i: int) -> Amount | None:
    text = t[i].text
    if text in words("number"):
        part, end = half(t, i + 1)
        return Amount(words("number")[text] + part, end)
    j = i + 1 if text in ("a", "une", "una") else i
    if is_word(t, j, "half"):  # half a star, a half star, une demi-étoile
        j += 2 if j + 1 < len(t) and t[j + 1].text in ("a", "-", "an") else 1
        return Amount(0.5, j, whole=False) if is_word(t, j, "unit") else None
    if text in ("no", "keine", "aucune") and is_word(t, i + 1, "unit"):
        return Amount(0.0, i + 1)
    return None


def units(t: list[Token], i: int) -> int:
    """Where the words for stars and points end that stand at ``i``."""
    j = i + 1 if is_sign(t, i, '-»"”') else i
    while is_word(t, j, "unit"):
        i = j = j + 1
    return i
