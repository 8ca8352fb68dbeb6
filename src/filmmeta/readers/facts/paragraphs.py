"""Running text below a label of a text page, whole again where it was broken into lines."""

from __future__ import annotations

import re
from collections.abc import Sequence

from filmmeta.page.outline import Segment
from filmmeta.readers.facts.context import BULLET
from filmmeta.readers.facts.slices import Slice

PROSE = ("plot", "outline")
END = re.compile(r"[.!?…。！？][\]\"'”’»)]{0,3}$")
OPENS = re.compile(r"[^\W\d_]|[\d\"'“„«‘¿¡「『《(\[]")  # what running text may begin with
WRAPPED = range(50, 110)  # characters of a line that was broken for its length
SHORT = 12  # characters that are no beginning of a text
MOST = 60  # lines of one paragraph


def whole_again(text: str, values: list[Slice]) -> list[Slice]:
    """The lines below a label, those of one paragraph as one: what a line breaks off and the next one goes on with."""
    values = [unbulleted(value) for value in values]
    found: list[Slice] = []
    at = 0
    while at < len(values):
        end = at + 1
        while end < min(len(values), at + MOST) and goes_on(values[end - 1], values[end]):
            end += 1
        if begins(values[at].text):
            found.append(values[at] if end == at + 1 else joined(text, values[at:end]))
        at = end
    return found


def unbulleted(value: Slice) -> Slice:
    """A line without the bullet that makes it an item of a list."""
    bullet = BULLET.match(value.segment.text, value.start, value.end)
    return value._replace(start=bullet.end()) if bullet else value


def begins(text: str) -> bool:
    """Whether a line is the beginning of something, not the rest of a text that began elsewhere."""
    return not text[:1].islower() and OPENS.match(text) is not None


def goes_on(line: Slice, following: Slice) -> bool:
    """Whether a line's text goes on in the next."""
    if BULLET.match(following.segment.text) or following.segment.blank:
        return False
    if line.text[-1:] in "([":
        return True
    anew = begins(following.text)
    if END.search(line.text):
        return len(line.text) in WRAPPED and len(following.text) < WRAPPED.stop and anew
    return len(line.text) >= SHORT or not anew


def joined(text: str, lines: Sequence[Slice]) -> Slice:
    """The text of several lines as one, as the page has it."""
    first, last = lines[0].segment, lines[-1]
    begin = first.start + lines[0].start
    whole = text[begin : last.segment.start + last.end]
    segment = Segment(whole, (), first.block, first.blank, begin, first.indent)
    return Slice(segment, 0, len(whole))
