"""Groups of texts that are one and the same, made of pairs that are."""

from __future__ import annotations

from array import array
from collections.abc import Callable, Iterable

from filmmeta.duplicates.likeness import KIN, Wording, are_near, likeness

Text = Callable[[int], Wording]

PATIENCE = 32
"""How often a text is compared in vain before it is compared with those alone of which this does not hold: in a
collection whose texts all end in the same lines, all are candidates for each other."""


class Groups:
    """Numbers in groups; each number is in one, at first alone.

    A group is known by its first, the least of its numbers. Two groups become one when a number of the one and
    a number of the other are near and each of the later group's is akin to the earlier one's first: so groups
    do not creep from text to text until their ends have nothing in common.
    """

    def __init__(self, size: int, text: Text) -> None:
        self.text = text
        self._up = list(range(size))
        self._members: dict[int, list[int]] = {}
        self._refused: set[tuple[int, int]] = set()
        self._refusals = array("I", bytes(4 * size))

    def first(self, number: int) -> int:
        """The least number of the group that a number is in."""
        while self._up[number] != number:
            self._up[number] = number = self._up[self._up[number]]
        return number

    def members(self, first: int) -> list[int]:
        """The numbers of the group that is known by ``first``, which stands before all others."""
        return self._members.get(first, [first])

    def join(self, pairs: Iterable[tuple[int, int]]) -> None:
        """Make one group of the groups of each pair, where they belong together."""
        for pair in pairs:
            early, late = sorted(map(self.first, pair))
            if early == late or pair in self._refused or min(self._refusals[each] for each in pair) >= PATIENCE:
                continue
            if self.belong(pair, early, late):
                self._up[late] = early
                self._members.setdefault(early, [early]).extend(self._members.pop(late, [late]))
            else:
                self._refused.add(pair)
                for each in pair:
                    self._refusals[each] += 1

    def belong(self, pair: tuple[int, int], early: int, late: int) -> bool:
        """Whether the groups known by ``early`` and ``late`` are one, for the sake of a pair of theirs."""
        one, other = map(self.text, pair)
        if not are_near(one, other):
            return False
        head = self.text(early)
        return all(likeness(head, self.text(each)) >= KIN for each in self.members(late))
