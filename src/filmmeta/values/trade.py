"""Trade words: the shape of the picture, its colour, and its sound."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from filmmeta.values.folding import fold, rows
from filmmeta.values.patterns import regex
from filmmeta.values.people.words import split_notes

LIMIT = 500
"""The longest text, in characters."""

_RATIO = regex(
    r"(?<![\d.,:/$€£])(\d{1,2}(?:[.,]\d{1,3})?)(?:\s?(?::|/|x|×|to|:\s?1)\s?(\d{1,2}(?:[.,]\d{1,3})?))?(?![\d.,:/]*\d|\s?%)",
    re.I,
)
_WHOLE = {
    "16:9",
    "4:3",
    "3:2",
    "5:4",
    "5:3",
    "16:10",
    "14:9",
    "15:9",
    "18:9",
    "19:9",
    "21:9",
    "64:27",
    "8:5",
    "11:8",
}
_LIST = regex(r"[|;\n•,]|\s/\s|\s&\s")


class AspectRatio(NamedTuple):
    """How wide the picture is to how high: 2.35 to 1, 16 to 9."""

    width: float
    height: float = 1.0


class Colour(NamedTuple):
    """``colour``, ``black-and-white`` or ``mixed``, and the rest of the text (a process, a remark)."""

    kind: str
    notes: tuple[str, ...] = ()


class SoundMix(NamedTuple):
    """The trade name of a sound mix and what stands in brackets behind it."""

    name: str
    notes: tuple[str, ...] = ()


@cache
def _table(kind: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for table, value, spellings in rows("trade_words.tsv"):
        if table == kind:
            for spelling in spellings.split("|"):
                found.setdefault(fold(spelling), value)
    return found


def _pair(width: str, height: str) -> tuple[float, float] | None:
    """Width to height, if pictures have that shape: to 1 with decimals, or one of the whole ratios."""
    if f"{width}:{height}" in _WHOLE:
        return float(width), float(height)
    pair = (float(width.replace(",", ".")), float((height or "1").replace(",", ".")))
    if pair[0] == 1:
        pair = (pair[1], pair[0])
    decimal = "." in width + height or "," in width + height
    return pair if pair[1] == 1 and 1 <= pair[0] <= 4.1 and (decimal or height) else None


def aspect_ratio(text: str) -> AspectRatio:
    """The one aspect ratio of a text; raises ValueError when there is none, or several that differ.

    A lone number counts when it is a ratio that films have, 1.0 to 4.1 with decimals.

    >>> aspect_ratio("2.35 : 1"), aspect_ratio("16:9")
    (AspectRatio(width=2.35, height=1.0), AspectRatio(width=16.0, height=9.0))
    """
    if len(text) > LIMIT:
        raise ValueError("no aspect ratio: too long")
    found = {pair for width, height in _RATIO.findall(text) if (pair := _pair(width, height))}
    if len(found) != 1:
        raise ValueError(f"no aspect ratio: {text[:40]!r}" if not found else "several aspect ratios")
    return AspectRatio(*found.pop())


def _colour_kind(text: str) -> str | None:
    return _table("colour").get(fold(text))


def colour(text: str) -> Colour:
    """Whether a film is in colour, black and white, or both; the other parts of the text are notes.

    Raises ValueError when no part says it.

    >>> colour("Color (Technicolor)"), colour("Made for TV, B&W").kind
    (Colour(kind='colour', notes=('Technicolor',)), 'black-and-white')
    """
    if len(text) > LIMIT:
        raise ValueError("no colour: too long")
    if kind := _colour_kind(text):
        return Colour(kind)
    kinds: list[str] = []
    notes: list[str] = []
    for part in filter(None, map(str.strip, _LIST.split(text))):
        body, said = split_notes(part)
        kind = _colour_kind(part) or _colour_kind(body) or (_colour_kind(said[0]) if said else None)
        kinds += [kind] if kind else []
        notes += said if kind else [part]
    if not kinds:
        raise ValueError(f"no colour: {text[:40]!r}")
    return Colour(kinds[0] if len(set(kinds)) == 1 else "mixed", tuple(dict.fromkeys(notes)))


def sound_mixes(text: str) -> tuple[SoundMix, ...]:
    """The sound mixes of a text, each once, under one spelling; raises ValueError when a part is none.

    >>> [mix.name for mix in sound_mixes("Dolby Digital | DTS | SDDS")]
    ['Dolby Digital', 'DTS', 'SDDS']
    """
    if len(text) > LIMIT:
        raise ValueError("no sound mix: too long")
    found: list[SoundMix] = []
    for part in filter(None, map(str.strip, re.split(r"[|;\n•,/]|\s[&+]\s", text))):
        body, notes = split_notes(part)
        name = _table("sound").get(fold(part))
        name, notes = (name, ()) if name else (_table("sound").get(fold(body)), notes)
        if not name:
            raise ValueError(f"no sound mix: {part[:40]!r}")
        found.append(SoundMix(name, notes))
    if not found:
        raise ValueError(f"no sound mix: {text[:40]!r}")
    return tuple(dict.fromkeys(found))
