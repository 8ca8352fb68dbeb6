"""How a claim's text becomes a value, and where in a record that value goes."""

from __future__ import annotations

import html
import re
from collections.abc import Callable, Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple

Read = Callable[[str], Any]


class Rule(NamedTuple):
    """What ``read`` makes of a text goes to ``field`` of the record.

    ``shape`` says how: ``one`` is the field's value itself; ``items`` an iterable of dicts or scalars that
    join the field's list; ``part`` a value of the list's item that the claim's index names, under the key
    ``part`` (without one, a dict of several); ``inside`` a value under the key ``part`` of an object, ``within``
    a dict of several; ``fields`` a dict of several fields of the record; ``every`` what holds for all items
    of a list that do not say it themselves. ``preset`` are values that an item has
    by virtue of the claim's path alone; ``each`` a dict of what holds for the items that a claim of the same
    index gave.
    """

    field: str
    read: Read
    shape: str = "one"
    part: str = ""
    preset: dict[str, Any] = {}  # noqa: RUF012  never written to


class RuleBook:
    """The rules of one kind of record, and how its lists and its gaps are judged.

    ``identity`` names the parts that make two items of a list one and the same (none: they never are; a list
    that is not named compares whole items); ``owned`` the lists of which one voice of the page gives all items,
    each with the part that tells its sub-lists apart (or none); ``apart`` the part that two items of a list must
    not contradict each other in to be one; ``expected`` the fields that every record
    should have.
    """

    def __init__(
        self,
        rules: dict[str, Rule],
        identity: dict[str, tuple[str, ...]],
        expected: tuple[str, ...],
        owned: Mapping[str, str] = MappingProxyType({}),
        apart: Mapping[str, str] = MappingProxyType({}),
    ) -> None:
        self.rules = rules
        self.identity = identity
        self.expected = expected
        self.owned = owned
        self.apart = apart
        self.find = lru_cache(maxsize=4096)(self._find)

    def _find(self, path: str) -> tuple[Rule | None, str]:
        """The rule of a claim's path and the index in it; no rule for what lies below ``layout``."""
        if path in self.rules:
            return self.rules[path], ""
        head, _, rest = path.partition("/")
        index, _, part = rest.partition("/")
        return (None, "") if head in SILENT else (self.rules[f"{head}/*/{part}"], index)


SILENT = ("layout", "reject")  # claims below these hold no value of the record

ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,30});")


def unescaped(text: str) -> str:
    """The text with the entities that a page's author or a flattener left in it as the characters they mean."""
    return ENTITY.sub(lambda match: html.unescape(match[0]), text)


def line(text: str) -> str:
    """The text as one line, its white space folded; ValueError when nothing is left."""
    folded = " ".join(text.split())
    if not folded:
        raise ValueError("blank")
    return folded


def commas(text: str) -> list[str]:
    """The parts of a list on one line, by its commas, bars, middle dots, slashes with space, or line ends."""
    for mark in ("\n", "|", " / ", " · ", "•", "、"):
        text = text.replace(mark, ",")
    parts = [" ".join(part.split()) for part in text.split(",")]
    found = [part for part in parts if part and not part.startswith("See more")]
    if not found:
        raise ValueError("an empty list")
    return found


def one(text: str) -> list[str]:
    """The text as the only item of a list."""
    return [line(text)]
