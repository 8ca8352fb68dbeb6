"""Labels that only what stands beside them shows to be labels, or to be none."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from filmmeta import values
from filmmeta.page.outline import Block, Segment
from filmmeta.readers.facts.marks import COLONS, Mark, known
from filmmeta.readers.facts.slices import HUSK
from filmmeta.readers.lexicon import Entry as Word
from filmmeta.values.genres import genre

TELLING: dict[str, Callable[[str], Any]] = {
    "year": values.date,
    "runtimes": values.runtimes,
    "certificates": values.certificates,
    "release_dates": values.releases,
    "countries": values.countries,
    "languages": values.languages,
    "budget": values.moneys,
    "gross": values.moneys,
    "opening_weekend": values.moneys,
    "admissions": values.count,
}
"""Fields whose values no other text looks like."""
HEADED = 2  # lines above a second column's head: the list's own heading, and the first column's
BULLET = re.compile(r"\s{0,40}[*+•·»›→-] ")
FEW = 3  # labels set alike for each one that is not
HEADINGS = frozenset(
    "plot outline cast awards trivia goofs quotes taglines notes section user_review elsewhere/related"
    " elsewhere/comments elsewhere/news".split()
)
"""What also a page whose labels have colons may have below a heading without one."""
ENOUGH = 4  # labels that show how a page sets them
LONGEST = 40  # characters of a label that needs its value to be known for one


def settled(segments: Sequence[Segment], outside: Sequence[bool], told: list[list[Mark]]) -> list[list[Mark]]:
    """The labels of each line, with those that the next line proves, and without values that are named like one."""
    bare = [at for at, each in enumerate(segments) if each.start >= 0 and is_whole(each, told[at])]
    odd, menu = unlike(segments, bare) | tabs(segments, told), menus(told, bare)
    for number, segment in enumerate(segments):
        if outside[number] or len(segment.text) > LONGEST:
            continue
        if number in odd or number in menu:
            if number + 1 == len(segments) or not proves(told[number][0].word, segments[number + 1]):
                told[number] = [] if number in odd else [barrier(told[number][0])]
        elif told[number]:
            alone = is_whole(segment, told[number])
            if alone and (among_genres(segments, number) or is_column(segments, told, number)):
                told[number] = []
        elif number + 1 < len(segments) and (mark := proved(segment, segments[number + 1], told[number + 1])):
            told[number] = [mark]
    return told


def barrier(mark: Mark) -> Mark:
    """A label that ends the value above it and has none of its own."""
    return mark._replace(word=mark.word._replace(paths=("section",)))


def unlike(segments: Sequence[Segment], bare: Sequence[int]) -> set[int]:
    """The bare lines of a text page that are set otherwise than its labels are: below no blank line where those
    begin blocks, or in small letters where those have capitals.
    """
    odd: set[int] = set()
    for is_like in (begins_block, is_capital):
        others = {at for at in bare if not is_like(segments[at])}
        if len(others) * FEW <= len(bare) - len(others) and len(bare) >= ENOUGH:
            odd |= others
    return odd | {at for at in bare if is_entry(segments, at)}


def tabs(segments: Sequence[Segment], told: Sequence[Sequence[Mark]]) -> set[int]:
    """The items of lists whose items are mostly labels with nothing behind them: tabs and menus of an HTML page."""
    lists: dict[Block, list[int]] = {}
    for at, segment in enumerate(segments):
        if segment.start < 0 and segment.block.tag == "li" and segment.block.parent is not None:
            lists.setdefault(segment.block.parent, []).append(at)
    found: set[int] = set()
    for items in lists.values():
        bare = [at for at in items if is_whole(segments[at], told[at])]
        if len(bare) >= FEW and 2 * len(bare) > len(items):
            found.update(bare)
    return found


def menus(told: Sequence[Sequence[Mark]], bare: Sequence[int]) -> set[int]:
    """The bare lines of a page whose labels have colons: what a colon says already, and what is no part of a record."""
    colons = {mark.word.paths[0] for each in told for mark in each if not mark.plain and "/" not in mark.word.paths[0]}
    others = {path for at in bare if (path := told[at][0].word.paths[0]) not in HEADINGS and "/" not in path}
    if len(colons) < ENOUGH or len(colons) <= len(others):
        return set()
    return {at for at in bare if (path := told[at][0].word.paths[0]) in colons or path not in HEADINGS}


def is_entry(segments: Sequence[Segment], at: int) -> bool:
    """Whether a bare line is an item of a menu: bulleted, as the line below or above it is."""
    bullet = bullet_of(segments, at)
    return bool(bullet) and bullet in (bullet_of(segments, at + 1), bullet_of(segments, at - 1))


def bullet_of(segments: Sequence[Segment], at: int) -> str:
    """The bullet that a line of a text page begins with, with its indentation."""
    if not 0 <= at < len(segments) or segments[at].start < 0:
        return ""
    found = BULLET.match(segments[at].text)
    return found[0] if found else ""


def is_whole(segment: Segment, marks: Sequence[Mark]) -> bool:
    return bool(marks) and marks[0].plain and marks[0].end == len(segment.text)


def begins_block(segment: Segment) -> bool:
    return segment.blank > 0


def is_capital(segment: Segment) -> bool:
    return not segment.text.lstrip(HUSK)[:1].islower()


def proved(segment: Segment, following: Segment, marks: Sequence[Mark]) -> Mark | None:
    """The whole line as a label, when the line below it is a value of just that field."""
    word = known(segment.text)
    if word is None or word.bare or marks or segment.text[-1] in COLONS:
        return None
    return Mark(0, len(segment.text), word, True) if proves(word, following) else None


def proves(word: Word, following: Segment) -> bool:
    """Whether a line is a value of just the field that a label names."""
    text = following.text.strip(HUSK)
    return any(tells(path, text) for path in word.paths)


def tells(path: str, text: str) -> bool:
    """Whether a text is a value of just that field."""
    try:
        return path in TELLING and bool(TELLING[path](text) or True)
    except ValueError:
        return False


def is_column(segments: Sequence[Segment], told: Sequence[Sequence[Mark]], number: int) -> bool:
    """Whether a label is the head of a cast list's second column, right below the list's own heading."""
    if segments[number].block.tag != "th" or number < HEADED or told[number - 1]:
        return False
    above = told[number - 2]
    beside = segments[number - 1].block.parent is segments[number].block.parent
    return beside and bool(above) and above[0].word.paths[0] == "cast" == told[number][0].word.paths[0]


def among_genres(segments: Sequence[Segment], number: int) -> bool:
    """Whether a line and one beside it are both names of genres, as ``Music`` in a list of them is."""
    beside = [segments[at].text for at in (number - 1, number + 1) if 0 <= at < len(segments)]
    return is_genre(segments[number].text) and any(is_genre(text) for text in beside)


def is_genre(text: str) -> bool:
    try:
        return len(text) <= LONGEST and bool(genre(text.strip(HUSK)))
    except ValueError:
        return False
