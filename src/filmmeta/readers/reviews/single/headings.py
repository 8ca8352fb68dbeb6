"""What the heading of a page says of it: that it is a review, and of which film."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from filmmeta.readers.reviews.words import words
from filmmeta.readers.title.candidates import SEPARATOR, YEAR
from filmmeta.readers.title.pages import JOINING

UNSPACED = "\u2e80"  # from here on, words are not parted by blanks
HUSK = JOINING + "‘’'*~»«[]"
QUOTED = re.compile(
    r"[«]([^«»]{1,150})[»]|[„]([^“”„]{1,150})[“”]|[“]([^“”]{1,150})[”]|『([^『』]{1,150})』|《([^《》]{1,150})》"
    r"|「([^「」]{1,150})」|(?<![^\W_])[‘]([^‘]{1,150}?)[’](?![^\W_])|(?<![^\W_])[\"]([^\"]{1,150})[\"]"
    r"|(?<![^\W_])[']([^']{1,150})['](?![^\W_])"
)
LINKING = re.compile(
    r"\s{0,2}(?:of|for|on|zum film|zu|von|du film|de la película|del film|do filme|filmu|na film|o filmie"
    r"|о фильме|на фильм|на фільм|про фільм|за|av|van|over|om|til|di|de|für|για)\s",
    re.IGNORECASE,
)
FILM = re.compile(r"(?:the\s)?(?:film|movie|фильм|film\.)\s(?=[„«“\"‘'])", re.IGNORECASE)
MAKER = re.compile(r"\s?[,(]\s?(?:de|by|von|di|un film|a film|dir\.|reż\.|r\.)\s", re.IGNORECASE)
MEDIUM = re.compile(
    r"[\s,:|(–—-]{1,4}(?:the movie|movie|film|dvd|blu-?ray|4k uhd|film completo|映画)[\s)]{0,3}$", re.IGNORECASE
)
DIGITS = re.compile(r"(?:18[89]|19\d|20\d)\d")
MAX_HEADING = 200
NEAR = 14  # characters before the word for a review that are no title: the medium, ``Film |``


class Head(NamedTuple):
    """Where a heading names the film, where the year that stands apart from that; whether it says ``review``."""

    film: tuple[int, int]
    year: tuple[int, int] | None
    is_review: bool


@cache
def pattern(kind: str) -> re.Pattern[str]:
    """One alternation of the phrases of a kind; of a script that parts its words by blanks, whole words alone."""
    found = sorted(words(kind), key=lambda each: (-len(each), each))
    spaced = "|".join(re.escape(each) for each in found if each[0] < UNSPACED)
    others = "|".join(re.escape(each) for each in found if each[0] >= UNSPACED)
    return re.compile(rf"(?<![^\W_])(?:{spaced})(?![^\W_])|(?:{others})", re.IGNORECASE)


def review_word(text: str) -> re.Match[str] | None:
    """Where a short text calls itself a review; None where that is one of a book, or of something else."""
    other = pattern("heads-other").search(text)
    for found in pattern("heads").finditer(text[:MAX_HEADING]):
        if other is None or not other.start() <= found.start() < other.end():
            return found
    return None


def is_other(text: str) -> bool:
    """Whether a heading says that something else than a review stands below: where it begins, ends or has a colon, and
    before what it is of (``First trailer for``).
    """
    if review_word(text) is not None:
        return False
    bare = text[:MAX_HEADING].strip(HUSK)
    return any(
        not each.start()
        or each.end() == len(bare)
        or bare[each.end()] in ":："
        or bare[max(0, each.start() - 2)] in ":–—-|"
        or LINKING.match(bare, each.end())
        for each in pattern("heads-other").finditer(bare)
    )


def head(text: str) -> Head:
    """What a heading says.

    >>> text = "DVD Review: Salt Lamp (1984)"
    >>> text[slice(*head(text).film)], head(text).is_review
    ('Salt Lamp (1984)', True)
    """
    word = review_word(text)
    start, end = beside(text, word) if word else (0, len(text))
    quoted = QUOTED.search(text, start, end)
    if quoted and is_leading(text, start, quoted.start()) and (word is not None or quoted.end() == len(text)):
        span = bare(text, *quoted.span(quoted.lastindex or 0))
    else:
        dated = YEAR.search(text, start, end)
        maker = MAKER.search(text, start, end)
        end = dated.end() if dated else maker.start() if maker and maker.start() > start else end
        span = bare(text, start, end)
    digits = [each.span() for each in DIGITS.finditer(text) if in_brackets(text, each) and not within(each, span)]
    return Head(span, digits[0] if digits else None, word is not None)


def beside(text: str, word: re.Match[str]) -> tuple[int, int]:
    """The side of the word for a review on which the film stands."""
    before, behind = text[: word.start()].strip(HUSK), text[word.end() :].strip(HUSK)
    linked = LINKING.match(text, word.end())
    year = YEAR.search(text)
    if behind and (linked or not before or (len(before) < NEAR and year is not None and year.start() > word.end())):
        start = linked.end() if linked else word.end()
        film = FILM.match(text, start)
        return film.end() if film else start, closed(text, start)
    return 0, word.start()


def closed(text: str, start: int) -> int:
    """Where a title ends that something else follows behind a separator; a colon is a title's own, and so is all that
    stands before its year.
    """
    if YEAR.search(text, start):
        return len(text)
    begin = start + len(text[start:]) - len(text[start:].lstrip(HUSK))
    for each in SEPARATOR.finditer(text, begin):
        if each[0].strip() not in (":", "："):
            return each.start()
    return len(text)


def is_leading(text: str, start: int, end: int) -> bool:
    """Whether what stands before a quotation is nothing, or a word or two that announce it."""
    rest = text[start:end].strip(HUSK)
    return len(rest) <= NEAR and rest.count(" ") < 2 and not YEAR.search(rest)


def bare(text: str, start: int, end: int) -> tuple[int, int]:
    """A span without marks around it and without the medium behind it."""
    medium = MEDIUM.search(text, start, end)
    end = medium.start() if medium and medium.start() > start else end
    inner = text[start:end].strip(HUSK)
    begin = text.index(inner, start) if inner else start
    return begin, begin + len(inner)


def in_brackets(text: str, found: re.Match[str]) -> bool:
    return text[found.start() - 1 : found.start()] in ("(", "（", "[") and found.start() > 0


def within(found: re.Match[str], span: tuple[int, int]) -> bool:
    return span[0] <= found.start() < span[1]
