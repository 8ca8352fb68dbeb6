"""Currency marks: the signs, codes, short forms and names that stand before or after a sum."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import NamedTuple

from filmmeta.values.folding import fold, rows
from filmmeta.values.patterns import regex

SIGNS = "$£€¥₽₹₩₺₪₫₴₸₱฿₦₵₲₡₭៛₮₼₾֏৳₨₤₣₧₯ƒ¢"
STOPS = frozenset(' \t\r\n()[]{},;:|=+<>"“”«»')
LOWER = frozenset({"rs", "kr", "skr", "nkr", "dkr", "eur", "usd", "gbp", "inr", "euro", "руб", "dm"})
"""Everyday words that may stand before a sum in small letters; other words stand behind it."""

COUNTRIES = ("USA", "UK")
"""Words that are the currency's when they touch the sign, but the territory when a space is between."""

LINK = regex(r"(?:[.,][-–—]{1,2})?[ -]?(?:(?:de|di|of|in|ของ) |d')? ?")
NAME = regex(r"[^\d()\[\]{},;:|\n=+<>]{1,48}")
DOLLARS = regex(r"dol+[aáà]r|peso|дол+ар|δολαρ|ドル|달러|美元")
ADJECTIVE = regex(r" ?([A-Z][A-Za-z.]{1,10})(?![A-Za-z])")


class Mark(NamedTuple):
    """What says the currency: its code if it can be but one, how it is printed (None: the code itself)."""

    code: str | None
    symbol: str | None = None
    zeros: int = 0
    weak: bool = False  # a single letter, which only stands beside large sums


Meanings = dict[str, tuple[str | None, int]]


@cache
def _signs() -> dict[str, Meanings]:
    """Signs and everyday words: exact where they have capitals, else folded; meanings by language."""
    table: dict[str, Meanings] = {}
    for word, code, *rest in rows("currency_signs.tsv"):
        languages = rest[0].split() if rest and rest[0] else [""]
        zeros = int(rest[1]) if len(rest) > 1 else 0
        key = word if word != word.casefold() else fold(word)
        for language in languages:
            table.setdefault(key, {}).setdefault(language, (None if code == "-" else code, zeros))
    return table


@cache
def _codes() -> frozenset[str]:
    return frozenset(row[0] for row in rows("currencies.tsv"))


@cache
def _names() -> dict[str, str]:
    return {name: code for code, names in rows("currencies.tsv") for name in names.split("|")}


@lru_cache(4096)
def mark(word: str, language: str = "") -> Mark | None:
    """The currency that a sign, a code or a name stands for.

    >>> mark("$"), mark("US$"), mark("FRF")
    (Mark(code=None, symbol='$', zeros=0, weak=False), Mark(code='USD', symbol='US$', zeros=0, weak=False), \
Mark(code='FRF', symbol=None, zeros=0, weak=False))
    """
    if len(word) > 48:
        return None
    if len(word) == 3 and word.isupper() and word.isascii() and word in _codes() and word != "RUR":
        return Mark(word)
    signs, bare = _signs(), word.rstrip(".")
    meanings = signs.get(word) or signs.get(bare) or signs.get(folded := fold(word))
    if meanings:
        language = language.lower()
        found = meanings.get(language) or meanings.get(language[:2]) or meanings.get("")
        return found and Mark(found[0], bare, found[1], len(bare) == 1 and bare.isascii() and bare.isalpha())
    if len(bare) == 4 and bare[0] in "MKTkm" and bare[1:] in _codes():
        return Mark(bare[1:], None, 6 if bare[0] in "Mm" else 3)
    code = _names().get(folded) if word else None
    return Mark(code, bare) if code else None


def dollars(name: str) -> bool:
    """Whether a currency's name is one of those that are written with a ``$``."""
    return bool(DOLLARS.search(fold(name)))


def mark_before(text: str, start: int, language: str = "") -> tuple[Mark, int] | None:
    """The mark that ends before ``start``, and where it begins."""
    end = start
    while end and text[end - 1] == " " and start - end < 2:
        end -= 1
    begin = end
    while begin and end - begin < 16 and text[begin - 1] not in STOPS and not text[begin - 1].isdigit():
        begin -= 1
    while begin < end and text[begin] in ".-–—~/*•·<>≈∼":
        begin += 1
    run = text[begin:end]
    if not run:
        return None
    if run[-1] in SIGNS:
        return _signed(text, begin, end, language)
    if run != run.casefold() or fold(run) in LOWER:
        found = mark(run, language)
        loose = found and found.weak and end < start and run[-1] != "."
        if found and not loose and (found.symbol is None or len(run) < 7):
            return found, begin
    return None


def _signed(text: str, begin: int, end: int, language: str) -> tuple[Mark, int]:
    """The mark of a run that ends with a sign, with the letters before it if they belong to it."""
    sign = text[end - 1]
    if end - begin > 1 and (found := mark(text[begin:end], language)):
        return found, begin
    if begin == end - 1 and begin > 2 and text[begin - 1] == " ":
        word = text[max(0, begin - 12) : begin - 1].rpartition(" ")[2].lstrip("(:,;|\n")
        known = len(word) > 1 and word[0].isupper() and word not in COUNTRIES
        if known and (found := mark(word + sign, language)):
            return found._replace(symbol=text[begin - 1 - len(word) : end]), begin - 1 - len(word)
        if len(word) == 3 and word in _codes():
            return Mark(word, sign), begin - 1 - len(word)
    return mark(sign, language) or Mark(None, sign), end - 1


def mark_after(text: str, start: int, language: str = "") -> tuple[Mark, int] | None:
    """The mark that begins at ``start``, and where it ends."""
    link = LINK.match(text, start)
    begin = link.end() if link else start
    if begin >= len(text):
        return None
    if text[begin] in SIGNS:
        return _sign_after(text, begin, language)
    name = NAME.match(text, begin)
    if not name or not text[begin].isalpha():
        return None
    run = name[0]
    ends = [i for i, c in enumerate(run) if c in " /"][:6]
    ends = [*ends[:5], len(run)] if len(ends) < 6 else ends
    for size in reversed(ends):
        word = run[:size].rstrip(" -–—")
        if word and (found := mark(word, language)):
            return found, begin + len(word)
    if run > "\u0e00":  # scripts that write words without spaces between them
        for size in range(min(len(run) - 1, 8), 0, -1):
            if found := mark(run[:size], language):
                return found, begin + size
    return None


def _sign_after(text: str, begin: int, language: str) -> tuple[Mark, int] | None:
    end = begin + 1
    if text[end : end + 1].isdigit():
        return None  # the sign of the next sum
    while end < len(text) and end - begin < 5 and text[end].isalpha():
        end += 1
    for size in range(end - begin, 1, -1):
        if found := mark(text[begin : begin + size], language):
            return found, begin + size
    sign = text[begin]
    if (word := ADJECTIVE.match(text, begin + 1)) and (found := mark(word[1] + sign, language)):
        return found._replace(symbol=text[begin : word.end()]), word.end()
    found = mark(sign, language) or Mark(None, sign)
    if word and word[1] in _codes():
        if found.code not in (None, word[1]):
            raise ValueError("a sum in two currencies")
        return found._replace(code=word[1]), word.end()
    return found, begin + 1
