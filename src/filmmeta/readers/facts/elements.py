"""A name and a role that stand side by side, each in an element of its own."""

from __future__ import annotations

import re
from typing import Any

from filmmeta.page.outline import words_of
from filmmeta.readers.facts import lists
from filmmeta.readers.facts.roles import AS, TWO, is_alike, is_latin, told_role
from filmmeta.readers.facts.slices import SEPARATORS, Slice

ROLES = frozenset({"role", "roles", "character", "characters", "chara", "cast-role"})
"""Words of class names of what is a role."""
KANA = re.compile(r"[\u3040-\u30ff\s　・]{2,30}")  # how a name is read, in Japanese
UNSPACED = "\u2e80"


def pieced(cell: Slice) -> list[Slice]:
    """A name and a role that stand in two elements of one line, with nothing between to part them."""
    if (small := in_small(cell)) and not cell.links():
        return [each for each in small if each]
    links = cell.links()
    pieces = list(cell.pieces())
    if len(pieces) < 2 or len(links) > 1 or any(mark in cell.text for mark in ",;/([:"):
        return [cell]
    end = links[0].end if links else pieces[0].end
    first, second = cell._replace(end=end).stripped(SEPARATORS + "-–—"), cell._replace(start=end).stripped()
    if not second or (links and links[0].start != cell.start) or AS.match(second.text) or not lists.is_name(first.text):
        return [cell]
    if is_latin(second.text) and not is_latin(first.text):  # the same name once more
        return [first]
    return [first, second] if any(map(str.isalpha, second.text)) else [cell]


def within(link: Slice) -> tuple[Slice, Slice | None] | None:
    """The name and the role that stand in a link, each in an element of its own; no role where the other is how the
    name is read; None where nobody can tell them apart, but by small print or by a name in two words that comes first.
    """
    if small := in_small(link):
        return small
    both = elements(link)
    if both is None or in_two_prints(link):
        return None
    one, other = both
    if " " in one.text:
        return one, told_role(other)
    return (one, None) if one.text[0] >= UNSPACED and KANA.fullmatch(other.text) else None


def elements(value: Slice) -> tuple[Slice, Slice] | None:
    """The two texts of a value that are in an element each, if both can be names and they are not alike."""
    pieces = list(value.pieces())
    if len(pieces) != TWO or pieces[0].node is pieces[1].node or pieces[0].tail or pieces[1].tail:
        return None
    one, other = (value._replace(start=piece.start, end=piece.end).stripped() for piece in pieces)
    alike = is_alike(one.text, other.text)
    return (one, other) if lists.is_name(one.text) and lists.is_name(other.text) and not alike else None


def in_two_prints(value: Slice) -> bool:
    """Whether one of a value's two elements is set in small print, or named for roles."""
    return len({is_small(piece.node) for piece in value.pieces()}) > 1


def in_small(value: Slice) -> tuple[Slice, Slice | None] | None:
    """The name and, in small print, the role; no role where it is how the name is read."""
    both = elements(value)
    if both is None or not in_two_prints(value):
        return None
    name, role = both[::-1] if is_small(next(value.pieces()).node) else both
    return name, None if KANA.fullmatch(role.text) else told_role(role)


def is_small(node: Any) -> bool:
    """Whether an element is set in small print, or named for roles."""
    if node is None:
        return False
    return node.tag == "small" or bool(ROLES & words_of(node.get("class") or ""))
