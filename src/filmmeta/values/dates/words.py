"""The words of dates in some eighty languages: months, quarters, and what stands around them."""

from __future__ import annotations

from functools import cache

from filmmeta.values.folding import fold, rows

KINDS = {
    "month": "T",
    "about": "a",
    "season": "s",
    "part": "p",
    "of": "f",
    "year": "y",
    "from": "i",
    "label": "l",
    "to": "u",
    "now": "n",
}
"""A kind of ``date_words.tsv`` and its letter in a scan; where a word is of several, the first one counts."""

Month = int | dict[int, frozenset[str]]
"""A month, or the months that a word can mean with the languages in which it does."""

_WIDELY = {"en", "fr", "de", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "hu", "ro", "tr"}
_SHORT = 3


@cache
def months() -> dict[str, Month]:
    """Folded word → month. A word that means several, or is short and rare, brings its languages along."""
    found: dict[str, dict[int, frozenset[str]]] = {}
    for word, month, languages in rows("months.tsv"):
        found.setdefault(word, {})[int(month)] = frozenset(languages.split())
    weak = words_of("weak")
    return {word: named if is_weak(word, named, weak) else next(iter(named)) for word, named in found.items()}


def is_weak(word: str, named: dict[int, frozenset[str]], weak: frozenset[str]) -> bool:
    """Whether a month's name needs a known language to count by itself."""
    if len(named) > 1 or word in weak:
        return True
    languages = next(iter(named.values()))
    return len(word) <= _SHORT and word.isascii() and not languages & _WIDELY


@cache
def words_of(kind: str) -> frozenset[str]:
    """The folded words of one kind of ``date_words.tsv``."""
    lists = (row[1] for row in rows("date_words.tsv") if row[0] == kind)
    return frozenset(key for words in lists for word in words.split("|") if (key := fold(word)))


@cache
def kinds() -> dict[str, str]:
    """Folded word → letter of its kind."""
    found: dict[str, str] = {}
    for kind in reversed(KINDS):
        found.update(dict.fromkeys(words_of(kind), KINDS[kind]))
    return found


@cache
def second_words() -> dict[str, frozenset[str]]:
    """The first word of a month's name in two words → the second ones."""
    pairs = [word.split(" ", 1) for word in months() if " " in word]
    return {first: frozenset(b for a, b in pairs if a == first) for first, _ in pairs}


@cache
def quarters() -> frozenset[str]:
    """The folded phrases that name a quarter or a half of a year."""
    phrases = {row[0] for row in rows("quarters.tsv")}
    for number, roman in zip("1234", ("i", "ii", "iii", "iv"), strict=True):
        phrases |= {f"q{number}", f"{number}q", f"{roman} quarter", f"quarter {number}", f"{roman} kwartal"}
        phrases |= {f"{number} quarter", f"{number} quartal", f"{roman} quartal", f"{roman} квартал"}
        phrases.add(f"第{number}四半期")
    phrases |= {"h1", "h2", "1h", "2h", "first half", "second half", "1st half", "2nd half"}
    phrases |= {f"{n} quarter" for n in ("first", "second", "third", "fourth", "last")}
    return frozenset(phrases)


def month_of(word: str, language: str) -> tuple[Month, bool] | None:
    """The month that a word means, and whether it counts without a day and a year beside it."""
    table = months()
    key = word.lower()
    found = table.get(key)
    if found is None:
        if key.isascii() and "." not in key and "'" not in key:
            return None
        found = table.get(fold(word))
        if found is None:
            return None
    if isinstance(found, int):
        return found, True
    spoken = language.lower().partition("-")[0]
    for month, languages in found.items():
        if spoken in languages:
            return month, True
    return (found, True) if len(found) > 1 else (next(iter(found)), False)
