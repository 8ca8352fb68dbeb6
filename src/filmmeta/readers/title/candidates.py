"""What a place of a page may call the film, and what such texts are compared by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from html import unescape
from typing import NamedTuple

from filmmeta.readers.title.pages import within
from filmmeta.values.titles import is_medium
from filmmeta.values.titles import title as titled

MAX_TITLE = 200
SEPARATOR = re.compile(r"\s[-–—|•·:/»«~]{1,2}\s|\s?[|»«•]\s?|\s?::\s?|[_＿]{1,2}|\s//\s|:\s|：|,\s(?=un film |film )")
YEAR = re.compile(r"[(\[（](?:[^()\[\]（）]{0,40}[\s,])?(?:18[89]|19\d|20\d)\d(?:[-–—,\s/][^()\[\]（）]{0,40})?[)\]）]")
ARTICLE_BEHIND = re.compile(
    r"^(.{1,150}), (the|an?|l[ae]s?|der|die|das|el|los|las|il|lo|gli|de|het|os?)$", re.IGNORECASE
)
QUOTED = re.compile(r"«[^«»]{1,150}»")
CATALOGUED = re.compile(r"^([^\[\]/]{1,150}?)\s/\s[^\[\]]{1,300}\s\[(?:18|19|20)\d\d[\],\s–-]")
"""A title, the original one and, in square brackets, the year: how film forums head what they share."""
LETTERS = re.compile(r"[^\W_]{1,60}")


COLONS = (":", "：")


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
    name = ARTICLE_BEHIND.sub(r"\2 \1", name, count=1)
    return " ".join(LETTERS.findall(name.casefold()))


def parts(source: str, text: str, where: str, weight: int = 0) -> Iterator[Candidate]:
    """A glued title whole, and what stands before each separator, between them and behind the last.

    What stands before the last separator weighs most: sites put their own name behind a film's.
    """
    if len(text) > 3 * MAX_TITLE:
        return
    quoted = [match.span() for match in QUOTED.finditer(text)]
    found = [each for each in SEPARATOR.finditer(text) if all(each.end() <= a or b <= each.start() for a, b in quoted)]
    hard = [match for match in found if match[0].strip() not in COLONS]
    longest = text[: hard[-1].start()] if hard else text
    told = [longest, text]
    for match, following in zip(found, [*found[1:], None], strict=False):
        told.append(text[: match.start()])
        told.append(text[match.end() : following.start() if following else len(text)])
    year = YEAR.search(text)
    if year and year.end() < len(text):
        told.append(text[: year.end()])
    best = told[-1] if told[-1] != text and year and not hard else longest
    dated = [part for part in told if part != text and YEAR.fullmatch(part, max(0, part.rfind("(")))]
    if hard and dated and not YEAR.search(best):
        best = dated[0]
    if found and found[0][0].strip() in COLONS and is_medium(text[: found[0].start()]):
        best = text[found[0].end() :]
        told = [best]
    if catalogued := CATALOGUED.match(text):
        told = [best := catalogued[1]]
    for part in dict.fromkeys(told):
        name = part[slice(*within(part))]
        yield Candidate(source, name, where, key_of(name), weight + (part == best))
