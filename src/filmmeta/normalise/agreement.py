"""When two readings of a page say the same."""

from __future__ import annotations

from typing import Any


def agree(one: Any, other: Any) -> bool:
    """Whether two values are one: case and white space do not count, nor what the coarser rounding left out.

    >>> agree("Le  Fugitif", "le fugitif"), agree(8.6, 8.58), agree(8.6, 8.4)
    (True, True, False)
    """
    if one == other:
        return True
    if isinstance(one, str) and isinstance(other, str):
        return folded(one) == folded(other)
    if isinstance(one, float) and isinstance(other, float):
        places = min(decimals(one), decimals(other))
        return abs(one - other) <= 0.5 * 10.0**-places
    return False


def contradict(one: Any, other: Any) -> bool:
    """Whether two values are both there, and not one."""
    return one is not None and other is not None and not agree(one, other)


def decimals(value: float) -> int:
    """How many digits stand behind the point."""
    return 0 if value == int(value) else len(repr(value).partition(".")[2])


def folded(text: str) -> str:
    return " ".join(text.casefold().split())


def identity(item: Any, keys: tuple[str, ...] | None) -> Any:
    """What an item is told from the others of its list by."""
    if isinstance(item, str):
        return item.casefold()
    if keys is None:
        return repr(item).casefold()
    parts = tuple(map(item.get, keys))
    return tuple([folded(part) if isinstance(part, str) else part and repr(part) for part in parts])
