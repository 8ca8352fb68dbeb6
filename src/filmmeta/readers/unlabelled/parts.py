"""A line's parts, each told by the grammar of its value: 2018 · Thriller · 2h 39m."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from filmmeta.readers.facts.marks import known
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.kinds import CLAIMED, DATE, EDGES, LABELLED, RUNTIME, UNKNOWN, kind_of

MOST_PARTS = 24
MOST_WORDS = 9  # of a part that is looked at word by word
WINDOW = 5  # words of one value
HARD = "|｜¦•·‧・►,，、;；／\t"
STOP = re.compile(r"(?<=[^\W_]{2})\. (?=[^\W_a-zà-ÿа-я])")  # a full stop before a capital or a figure
DASH = re.compile(r"(?<!\d) [-–—] | [-–—] (?!\d)|  |(?<!\d)/|/(?!\d)")  # no slash of a date

SLASHED = re.compile(r"[^\W\d_]{1,8}\.?/[^\W\d_]{1,8}\.?")
"""A word with a slash in it, such as ч/б."""


class Part(NamedTuple):
    """A part of a line, and what it is."""

    slice: Slice
    kind: str


def parts(line: Slice, labels: Sequence[int] = ()) -> list[Part]:
    """The parts of a line; ``labels`` is where labels begin in it, whose parts are not read."""
    if kind_of(line.text) is not UNKNOWN:
        return [Part(line, kind_of(line.text))]
    if line and line.text[0] in "([（" and line.text[-1] in ")]）" and not labels:
        line = line._replace(start=line.start + 1, end=line.end - 1).stripped(EDGES)
    atoms = list(split(line))
    if len(atoms) > MOST_PARTS:
        return []
    found: list[Part] = []
    at = 0
    while at < len(atoms):
        atom = atoms[at]
        both = joined(atom, atoms[at + 1]) if at + 1 < len(atoms) else None
        if any(atom.start <= label < atom.end for label in labels):
            found += sentences(atom, labels)
        elif both is not None and kind_of(both.text) is DATE:
            found.append(Part(both, DATE))
            at += 1
        else:
            found += within(atom)
        at += 1
    return found


def joined(one: Slice, other: Slice) -> Slice | None:
    """Two neighbours together, where a comma parts them: September 24, 1999."""
    between = one.segment.text[one.end : other.start]
    return one._replace(end=other.end) if between.strip() == "," and len(other.text) < 12 else None


def split(line: Slice) -> Iterator[Slice]:
    """What stands between a line's separators."""
    for part in line.split(HARD):
        if SLASHED.fullmatch(part.text) and kind_of(part.text) is not UNKNOWN:
            yield part
            continue
        start = part.start
        for dash in DASH.finditer(part.segment.text, part.start, part.end):
            yield from bare(part._replace(start=start, end=dash.start()))
            start = dash.end()
        yield from bare(part._replace(start=start))


def bare(part: Slice) -> Iterator[Slice]:
    found = part.stripped(EDGES.replace(".", ""))
    if found:
        yield found


def within(atom: Slice) -> list[Part]:
    """What an atom is, or what its pieces or its words are; one unknown part when these tell nothing."""
    kind = kind_of(atom.text)
    if kind is not UNKNOWN:
        return [Part(atom, kind)]
    if (named := announced(atom)) is not None:
        return [named]
    pieces = by_piece(atom)
    if pieces and all(part.kind is not UNKNOWN for part in pieces):
        return pieces
    if words := by_word(atom):
        return words
    return pieces if any(part.kind in CLAIMED for part in pieces) else [Part(atom, UNKNOWN)]


def announced(atom: Slice) -> Part | None:
    """A fact behind the word that says which it is: Genre Drama, durata 98 min."""
    first = atom.text.partition(" ")[0]
    word = known(first) if len(first) < len(atom.text) else None
    if word is None:
        return None
    value = atom._replace(start=atom.start + len(first)).stripped(EDGES)
    kind = kind_of(value.text) if value else UNKNOWN
    is_told = kind in CLAIMED and (kind in word.paths or f"{kind}s" in word.paths)
    return Part(value, kind) if is_told else None


def sentences(atom: Slice, labels: Sequence[int]) -> Iterator[Part]:
    """What stands in a part with labels between full stops: Director: A. Norway 1981. 85 min."""
    start = atom.start
    for end in [*(match.end() for match in STOP.finditer(atom.segment.text, atom.start, atom.end)), atom.end]:
        part = Slice(atom.segment, start, end).stripped(EDGES)
        if any(start <= label < end for label in labels):
            yield Part(part, LABELLED)
        elif part:
            yield from within(part)
        start = end


def by_piece(atom: Slice) -> list[Part]:
    pieces = list(atom.pieces())
    if not 1 < len(pieces) <= MOST_WORDS:
        return []
    slices = [each for piece in pieces if (each := Slice(atom.segment, piece.start, piece.end).stripped())]
    return [part for each in slices for part in (by_word(each) or [Part(each, kind_of(each.text))])]


def by_word(atom: Slice) -> list[Part]:
    """The values that an atom's words are, the longest first; nothing when a word is left over."""
    words = [match.span() for match in re.finditer(r"\S{1,60}", atom.text)]
    if not 0 < len(words) <= MOST_WORDS:
        return []
    found: list[Part] = []
    at = 0
    while at < len(words):
        for end in range(min(len(words), at + WINDOW), at, -1):
            part = Slice(atom.segment, atom.start + words[at][0], atom.start + words[end - 1][1]).stripped(EDGES)
            if part and (kind := kind_of(part.text)) is not UNKNOWN:
                found.append(Part(part, kind))
                at = end
                break
        else:
            return []
    return found if sum(part.kind is RUNTIME for part in found) < 2 else []
