"""Which texts hang together by pairs: each with the number of its component."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

Place = tuple[str, int]


def components(pairs: DataFrame) -> DataFrame:
    """``name``, ``number`` and ``component`` of each text that stands in a pair (``early``, ``late``)."""
    found = pairs.selectExpr("early.name", "early.number", "late.name", "late.number").collect()
    numbered = sorted(numbers([((row[0], row[1]), (row[2], row[3])) for row in found]).items())
    rows = [(name, number, component) for (name, number), component in numbered]
    return pairs.sparkSession.createDataFrame(rows, "name string, number int, component int")


def numbers(pairs: list[tuple[Place, Place]]) -> dict[Place, int]:
    """The number of each place's component.

    >>> numbers([(("a", 1), ("b", 1)), (("c", 1), ("d", 1)), (("b", 1), ("e", 1))])
    {('a', 1): 0, ('b', 1): 0, ('c', 1): 1, ('d', 1): 1, ('e', 1): 0}
    """
    up = {place: place for pair in pairs for place in pair}

    def top(place: Place) -> Place:
        while up[place] != place:
            up[place] = place = up[up[place]]
        return place

    for one, other in pairs:
        up[top(other)] = top(one)
    tops: dict[Place, int] = {}
    return {place: tops.setdefault(top(place), len(tops)) for place in up}
