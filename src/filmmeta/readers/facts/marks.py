"""Labels within a line, wherever they stand in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from filmmeta.page.outline import BOLD, CELL, HEADING, LINK, Segment
from filmmeta.readers.facts.mid_line import BREAKS, COLONS, SEAM, Mark, inner, known
from filmmeta.readers.facts.slices import HUSK
from filmmeta.readers.facts.spread import spread
from filmmeta.readers.facts.turned import is_full
from filmmeta.readers.lexicon import Entry as Word
from filmmeta.readers.lexicon import longest

BARS = ("|", "｜", "•", "·")
INTRODUCED = frozenset({"directors", "writers", "cast", "stars", "creators"})
LONGEST = 300  # characters of a line that a small word opens
BAR = re.compile(r"\s[|｜•·]\s{1,3}")
DASH = re.compile(r"\s[-–—]\s")
BY = re.compile(r"(?<=[^\W\d_])\s(?:by|par|por|von|av|af|da|di|de|van|door)\s")
NAMES = re.compile(r",\s|\s(?:and|et|und|y|e|og|och|en|&)\s")
CREDITED = frozenset({"directors", "composers", "cinematographers"})
"""Fields that such a line tells: who wrote, edited or produced may be said of the page."""
FIRST = 3  # characters into a text in which its first line begins
LEAD = HUSK + "#>•●"


def marks(segment: Segment) -> list[Mark]:
    """The known labels of a line, in its order."""
    text = segment.text
    first = spread(text) or announcing(segment)
    found = [first] if first else list(leading(segment))
    if found and found[0].start == 0 and found[0].word.paths[0].startswith("elsewhere/"):
        return found[:1]  # what stands behind it is of other films
    if text.count(":") + text.count("：") > bool(found):
        found += inner(segment, found)
    found.sort()
    kept: list[Mark] = []
    for mark in found:
        if not kept or mark.start >= kept[-1].end:
            kept.append(mark)
    return kept


def announcing(segment: Segment) -> Mark | None:
    """The label that a line begins with when it ends in a word such as ``by`` and nothing but full names follow.

    No heading is one, nor what opens a text: a film may be called so.
    """
    text = segment.text
    if len(text) > LONGEST or 0 <= segment.start < FIRST or not BY.search(text, 0, longest()):
        return None
    if any(piece.style & HEADING for piece in segment.pieces):
        return None
    for by in islice(BY.finditer(text, 0, longest()), 2):
        word = known(text[: by.end()])
        if word is not None and word.bare and word.paths[0] in CREDITED:
            names = [name.strip(" .") for name in NAMES.split(text[by.end() :])]
            return Mark(0, by.end(), word, True) if all(map(is_full, names)) else None
    return None


def leading(segment: Segment) -> Iterator[Mark]:
    """Labels at the start of the line, of one of its pieces, or behind a bar in it."""
    text = segment.text
    if len(text) <= longest() + 40 and (word := known(text) or known(half(text))):
        plain = text.rstrip()[-1:] not in COLONS
        if not plain or ((word.bare or is_headed(segment)) and not is_link(segment)):
            yield Mark(0, len(text), word, plain)
            return
    pieces = segment.pieces
    signed = ":" in text or "：" in text or DASH.search(text) is not None
    if not signed and len(pieces) == 1:
        return
    for number, piece in enumerate(pieces):
        start = piece.start
        while start < piece.end and text[start] in LEAD:
            start += 1
        found = (colon_label(segment, start) or dash_label(text, start)) if signed else None
        if found and not (piece.style & LINK and found.word.rest):
            yield found
        elif (end := plain_end(segment, number)) and (word := known(text[start:end])):
            led = is_led(segment, number)
            if word.bare or led or introduces(segment, number, word):
                yield Mark(start, end, word, not led)
    for bar in BAR.finditer(text) if signed else ():
        if found := dash_label(text, bar.end()):
            yield found


def is_headed(segment: Segment) -> bool:
    """Whether a line stands in the cell of an HTML page that is for labels, with another cell beside it."""
    block = segment.block
    if segment.start >= 0 or block.tag not in ("th", "dt") or block.parent is None:
        return False
    beside = block.element.getnext() if block.element is not None else None
    return beside is not None and beside.tag in ("td", "dd")


def half(text: str) -> str:
    """What stands twice in a line, as for narrow and for wide screens; the text itself when nothing does."""
    middle = len(text) // 2
    first, second = text[:middle].rstrip(), text[middle + (len(text) % 2) :].lstrip()
    return first if first and first == second else text


def introduces(segment: Segment, number: int, word: Word) -> bool:
    """Whether a small word in an element of its own, such as ``With``, opens a line of names."""
    if number or segment.start >= 0 or word.paths[0] not in INTRODUCED or len(segment.text) > LONGEST:
        return False
    following = segment.pieces[1]
    return segment.text[following.start : following.end].lstrip()[:1].isupper()


def is_link(segment: Segment) -> bool:
    """Whether a line is one link and no heading: an entry of a menu, or a value."""
    pieces = segment.pieces
    return all(piece.style & LINK and not piece.style & (BOLD | HEADING) for piece in pieces) and (
        segment.start < 0 and segment.block.tag not in ("dt", "th")
    )


def colon_label(segment: Segment, start: int) -> Mark | None:
    text = segment.text
    colon = first_colon(text, start)
    if 0 < colon - start <= longest() + 30 and (word := known(text[start : colon + 1])):
        return Mark(start, colon + 1, word, False)
    return None


def dash_label(text: str, start: int) -> Mark | None:
    """A label that a dash parts from its value."""
    dash = DASH.search(text, start, start + longest() + 3)
    if dash and dash.start() > start and (word := known(text[start : dash.start()])) and word.bare:
        return Mark(start, dash.end(), word, True)
    return None


def is_led(segment: Segment, number: int) -> bool:
    """Whether a leader, a bar or an equals sign leads from a piece of a text line to the next one."""
    if segment.start < 0 or number:
        return False
    gap = segment.text[segment.pieces[0].end : segment.pieces[1].start]
    return any(sign in gap for sign in "=.…|│║·_-→") or "\t" in gap


def first_colon(text: str, start: int) -> int:
    """Where the first colon stands from ``start`` on; -1 without one."""
    end = start + longest() + 40
    first, wide = text.find(":", start, end), text.find("：", start, end)
    return max(first, wide) if first < 0 or wide < 0 else min(first, wide)


def plain_end(segment: Segment, number: int) -> int:
    """Where a piece ends that is set as a label is set and has more text behind it; 0 when it is not."""
    piece = segment.pieces[number]
    if number + 1 == len(segment.pieces) or piece.end - piece.start > longest() + 20:
        return 0
    following = segment.pieces[number + 1]
    before = segment.text[: piece.start].rstrip()[-1:]
    alone = number == 0 or before in BREAKS
    marked = piece.style & (BOLD | CELL | HEADING) and not following.style & (BOLD | HEADING)
    if number and not marked and before not in BARS:
        return 0
    if piece.style & LINK and not marked:
        return 0
    return piece.end if alone or marked else 0


__all__ = ["COLONS", "SEAM", "Mark", "known", "marks"]
