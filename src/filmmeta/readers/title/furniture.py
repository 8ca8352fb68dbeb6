"""Candidates that are words of a page's own menus, buttons and links, and no title."""

from __future__ import annotations

from collections.abc import Sequence

from filmmeta.page.outline import LINK, Segment
from filmmeta.readers.lexicon import is_phrase
from filmmeta.readers.title.candidates import Candidate

HOME = frozenset({"", "/", "./", "..", "../", "#", "index.html", "index.htm", "index.php", "default.htm", "home"})
"""Addresses of a site's own first page."""
ENOUGH = 2  # places that call the film by a word which menus have, too


def is_part_of_page(text: str) -> bool:
    """Whether a text is what pages call a part of themselves and no film is called: ``Skip to content``."""
    return is_phrase(text, "page")


def is_of_menu(text: str) -> bool:
    """Whether a text is a word of menus or buttons, as a film may be called, too: ``Home``."""
    return is_phrase(text, "menu")


def without_menus(found: Sequence[Candidate]) -> list[Candidate]:
    """The candidates without those that are parts of the page, and without words of menus that no second place of the
    page, no label and no year shows to be the title, where another text may be it.
    """
    kept = [each for each in found if each.source == "label" or not is_part_of_page(each.text)]
    menu = {each.key for each in kept if is_of_menu(each.text)}
    places = {key: {each.source for each in kept if each.key == key and each.source != "guess"} for key in menu}
    doubted = {key for key in menu if len(places[key]) < ENOUGH and "label" not in places[key]}
    sure = [each for each in kept if each.key not in doubted or not is_of_menu(each.text)]
    return sure if any(each.source != "guess" for each in sure) else kept


def is_home(segment: Segment) -> bool:
    """Whether a heading is nothing but a link to the first page of its site, and so the site's name."""
    links = {id(piece.link): piece.link for piece in segment.pieces if piece.style & LINK}
    if len(links) != 1 or not all(piece.style & LINK for piece in segment.pieces):
        return False
    element = next(iter(links.values()))
    address = (element.get("href") or "#none").strip() if hasattr(element, "get") else "#none"
    _, mark, behind = address.partition("://")
    return (behind.partition("/")[2] if mark else address).casefold() in HOME
