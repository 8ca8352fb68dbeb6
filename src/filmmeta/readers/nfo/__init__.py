"""Films in the XML that media centres write beside them: Kodi, Jellyfin, Emby, MediaPortal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.claim import Claim, Problem, shown
from filmmeta.page import Page
from filmmeta.readers.nfo.elements import roots
from filmmeta.readers.nfo.fields import Fields

Read = Iterator[Claim | Problem]
SHORT = 2_000  # characters of a page of addresses alone
ADDRESS = re.compile(r"https?://[^\s<>\"']{4,400}")
SITE = re.compile(
    r"https?://(?:[\w-]{1,40}\.){0,3}(?:imdb|themoviedb|tmdb|thetvdb|kinopoisk|csfd|allocine|filmaffinity|ofdb"
    r"|moviemeter|filmweb|wikidata|letterboxd|moviepilot|rottentomatoes|metacritic)\.[a-z]{2,6}/",
    re.IGNORECASE,
)
ROOT = re.compile(r"</?(?:movie|tvshow|episodedetails)(?:\s[^<>]{0,400})?/?>", re.IGNORECASE)
OPENED = re.compile(r"<(?:movie|tvshow|episodedetails)(?:\s[^<>]{0,400})?>\s{0,400}<", re.IGNORECASE)


def film(page: Page) -> Read:
    """The claims of the page's first film; each further one is a problem."""
    found = roots(page) if "<" in page.text else []
    if found:
        yield from Fields(found[0]).claims()
    yield from addresses(page)
    for other in found[1:]:
        title = other.child("title")
        yield Problem("unread", "", shown(f"{other.tag}: {title.text if title else ''}"), other.where)


def addresses(page: Page) -> Read:
    """The addresses of film sites that stand before, after or instead of the films."""
    marks = [*ROOT.finditer(page.text)]
    first, last = (marks[0].start(), marks[-1].end()) if marks else (len(page.text), len(page.text))
    for found in ADDRESS.finditer(page.text):
        if not first <= found.start() < last and SITE.match(found[0]):
            yield Claim("ids", found[0], f"text:{found.start()}-{found.end()}")


def is_nfo(page: Page) -> bool:
    """Whether the page is a media centre's XML, or nothing but addresses of films."""
    opened = OPENED.search(page.text)
    if opened:
        return page.is_markup and "<html" not in page.text[:SHORT].lower()
    words = page.text.split() if len(page.text) < SHORT else []
    return bool(words) and all(SITE.match(word) for word in words)
