"""Identifiers of films: out of web addresses, or as they stand."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from filmmeta.values.folding import rows
from filmmeta.values.patterns import regex

LIMIT = 2000
"""The longest address, in characters."""

_HOST = regex(
    r"^(?:https?:)?(?://)?(?:[a-z0-9-]{1,60}\.){0,5}?([a-z0-9-]{1,60}\.[a-z]{2,6})(?=[/?#:]|$)",
    re.I,
)
_IMDB = regex(r"\b(?:tt)(\d{7,9})\b", re.I)
_EIDR = regex(r"10\.5240/((?:[0-9A-F]{4}-){5}[0-9A-Z])(?![0-9A-Z-])", re.I)
_PLAIN_EIDR = regex(r"10\.5240/([0-9A-F]{20}[0-9A-Z])(?![0-9A-Z-])", re.I)
_NAMED = regex(
    r"(imdb|tmdb|themoviedb|kinopoisk|кинопоиск|allocin[eé]|[cč]sfd|letterboxd|rottentomatoes|rotten tomatoes"
    r"|metacritic|wikidata|douban|filmaffinity|filmweb|tvdb|mubi|moviemeter|ofdb)(?:\.[a-z]{2,3})?(?: ?id)?\s?(?:[:=#]|://|-|\s)\s?"
    r"([\w-]{1,100})",
    re.I,
)
_FORMS = {
    "tt": regex(r"(tt\d{7,9})\b"),
    "q": regex(r"(Q[1-9]\d{0,11})\b"),
    "digits": regex(r"(\d{1,12})(?![\w])"),
    "digits7": regex(r"(\d{7,9})\b"),
    "lastdigits": regex(r"([\w%+.'!,-]{1,200})"),
    "slug": regex(r"([\w%~.-]{1,200})"),
    "slugpath": regex(r"([\w%~.-]{1,200}/\d{1,12})(?!\w)"),
}
_NAMES = {"themoviedb": "tmdb", "кинопоиск": "kinopoisk", "allociné": "allocine", "čsfd": "csfd"}
_WORDED = {"letterboxd", "rottentomatoes", "metacritic", "mubi"}
_ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ"


class FilmId(NamedTuple):
    """Whose identifier it is (imdb, tmdb, csfd, eidr …) and the identifier as that site writes it."""

    scheme: str
    value: str


def check_character(digits: str) -> str:
    """The check character of hexadecimal digits by ISO 7064 Mod 37,36, as EIDR uses it.

    >>> check_character("7791-8534-2C23-9030-8610".replace("-", ""))
    '5'
    """
    product = 36
    for digit in digits.upper():
        total = (product + _ALPHABET.index(digit)) % 36 or 36
        product = total * 2 % 37
    return _ALPHABET[(37 - product) % 36]


@cache
def _sites() -> dict[str, tuple[tuple[str, str, str], ...]]:
    sites: dict[str, tuple[tuple[str, str, str], ...]] = {}
    for host, scheme, marker, form in rows("id_sites.tsv"):
        domain = ".".join(host.split(".")[-2:])
        sites[domain] = (*sites.get(domain, ()), (scheme, marker, form))
    return sites


def _eidr(text: str) -> FilmId | None:
    """An EIDR whose check character is right, with hyphens and capitals."""
    if match := _EIDR.search(text):
        digits = match[1].replace("-", "").upper()
    elif match := _PLAIN_EIDR.search(text):
        digits = match[1].upper()
    else:
        return None
    if check_character(digits[:-1]) != digits[-1]:
        raise ValueError("no EIDR: wrong check character")
    groups = [digits[at : at + 4] for at in range(0, 20, 4)]
    return FilmId("eidr", f"10.5240/{'-'.join(groups)}-{digits[-1]}")


def _of_address(text: str) -> FilmId | None:
    """The identifier in a web address of a site that the table knows."""
    host = _HOST.match(text)
    if not host:
        return None
    rest = text[host.end() :]
    for scheme, marker, form in _sites().get(host[1].lower(), ()):
        at = rest.find(marker)
        if at >= 0 and (match := _FORMS[form].match(rest, at + len(marker))):
            from urllib.parse import unquote

            value = unquote(match[1])
            if form == "lastdigits" and not (value := value.rpartition("-")[2]).isdecimal():
                continue
            return FilmId(scheme, f"tt{value}" if form == "digits7" else value)
    return None


def _named(text: str) -> FilmId | None:
    """The identifier behind a site's name: ``tmdb: 603``."""
    match = _NAMED.fullmatch(text)
    if not match:
        return None
    name = match[1].lower().replace(" ", "")
    scheme, value = _NAMES.get(name, name), match[2]
    if scheme == "imdb":
        value = value if value.startswith("tt") else f"tt{value}"
        return FilmId(scheme, value) if _FORMS["tt"].fullmatch(value) else None
    if scheme == "wikidata":
        return FilmId(scheme, value) if _FORMS["q"].fullmatch(value) else None
    readable = scheme in _WORDED or (value.isascii() and value.isdecimal())
    return FilmId(scheme, value) if readable else None


def film_id(text: str) -> FilmId:
    """The identifier of a film in a web address, behind a site's name, or bare where its form is its own.

    Bare numbers belong to no site; people, companies and lists are no films; an EIDR with a wrong check
    character is none. Raises ValueError for all of these.

    >>> film_id("https://www.themoviedb.org/movie/603-the-matrix")
    FilmId(scheme='tmdb', value='603')
    """
    text = text.strip()
    if not text or len(text) > LIMIT:
        raise ValueError(f"no film id: {text[:40]!r}")
    if found := _eidr(text) or _of_address(text) or _named(text):
        return found
    if match := _IMDB.fullmatch(text):
        return FilmId("imdb", f"tt{match[1]}")
    if _FORMS["q"].fullmatch(text):
        return FilmId("wikidata", text)
    raise ValueError(f"no film id: {text[:40]!r}")
