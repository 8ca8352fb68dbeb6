"""The labels, boards and sentences of film boards, read from their tables when first asked for."""

from __future__ import annotations

from functools import cache

from filmmeta.values.folding import rows
from filmmeta.values.numbers import plain
from filmmeta.values.patterns import regex

AGE = regex(r"(?:[01]?\d|2[01])\+?")
DIGITS = regex(r"\d{1,2}")
SQUASHED = str.maketrans("", "", " .-–‑‐\xa0")
EDGES = ' \t\r\n\xa0\u200b.,:;*"“”»›'


def known(label: str) -> str | None:
    """The country that alone uses a label, ``-`` where several use it, None when nobody does.

    >>> known("TV-MA"), known("12"), known("Drama")
    ('US', '-', None)
    """
    if AGE.fullmatch(plain(label)):
        return "-"
    return labels().get(squash(label))


def sentence(text: str) -> tuple[str, str | None] | None:
    """The short form and the country of a certificate that is printed as a sentence.

    >>> sentence("Vietato ai minori di 14 anni")
    ('VM14', 'IT')
    """
    line = plain(text).strip(EDGES)
    ages = DIGITS.findall(line)
    if len(ages) > 1 or len(line) > 100:
        return None
    found = phrases().get(" ".join(DIGITS.sub("@", line.lower()).split()))
    return (found[0].replace("@", ages[0] if ages else ""), found[1]) if found else None


def fold(text: str) -> str:
    """The form under which boards stand in their table."""
    return text.strip(EDGES + "-–—").lower()


def squash(label: str) -> str:
    """The form under which labels are compared."""
    return plain(label).lower().translate(SQUASHED)


@cache
def labels() -> dict[str, str]:
    """Squashed label → the country that alone uses it, or ``-``."""
    return {squash(label): land for land, names in rows("certificates.tsv") for label in names.split("|")}


@cache
def boards() -> dict[str, str | None]:
    """Board or announcing word → its country, None for a word of any country."""
    table = rows("certificate_boards.tsv")
    return {name: None if land == "-" else land for land, names in table for name in names.split("|")}


@cache
def phrases() -> dict[str, tuple[str, str | None]]:
    """Sentence with ``@`` for its age → label, country."""
    table = rows("certificate_phrases.tsv")
    return {text: (label, None if land == "-" else land) for text, label, land in table}
