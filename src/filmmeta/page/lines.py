"""The lines of a text."""

from __future__ import annotations

from typing import NamedTuple


class Line(NamedTuple):
    """A line that is not blank: its text without the space around it, where it starts, blank lines before it."""

    text: str
    start: int
    blank: int


def lines(text: str) -> list[Line]:
    """The lines of a text that are not blank."""
    found: list[Line] = []
    start = blank = 0
    for raw in text.split("\n"):
        line = raw.strip() if raw else raw
        if line:
            found.append(Line(line, start if len(line) == len(raw) else start + raw.index(line[0]), blank))
            blank = 0
        else:
            blank += 1
        start += len(raw) + 1
    return found
