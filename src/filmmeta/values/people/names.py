"""One person: the name as printed, and the remarks in brackets behind it."""

from __future__ import annotations

from typing import NamedTuple

from filmmeta.values.absence import is_absent
from filmmeta.values.patterns import regex
from filmmeta.values.people.words import is_more, is_plain, split_notes

NAME_LIMIT = 120
"""The longest name, in characters."""
LIMIT = 1000
"""The longest name with its remarks, in characters."""

_NO_NAME = regex(r"^(?:tt|nm|ch|co)\d{6,9}$|https?:|www\.|\b[\w.]{1,60}+@|[<>{}|=]|;\s|\.\.\.|…")
_TWO_SCRIPTS = regex(r"([^\W\dA-Za-zÀ-ɏ][^A-Za-zÀ-ɏ\d()]{1,60}?) ([A-ZÀ-Þ][A-Za-zÀ-ɏ.'’ -]{2,60})")
_STOPPED = regex(r"[^\W\d_]{3,30} (?:[^\W\d_]{1,30}\.? ){0,4}[^\W\d_]{4,30}\.$")
"""A name with the full stop that ended its sentence; short words may be abbreviated."""
_EDGES = " \t\r\n\xa0,;:|•●▪·*»›–—\u200b\u200e\u200f\ufeff"


class Person(NamedTuple):
    """A name as printed and the remarks that stood in brackets behind it, without the brackets."""

    name: str
    notes: tuple[str, ...] = ()


def _is_sentence(name: str) -> bool:
    """True for running text: many words, most of them small."""
    words = name.split()
    return len(words) > 12 or (len(words) > 5 and sum(w[0].islower() for w in words) * 2 > len(words))


def is_unspaced(name: str) -> bool:
    """Whether a name is in Chinese, Japanese or Korean letters."""
    return name[0] >= "\u3000"


def clean_name(text: str) -> str:
    """The name with one space between its words and no bullets or commas around it.

    Raises ValueError when the text is no name: no letters, ``See more »``, ``N/A``, a link, a sentence.
    """
    name = " ".join(text.split()).strip(_EDGES)
    if name[-1:] == "." and _STOPPED.match(name):
        name = name[:-1]
    if not name or len(name) > NAME_LIMIT or not any(map(str.isalpha, name)):
        raise ValueError(f"no name: {text[:40]!r}")
    if is_more(text) or is_absent(name) or _NO_NAME.search(name) or _is_sentence(name):
        raise ValueError(f"no name: {name[:40]!r}")
    return name


def person(text: str) -> Person:
    """One person; the name is never split or put in another order (``Downey, Robert`` stays so).

    Raises ValueError when the text is no name (``See more »``, counts, ``N/A``), or has a role as well.

    A name in letters that are not Latin with its Latin spelling behind it has that as a remark.

    >>> person("Robert Downey, Jr. (as Bob Downey) (uncredited)")
    Person(name='Robert Downey, Jr.', notes=('as Bob Downey', 'uncredited'))
    """
    if text[:1].isupper() and text[0] < "\u0250" and is_plain(text):
        return Person(text)
    if len(text) > LIMIT:
        raise ValueError("no name: too long")
    name, notes = split_notes(text.strip(_EDGES))
    both = _TWO_SCRIPTS.fullmatch(" ".join(name.split()))
    if both and (is_unspaced(both[1]) or abs(both[1].count(" ") - both[2].count(" ")) < 2):
        return Person(both[1], (both[2], *notes))
    return Person(clean_name(name), tuple(" ".join(note.split()) for note in notes))
