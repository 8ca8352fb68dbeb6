"""Several voices of one page about one list, such as its cast: whose it is."""

from __future__ import annotations

from typing import Any, NamedTuple

from filmmeta.normalise.agreement import identity
from filmmeta.records.common import Source

MOST = 0.5  # of the owner's items that a longer list must have to take its place


class Row(NamedTuple):
    """A list's item, the (part, text, where) of its claims, and the number of the voice that gave it."""

    item: Any
    sources: list[Source]
    voice: int


NOBODY: dict[str, Row] = {}
Left = list[tuple[str, str]]  # text and where of what was left out


def settled(rows: list[Row], keys: tuple[str, ...] | None, group: str) -> tuple[list[Row], Left]:
    """The rows of the voice that owns the list, then those of others that agree; what else others say is left.

    The first voice owns the list, unless a later one has most of its items and more. ``group`` is the part by
    which one list holds several, each with an owner of its own: the jobs of a crew.
    """
    parts: dict[Any, list[Row]] = {}
    for row in rows:
        parts.setdefault(row.item.get(group) if group else None, []).append(row)
    kept: list[Row] = []
    left: Left = []
    for part in parts.values():
        owned, others = owned_by(part, keys)
        kept += owned
        left += others
    return kept, left


def owned_by(rows: list[Row], keys: tuple[str, ...] | None) -> tuple[list[Row], Left]:
    voices: dict[int, dict[Any, Row]] = {}
    for row in rows:
        voices.setdefault(row.voice, {}).setdefault(identity(row.item, keys), row)
    owner = next(iter(voices))
    for voice, items in voices.items():
        shared = sum(item in items for item in voices[owner])
        if len(items) > len(voices[owner]) and shared > MOST * len(voices[owner]):
            owner = voice
    known = voices[owner]
    agreeing = [row for row in rows if row.voice != owner and identity(row.item, keys) in known]
    left = [row.sources[0][1:] for row in rows if row.voice != owner and identity(row.item, keys) not in known]
    return [row for row in rows if row.voice == owner] + agreeing, left


def absorbed(rows: list[Row]) -> list[Row]:
    """The rows without those that say less than another one and nothing else; theirs are sources of the fuller one."""
    told: dict[tuple[str, str], dict[str, Row]] = {}
    for row in rows:
        for part in parts(row.item):
            told.setdefault(part, {}).setdefault(repr(row.item), row)
    kept: list[Row] = []
    for row in rows:
        # Whoever says as much as this row is among those that share its rarest part.
        others = min((told[part] for part in parts(row.item)), key=len, default=NOBODY)
        fuller = next((other for other in others.values() if is_less(row.item, other.item)), None)
        if fuller is None:
            kept.append(row)
        else:
            fuller.sources.extend(row.sources)
    return kept


def parts(item: Any) -> list[tuple[str, str]]:
    """What an object says, part by part, and that it is one."""
    return [("", ""), *((name, repr(value)) for name, value in item.items() if value)] if isinstance(item, dict) else []


def is_less(item: Any, other: Any) -> bool:
    """Whether an item says nothing but what the other says, too, and not all of it."""
    return item != other and all(not value or other.get(part) == value for part, value in item.items())
