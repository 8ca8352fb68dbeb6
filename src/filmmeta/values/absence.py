"""Whether a page says in so many words that it has no value: stated absent, not just not found."""

from __future__ import annotations

from functools import cache

from filmmeta.values.folding import rows

LIMIT = 80
"""The longest statement of absence, in characters."""

_BRACKETS = {"(": ")", "[": "]", "<": ">", "（": "）", "【": "】"}


def _key(text: str) -> str:
    return " ".join(text.casefold().replace("’", "'").replace("\xa0", " ").split())


@cache
def _phrases() -> frozenset[str]:
    return frozenset(_key(phrase) for _, phrases in rows("absences.tsv") for phrase in phrases.split("|"))


@cache
def _beginnings() -> frozenset[str]:
    """The first three letters of the phrases, to pass over most names without a closer look."""
    return frozenset(phrase[:3] for phrase in _phrases())


def is_absent(text: str) -> bool:
    """True when the text states that there is no value: ``N/A``, ``---``, ``unbekannt``, ``нет данных``.

    Blank text states nothing, so it is False; and some grammars give such a word a meaning of its own
    (the language ``None`` of a silent film), so ask them first. Never raises.

    >>> is_absent("n/a"), is_absent("keine Angabe"), is_absent("0"), is_absent("")
    (True, True, False, False)
    """
    if len(text) > LIMIT or (text[:3].isalpha() and text[:3].casefold()[:3] not in _beginnings()):
        return False
    key = _key(text)
    if key in _phrases():
        return True
    while key[:1] in _BRACKETS and key.endswith(_BRACKETS[key[0]]) and len(key) > 2:
        key = key[1:-1].strip()
    key = key.strip("'\"“”„«»*_")
    return key in _phrases() or key.rstrip(" .…") in _phrases()
