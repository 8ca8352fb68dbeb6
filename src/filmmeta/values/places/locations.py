"""Filming locations: the place as printed and the country that its last part names."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from filmmeta.values.absence import is_absent
from filmmeta.values.folding import LIMIT, fold, look_up, names
from filmmeta.values.patterns import regex
from filmmeta.values.places.countries import QUALIFIER, country_code

LOCATION_LIMIT = 500
"""The longest place, in characters."""

_NOTE = regex(r"[(\[（]([^()\[\]（）]{0,200}+)[)\]）]?$")
_TAIL = " \t\n0123456789-–\xa0"
_LINK = regex(r"\(?(?:see )?more\b|see all\b|full list", re.I)
_ADDRESS = regex(r"https?:", re.I)
_BREAK = regex(r"[,，、،;|]")
_DASH = regex(r"\s[-–—]\s|/")


class Location(NamedTuple):
    """A place as printed, and the ISO 3166 code of its country where the text tells it."""

    place: str
    country: str | None = None


@cache
def _localities() -> dict[str, str]:
    return names("localities.tsv")


@cache
def _endings() -> frozenset[str]:
    """The last words of the localities of several words."""
    return frozenset(name.rpartition(" ")[2] for name in _localities() if " " in name)


@lru_cache(1024)
def _may_end(part: str) -> bool:
    """Whether a locality of several words can end with the last part of a place."""
    return len(part) > LIMIT or not (folded := fold(part)) or folded.rpartition(" ")[2] in _endings()


@lru_cache(1024)
def _of_part(part: str, alone: bool) -> str | None:
    """The country of the last part; what could be two (``Georgia``) is none where more stands before it."""
    part = part[-100:].rstrip(_TAIL).strip()
    code = None if alone else look_up(part, _localities())
    return None if code == "?" else code or country_code(part)


def _country(text: str) -> str | None:
    """The country of the last part that names one: after the last comma, dash or slash, or in brackets."""
    body = text
    note = _NOTE.search(text) if text[-1] in ")]）" or "(" in text else None
    if note:
        body = text[: note.start()].rstrip()
    simple = body.isascii() and ";" not in body and "|" not in body
    parts = body.rsplit(",", 2) if simple else _BREAK.split(body)
    if len(parts) > 1 and _may_end(parts[-1]) and (code := look_up(f"{parts[-2]}, {parts[-1]}", _localities())):
        return None if code == "?" else code
    if QUALIFIER.match(parts[-1].strip()) and (code := _of_part(",".join(parts[-2:]), True)):
        return code
    if code := _of_part(parts[-1], len(parts) == 1):
        return code
    if note and (code := country_code(note[1].rsplit(",", 1)[-1])):
        return code
    tail = _DASH.split(parts[-1])
    return _of_part(tail[-1], False) if len(tail) > 1 else None


def _is_link(place: str) -> bool:
    if "»" in place or ">>" in place or _LINK.match(place):
        return True
    return ":" in place and _ADDRESS.search(place) is not None


def location(text: str) -> Location:
    """The place, as the text prints it, with the ISO 3166 code of the country that stands last in it.

    Regions and the postal abbreviations of US states and Canadian provinces tell the country, too; what
    also means another country (``Atlanta, Georgia``; ``Berlin, DE``) does not. Raises ValueError for a
    text without a place: blank, a link, ``N/A``.

    >>> location("Montmartre, Paris 18, Paris, France").country
    'FR'
    >>> location("Chicago, IL")
    Location(place='Chicago, IL', country='US')
    """
    place = " ".join(text[: LOCATION_LIMIT + 1].split())
    lettered = (place[1:2] and place[:2].isalpha()) or sum(map(str.isalpha, place)) > 1
    if not lettered or len(text) > LOCATION_LIMIT or is_absent(place) or _is_link(place):
        raise ValueError(f"no place: {text[:40]!r}")
    return Location(place, _country(place))
