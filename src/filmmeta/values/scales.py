"""Scale words: how many noughts ``million``, ``Mio.``, ``crore`` and ``億`` stand for."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from filmmeta.values.folding import fold, rows
from filmmeta.values.patterns import regex

WORD = regex(r" ?-? ?([^\W\d_](?:[^\s\d.,;:()\[\]{}<>|/–—$€£¥₹₽₩!?+'\"-]{0,23})\.?)")
LIKELY = regex(r"(?:mil|bil|tril|мил|міл|εκατομ)", re.IGNORECASE)


@cache
def scales() -> tuple[dict[str, dict[str, int]], frozenset[str]]:
    """Scale words, each with its power of ten by language (``""``: any); languages with a decimal comma."""
    words: dict[str, dict[str, int]] = {}
    commas: frozenset[str] = frozenset()
    for name in ("scales_film.tsv", "scales.tsv"):
        for word, zeros, languages in rows(name):
            if word == ",":
                commas = frozenset(languages.split())
                continue
            for language in languages.split():
                words.setdefault(word, {}).setdefault(language.strip("*"), int(zeros))
    return words, commas


def scale(word: str, language: str = "") -> int | None:
    """The power of ten that a word stands for; None for none, or for several and no language to decide.

    >>> scale("Mio."), scale("crore"), scale("mil"), scale("mil", "es")
    (6, 7, None, 3)
    """
    if (meanings := _meanings(word)) is None:
        return None
    language = language[:2].lower() if language else ""
    found = meanings.get("nb" if language in ("no", "nn") else language, meanings.get(""))
    short = len(word) < 4 and word.isascii()  # Icelandic `ma`, Turkish `mr`: only where the language is known
    if found is None and not short and len(set(meanings.values())) == 1:
        return next(iter(meanings.values()))
    return found


@lru_cache(2048)
def _meanings(word: str) -> dict[str, int] | None:
    words, _ = scales()
    word = word.casefold()
    bare = word.removesuffix(".")
    return words.get(word) or words.get(bare) or _folded().get(bare if bare.isascii() else fold(bare))


@cache
def _folded() -> dict[str, dict[str, int]]:
    """The scale words without their accents, as many a page prints them."""
    table: dict[str, dict[str, int]] = {}
    for word, meanings in scales()[0].items():
        if not word.isascii():
            for language, zeros in meanings.items():
                table.setdefault(fold(word), {}).setdefault(language, zeros)
    return table


def _doubtful(word: str) -> bool:
    """Whether a word that gave no scale may be one all the same."""
    return bool(len(set((_meanings(word) or {}).values())) > 1 or LIKELY.match(word))


def scaled(text: str, start: int, language: str = "") -> tuple[int, int]:
    """The powers of ten of the scale words that stand at ``start``, and where they end."""
    zeros = 0
    while len(text) > start and (match := WORD.match(text, start)):
        word, begin = match[1], match.start(1)
        found = scale(word, language)
        if found is None and _doubtful(word):
            raise ValueError(f"{word} may stand for several numbers")
        size = len(word)
        if found is None and word > "\u0e00":  # scripts that write words without spaces between them
            sizes = (n for n in range(min(size - 1, 6), 0, -1) if scale(word[:n], language) is not None)
            size = next(sizes, 0)
            found = scale(word[:size], language) if size else None
        if found is None or zeros + found > 18:
            break
        zeros, start = zeros + found, begin + size
    return zeros, start
