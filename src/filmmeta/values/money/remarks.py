"""Remarks: what the words around a sum say: where, up to when, on how many screens, whether estimated."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from filmmeta.values.dates import PartialDate, date, releases
from filmmeta.values.dates.commonest import commonest
from filmmeta.values.folding import fold, rows
from filmmeta.values.numbers import count, plain
from filmmeta.values.patterns import regex
from filmmeta.values.places import country

PIECES = regex(r"\(([^()]{0,200})\)|\[([^\[\]]{0,200})\]|([^()\[\]\n;|=•]{1,300})", re.DOTALL)
SCREENS = regex(r"(?:\D{1,12} )?(\d[\d,.' ]{0,9}\d|\d) ?(\D{1,40})")
SCREENS_FIRST = regex(r"(\D{1,30}?)[: ] ?(\d[\d,.' ]{0,9}\d|\d)")
NAMED = regex(r"[0-9]{1,2} [^\W\d_]{3,14} [0-9]{4}")  # a day that only one reading can have
JOINTS = regex(r" ?(?:[&/+,]| and | et | und | y | e | и ) ?")
PARTS = regex(r"[;–—]|[,:/](?!\d)| - ")
NAMES = regex(r"[^\W\d_]{2,}+")
EDGES = " \t\r\n\xa0\u2007\u2009\u202f,、،。.:;-–—*•·|/=<>+\u200e\u200f"
AVERAGE = regex(r"(?:per|par|pro|je|por|на|за) {1,4}1 ", re.IGNORECASE)
NARROW = str.maketrans("（）：，；　", "():,; ")
LONGEST = 160
DEEPEST = 6  # known words that may be taken off the ends of one remark


class Remarks(NamedTuple):
    """What was understood of the words around a sum; ``notes`` holds the rest as printed."""

    territory: str | None = None
    as_of: PartialDate | None = None
    screens: int | None = None
    estimated: bool = False
    notes: tuple[str, ...] = ()
    unknown: bool = False  # a note that is no bound, no label and not in brackets


@cache
def _words() -> dict[str, tuple[str, str]]:
    """Folded word → kind and value."""
    table: dict[str, tuple[str, str]] = {}
    for kind, meaning, words in rows("money_words.tsv"):
        for word in words.split("|"):
            table.setdefault(fold(word) or word.strip(), (kind, meaning))
    return table


def remarks(text: str, language: str = "") -> Remarks:
    """What a stretch of text before or behind a sum says.

    >>> remarks("(USA) (6 Screens) (estimated)")
    Remarks(territory='US', as_of=None, screens=6, estimated=True, notes=(), unknown=False)
    """
    found = Remarks()
    for match in PIECES.finditer(text if text.isascii() else text.translate(NARROW)):
        if match[2] and match[2].isdigit():
            continue  # a footnote
        free = match[3]
        piece = _piece((match[1] or match[2] or "") if free is None else free, language, DEEPEST)
        found = _merged(found, piece if free is not None else piece._replace(unknown=False))
    return found


def _merged(one: Remarks, two: Remarks) -> Remarks:
    """Both, the first where they say the same thing differently."""
    return Remarks(
        one.territory or two.territory,
        one.as_of or two.as_of,
        two.screens if one.screens is None else one.screens,
        one.estimated or two.estimated,
        one.notes + two.notes,
        one.unknown or two.unknown,
    )


def _piece(text: str, language: str, depth: int) -> Remarks:
    """What one remark says: one thing, or several with commas between them, or a note."""
    text = text.strip(EDGES)
    if not text:
        return Remarks()
    if AVERAGE.match(plain(text)):
        return Remarks(notes=(text,))
    found = _whole(text, language, depth)
    if found is None and depth and len(text) < LONGEST:
        found = _shortened(text, language, depth) or _parts(text, language, depth)
    return found or Remarks(notes=(text,), unknown=True)


def _whole(text: str, language: str, depth: int) -> Remarks | None:
    """The one thing that the text says: a known word, a number of screens, a territory or a date."""
    if NAMED.fullmatch(text) and (day := commonest(text, language, "")):
        return Remarks(as_of=day)
    kind, meaning = _words().get(fold(text), ("", ""))
    if kind == "estimated":
        return Remarks(estimated=True)
    if kind in ("between", "asof"):
        return Remarks()
    if kind == "territory":
        return Remarks(territory=meaning)
    if kind in ("bound", "label"):
        return Remarks(notes=(text,))
    flat = plain(text)
    if any(c.isdigit() for c in flat):
        return _screens(flat) or (_dated(flat, language, depth) if depth else None)
    try:
        return Remarks(territory=country(text))
    except ValueError:
        parts = JOINTS.split(text)
    try:
        return Remarks(territory=" ".join(map(country, parts))) if 1 < len(parts) < 9 else None
    except ValueError:
        return None


@lru_cache(256)
def is_screens(word: str) -> bool:
    """Whether a word is one for screens or theatres."""
    return _words().get(fold(word), ("",))[0] == "screens"


def _screens(text: str) -> Remarks | None:
    if match := SCREENS.fullmatch(text):
        number, word = match.groups()
    elif match := SCREENS_FIRST.fullmatch(text):
        word, number = match.groups()
    else:
        return None
    kinds = (_words().get(fold(part), ("",))[0] for part in (word, word.split()[0] if word.split() else word))
    try:
        return Remarks(screens=count(number)) if "screens" in kinds else None
    except ValueError:
        return None


def _dated(text: str, language: str, depth: int) -> Remarks | None:
    """The date of the text, and what else it says."""
    names = NAMES.findall(text)
    try:
        if not names or (len(names) == 1 and not _known(names[0])):
            return Remarks(as_of=date(text, language=language))
        found = releases(text, language=language)
    except ValueError:
        return None
    if len(found) != 1:
        return None
    said = Remarks(found[0].country, found[0].date)
    for note in (found[0].note or "").split("; "):
        said = _merged(said, _piece(note, language, depth - 1))
    return said


def _known(name: str) -> bool:
    """Whether a word says something of itself."""
    try:
        return fold(name) in _words() or bool(country(name))
    except ValueError:
        return False


def _shortened(text: str, language: str, depth: int) -> Remarks | None:
    """What the text says when the longest known words at one of its ends are read by themselves."""
    words = text.split()
    for front in (True, False):
        for size in range(min(4, len(words) - 1), 0, -1):
            known, rest = (words[:size], words[size:]) if front else (words[-size:], words[:-size])
            kind, _ = _words().get(fold(" ".join(known)), ("", ""))
            if not kind or kind == "screens":
                continue
            other = _piece(" ".join(rest), language, depth - 1)
            if other.unknown:
                break
            return _merged(_whole(" ".join(known), language, 0) or Remarks(), other)
    return None


def _parts(text: str, language: str, depth: int) -> Remarks | None:
    """What the parts between commas and dashes say, when at least one of them is understood."""
    parts = PARTS.split(text, maxsplit=12)
    if len(parts) == 1:
        return None
    found = Remarks()
    for part in parts:
        found = _merged(found, _piece(part, language, min(depth - 1, 1)))
    return None if found == Remarks(notes=found.notes, unknown=True) else found
