"""The scores that stand inside prose, found without reading most of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from filmmeta.values.scores.context import announced, cut_off
from filmmeta.values.scores.field import raw
from filmmeta.values.scores.foreign import is_english, is_hungarian, pieces, spelled
from filmmeta.values.scores.notation import Reading, expression
from filmmeta.values.scores.scales import Score, plausible
from filmmeta.values.scores.standing import (
    alone,
    closes,
    dated,
    ends,
    is_caseless,
    is_foreign,
    is_given,
    is_outright,
    percent,
    row_alone,
    stands,
)
from filmmeta.values.scores.tokens import EMPTY, FULL, HALF, SLASHES, Token, each, tokens
from filmmeta.values.scores.words import words

MOST = 2_000  # anchors that are looked at in any text, before one for every 1,000 characters
LONGEST = 40  # characters of an expression before its anchor
BEFORE, BEHIND = 60, 60  # characters around an anchor that decide
STARS = tuple(c for c in FULL + HALF + EMPTY if c not in "*●■○□♡♥❤⬛⚝✪🍿🍅💀")


def find(text: str) -> Iterator[tuple[int, int, Score]]:
    """Each score expression inside a prose text, with its start and end, in the order of the text.

    Only what names its scale is found: `8/10`, `8 из 10`, `4 stars out of 5`, `★★★½☆`, `***1/2`; no bare numbers, no
    dates, no fractions. Of what looks like scores only 2,000 places and one for every 1,000 characters are read.

    >>> [(start, end, s.value, s.best) for start, end, s in find("Saw it 24/7. I give it 8/10.")]
    [(23, 27, 8.0, 10.0)]
    """
    done = 0
    line = text.replace("\xa0", " ") if "\xa0" in text else text
    for at in sorted(anchors(line))[: MOST + len(text) // 1_000]:
        if at >= done and (hit := around(line, at, done)):
            start, done, found = hit
            if not (text[start - 1 : start] == "*" and "*" in text[start:done]):  # the rest of an unreadable mark
                yield start, done, found._replace(raw=text[start:done])


def anchors(text: str) -> Iterator[int]:
    """The offsets where a score may be: signs between digits, words between numbers, stars."""
    if "/" in text:
        yield from _slashes(text, "/")
    if "out of" in text:
        yield from (i for i in each(text, "out of") if _counted(text, i))
    if "%" in text:
        yield from (i for i in each(text, "%") if text[max(0, i - 2) : i].rstrip()[-1:].isdigit())
    if "*" in text:
        yield from _asterisks(text)
    if "stars" in text:
        yield from (i for i in each(text, "stars") if _counted(text, i))
    for best in (" 10", " 5", " 6", " 4"):
        if best[-1] in text:
            yield from numbered(text, best)
    if not text.isascii():
        yield from _beyond(text)
    if not is_english(text):
        yield from spelled(text)
        yield from numbered(text, " 20")


def _slashes(text: str, sign: str) -> Iterator[int]:
    for i in each(text, sign):
        if text.startswith(">", i + 1):
            continue
        after = text[i + 1 : i + 3].lstrip()
        if after and (after[0].isdigit() or after[0] in "*★"):
            before = text[max(0, i - 2) : i].rstrip()
            chained = text[i + 2 : i + 3] == sign or text[max(0, i - 2) : max(0, i - 1)] == sign
            if before and not chained and (before[-1].isalnum() or before[-1] in "*★☆+"):
                yield i


def _counted(text: str, i: int) -> bool:
    """Whether the word before ``i`` may be a quantity, with the brackets and dashes around it."""
    word = text[max(0, i - 16) : i].rstrip(" (\xa0").rpartition(" ")[2].rpartition("\n")[2]
    if not word or not word[-1].isalpha():
        return True
    word = word.lower().rpartition("-")[2]
    if not word.isascii():
        return True
    return any(word in words(kind) for kind in ("number", "unit", "half", "wholes"))


def _asterisks(text: str) -> Iterator[int]:
    """The rows of one to five asterisks that are not inside a word, and have a scale behind them."""
    end = 0
    for i in each(text, "*"):
        if i < end:
            continue
        end = i + 1
        while text[end : end + 1] in ("*", " *"):
            end += 1
        if end - i < 6 and not text[max(0, i - 1) : i].isalpha():
            after = text[end : end + 3].strip()
            if not after or after[0] in "1½/(of3¼¾<" or text[max(0, i - 1) : i].isdigit():
                yield i


def numbered(text: str, best: str) -> Iterator[int]:
    """The best marks that have a word such as `out of` before them, `van de` and `ud af` among them."""
    for i in each(text, best):
        start = i
        while True:
            word = text[max(0, start - 8) : start].rpartition(" ")[2].lower()
            start -= len(word) + 1
            if not word or not (word in words("fill") or word in words("of") or word in words("weak")):
                break
            if (word in words("of") or word in words("weak")) and _counted(text, start + 1):
                yield i
                break


def _beyond(text: str) -> Iterator[int]:
    """The anchors that a text in ASCII cannot or will hardly have."""
    for sign in SLASHES[1:]:
        if sign in text:
            yield from _slashes(text, sign)
    for star in STARS:
        if star in text:
            yield from (i for i in each(text, star) if not i or text[i - 1] != star)
    for best in (" 20",):
        if best[1] in text:
            yield from numbered(text, best)
    for piece in pieces(text):
        yield from (i for i in each(text, piece) if _counted(text, i))


@cache
def openers() -> frozenset[str]:
    """The words that an amount can begin with."""
    counted = (*words("number"), *words("half"), *words("carried"), *words("wholes"))
    return frozenset((*counted, "a", "une", "una", "no", "keine", "aucune"))


def around(text: str, at: int, done: int) -> tuple[int, int, Score] | None:
    """The score that an anchor belongs to, None when there is none."""
    begin, close = max(done, at - BEFORE), min(len(text), at + BEHIND)
    t = tokens(text, begin, close)
    for i, token in enumerate(t):
        if token.start > at:
            break
        if token.kind == "p" or token.start < at - LONGEST or (token.kind == "w" and token.text not in openers()):
            continue
        r = turned(text, expression(t, i))
        if r and t[r.end - 1].end > at and _likely(text, t, r):
            start, end = t[r.first].start, t[r.end - 1].end
            return start, end, Score(r.value, r.best, None, raw(text, t, r.first, r.end))
    return None


def turned(text: str, r: Reading | None) -> Reading | None:
    """The reading, with value and best changed places where the text is in Hungarian, whose 10/8 is 8 of 10."""
    if r and r.how == "/" and r.best is not None and r.value in (5, 10) and r.best < r.value and is_hungarian(text):
        return r._replace(value=r.best, best=r.value)
    return r


def _likely(text: str, t: list[Token], r: Reading) -> bool:
    if r.best is None:
        return row_alone(text, t, r)
    worded = r.how not in ("/", "%", "row")
    told = r.unit or announced(t, r) or (worded and is_given(text, t[r.first].start))
    if cut_off(t, r) or not plausible(r.value, r.best, told or r.how == "inverted"):
        return False
    if r.how == "%":
        return percent(text, t, r)
    if r.value > r.best and t[r.end - 1].end - t[r.first].start > 6 and not announced(t, r):
        return False  # 15 / 10, which said yes and which no
    if told:
        return True
    if worded and is_foreign(t, r):
        return stands(text, t, r)
    if r.how == "of" and not is_outright(t, r) and not closes(text, t, r) and not is_caseless(t, r.end):
        return False
    if r.best in (4, 6, 8) or r.how == "weak":
        if r.how == "weak" and r.best < 10:
            return stands(text, t, r) and t[r.first + 1].text != "of"
        if r.best in (6, 8):
            return False
        ended = r.best == 10 and r.value > 1 and (ends(text, t[r.end - 1].end) or stands(text, t, r))
        return ended or (r.best == 4 and r.value % 1 > 0) or alone(t, r, text)
    return not (r.how == "/" and dated(t, r))
