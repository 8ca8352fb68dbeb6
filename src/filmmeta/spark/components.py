"""Which texts hang together by pairs: each with the number of its component."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import pyarrow as pa

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

Place = tuple[str, int]
ENDS = "name string, number int, other_name string, other_number int"
"""A pair's two places, as the columns of a row."""


def components(pairs: DataFrame) -> DataFrame:
    """``name``, ``number`` and ``component`` of each text that stands in a pair (``early``, ``late``).

    The driver is told of each partition what ``forest`` leaves of it.
    """
    ends = pairs.selectExpr(
        "early.name AS name", "early.number AS number", "late.name AS other_name", "late.number AS other_number"
    )
    found = ends.mapInArrow(forest, ENDS).collect()
    numbered = sorted(numbers([((row[0], row[1]), (row[2], row[3])) for row in found]).items())
    rows = [(name, number, component) for (name, number), component in numbered]
    return pairs.sparkSession.createDataFrame(rows, "name string, number int, component int")


class Sets:
    """Places in sets that grow together."""

    def __init__(self) -> None:
        self._up: dict[Place, Place] = {}

    def top(self, place: Place) -> Place:
        """The place that stands for the set of this one."""
        up = self._up
        while up.setdefault(place, place) != place:
            up[place] = place = up[up[place]]
        return place

    def join(self, one: Place, other: Place) -> bool:
        """Make one set of two; whether they were two."""
        first, second = self.top(one), self.top(other)
        self._up[second] = first
        return first != second

    def places(self) -> Iterator[Place]:
        yield from self._up


def forest(batches: Iterable[pa.RecordBatch]) -> Iterator[pa.RecordBatch]:
    """Of all pairs those that hang together what the ones before them do not: fewer than there are texts."""
    sets = Sets()
    for batch in batches:
        names, numbers_, others, other_numbers = (column.to_pylist() for column in batch.columns)
        ends = zip(zip(names, numbers_, strict=True), zip(others, other_numbers, strict=True), strict=True)
        yield batch.filter(pa.array([sets.join(*pair) for pair in ends], pa.bool_()))


def numbers(pairs: list[tuple[Place, Place]]) -> dict[Place, int]:
    """The number of each place's component.

    >>> numbers([(("a", 1), ("b", 1)), (("c", 1), ("d", 1)), (("b", 1), ("e", 1))])
    {('a', 1): 0, ('b', 1): 0, ('c', 1): 1, ('d', 1): 1, ('e', 1): 0}
    """
    sets = Sets()
    for one, other in pairs:
        sets.join(one, other)
    tops: dict[Place, int] = {}
    return {place: tops.setdefault(sets.top(place), len(tops)) for place in [*sets.places()]}
