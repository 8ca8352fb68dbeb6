"""What stands around an expression and makes it a score, or none: dates, fractions, ranges, cues."""

from __future__ import annotations

from filmmeta.values.scores.amounts import is_word
from filmmeta.values.scores.notation import Reading
from filmmeta.values.scores.tokens import SLASHES, Token

CLUTTER = frozenset("()[]{}<>:;,.!?*\"'“”„«»‘’|·•-–—=~_…")
NEAR = 5  # tokens before a score that may announce it


def cut_off(t: list[Token], r: Reading) -> bool:
    """Whether the reading tears a longer figure apart: a date, a range, 9/10ths, 8/10 people, one of 5."""
    if r.how == "weak" and r.value == 1 and t[r.first].kind == "w" and not r.unit:
        return True
    return _torn_left(t, r) or _torn_right(t, r)


def _torn_left(t: list[Token], r: Reading) -> bool:
    if r.first == 0:
        return False
    before = t[r.first - 1]
    joined = before.end == t[r.first].start
    figure = r.first > 1 and t[r.first - 2].kind in "nf"
    if before.kind == "n" or (before.kind == "g" and t[r.first].kind == "g"):
        return True
    if joined and before.kind == "w" and before.text.isascii() and t[r.first].kind == "g":
        return True
    if joined and before.text in "/:.,'" + SLASHES and figure and t[r.first - 2].end == before.start:
        return True
    if before.text in "-~" or is_word(t, r.first - 1, "to"):
        ranged = r.first > 1 and t[r.first - 2].kind == "n" and t[r.first - 2].number <= max(r.value, 1)
        return ranged or is_word(t, r.first - 2, "number")
    return is_word(t, r.first - 1, "serial") or before.text in ("$", "€", "£", "#", "№")


def _torn_right(t: list[Token], r: Reading) -> bool:
    if r.end >= len(t):
        return False
    after, last = t[r.end], t[r.end - 1]
    joined = after.start == last.end
    follows = r.end + 1 < len(t) and t[r.end + 1].kind == "n" and t[r.end + 1].start == after.end
    if after.kind in "nf":
        return joined or (r.how in ("/", "%") and after.kind == "f")
    if joined and follows and after.text in "-:.,'" + SLASHES:
        return True
    if joined and (after.text in SLASHES and last.kind == "n"):
        return r.end + 1 < len(t) and t[r.end + 1].kind in "nw" and r.how == "/"
    if after.text == "%" or (after.text in "'" and is_word(t, r.end + 1, "part", "noun")):
        return r.how != "%"
    if joined and after.kind == "w" and last.kind == "n" and after.text.isascii() and len(after.text) < 4:
        return True
    if after.kind == "g" and (last.kind == "g" or (joined and r.best is None)):
        return True
    return _counts(t, r)


def _counts(t: list[Token], r: Reading) -> bool:
    """Whether what follows says that things are counted: 8 out of 10 people, 9/10 of the film."""
    k = r.end
    if is_word(t, k, "skill"):
        return True
    if is_word(t, k, "part"):
        return not r.unit and not (k + 1 < len(t) and t[k + 1].text in ("course", "stars", "points"))
    k += is_word(t, k, "fill")
    labels = k + 1 < len(t) and t[k + 1].text in (":", "-")  # Plot: 0/10 Characters: 1/10
    return not r.unit and is_word(t, k, "noun", "votes") and not labels


def announced(t: list[Token], r: Reading) -> bool:
    """Whether a word such as `rating` or `give` stands shortly before, in the same sentence."""
    for i in range(r.first - 1, max(-1, r.first - 1 - NEAR), -1):
        if t[i].text in (".", "!", "?", "<", ">") and i < r.first - 1:
            return False
        if is_word(t, i, "cue", "site"):
            return True
    return False
