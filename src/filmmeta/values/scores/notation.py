"""The grammar of a score: an amount (3½, three and a half, ★★★½☆), `out of`, and another amount."""

from __future__ import annotations

from typing import NamedTuple

from filmmeta.values.scores.amounts import Amount, amount, half, is_sign, is_word, units
from filmmeta.values.scores.tokens import SLASHES, Token
from filmmeta.values.scores.words import words

OPENERS = ("(", "[")


class Reading(NamedTuple):
    """A score from token ``first`` up to ``end``; ``how`` is the sign or kind of word that made it one."""

    value: float
    best: float | None
    first: int
    end: int
    how: str
    unit: bool = False


def _between(t: list[Token], i: int) -> tuple[str, int]:
    """What stands between value and best at ``i``: the sign or kind of words, and where it ends."""
    if is_sign(t, i, SLASHES):
        return "/", i + 1
    j = i + 1 if is_sign(t, i, ("(", "[", ",")) else i
    j = j + 1 if j > i and is_word(t, j, "full") else j
    if j > i and is_word(t, j - 1, "full"):
        return "of", j
    for kind in ("of", "weak") if j == i else ("of",):
        if is_word(t, j, kind):
            k = j + 1
            while is_word(t, k, "fill", "of") and k < j + 4 and t[k].text not in words("number"):
                k += 1
            return ("of" if t[j].text in words("of") else kind), k
    return "", i


def expression(t: list[Token], i: int) -> Reading | None:
    """The score that starts at token ``i``, whether likely or not; a bare amount has no best.

    >>> from filmmeta.values.scores.tokens import tokens
    >>> expression(tokens("3 1/2 out of a possible 4 stars"), 0)
    Reading(value=3.5, best=4.0, first=0, end=10, how='of', unit=True)
    """
    if is_word(t, i, "carried"):
        return _ended_first(t, i)
    left = amount(t, i) or _whole(t, i)
    if not left:
        return None
    j = units(t, left.end)
    unit = left.stars or j > left.end
    if j > left.end and left.whole and is_word(t, j, "join"):  # trois étoiles et demie
        part, j = half(t, j)
        left = left._replace(value=left.value + part, end=j)
    if found := _inverted(t, i, left) or _ended(t, i, left):
        return found
    how, k = _between(t, j)
    if how and (right := amount(t, k)) and right.whole and not right.places:
        end = units(t, right.end)
        closed = end + 1 if is_sign(t, end, (")", "]")) and is_sign(t, j, OPENERS) else end
        return Reading(left.value, right.value, i, closed, how, unit or right.stars or end > right.end)
    if is_sign(t, j, "%"):
        return Reading(left.value, 100.0, i, j + 1, "%")
    if left.places:
        return Reading(left.value, float(left.places), i, j, "row", True)
    return Reading(left.value, None, i, j, "bare", unit)


def _whole(t: list[Token], i: int) -> Amount | None:
    """The best of `on üzerinden sekiz`: words that are numbers only there."""
    if is_word(t, i, "wholes") and is_word(t, i + 1, "inverted"):
        return Amount(words("wholes")[t[i].text], i + 1)
    return None


def _inverted(t: list[Token], i: int, best: Amount) -> Reading | None:
    """The score whose best stands first: `10 üzerinden 8`, `10-ből 7`, `5 में से 4 स्टार`."""
    j = units(t, best.end)
    dash = is_sign(t, j, "-")
    if not is_word(t, j + dash, "inverted"):
        return None
    k = j + 1 + dash
    while is_word(t, k, "inverted"):
        k += 1
    right = amount(t, k)
    if not right or not best.whole:
        return None
    end = units(t, right.end)
    return Reading(right.value, best.value, i, end, "inverted", right.stars or end > right.end or j > best.end)


def _ended(t: list[Token], i: int, left: Amount) -> Reading | None:
    """The score whose best has `out of` as its ending: `neljä tähteä viidestä`, `7 pont a 10-ből`."""
    j = units(t, left.end)
    k = j + is_word(t, j, "fill")
    if is_word(t, k, "carried"):
        return Reading(left.value, words("carried")[t[k].text], i, units(t, k + 1), "of", left.stars or j > left.end)
    right = amount(t, k) if k < len(t) and t[k].kind == "n" else None
    if right and right.whole and is_sign(t, right.end, "-") and is_word(t, right.end + 1, "inverted"):
        return Reading(left.value, right.value, i, right.end + 2, "of", left.stars or j > left.end)
    return None


def _ended_first(t: list[Token], i: int) -> Reading | None:
    """The same the other way round: `tízből nyolc`."""
    k = i + 1 + is_word(t, i + 1, "fill")
    right = amount(t, k)
    if not right:
        return None
    end = units(t, right.end)
    return Reading(right.value, words("carried")[t[i].text], i, end, "inverted", end > right.end)
