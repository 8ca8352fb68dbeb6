"""Scores that a page draws as a row of star signs, each full, half or empty by the name of its class or picture."""

from __future__ import annotations

import re
from typing import Any, NamedTuple

FEWEST, MOST = 3, 10  # signs of a row
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
    """The row of stars that an element's children are; None when they are something else, or one is not clear."""
    if not FEWEST <= len(holder) <= MOST or (holder.text or "").strip():
        return None
    kinds = []
    for child in holder:
        if not (found := kind(child)):
            return None
        kinds.append(found)
    empty, half = kinds.count("empty"), kinds.count("half")
    if not kinds.count("full") and not half and not empty:
        return None
    return Row(kinds.count("full") + half / 2, len(kinds) if empty or len(kinds) == 5 else None)


def kind(sign: Any) -> str:
    """full, half or empty; blank for what is no star, or does not say which."""
    if len(sign) or (sign.text or "").strip() or (sign.tail or "").strip():
        return ""
    get = sign.get
    names = f"{get('class') or ''} {(get('src') or '').rpartition('/')[2]}"
    if not SIGN.search(names):
        return ""
    if HALF.search(names):
        return "half"
    return "empty" if EMPTY.search(names) else "full" if FULL.search(names) else ""
