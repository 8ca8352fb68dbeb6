"""How often each text that may be a title stands on its page."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate, pairwise

from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts.entries import outlined
from filmmeta.readers.title.candidates import MAX_TITLE, key_of

FRAME = "#*=_-~ \t|>║│"
APART = 1  # lines between two places of a page that both name the film


class Repeated:
    """How often each text that may be a title stands on a line of its own, or begins one.

    Only lines that hold the longest word of the title asked for are looked at.
    """

    def __init__(self, texts: list[str]) -> None:
        self.texts = texts
        self.lower = "\n".join([text.casefold() for text in texts])
        self.starts = [0, *accumulate(len(text.casefold()) + 1 for text in texts)]
        self.marked = {at for at, text in enumerate(texts) if "&" in text}  # may hold what it means as an entity
        self.known: dict[str, int] = {}
        self.far: dict[str, int] = {}

    def __getitem__(self, key: str) -> int:
        if key not in self.known:
            lines = self.marked | self.holding(max(key.split(), key=len)) if key else ()
            self.known[key] = sum(key_of(self.texts[line]) == key for line in lines)
        return self.known[key]

    def apart(self, key: str) -> int:
        """The same, but lines near each other, as those of a list of the film's titles, count once."""
        if key not in self.far:
            lines = sorted(self.marked | self.holding(max(key.split(), key=len))) if key else []
            equal = [line for line in lines if key_of(self.texts[line]) == key]
            self.far[key] = bool(equal) + sum(after - line > APART for line, after in pairwise(equal))
        return self.far[key]

    def holding(self, word: str) -> set[int]:
        """The numbers of the lines that hold a word."""
        found: set[int] = set()
        at = self.lower.find(word)
        while at >= 0:
            line = bisect_right(self.starts, at) - 1
            found.add(line)
            at = self.lower.find(word, self.starts[line + 1])
        return found


def repeated(page: Page) -> Repeated:
    lines: Sequence[Segment] = page.once(outlined).segments
    return Repeated([segment.text.strip(FRAME) for segment in lines[:3_000] if len(segment.text) <= MAX_TITLE])
