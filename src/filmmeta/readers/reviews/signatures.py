"""Lines of a name and a day: ``by x on 12 May 2009``, ``x, 12.05.2009``, ``Publié le 12 mai 2009 par x``."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from filmmeta.readers.lexicon import fold
from filmmeta.readers.reviews.words import BETWEEN, COLONS, HEADED, NAME, SHORT, date_in, is_name, words


class Byline(NamedTuple):
    """Where a line names its author and its day; each may be missing."""

    author: tuple[int, int] | None
    day: tuple[int, int] | None


def byline(text: str) -> Byline | None:
    """What a line of a name and a day says: ``by x on 12 May 2009``, ``x, 12.05.2009``, ``12 May 2009 | x``.

    >>> byline("by anna_k on 12 May 2009")
    Byline(author=(3, 9), day=(13, 24))
    """
    day = date_in(text) if len(text) < SHORT else None
    if day is None:
        return None
    before, after = text[: day.start()], text[day.end() :]
    announced = fold(before) in words("date") or fold(before.rstrip().rpartition(" ")[0]) in words("date")
    name = named(text, 0, day.start()) if before.strip(BETWEEN) and not announced else None
    if name is None and after.strip(BETWEEN) and not clock(after):
        name = named(text, day.end(), len(text))
    rest = len(text) - len(day[0]) - (name[1] - name[0] if name else 0)
    return Byline(name, day.span()) if rest <= NAME // 2 else None


def clock(text: str) -> bool:
    """Whether what follows a day is a time of it."""
    return re.match(r"[\s.,|·•–-]{0,4}(?:at|à|um|kl\.?|klo|о|в|v|o|godz\.?)?\s?\d{1,2}[:.h]\d\d", text) is not None


def named(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where a part of a byline names somebody: without the label before it and the word before the day."""
    start = max(start, after_label(text, start, end))
    end = before_on(text, start, end)
    while start < end and text[start] in BETWEEN:
        start += 1
    end = before_day(text, start, end)
    first = text[start:end].partition(" ")[0].casefold()
    if first in announcing() and start + len(first) < end:
        return None
    return (start, end) if is_name(text[start:end]) and text[end : end + 1] not in COLONS else None


def before_day(text: str, start: int, end: int) -> int:
    """Where a name ends that a day of the week follows, or nothing but marks."""
    while end > start and text[end - 1] in BETWEEN:
        end -= 1
    last = re.split(r"[\s|,(]", text[start:end])[-1]
    if last.casefold() not in words("weekday"):
        return end
    end -= len(last)
    while end > start and text[end - 1] in BETWEEN:
        end -= 1
    return end


def after_label(text: str, start: int, end: int) -> int:
    """Where the name behind ``by`` or ``Author:`` begins."""
    inner = text[start:end]
    found = HEADED.match(inner)
    if found and fold(found[1]) in words("author"):
        return start + found.end()
    spaced = inner.lstrip(BETWEEN)
    first = len(inner) - len(spaced)
    for size in (3, 2, 1):
        head = spaced.split(None, size)[:size]
        found = re.match(r"\s{1,3}".join(map(re.escape, head)) + r"\s{1,3}", spaced) if len(head) == size else None
        if found and " ".join(head).casefold() in words("author"):
            return start + first + found.end()
    return start


def before_on(text: str, start: int, end: int) -> int:
    """Where a name ends that ``on``, ``le`` or ``publié le`` follows."""
    for _ in range(3):
        bare = text[start:end].rstrip(BETWEEN)
        head, _, last = bare.rpartition(" ")
        if not head or last.casefold() not in words("on") | announcing():
            return start + len(bare)
        end = start + len(head)
    return end


@cache
def announcing() -> frozenset[str]:
    """The first words of what stands before a day: ``publié``, ``posted``."""
    return frozenset(phrase.split()[0] for phrase in words("date") if len(phrase) > 3)
