"""What a page's headings and its head may call the film."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts.entries import outlined
from filmmeta.readers.title.candidates import MAX_TITLE, SEPARATOR, YEAR, Candidate, key_of, parts
from filmmeta.readers.title.furniture import is_home, is_of_menu, is_part_of_page
from filmmeta.readers.title.pages import within

MANY = 80  # headings that are looked at
LOWER = frozenset({"h2", "h3", "h4"})


def inside(page: Page) -> Iterator[Segment]:
    """The lines of a page without its surroundings."""
    outline = page.once(outlined)
    return (each for each, out in zip(outline.segments, outline.outside, strict=True) if not out)


def headings(page: Page) -> list[Candidate]:
    """The page's main headings outside its surroundings, each whole and by its first piece.

    One that is a part of the page is none, nor is the site's name where a heading below has what the page's own title
    says.
    """
    told = (each for each in inside(page) if len(each.text) <= MAX_TITLE and each.block.in_h1)
    found: list[Candidate] = []
    for segment in islice(told, MANY):
        span = within(segment.text)
        name = segment.text[slice(*span)]
        if is_part_of_page(name) or (is_home(segment) and page.once(lower)):
            continue
        found.append(Candidate("h1", name, segment.where(*span), key_of(name)))
        first = segment.pieces[0]
        if len(segment.pieces) > 1:
            text = segment.text[first.start : first.end]
            found.append(Candidate("h1", text, segment.where(first.start, first.end), key_of(text)))
    return found


def lower(page: Page) -> list[Candidate]:
    """Headings below the first rank that the page's own title begins with; else those that it ends with."""
    told = next((each.text for each in in_head(page) if SEPARATOR.search(each.text)), "")
    named = [
        each
        for each in islice((each for each in inside(page) if each.block.tag in LOWER), MANY)
        if each.text and each.text in told and not is_part_of_page(each.text) and not is_of_menu(each.text)
    ]
    found = [each for each in named if begins(told, each.text)] or [each for each in named if ends(told, each)]
    return [Candidate("h1", each.text, each.where(), key_of(each.text)) for each in found]


def begins(told: str, text: str) -> bool:
    """Whether a page's title begins with a text and goes on with another."""
    behind = len(text)
    return told.startswith(text) and bool(SEPARATOR.match(told, behind) or YEAR.match(told[behind:].lstrip()))


def ends(told: str, heading: Segment) -> bool:
    """Whether a page's title ends with a heading that is not the site's name."""
    before = [each.end() for each in SEPARATOR.finditer(told)]
    return told.endswith(heading.text) and len(told) - len(heading.text) in before and not is_home(heading)


def in_head(page: Page) -> Iterator[Candidate]:
    """The parts of the page's ``<title>``."""
    if page.tree is None:
        return
    element = next(page.tree.iter("title"), None)
    text = " ".join((element.text or "").split()) if element is not None else ""
    if element is not None and text:
        yield from parts("head", text, f"xpath:{element.getroottree().getpath(element)}")
