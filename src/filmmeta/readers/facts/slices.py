"""Parts of an outline's segments: what a label's value is made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from filmmeta.claim import Claim
from filmmeta.page.outline import LINK, Piece, Segment
from filmmeta.readers.lexicon import is_phrase

SEPARATORS = " \t\xa0,;:：，、|｜/·•‧・►»→›…&~\u200b\u200e\u200f║│┃▌▐█▓▒░▄▀■╠╣"
HUSK = SEPARATORS + ":：.-–—=*_\"'"  # what may stand around a value and is none of it
BULLETS = "*"  # what an item of a list in a text begins with
WORD = re.compile(r"\S{1,200}")
LEAD_ON = 40  # characters at a value's end that may lead to more
MOST_WORDS = 4


ON = re.compile(
    r"(?:see|show|view|more|add|edit|full|alle?|voir|toute?s|ver|todos|todas|vedi|tutti|bekijk|zobrazit|zobraziť|pokaż|zobacz"
    r"|показать|все|смотреть|więcej|další|ďalšie|visa|vis|näytä|összes|toate|bütün|tüm|もっと|查看|더보기)(?![^\W_])",
    re.IGNORECASE,
)
"""What a link to more of the same begins with."""


def leads_on(text: str) -> bool:
    """Whether a link leads to more of the same, or to where it is edited, and is no value itself."""
    return is_phrase(text, "more") or is_phrase(text, "edit") or (ON.match(text) is not None and " " in text.strip())


class Slice(NamedTuple):
    """A part of a segment's text."""

    segment: Segment
    start: int
    end: int

    @property
    def text(self) -> str:
        return self.segment.text[self.start : self.end]

    @property
    def where(self) -> str:
        return self.segment.where(self.start, self.end)

    def claim(self, path: str) -> Claim:
        return Claim(path, self.text, self.where)

    def pieces(self) -> Iterator[Piece]:
        """The pieces within the slice, cut at its ends."""
        first, last = self.start, self.end
        for piece in self.segment.pieces:
            start, end, *_ = piece
            if start >= first and end <= last:
                if start < last and end > first:
                    yield piece
            elif start < last and end > first:
                yield piece._replace(start=max(start, first), end=min(end, last))

    def links(self) -> list[Slice]:
        """The links within the slice, each whole, however many pieces it is made of."""
        found: list[Slice] = []
        last = None
        for piece in self.pieces():
            if piece.style & LINK:
                if last is not None and piece.link is last and found:
                    found[-1] = found[-1]._replace(end=piece.end)
                else:
                    found.append(Slice(self.segment, piece.start, piece.end))
            last = piece.link
        return [each for link in found if (each := link.stripped())]

    def stripped(self, husk: str = SEPARATORS) -> Slice:
        """The slice without the separators around it."""
        text = self.text
        bare = text.lstrip(husk)
        start = self.start + len(text) - len(bare)
        end = start + len(bare.rstrip(husk))
        return self if start == self.start and end == self.end else Slice(self.segment, start, end)

    def trimmed(self) -> Slice:
        """The slice without separators and without the links at its end that lead to more of the same."""
        found = without_lead(self.stripped(SEPARATORS + BULLETS)) if self.segment.start >= 0 else self.stripped()
        while found.end > found.start and found.ends_linked():
            links = found.links()
            last = links[-1] if links else None
            if last is None or last.end < found.end or not leads_on(last.text):
                break
            opened = found.segment.text[found.start : last.start].rstrip()
            found = found._replace(end=found.start + len(opened.rstrip("(["))).stripped()
        return found

    def ends_linked(self) -> bool:
        """Whether the last thing in the slice is a link."""
        for piece in reversed(self.segment.pieces):
            if piece.start < self.end:
                return piece.end > self.start and bool(piece.style & LINK)
        return False

    def __bool__(self) -> bool:
        return self.end > self.start

    def split(self, marks: str) -> list[Slice]:
        """The parts between marks, outside brackets."""
        parts, depth, start, text = [], 0, self.start, self.segment.text
        for at in range(self.start, self.end):
            sign = text[at]
            if sign in "([（":
                depth += 1
            elif sign in ")]）":
                depth = max(0, depth - 1)
            elif sign in marks and not depth:
                parts.append(Slice(self.segment, start, at))
                start = at + 1
        parts.append(Slice(self.segment, start, self.end))
        return [bare for part in parts if (bare := part.stripped())]


def without_lead(value: Slice) -> Slice:
    """A value of a text page without the words at its end that led to more of the same (``See more »``)."""
    if is_phrase(value.text, "more"):
        return value
    words = list(WORD.finditer(value.text[-LEAD_ON:]))
    offset = max(0, len(value.text) - LEAD_ON)
    for word in words[-MOST_WORDS:]:
        if offset + word.start() and is_phrase(word.string[word.start() :], "more") and word[0][0] not in "[(":
            kept = value._replace(end=value.start + offset + word.start()).stripped()
            return kept._replace(end=kept.start) if ON.fullmatch(kept.text) else kept
    return value


def undoubled(name: Slice) -> Slice:
    """A text that stands twice, as a picture's name and its caption do, once."""
    words = name.text.split()
    half = len(words) // 2
    if not half or words[:half] != words[half:]:
        return name
    first, last = words[0], words[half - 1]
    if half == 1:
        return name._replace(end=name.start + len(first))
    return name._replace(end=name.segment.text.index(last, name.start + len(first)) + len(last))


SCRIPTS = re.compile(
    r"([^\W\da-zA-ZÀ-ɏ][^()\[\]/|]{0,60}?)\s{0,3}[/|(（]?\s{0,3}(?=[A-ZÀ-Þ][a-zA-ZÀ-ɏ.'’ -]{2,60}[)）]?$)"
    r"|([A-ZÀ-Þ][a-zA-ZÀ-ɏ.'’ -]{2,60}?)\s{1,3}(?=[\u0400-\u04ff\u3040-\u9fff\uac00-\ud7af][^\s].{0,40}$)"
)


def in_one_script(name: Slice) -> Slice:
    """A name without its double in another script that stands behind it."""
    if name.text.isascii():
        return name
    found = SCRIPTS.match(name.text)
    first = (found[1] or found[2]) if found else ""
    if not found or len(first.strip()) < 2 or any("a" <= sign.lower() <= "z" for sign in found[1] or ""):
        return name
    return name._replace(end=name.start + len(first)).stripped()


def titles(value: Slice) -> list[Slice]:
    """The titles that slashes part in a value in Chinese, Japanese or Korean; the value itself elsewhere."""
    parts = value.split("/／") if value.text[:1] >= "\u3000" else []
    return parts if len(parts) > 1 and all(part.text[0] >= "\u3000" for part in parts) else [value]


def whole(segment: Segment) -> Slice:
    return Slice(segment, 0, len(segment.text))
