"""Scores that a page draws as a row of star signs, each full, half or empty by the name of its class or picture."""

from __future__ import annotations

import re
from itertools import islice
from typing import Any, NamedTuple

FEWEST, MOST = 3, 10  # signs of a row
LOOKED_AT = 60  # children of an element
SIGN = re.compile(r"star|gwiazd|hvezd|etoile|estrella|stern|stella", re.IGNORECASE)
HALF = re.compile(r"half|halb|demi|media|mezz", re.IGNORECASE)
EMPTY = re.compile(
    r"empty|outline|off(?![a-z])|inactive|gr[ae]y|blank|border|vide|leer|hollow|unchecked|far(?![a-z])|[-_]o(?![a-z])",
    re.IGNORECASE,
)
FULL = re.compile(
    r"full|fill|on(?![a-z])|active|checked|solid|gold|yellow|lit(?![a-z])|plein|voll|fas(?![a-z])", re.IGNORECASE
)


class Row(NamedTuple):
    """The stars of a row: how many are full (a half counts so), and of how many; None where that is not clear."""

    value: float
    best: int | None


def row(holder: Any) -> Row | None:
    """The first row of stars among an element's children; None when there is none, or one is not clear."""
    kinds = [kind(sign) for sign in signs(holder)]
    if not FEWEST <= len(kinds) <= MOST or not all(kinds):
        return None
    empty, half = kinds.count("empty"), kinds.count("half")
    if not kinds.count("full") and not half and not empty:
        return None
    return Row(kinds.count("full") + half / 2, len(kinds) if empty or len(kinds) == 5 else None)


def signs(holder: Any) -> list[Any]:
    """The first children of an element that stand side by side and look like stars, nothing between them."""
    found: list[Any] = []
    for child in islice(holder, LOOKED_AT):
        if is_sign(child):
            found.append(child)
        elif len(found) >= FEWEST:
            break
        else:
            found = []
        if found and (child.tail or "").strip():
            if len(found) >= FEWEST:
                break
            found = []
    return found


def is_sign(sign: Any) -> bool:
    """Whether an element holds nothing, and its names speak of a star."""
    return (
        isinstance(sign.tag, str) and not len(sign) and not (sign.text or "").strip() and bool(SIGN.search(names(sign)))
    )


def names(sign: Any) -> str:
    return f"{sign.get('class') or ''} {(sign.get('src') or '').rpartition('/')[2]}"


def kind(sign: Any) -> str:
    """full, half or empty; blank for a star that does not say which."""
    told = names(sign)
    if HALF.search(told):
        return "half"
    return "empty" if EMPTY.search(told) else "full" if FULL.search(told) else ""
