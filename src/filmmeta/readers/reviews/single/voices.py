"""Whether somebody speaks in a text of a film and of himself, as reviewers do and tellers of stories do not."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from filmmeta.readers.reviews.words import words

LOOKED_AT = 6_000  # characters
UNSPACED = "\u2e80"


class Voice(NamedTuple):
    """How many different words of reviewers a text has, how many of films alone, how often its author says ``I``."""

    film: int
    cinema: int
    own: int


def voice(text: str) -> Voice:
    """
    >>> voice("I was bored, and so was the audience: the director has no script."), voice("Anna inherits a ferry.")
    (Voice(film=4, cinema=2, own=1), Voice(film=0, cinema=0, own=0))
    """
    low = text[:LOOKED_AT].casefold().replace("’", "'")
    cinema = len(set(of_films().findall(low)))
    return Voice(cinema + len(set(of_works().findall(low))), cinema, len(of_oneself().findall(low)))


@cache
def of_films() -> re.Pattern[str]:
    return alternation("cinema", "")


@cache
def of_works() -> re.Pattern[str]:
    return alternation("voice", "")


@cache
def of_oneself() -> re.Pattern[str]:
    return alternation("voice-own", r"(?![^\W\d_])")


def alternation(kind: str, behind: str) -> re.Pattern[str]:
    """The words of a kind where a word begins; of a script without blanks, anywhere."""
    found = sorted(words(kind), key=lambda each: (-len(each), each))
    spaced = "|".join(re.escape(each) for each in found if each[0] < UNSPACED)
    others = "|".join(re.escape(each) for each in found if each[0] >= UNSPACED)
    return re.compile(rf"(?<![^\W\d_])(?:{spaced}){behind}|(?:{others})")
