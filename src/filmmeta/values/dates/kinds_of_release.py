"""Where a film came out and how: the words that stand around a release date."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from filmmeta.values.dates.words import kinds, words_of
from filmmeta.values.folding import fold, rows
from filmmeta.values.patterns import regex
from filmmeta.values.places import countries, country
from filmmeta.values.places.countries import country_code

_EDGE = " \t\r\n.,:;|/•·*-–—&'\""
_GROUP = regex(r"[(\[]([^()\[\]]{0,300}(?:[(\[][^()\[\]]{0,300}[)\]][^()\[\]]{0,100})?)[)\]]")
_DASH = regex(r"\s[-–—]\s|:\s|\t|\||:$")
_LINK = regex(r"\b(?:see|show|read) (?:more|all)\b.{0,3}", re.I)
_CODE = regex(r"[^,\s] (US|USA|UK|CZ|SK|PL|HU|FR|ES|JP|AT|CH|RU)$")
"""A distributor's country (``Warner Bros. UK``), in letters that no state of the USA has."""
_GLUED = regex(r"([^\W\d_]{4,12}?)s?(?:premiär|premiere|start)", re.I)
"""A country grown together with the word for a release: ``Sverigepremiär``, ``Deutschlandstart``."""
_LONGEST = 4
_WORD = regex(r"\w+")


class Circumstance(NamedTuple):
    """The countries, the type (see ``type_of``) and what else is said of one release."""

    countries: tuple[str, ...] = ()
    type: str | None = None
    note: str | None = None


@cache
def _types() -> dict[str, tuple[int, str]]:
    """Folded phrase → rank and type."""
    found: dict[str, tuple[int, str]] = {}
    for rank, (kind, phrases) in enumerate(rows("release_types.tsv")):
        for phrase in phrases.split("|"):
            found.setdefault(fold(phrase), (rank, kind))
    return found


def type_of(note: str) -> str | None:
    """rerelease, premiere, festival, tv, digital, video, limited, wide or theatrical; None when nothing says.

    >>> type_of("TV premiere"), type_of("Limited Rerelease"), type_of("edited version")
    ('tv', 'rerelease', None)
    """
    words = fold(note).split()
    table = _types()
    hits = [table[whole]] if (whole := f"={fold(note)}") in table else []
    hits += [
        table[phrase]
        for size in range(1, _LONGEST + 1)
        for at in range(len(words) - size + 1)
        if (phrase := " ".join(words[at : at + size])) in table
    ]
    named = {kind for _, kind in hits}
    if "premiere" in named and (other := named & {"tv", "video", "digital", "festival"}):
        return min(other)
    return min(hits)[1] if hits else None


@lru_cache(maxsize=4096)
def circumstance(text: str) -> Circumstance:
    """What the text around one release date says of it."""
    where: list[str] = []
    notes: list[str] = []
    outside = _GROUP.sub(" \t ", _LINK.sub("", text))
    for piece in _DASH.split("\t".join((outside, *(m.group(1) for m in _GROUP.finditer(text))))):
        piece = piece.strip(_EDGE)
        if not piece or _is_label(piece):
            continue
        found, note = _piece(piece)
        where += [c for c in found if c not in where]
        if note:
            notes.append(note)
    note = "; ".join(notes) or None
    return Circumstance(tuple(where), type_of(note) if note else None, note)


def _is_label(piece: str) -> bool:
    """Whether the words only say that a date follows."""
    words = _WORD.findall(piece)
    known = kinds()
    labels = words_of("label")
    keys = [fold(word) for word in words]
    return type_of(piece) is None and all(k in labels or known.get(k, "w") in "lfiyu" for k in keys)


def _in_country(words: list[str]) -> str | None:
    """The country after words that only say that a date follows: ``Sortie en France``."""
    labels = words_of("label")
    at = 0
    while at < len(words) and (key := fold(words[at])) and (key in labels or kinds().get(key) == "f"):
        at += 1
    if not 0 < at < len(words):
        return None
    try:
        return country(" ".join(words[at:]))
    except ValueError:
        return None


def _piece(piece: str) -> tuple[tuple[str, ...], str | None]:
    """The countries of one piece and what is left of it."""
    key = fold(piece)
    if key in _types() or f"={key}" in _types():
        return (), piece
    try:
        return (country(piece),), None
    except ValueError:
        pass
    try:
        return countries(piece), None
    except ValueError:
        pass
    words = piece.split()
    if ahead := _in_country(words):
        return (ahead,), piece if type_of(piece) else None
    if (glued := _GLUED.fullmatch(piece)) and (own := country_code(glued[1])):
        return (own,), None
    if code := _CODE.search(piece):
        return (country(code.group(1)),), piece
    for size in range(min(_LONGEST, len(words) - 1), 0, -1):
        head, rest = " ".join(words[:size]), " ".join(words[size:]).strip(_EDGE)
        if fold(rest) in _types() or _is_label(rest):
            try:
                return (country(head),), None if _is_label(rest) else rest
            except ValueError:
                continue
    return (), piece
