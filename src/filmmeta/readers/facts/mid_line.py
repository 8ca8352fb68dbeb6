"""Labels in the middle of a line, and what a label is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from filmmeta.page.outline import Segment
from filmmeta.readers.lexicon import Entry as Word
from filmmeta.readers.lexicon import longest, look_up

COLONS = ":："
SEAM = re.compile(r"[^\W_A-ZА-ЯÀ-Þ](?=[A-ZА-ЯÀ-Þ])|\)(?=[^\W\d_])")  # a word grown into the next one
BREAKS = "|｜•·;\t►*●■▪➤–—>."  # what a label in the middle of a line may follow
CLAUSES = "，。！？；"
MAX_COLONS = 60  # of one line; a longer one is running text


class Mark(NamedTuple):
    """A label at ``start`` of a segment's text whose value begins at ``end``; ``plain``: it needed no colon."""

    start: int
    end: int
    word: Word
    plain: bool


@lru_cache(maxsize=16_384)
def known(text: str) -> Word | None:
    return look_up(text.replace("_", " ") if "_" in text else text)


def inner(segment: Segment, found: list[Mark]) -> Iterator[Mark]:
    """Labels with a colon that stand in the middle of a line, after a separator or grown into what is before."""
    text = segment.text.replace("：", ":")
    at = text.find(":")
    told = {mark.end for mark in found}
    extra = []
    for _ in range(MAX_COLONS):
        if at < 0:
            break
        if at + 1 not in told and (mark := before_colon(text, at)):
            extra.append(mark)
        at = text.find(":", at + 1)
    count = len(extra) + len(found)
    if count > 1 and len(text) < 200 * count and not is_told(text[: min(mark.start for mark in [*found, *extra])]):
        yield from extra
        if segment.start >= 0 and any(is_grown(text, mark.start) for mark in extra):
            yield from grown(text)
    else:
        yield from (mark for mark in extra if is_parted(text, mark.start))


def is_told(before: str) -> bool:
    """Whether what stands before the first label of a line is running text, in a script without capitals."""
    return sum(map(before.count, CLAUSES)) > 1


def is_grown(text: str, start: int) -> bool:
    """Whether a label has grown into what stands before it."""
    return start > 0 and not text[start - 1].isspace() and text[start - 1] not in BREAKS


def grown(text: str) -> Iterator[Mark]:
    """Labels and headings without a colon in a line that lost what parted its words."""
    edges = [match.end() for match in SEAM.finditer(text)]
    for start, end in pairwise([*edges, len(text)]):
        if end - start <= longest() and (word := known(text[start:end])) and word.bare:
            yield Mark(start, end, word, True)


def is_parted(text: str, start: int) -> bool:
    """Whether something that parts a line stands before ``start``."""
    before = text[:start].rstrip()
    return not before or before[-1] in BREAKS or text[max(0, start - 2) : start] == "  "


def before_colon(text: str, colon: int) -> Mark | None:
    """The longest known label that ends at a colon and begins as a label does."""
    if text[colon + 1 : colon + 3] == "//" or text[colon - 1 : colon].isdigit():
        return None
    for start in range(max(0, colon - longest()), colon - 1):
        if begins_label(text, start) and (word := known(text[start : colon + 1])) and not word.rest:
            return Mark(start, colon + 1, word, False)
    return None


def begins_label(text: str, start: int) -> bool:
    """Whether a label may begin here: with a capital at a word's start, grown into a small letter, or without case."""
    sign = text[start]
    if not sign.isalpha():
        return False
    before = text[start - 1] if start else " "
    if sign.isupper():
        return not before.isupper()
    return not sign.islower() and (not before.isalpha() or before.isascii())
