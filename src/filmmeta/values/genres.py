"""Names of film genres in some thirty languages.

>>> genre("Ciencia ficción"), genre("драма"), genre("Krimi-Komödie")
('Science Fiction', 'Drama', 'Crime')
>>> genres("Action, Sci-Fi / Thriller")
('Action', 'Sci-Fi', 'Thriller')
"""

from __future__ import annotations

import re
from functools import cache

from filmmeta.values.folding import look_up, names
from filmmeta.values.patterns import regex

__all__ = ["genre", "genres"]

LONGEST = 60
"""The longest name, in characters."""
LONGEST_LIST = 400
MOST = 12
"""The most genres that one film has; a longer list is a site's menu."""

SEPARATOR = regex(r"[|,;/·•‧・、，／\n\t»›]|\s[-–—]\s|\s(?:and|und|et|y|e|i|och|og|en|ja|a|és|și|si|и|і|та|και|ve|&)\s")
FILM = regex(r"(?:film|filme|filmi|movie|elokuva|фильм|фільм|филм|film,)\s|\s(?:film|filmi|movie|elokuva|filmas)", re.I)
TAIL = regex(r"([^\W\d_]{3,30})-?(?:film|films|filmen|elokuva|filmi|映画|片|电影|電影|영화|dráma)", re.I)


@cache
def _table() -> dict[str, str]:
    return names("genres.tsv")


def genre(text: str) -> str:
    """The English name of the genre that a text names, alone, with a word for film, or as the first of a compound.

    ValueError when the text is no genre.
    """
    text = text.strip(" \t\xa0.,:;#\"'")
    if len(text) <= LONGEST and (found := _known(text)):
        return found
    raise ValueError(f"no genre: {text[:40]!r}")


def _known(text: str) -> str | None:
    if found := look_up(text, _table()):
        return found
    if match := TAIL.fullmatch(text):
        return look_up(match[1], _table())
    bare = FILM.sub("", text, count=1)
    if bare != text:
        return look_up(bare, _table())
    halves = re.split("[-–]", text)
    if 1 < len(halves) <= 3:
        found_all = [look_up(half, _table()) for half in halves]
        return found_all[0] if all(found_all) else None
    return None


def genres(text: str) -> tuple[str, ...]:
    """The genres that a list names, each as printed; ValueError when any part of the list is none."""
    if len(text) > LONGEST_LIST:
        raise ValueError("too long for a list of genres")
    parts = [part.strip() for part in SEPARATOR.split(text) if part.strip()]
    if not 0 < len(parts) <= MOST:
        raise ValueError("no list of genres")
    for part in parts:
        genre(part)
    return tuple(dict.fromkeys(parts))
