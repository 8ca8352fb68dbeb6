"""What the names of classes and the addresses of links say of what stands there."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from filmmeta.page.outline import Block
from filmmeta.readers.reviews.units import Part
from filmmeta.readers.reviews.words import words

WORD = re.compile(r"[a-z]+")
HUMP = re.compile(r"(?<=[a-z])(?=[A-Z])")
FILMS = frozenset(
    "film films movie movies title titles pelicula peliculas filme filmes elokuva subject serial series".split()
)
LOOKED_AT = 10  # links of one slot


def split(names: str) -> set[str]:
    """The words that class names or an address's path are made of."""
    return set(WORD.findall(HUMP.sub("-", names).lower()))


def spoken_of(kind: str, names: str, parts: Iterable[Part]) -> bool:
    """Whether names, or the addresses of most links among parts, have a word of a kind."""
    if split(names) & words(kind):
        return True
    links = [address(part) for part in list(parts)[:LOOKED_AT]]
    return sum(bool(split(link) & words(kind)) for link in links if link) * 2 > len(links)


def of_films(parts: Iterable[Part]) -> bool:
    """Whether most of the links among parts lead to films, and not all to one, as those of its reviews may."""
    links = [address(part) for part in list(parts)[:LOOKED_AT]]
    films = [link for link in links if split(link) & FILMS and not split(link) & words("names-person")]
    return len(films) * 2 > len(links) and (len(films) == 1 or len({behind_film(link) for link in films}) > 1)


def behind_film(link: str) -> str:
    """The step of an address behind the one that speaks of a film: the film's own name or number."""
    steps = link.split("/")
    at = next((at for at, step in enumerate(steps) if split(step) & FILMS), len(steps))
    return "/".join(steps[at : at + 2]) if at + 1 < len(steps) and steps[at + 1] else link


def address(part: Part) -> str:
    """The path of the first link in a part, without the site's name."""
    for piece in part.slice.pieces():
        if piece.link is not None:
            href: Any = piece.link.get("href") or ""
            return str(href).partition("://")[2].partition("/")[2] if "://" in href else str(href)
    return ""


def above(block: Block, levels: int) -> str:
    """The class names, ids and item properties of a block and of those around it."""
    found = []
    for each in list(block.above())[:levels]:
        if each.element is not None and each.tag not in ("html", "body", "main"):
            get = each.element.get
            found += [get("class") or "", get("id") or "", get("itemprop") or ""]
    return " ".join(found)
