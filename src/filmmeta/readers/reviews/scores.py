"""The scores of a group of reviews: printed in a part of the byline, else drawn as stars."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cached_property

from filmmeta.claim import Claim
from filmmeta.page import Page
from filmmeta.readers.facts.slices import Slice, whole
from filmmeta.readers.places import Paths
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.groups import Group
from filmmeta.readers.reviews.places import claim
from filmmeta.readers.reviews.roles import MANY, Roles
from filmmeta.readers.reviews.stars import MOST, Drawn, drawn
from filmmeta.readers.reviews.survey import is_score_in_pieces
from filmmeta.readers.reviews.units import Part, Slots

ORDER = {"said": 0, "data": 1, "class": 2, "width": 3, "icons": 4}
FIVE = 5
TENS = 10  # tenths of a star
WORD = 30  # characters of a word that stands for a score


class Scores:
    """What each unit of a group says as its score."""

    def __init__(self, group: Group, told: Roles, page: Page) -> None:
        self.group = group
        self.units = group.units
        self.told = told
        self.page = page
        self.paths = page.once(Paths)
        self.drawn: list[dict[tuple[str, str], Drawn]] = []
        self.known: dict[str, int] = {}

    @cached_property
    def slot(self) -> tuple[str, str] | None:
        """The place that most units draw their scores in, the plainest way first; None where they print them."""
        if self.told.score:
            return None
        slots = Slots(self.group.holder.element)
        counts: Counter[tuple[str, str]] = Counter()
        ways: dict[tuple[str, str], str] = {}
        for unit in self.units:
            found: dict[tuple[str, str], Drawn] = {}
            for element in unit.elements:
                for each in drawn(element):
                    found.setdefault((slots.way(each.element), each.attribute), each)
            self.drawn.append(found)
            counts.update(found.keys())
            ways.update({slot: each.way for slot, each in found.items()})
        often = [slot for slot, count in counts.items() if count >= MANY * len(self.units)]
        return min(often, key=lambda slot: (-round(counts[slot] / len(self.units), 1), ORDER[ways[slot]]), default=None)

    def claims(self, number: int) -> Iterator[Claim]:
        """The score of one unit."""
        part = next((each for each in self.units[number].parts if self.is_score(each)), None)
        slot = self.slot
        found = self.drawn[number].get(slot) if slot is not None else None
        if part is not None:
            yield from self.starred(claim("rating", told_in(part), self.paths))
        elif found is not None and found.best:
            yield Claim("rating/value", found.number, found.where(self.paths))
            yield Claim("rating/best", found.best, found.where(self.paths))
        elif found is not None and found.number:
            yield from self.starred(Claim("rating/value", found.number, found.where(self.paths)), found.text)
        elif found is not None:
            yield from self.starred(Claim("rating", found.text, found.where(self.paths)))
        else:
            yield from self.instead(number)

    def is_score(self, part: Part) -> bool:
        return bool(self.told.score) and part.slot == self.told.score and self.told.kinds[id(part)] == "score"

    def starred(self, told: Claim, name: str = "") -> Iterator[Claim]:
        """The claim of a score; of stars without a scale, also that five are best where the page has no more."""
        row = told.text if not name and len(set(told.text)) == 1 and not told.text.isalnum() else ""
        most = self.most(name or row[0]) if row or name else 0
        if most == FIVE or (name and MOST < most <= TENS * FIVE):
            yield told._replace(path="rating/stars") if row else told
            yield Claim("rating/best", str(FIVE if most == FIVE else TENS * FIVE), "inferred:most-stars")
        else:
            yield told

    def most(self, name: str) -> int:
        """The most stars that the page has, in the class names or in the rows of one sign that begin like this."""
        bare = name.rstrip("0123456789")
        if bare not in self.known:
            if len(bare) > 1:
                numbers = re.findall(re.escape(bare) + r"(\d{1,2})(?![\d%])", self.page.text)
                self.known[bare] = max(map(int, numbers), default=0)
            else:
                rows = re.findall(rf"[\"'>]\s{{0,9}}({re.escape(bare)}{{1,10}})\s{{0,9}}[\"'<]", self.page.text)
                self.known[bare] = max(map(len, rows), default=0)
        return self.known[bare]

    def instead(self, number: int) -> Iterator[Claim]:
        """The word that a unit has where the others have their stars: for none at all."""
        name = self.slot[0].rpartition(".")[2] if self.slot is not None else ""
        for part in self.units[number].parts if name else ():
            if part.slot.rpartition(".")[2] == name and len(part.text) <= WORD:
                yield claim("rating", part.slice.stripped(), self.paths)
                return


def told_in(part: Part) -> Slice:
    """The score that a part says, alone or with the rest of its line."""
    line = whole(part.slice.segment)
    span = words.score_in(part.text)
    if span is None and is_score_in_pieces(part.slice.segment):
        part, span = part._replace(slice=line), words.score_in(line.text)
    first, last = span or (0, len(part.text))
    start = part.slice.start
    return part.slice._replace(start=start + first, end=start + last)
