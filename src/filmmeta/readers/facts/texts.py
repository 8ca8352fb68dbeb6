"""Values that are running text: a plot, a tagline."""

from __future__ import annotations

from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.readers.facts.entries import Entry
from filmmeta.readers.facts.slices import Slice, leads_on, whole

LONG = 40  # characters of a text that can be a plot
UNSPACED = 14  # the same in Chinese, Japanese or Korean
ONE = ("plot", "outline")


def is_long(text: str) -> bool:
    wide = sum(sign > "\u2e80" for sign in text[:UNSPACED])
    return len(text) >= (UNSPACED if wide > UNSPACED // 2 else LONG)


def prose(entry: Entry, path: str) -> Iterator[Claim | Problem]:
    """The claims of running text: of a plot the first that is long enough, of other fields each line."""
    for value in entry.values:
        part = value.trimmed()
        if not part or (leads_on(part.text) and len(part.text) < LONG):
            continue
        if path not in ONE:
            yield part.claim(path)
            if part.segment.start >= 0:
                return
        elif is_long(part.text):
            yield (run_on(entry, part) if part.segment.start >= 0 else part).claim(path)
            return


def run_on(entry: Entry, first: Slice) -> Slice:
    """On a text page: the first paragraph of a value that was broken into lines."""
    return first


__all__ = ["is_long", "prose", "whole"]
