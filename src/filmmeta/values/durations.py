"""Durations: the lengths of time that stand in a text, in seconds, and where they stand."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from filmmeta.values.folding import fold, rows
from filmmeta.values.patterns import regex

FIGURE = regex(r"(\d{1,3}(?:[,.' ]\d{3})++|\d{1,6}+)(?:[.,](\d{1,2})(?!\d))?( ?[¼½¾]| [13]/[24](?!\d)|/[24](?!\d))?")
WORD = regex(r" ?-?(?:de )?([^\W\d_][^\s\d,.;:()\[\]|/<>+=–—'\"-]{0,23})\.?")
PRIME = regex(r" ?('{1,2}|[′″]|\")")
JOIN = regex(r"[ ,]{0,2}([^\W\d_]{1,4}|&)? ?(?=\d)")
BARE = regex(r"(?: |(?=\d\d))([0-5]?\d)(?![\d.:%]|[^\W\d_]| [^\W\d_])")
GLUED = regex(r"([0-5]\d)(?![\d.:%]|[^\W\d_])")
CLOCK = regex(r"(\d{1,3}):([0-5]\d)(?::([0-5]\d))?(?![\d:])")
NEXT = regex(r" ?\d")
FRACTIONS = {"¼": 25, "½": 50, "¾": 75, "1/4": 25, "1/2": 50, "3/4": 75, "2/4": 50}
SECONDS = {"h": 3600, "m": 60, "s": 1}
LONGEST = 100_000 * 60  # longer than the longest film
MOST = 200


class Duration(NamedTuple):
    """A length of time in seconds, where it stands, and whether seconds are printed."""

    seconds: int
    start: int
    end: int
    exact: bool = False


HOURLY = {
    "time": regex(r"\s?(?:og\b|,|\d|$)", re.IGNORECASE),  # Danish: 1 time og 37 minutter
    "s": regex(r"\.?\s?\d{1,2}\s?da?k\b", re.IGNORECASE),  # Turkish: 1s 53dk
}
"""Words that are hours where what follows them says so."""


@cache
def words() -> dict[str, str]:
    """Folded word → ``h``, ``m``, ``s``, or ``join``, ``label``, ``about``."""
    table: dict[str, str] = {}
    for kind, spelled in (*rows("time_words.tsv"), *rows("time_units.tsv")):
        for word in spelled.split("|"):
            table.setdefault(fold(word) or word, kind)
    return table


def unit(text: str, start: int) -> tuple[str, int]:
    """The unit that stands at ``start`` (empty for none), and where it ends."""
    if prime := PRIME.match(text, start):
        return ("m" if prime[1] in ("'", "′") else "s"), prime.end()
    match = WORD.match(text, start)
    if not match:
        return "", start
    word = match[1]
    if (follow := HOURLY.get(word.lower())) and follow.match(text, match.end()):
        return "h", match.end()
    if (kind := words().get(fold(word), "")) in SECONDS:
        return kind, match.end()
    if word > "\u0590":  # scripts that write words without spaces between them
        for size in range(min(len(word) - 1, 8), 0, -1):
            if (kind := words().get(fold(word[:size]), "")) in SECONDS:
                return kind, match.start(1) + size
    return "", start


def durations(text: str) -> list[Duration]:
    """All durations of a plain text in their order; ValueError for one that is printed wrongly."""
    found: list[Duration] = []
    position = figures = 0
    while match := FIGURE.search(text, position):
        position, figures = match.end(), figures + 1
        if figures > MOST:
            raise ValueError("too many figures")
        duration = _clock(text, match.start()) or _worded(text, match)
        if duration:
            turkish = duration.seconds < 60 and NEXT.match(text, duration.end)  # `2s 16dk`
            if turkish or not 0 < duration.seconds <= LONGEST:
                raise ValueError("no running time")
            found.append(duration)
            position = duration.end
        elif clock := CLOCK.match(text, match.start()):
            position = clock.end()
    return found


def _apart(text: str, start: int) -> bool:
    """Whether a figure at ``start`` stands by itself, not in a word, a range or a longer figure."""
    before, further = text[start - 1 : start], text[max(0, start - 3) : max(0, start - 1)].strip()
    if before in ("x", "×", ":"):
        return further[-1:].isdigit() == (before != ":")
    if before and (before in ".,/#$€£" or (before.isalnum() and before < "\u0590")):
        return False
    if before in ("-", "–", "—", "~", "〜") and (further[-1:].isdigit() or (before == "-" and not further)):
        raise ValueError("a range, or less than nought")
    return True


def _clock(text: str, start: int) -> Duration | None:
    """``1:42:05``, ``1:42`` (hours up to 5) or ``58:30`` (minutes from 24); between, either."""
    match = CLOCK.match(text, start)
    if not match or not _apart(text, start):
        return None
    first, second, third = int(match[1]), int(match[2]), match[3]
    kind, end = unit(text, match.end())
    if third is not None:
        return Duration(first * 3600 + second * 60 + int(third), start, end, True)
    if kind == "m" or (not kind and first >= 24):
        return Duration(first * 60 + second, start, end, True)
    if kind == "h" or first < 6:
        return Duration(first * 3600 + second * 60, start, end)
    return None


def _worded(text: str, match: re.Match[str]) -> Duration | None:
    """Figures with units: ``2 hr. 5 min.``, ``1h38``, ``142'``, ``1½ hours``."""
    kind, end = unit(text, match.end())
    if not kind or not _apart(text, match.start()):
        return None
    word = text[match.end() : end].strip()
    if word in ('"', "″", "''") or (word == "m" and len(match[1]) > 3):
        return None  # inches, metres
    total, exact = _seconds(match, kind), kind == "s"
    while kind != "s":
        join = JOIN.match(text, end)
        further = FIGURE.match(text, join.end()) if join and _joins(join[1]) else None
        below, after = unit(text, further.end()) if further else ("", end)
        if further and below and SECONDS[below] < SECONDS[kind]:
            amount, end, kind = _seconds(further, below), after, below
        elif rest := (GLUED.match(text, end) or BARE.match(text, end)):
            kind = "m" if kind == "h" else "s"
            amount, end = int(rest[1]) * SECONDS[kind], rest.end()
        elif kind == "h" and FIGURE.match(text, end + text.startswith(" ", end)):
            raise ValueError("hours, and a figure without a unit")
        else:
            break
        if amount >= SECONDS[kind] * 60:
            raise ValueError("more minutes than an hour has")
        total, exact = total + amount, exact or kind == "s"
    return Duration(total, match.start(), end, exact)


def _joins(word: str | None) -> bool:
    return word is None or words().get(fold(word) or word) == "join"


def _seconds(match: re.Match[str], kind: str) -> int:
    """The seconds of a figure with its decimals or fraction; two decimals of an hour could be minutes."""
    whole = int(re.sub(r"\D", "", match[1]))
    parts = 0
    if match[3]:
        fraction = match[3].strip()
        if fraction.startswith("/"):
            whole, fraction = 0, match[1] + fraction
        parts = FRACTIONS.get(fraction, -1)
    elif match[2]:
        parts = int(match[2].ljust(2, "0"))
        if len(match[2]) == 2 and parts < 60 and parts:
            raise ValueError("decimals or minutes")
    if parts < 0:
        raise ValueError("no running time")
    return whole * SECONDS[kind] + parts * SECONDS[kind] // 100
