"""How many voted, and the mark that they gave together."""

from __future__ import annotations

import re
from typing import NamedTuple

from filmmeta.values.numbers import plain, quantity
from filmmeta.values.patterns import regex
from filmmeta.values.scores.amounts import is_word
from filmmeta.values.scores.context import CLUTTER
from filmmeta.values.scores.field import bare, readings, silent
from filmmeta.values.scores.scales import Rating, plausible
from filmmeta.values.scores.tokens import Token, tokens
from filmmeta.values.scores.words import words

LONGEST = 300  # characters of a text that is still one field
HEADS = frozenset(("rating", "user", "users", "imdb", "score", "average"))
YEARS = range(1880, 2100)  # a number in brackets that may be the year of the film, not a count
VOTED = regex(
    r"(?:([A-Za-z]{2,9}) ?([A-Za-z]{0,9}): ?)?(\d{1,2}(?:[.,]\d{1,3})?)\s?/\s?(10|5|100)"
    r"\s?\((\d{1,3}(?:,\d{3}){0,3}|\d{1,9}) ([a-z]{4,7})\)"
)
BARE = regex(r"(\d{1,3}(?:\.\d{1,2})?)/(10|5|100)", re.ASCII)

PREFIXES = ("/", "-", "$", "€", "£")
TORN = regex(r"[a-zA-Z]$|\d[.,']?$")
COUNTED = regex(r"\(?(\d{1,3}(?:,\d{3}){1,3}|\d{1,9})(?: ([a-z]{4,8}))?\)?")


class Tally(NamedTuple):
    """A whole number from token ``first`` up to ``end``; whether a word says that it counts voters."""

    number: int
    first: int
    end: int
    worded: bool


def votes(text: str) -> int:
    """How many people voted, rated or reviewed: ``5,339 voted``, ``1.2k ratings``, ``голосов: 5 339``.

    A bare number counts too. ValueError for decimals, for marks, and when no number is said.

    >>> votes("(5,339 voted)"), votes("2.1M"), votes("419 459 оценок")
    (5339, 2100000, 419459)
    """
    if len(text) > LONGEST:
        raise ValueError("too long for a number of votes")
    if (match := COUNTED.fullmatch(text)) and (not match[2] or match[2] in words("votes")):
        return int(match[1].replace(",", ""))
    t = tokens(text)
    found = tallies(text, t)
    told = [tally for tally in found if tally.worded]
    if not told and len(found) == 1 and _nothing_else(t, found[0]):
        told = found
    if len({tally.number for tally in told}) != 1:
        raise ValueError(f"no number of votes: {text[:40]!r}")
    return told[0].number


def rating(text: str) -> Rating:
    """A mark with the number of votes behind it, as ``6.8/10 (5,339 voted)`` says.

    ``votes`` is None when the text says none, ``best`` when the mark has no scale. ValueError when there is
    no mark, more than one, or when it is stated that nobody has voted (``No Ratings Yet``, ``0 votes``).

    >>> rating("6.8/10 (5,339 voted)")
    Rating(value=6.8, best=10.0, worst=None, votes=5339, raw='6.8/10 (5,339 voted)')
    >>> rating("(6 votes, average: 4.33 out of 5)")[:4]
    (4.33, 5.0, None, 6)
    """
    if len(text) > LONGEST:
        raise ValueError("too long for a rating")
    if common := _plain(text):
        return common
    t = tokens(text)
    if not t or silent(t):
        raise ValueError("no rating")
    found = readings(t)
    if len({(r.value, r.best) for r in found}) > 1:
        raise ValueError("several ratings")
    if not found:
        return _unscaled(text, t)
    r = found[0]
    voters = _voters(text, t[: r.first]) or _voters(text, t[r.end :])
    return Rating(r.value, r.best, None, voters, text.strip())


def _plain(text: str) -> Rating | None:
    """The rating of the commonest forms: `6.8/10 (5,339 voted)`, `User rating: 7.1/10 (52 votes)`."""
    match = VOTED.fullmatch(text)
    if not match and (bare := BARE.fullmatch(text)):
        value, best = float(bare[1]), float(bare[2])
        return Rating(value, best, None, None, text) if plausible(value, best, False) else None
    if not match or match[6] not in words("votes") or (match[1] and match[1].lower() not in HEADS):
        return None
    value, best, number = float(match[3].replace(",", ".")), float(match[4]), int(match[5].replace(",", ""))
    return Rating(value, best, None, number, text) if number and plausible(value, best, False) else None


def tallies(text: str, t: list[Token]) -> list[Tally]:
    """The whole numbers among the tokens, thousands marks and scale words understood."""
    line, found, i = plain(text), [], 0
    while i < len(t):
        tally = _tally(line, t, i) if t[i].kind == "n" else None
        if tally:
            found.append(tally)
        i = tally.end if tally else i + 1
    return found


def _tally(line: str, t: list[Token], i: int) -> Tally | None:
    try:
        number, stop = quantity(line, t[i].start, whole=True)
    except ValueError:
        return None
    end = next((j for j in range(i, len(t)) if t[j].start >= stop), len(t))
    before, start = t[i - 1].text if i else "", t[i].start
    if isinstance(number, float) or before in PREFIXES or TORN.search(line[max(0, start - 2) : start]):
        return None
    behind = next((j for j in range(end, min(end + 3, len(t))) if is_word(t, j, "votes", "voted")), 0)
    near = behind and all(t[j].kind == "w" or t[j].text in "+-" for j in range(end, behind))
    ahead = is_word(t, i - 1, "votes") or (before in (":", "=", "(") and is_word(t, i - 2, "votes"))
    return Tally(number, i, end, bool(near) or ahead)


def _nothing_else(t: list[Token], tally: Tally) -> bool:
    """Whether only signs and words about voting stand around a number."""
    rest = [*range(tally.first), *range(tally.end, len(t))]
    return all(t[i].text in CLUTTER or t[i].text == "+" or is_word(t, i, "votes", "site") for i in rest)


def _voters(text: str, t: list[Token]) -> int | None:
    """The number of votes that the tokens beside a mark say; None for none, several, or a year."""
    found = tallies(text, t)
    told = {tally.number for tally in found if tally.worded}
    if not told and len(found) == 1 and _nothing_else(t, found[0]) and found[0].number not in YEARS:
        told = {found[0].number}
    return told.pop() if len(told) == 1 else None


def _unscaled(text: str, t: list[Token]) -> Rating:
    """A mark without its scale: `8.7 (2.2M)`, `4.5, 12 votes`."""
    found = tallies(text, t)
    told = [tally for tally in found if tally.worded]
    if not told:
        told = [tally for tally in found[-1:] if _apart(t, tally)]
    if len(told) != 1:
        s = bare(text, t)
        return Rating(s.value, s.best, s.worst, None, text.strip())
    first, end = told[0].first, told[0].end
    while first and (is_word(t, first - 1, "votes", "voted", "by") or t[first - 1].text in ":(="):
        first -= 1
    while is_word(t, end, "votes", "voted", "by", "site"):
        end += 1
    s = bare(text, [*t[:first], *t[end:]])
    year = not told[0].worded and told[0].number in YEARS
    return Rating(s.value, s.best, s.worst, None if year else told[0].number, text.strip())


def _apart(t: list[Token], tally: Tally) -> bool:
    """Whether a number behind a mark is in brackets, or of a size that no mark has."""
    bracket = t[tally.first - 1].text in ("(", "[", "|", "·", "•") if tally.first else False
    return tally.first > 0 and (bracket or (tally.number >= 1000 and t[tally.first - 1].kind != "n"))
