"""Files dealt out to tasks: whole archives each to its own, small files by the hundred."""

from __future__ import annotations

from collections.abc import Iterable

from filmmeta.runs.sources import Origin

FEWEST = 32  # shares that a large input is dealt into, however few bytes each has


def shares(origins: Iterable[Origin], most: int, opening: int) -> list[list[Origin]]:
    """The origins in shares of ``most`` bytes or fewer, in their order; a larger file is a share of its own.

    Opening a file counts as ``opening`` bytes, as Spark counts it.
    """
    every = list(origins)
    room = min(most, max(opening, sum(weight(each, opening) for each in every) // FEWEST))
    dealt: list[list[Origin]] = []
    left = 0
    for each in every:
        if not dealt or weight(each, opening) > left:
            dealt.append([])
            left = room
        dealt[-1].append(each)
        left -= weight(each, opening)
    return dealt


def weight(origin: Origin, opening: int) -> int:
    return max(origin.size, 0) + opening
