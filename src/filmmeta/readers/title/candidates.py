"""What a place of a page may call the film, and what such texts are compared by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from filmmeta.values.titles import title as titled

MAX_TITLE = 200
SEPARATOR = re.compile(r"\s[-–—|•·:/»«~]{1,2}\s|\s?[|»«•]\s?|\s?::\s?|[_＿]{1,2}|\s//\s|,\s(?=un film |film )")
YEAR = re.compile(r"[(\[（](?:[^()\[\]（）]{0,40}[\s,])?(?:18[89]|19\d|20\d)\d(?:[-–—\s/][^()\[\]（）]{0,40})?[)\]）]")
LETTERS = re.compile(r"[^\W_]{1,60}")


class Candidate(NamedTuple):
    """What one place of the page may call the film; ``key`` is what it is compared by.

    ``weight`` is what speaks for the place itself, besides the other places that agree.
    """

    source: str
    text: str
    where: str
    key: str
    weight: int = 0


@lru_cache(maxsize=1024)
def key_of(text: str) -> str:
    """The title's letters and digits, without a year or a medium in brackets behind it; blank when it is none."""
    try:
        name = titled(unescape(text)).title
    except ValueError:
        return ""
    return " ".join(LETTERS.findall(name.casefold()))


def parts(source: str, text: str, where: str, weight: int = 0) -> Iterator[Candidate]:
    """A glued title whole, and what stands before each separator and between them."""
    if len(text) > 3 * MAX_TITLE:
        return
    edges = [0]
    told = [text]
    for match in SEPARATOR.finditer(text):
        told.append(text[: match.start()])
        if edges[-1]:
            told.append(text[edges[-1] : match.start()])
        edges.append(match.end())
    if len(edges) > 1:
        told.append(text[edges[-1] :])
    year = YEAR.search(text)
    if year and year.end() < len(text):
        told.append(text[: year.end()])
    for part in told:
        yield Candidate(source, part, where, key_of(part), weight)
