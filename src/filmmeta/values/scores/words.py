"""The words of scores: what ``out of``, ``stars``, ``rating`` and ``ten`` are in many languages."""

from __future__ import annotations

from functools import cache

from filmmeta.values.folding import rows


@cache
def table() -> dict[str, dict[str, float]]:
    """Word by kind; the value of a number word, and 0 for the words of the other kinds."""
    kinds: dict[str, dict[str, float]] = {}
    for kind, words, *_language in rows("score_words.tsv"):
        for entry in words.split():
            word, _, number = entry.partition(":")
            kinds.setdefault(kind, {}).setdefault(word, float(number or 0))
    return kinds


@cache
def kinds() -> dict[str, frozenset[str]]:
    """The kinds of each word."""
    found: dict[str, set[str]] = {}
    for kind, entries in table().items():
        for word in entries:
            found.setdefault(word, set()).add(kind)
    return {word: frozenset(names) for word, names in found.items()}


NONE: frozenset[str] = frozenset()


@cache
def words(kind: str) -> dict[str, float]:
    """The words of one kind, in lower case.

    >>> "из" in words("of"), words("number")["sieben"]
    (True, 7.0)
    """
    return table()[kind]


@cache
def spoken() -> dict[str, frozenset[str]]:
    """The languages of each number word.

    >>> sorted(spoken()["tre"])
    ['da', 'it', 'no', 'sv']
    """
    found: dict[str, set[str]] = {}
    for _kind, words, *languages in rows("score_words.tsv"):
        for entry in words.split() if languages else ():
            found.setdefault(entry.partition(":")[0], set()).update(languages)
    return {word: frozenset(names) for word, names in found.items()}
