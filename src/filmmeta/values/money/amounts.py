"""Amounts: the sums that stand in a text, each with its currency mark and the upper end of a range."""

from __future__ import annotations

import re
from typing import NamedTuple

from filmmeta.values.money.marks import ADJECTIVE, SIGNS, Mark, dollars, mark, mark_after, mark_before
from filmmeta.values.numbers import FIGURE, quantity
from filmmeta.values.patterns import regex

RANGE = regex(r" ?(?:[-–—~〜～]|to|bis|à|a|až|do|до|til|till|tot|έως|から) ?(?=\S{0,6}\d)")
PAIR = regex(r" (?:and|et|und|y|e|i|и|en|og|och|ja) (?=\S{0,6}\d)")
UNITS = tuple(":%/°'\"")  # behind a figure without a mark: it is no sum
BETWEEN = ("between", "entre", "zwischen", "tra", "fra", "między", "mezi", "между", "tussen", "mellan")
CLASH = regex(r"[/:.,]\d|[eE][+-]?\d")  # behind a figure: it is no sum
MILLIONS = regex(r" ?(?:mm|MM)(?![A-Za-z])")
MIL = regex(r" ?mil\b")
TONGUES = {"CZK": "cs", "CSK": "cs", "SKK": "sk", "DKK": "da", "NOK": "nb", "SEK": "sv", "RON": "ro"}
TONGUES |= {"ESP": "es", "MXN": "es", "ARS": "es", "BRL": "pt", "PTE": "pt"}
SMALLEST = 10_000
"""A mark that is a single letter is believed only beside sums from here on."""
SCALED = {3: " k", 6: " m", 9: " bn"}
MOST = 100
"""A text with more figures than this is no text about sums."""


class Amount(NamedTuple):
    """A sum, or a range of sums, and where it stands in the plain text."""

    value: int | float
    mark: Mark | None
    start: int
    end: int
    digits: str  # the figure without its scale words
    words: str  # the scale words
    upto: int | float | None = None


def amounts(text: str, language: str = "") -> list[Amount]:
    """All figures of a plain text in their order; ranges joined; those of words (``tt0113277``) left out."""
    found: list[Amount] = []
    position = 0
    figures = 0
    while match := FIGURE.search(text, position):
        figures += 1
        amount = _amount(text, match, language, position)
        position = match.end()
        if amount:
            found.append(_joined(text, amount, language))
            position = max(found[-1].end, position)
        if figures > MOST:
            raise ValueError("too many figures")
    return found


def _amount(text: str, number: re.Match[str], language: str, floor: int) -> Amount | None:
    """The sum whose figure is this; None for other figures, ValueError for a sum that is printed wrongly.

    ``floor`` is where the sum before it ends, whose mark is not this one's.
    """
    start, end = number.span()
    before = mark_before(text, start, language)
    if before and before[1] < floor:
        before = None
    begin = before[1] if before else start
    glued = not before and start and not _apart(text, start)
    if glued and (start < 4 or not text[start - 4 : start].isalpha()):
        return None
    if before and begin and text[begin - 1] == "-" and (begin == 1 or text[begin - 2] == " "):
        raise ValueError("a sum below nought")
    total, stop = _total(text, start, end, before, language)
    after = mark_after(text, stop, language) if 0 <= stop < len(text) else None
    if stop < 0 or (not before and not after and (glued or text[stop : stop + 1] in UNITS)):
        return None
    words = text[end:stop]
    found, stop = _agreed(before, after, text, stop, language)
    if found and found.zeros and not words:
        words = SCALED[found.zeros]
        total, _ = quantity(number[0] + words, 0, language, whole=True)
    if found and found.weak and total < SMALLEST:
        return Amount(total, None, start, end + len(words), number[0], words)
    return Amount(total, found, begin, stop, number[0], words)


def _total(text: str, start: int, end: int, before: tuple[Mark, int] | None, language: str) -> tuple[int | float, int]:
    """The number of a figure with its scale words, and where it ends: -1 when it is none."""
    try:
        total, stop = quantity(text, start, _tongue(text, end, before, language), whole=True)
        if CLASH.match(text, stop):
            raise ValueError("no sum")
    except ValueError:
        if before or mark_after(text, end, language):
            raise
        return 0, -1
    if (million := MILLIONS.match(text, stop)) and (before or mark_after(text, million.end(), language)):
        return total * 1_000_000, million.end()
    return total, stop


def _apart(text: str, start: int) -> bool:
    """Whether a figure without a mark before it stands by itself, not in a word, a date or a time."""
    before = text[start - 1]
    if before == ":":
        return not text[start - 2 : start - 1].isdigit()
    return before not in "./#@_'" and (not before.isalnum() or before > "\u0e00")


def _tongue(text: str, end: int, before: tuple[Mark, int] | None, language: str) -> str:
    """The language to read the scale words in: the currency's own where nothing else decides ``mil``."""
    if language or not (word := MIL.match(text, end)):
        return language
    after = mark_after(text, word.end())
    code = (after and after[0].code) or (before and before[0].code) or ""
    return TONGUES.get(code, "")


def _agreed(
    before: tuple[Mark, int] | None, after: tuple[Mark, int] | None, text: str, end: int, language: str
) -> tuple[Mark | None, int]:
    """The one mark of a sum that may have two, and where the sum ends."""
    if before is None:
        return after or (None, end)
    first, sign = before[0], (before[0].symbol or " ")[-1]
    word = ADJECTIVE.match(text, end) if sign in SIGNS else None
    if word and (found := mark(word[1] + sign, language)):
        after = (found, word.end())
    if after is None:
        return first, end
    second = after[0]
    if second.symbol and sign not in second.symbol and not (sign == "$" and dollars(second.symbol)):
        if second.symbol[-1] in SIGNS:
            raise ValueError("a sum in two currencies")
        return first, end
    if first.code and second.code and first.code != second.code:
        raise ValueError("a sum in two currencies")
    return first._replace(code=first.code or second.code), after[1]


def _joined(text: str, low: Amount, language: str) -> Amount:
    """The amount with its upper end, when one stands behind it."""
    match = RANGE.match(text, low.end)
    if not match and text[: low.start].rstrip().casefold().endswith(BETWEEN):
        match = PAIR.match(text, low.end)
    number = FIGURE.search(text, match.end(), match.end() + 30) if match else None
    high = _amount(text, number, language, low.end) if number else None
    if high is None or not match or high.start != match.end() or not (low.mark or high.mark or high.words):
        return low
    if not high.mark and not high.words and text[high.end : high.end + 2].strip()[:1].isalpha():
        return low  # `$5 - 20 September`
    bottom = low.value
    if high.words and not low.words and low.value < 1000:
        bottom, _ = quantity(low.digits + high.words, 0, language, whole=True)
    if bottom >= high.value or (low.mark and high.mark and low.mark.code != high.mark.code):
        return low
    return low._replace(value=bottom, mark=low.mark or high.mark, end=high.end, upto=high.value)
