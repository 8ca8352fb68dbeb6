"""What stands around the text of one review among those of its group: title, author, day, helpful, spoilers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from filmmeta.claim import Claim
from filmmeta.readers.facts.slices import Slice, whole
from filmmeta.readers.places import Paths
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.orders import date_path
from filmmeta.readers.reviews.places import claim
from filmmeta.readers.reviews.roles import Roles, is_authors, named_in
from filmmeta.readers.reviews.units import Part, Unit

WORDED = {"helpful": "helpful", "warning": "spoiler"}
ATTRIBUTES = ("datetime", "title", "content", "data-date", "data-time", "aria-label")
"""The attributes that tell the day of what is shown as a time from today."""


def byline(unit: Unit, told: Roles, order: str, paths: Paths) -> Iterator[Claim]:
    """What stands around a unit's text: title, author, day, how many found it helpful, a warning of spoilers."""
    given: set[str] = set()
    home = "" if any(part.slot == told.author for part in unit.parts) else told.author.rpartition("/")[0]
    lines: set[int] = set()
    for part in unit.parts:
        kind = told.kinds[id(part)]
        here = told._replace(author=part.slot) if home and part.home == part.slot == home else told
        for path, slice_ in said(part, kind, here):
            if path not in given and slice_:
                given.add(path)
                yield claim(date_path(slice_.text, order) if path == "date" else path, slice_, paths)
        if kind == "warning" and is_authors(part, told):
            continue
        if kind in ("helpful", "warning") and id(part.slice.segment) not in lines:
            lines.add(id(part.slice.segment))
            yield claim(WORDED[kind], worded(part, kind), paths)
        elif kind == "day" and part.slot == told.day and words.date_in(part.text) is None:
            yield from drawn(part, order, paths)


def worded(part: Part, kind: str) -> Slice:
    """The piece of a part's line that says by itself what the line says; the line where none does."""
    line = whole(part.slice.segment)
    is_told = words.is_helpful if kind == "helpful" else words.is_warning
    pieces = [line._replace(start=piece.start, end=piece.end) for piece in line.pieces()]
    return next((each.stripped() for each in pieces if is_told(each.text)), line)


def drawn(part: Part, order: str, paths: Paths) -> Iterator[Claim]:
    """The day that an element tells in an attribute, where it shows only how long ago that was."""
    piece = next(part.slice.pieces())
    element: Any = piece.node.getparent() if piece.tail else piece.node
    for _ in range(2):
        for name in ATTRIBUTES:
            day = words.date_in(element.get(name) or "")
            if day is not None:
                yield Claim(date_path(day[0], order), day[0], f"xpath:{paths.path(element)}/@{name}")
                return
        element = element.getparent()


def said(part: Part, kind: str, told: Roles) -> Iterator[tuple[str, Slice]]:
    """The claims of one part of a byline: path and place."""
    if kind == "day" and part.slot == told.day:
        found = words.date_in(part.text)
        if found is not None:
            yield "date", cut(part, found.span())
        name = named_in(part) if told.signed else None
        if name:
            yield "author", cut(part, name)
    elif (
        kind in ("text", "score", "silent")
        and part.slot == told.author
        and not told.signed
        and len(part.text) <= words.NAME
    ):
        bare = part.slice.stripped()
        yield "author", bare._replace(start=bare.start + told.lead)
    elif kind == "text" and part.slot == told.title:
        yield "film/heading" if words.is_film(part.text) else "title", part.slice.stripped()


def cut(part: Part, span: tuple[int, int]) -> Slice:
    start = part.slice.start
    return part.slice._replace(start=start + span[0], end=start + span[1])
