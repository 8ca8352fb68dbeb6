"""One spelling for many: the folded form under which names stand in the data tables."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import cache
from os.path import dirname, join
from re import Pattern

DATA = join(dirname(__file__), "data")
LIMIT = 200
"""The longest text, in characters, that is ever looked up as one name."""

EXACT = 4
"""Names in capitals of this length or less are abbreviations, and stand only in capitals."""

PARTS = 12
"""The most names that words part without commas."""

_EDGES = " \t\r\n\f\v\xa0.,:;|/*•·–—-\u200b\u200e\u200f\ufeff"
_LETTERS = {"ı": "i", "ł": "l", "ø": "o", "đ": "d", "ð": "d", "þ": "th", "æ": "ae", "œ": "oe", "ə": "a"}
_ARABIC = {"ی": "ي", "ک": "ك", "ة": "ه", "ى": "ي", "ـ": ""}
_DROPPED = ".'’‘ʻʼ`´·\u05f3\u05f4\"“”„«»‹›\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"
_SPACED = "-‐‑‒–—_,،、，/()[]（）・&:;\u05be"
_FOLDS = str.maketrans(
    dict.fromkeys(_DROPPED, "")
    | dict.fromkeys(_SPACED, " ")
    | {chr(c): "" for c in (*range(0x300, 0x370), *range(0x591, 0x5BE), *range(0x64B, 0x656))}
    | _LETTERS
    | _ARABIC
)


def fold(text: str) -> str:
    """The text without case, accents, full stops and apostrophes; dashes and commas are spaces.

    >>> fold("U.S.A."), fold("Côte d’Ivoire"), fold("Bosnia-Herzegovina")
    ('usa', 'cote divoire', 'bosnia herzegovina')
    """
    text = text.casefold()
    if not text.isascii():
        text = unicodedata.normalize("NFKD", text)
        text = unicodedata.normalize("NFC", text.translate(_FOLDS).casefold())
        return " ".join(text.split())
    return " ".join(text.translate(_FOLDS).split())


def _lines(file: str) -> list[str]:
    with open(join(DATA, file), encoding="utf-8") as lines:
        return lines.read().split("\n")


@cache
def rows(file: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a data table, split by tabs, without its remarks."""
    return tuple(tuple(line.split("\t")) for line in _lines(file) if line and not line.startswith("#"))


@cache
def names(*files: str) -> dict[str, str]:
    """Folded name → code, of tables whose rows are a code and its names split by ``|``.

    Earlier files win, and so do earlier rows. A table whose first remark says ``folded`` is taken as it
    is; in the others, short names in capitals stand only in capitals (``SAD`` is no ``sad``).
    """
    found: dict[str, str] = {}
    for file in reversed(files):
        ready = _lines(file)[0].startswith("# folded")
        for code, keys, *_ in reversed(rows(file)):
            spelled = keys.split("|")
            found.update(dict.fromkeys(spelled if ready else map(key, spelled), code))
    return found


def key(name: str) -> str:
    """What a name stands under in a table: folded, but a short one keeps its accents or capitals."""
    bare = name.replace(".", "").replace(" ", "")
    if len(bare) <= EXACT and bare.isupper():
        return bare
    folded = fold(name)
    return name.casefold() if len(folded) <= EXACT and folded.isascii() and not name.isascii() else folded


def look_up(text: str, table: dict[str, str]) -> str | None:
    """The code of a name, None when the table does not have it."""
    if len(text) > LIMIT:
        return None
    text = text.strip(_EDGES)
    if code := table.get(fold(text)):
        return code
    if len(text) <= EXACT and not text.isascii() and (code := table.get(text.casefold())):
        return code
    if text.isupper() and len(bare := text.replace(".", "").replace(" ", "")) <= EXACT:
        return table.get(bare)
    return None


def codes_of(text: str, separator: Pattern[str], code: Callable[[str], str | None]) -> list[str]:
    """The codes of names that words part; as much of the text as is one name stays whole.

    Raises ValueError when a part has no code.

    >>> import re
    >>> codes_of("Trinidad & Tobago & Chad", re.compile("&"), {"Trinidad & Tobago": "TT", "Chad": "TD"}.get)
    ['TT', 'TD']
    """
    ends = [match.start() for match in separator.finditer(text)] + [len(text)]
    starts = [0] + [match.end() for match in separator.finditer(text)]
    found: list[str] = []
    at = 0
    while at < len(ends) <= PARTS:
        for last in range(len(ends) - 1, at - 1, -1):
            if one := code(text[starts[at] : ends[last]].strip()):
                found.append(one)
                at = last + 1
                break
        else:
            break
    if at < len(ends):
        raise ValueError(f"unknown: {text.strip()[:40]!r}")
    return found
