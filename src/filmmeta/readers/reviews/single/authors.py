"""Who is told to be an author by the elements of a line: what follows the words for one, or is named for one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from filmmeta.page.outline import Piece, Segment, words_of
from filmmeta.readers.facts.marks import known
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.lexicon import fold
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.signatures import after_label
from filmmeta.readers.reviews.single.headings import review_word
from filmmeta.readers.title.candidates import YEAR

PERSONS = frozenset(
    "by author reviewer byline vcard fn contributor critic autor auteur autore writer reviewedby".split()
)
OTHERS = frozenset("director actor actors cast crew comment comments site brand logo".split())
HOUSE = re.compile(r"^(?:admin|administrator|editor|staff|webmaster|uploader|redaktion|redacción|la rédaction)$", re.I)


def is_person(text: str) -> bool:
    """Whether a text is a name that somebody may have, no count, no day and no film."""
    return (
        words.is_name(text)
        and not YEAR.search(text)
        and words.date_in(text) is None
        and not HOUSE.match(text.strip())
        and review_word(text) is None
        and known(text) is None
        and fold(text) not in words.words("date") | words.words("author")
    )


def linked(segment: Segment) -> Iterator[Slice]:
    """The piece that follows the words for an author: ``Posted on 3 May by <a>anna_k</a> in Drama``."""
    for one, two in pairwise(segment.pieces):
        before = segment.text[: one.end].rstrip(" :").split()
        tries = (" ".join(before[-size:]).casefold() for size in (1, 2, 3))
        name = Slice(segment, two.start, two.end).stripped()
        if any(each in words.words("author") for each in tries) and name and is_person(name.text):
            yield name


def called(segment: Segment) -> Iterator[Slice]:
    """The pieces whose elements are named for an author."""
    if segment.start >= 0:
        return
    for piece in segment.pieces:
        name = Slice(segment, piece.start, piece.end).stripped()
        if name and is_of_author(piece) and is_person(name.text) and not words.is_film(name.text):
            yield name._replace(start=name.start + after_label(name.text, 0, len(name.text)))


def is_of_author(piece: Piece) -> bool:
    """Whether the element of a piece, or one of the two around it, says that it names an author."""
    element: Any = piece.node.getparent() if piece.tail else piece.node
    for _ in range(3):
        if element is None or element.tag in ("body", "html", "main", "article"):
            return False
        if "author" in (element.get("rel") or "").split() or element.tag == "address":
            return True
        names = words_of(element.get("class") or "")
        if names & OTHERS:
            return False
        if names & PERSONS:
            return True
        steps = set(re.split(r"[/?=&]", (element.get("href") or "")[:200]))
        if steps & {"author", "authors", "contributor", "contributors", "by", "profile"}:
            return True
        element = element.getparent()
    return False
