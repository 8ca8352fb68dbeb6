"""Films in Open Graph and Twitter cards. https://ogp.me, https://ogp.me/#type_video

The title is not claimed here, for most pages put their site's name to it: ``titles`` gives it to whoever can tell
them apart. Nor is ``video:duration``: on most pages it is the length of a trailer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.claim import Claim
from filmmeta.page import Page
from filmmeta.readers.metas import Meta, metas, named
from filmmeta.readers.nodes import FILM_ADDRESS, IDENTIFIER

TYPES = {
    "video.movie": "film", "movie": "film", "film": "film", "video.tv_show": "series", "tv_show": "series",
    "video.tv_series": "series", "video.episode": "episode", "video.film": "film",
}  # fmt: skip
PREFIX = re.compile(r"^[\w-]{1,60}:(?=movie$|film$|tv_show$)")  # ``letterboxd:movie``
FACTS = {
    "video:writer": "writer",
    "video:director": "director",
    "video:release_date": "release_dates",
    "video:tag": "keyword",
    "og:video:director": "director",
    "og:video:release_date": "release_dates",
    "og:video:tag": "keyword",
}
ACTORS = ("video:actor", "og:video:actor")
TITLES = ("og:title", "twitter:title")
CLOCK = re.compile(r"\d{4}-\d\d-\d\d(?=T)")


def kind(page: Page) -> Meta | None:
    """The page's ``og:type``."""
    return next((meta for meta in metas(page) if meta.name == "og:type"), None)


def medium(page: Page) -> str:
    """``film``, ``series`` or ``episode`` where the page's type is a film's, else empty."""
    said = kind(page)
    return TYPES.get(PREFIX.sub("", said.text.lower()), "") if said else ""


def titles(page: Page) -> Iterator[tuple[str, str]]:
    """The page's titles for those who share it, with where."""
    return named(page, *TITLES)


def film(page: Page) -> Iterator[Claim]:
    """The claims of a page whose type is a film's; nothing of any other."""
    said, medium_ = kind(page), medium(page)
    if said is None or not medium_:
        return
    yield Claim("media_type", medium_, f"inferred:og-{said.text}")
    number = 0
    for meta in metas(page):
        if is_address(meta.text):
            continue
        if meta.name in FACTS:
            day = CLOCK.match(meta.text) if FACTS[meta.name] == "release_dates" else None
            yield Claim(FACTS[meta.name], day[0] if day else meta.text, meta.where)
        elif meta.name in ACTORS:
            yield Claim(f"cast/{number}/name", meta.text, meta.where)
            number += 1
    yield from (Claim("outline", text, where) for text, where in [*named(page, "og:description")][:1])
    yield from identifiers(page)


def identifiers(page: Page) -> Iterator[Claim]:
    for text, where in named(page, "imdb:pageconst", "imdb:title", "og:url"):
        if FILM_ADDRESS.match(text) or IDENTIFIER.fullmatch(text):
            yield Claim("ids", text, where)


def is_address(text: str) -> bool:
    return text.startswith(("http:", "https:", "/"))
