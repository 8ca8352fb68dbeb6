"""What a check finds: where, and what is wrong there."""

from __future__ import annotations

import json
from collections import Counter
from typing import NamedTuple

KEPT = 100  # of the findings of one file; the rest are counted


class Finding(NamedTuple):
    """Something that does not hold: in which file, on which line (0: the file as a whole), and what."""

    file: str
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.file}, line {self.line}: {self.reason}" if self.line else f"{self.file}: {self.reason}"


class Findings:
    """The first ``KEPT`` findings of each file, and the number of all."""

    def __init__(self) -> None:
        self.kept: list[Finding] = []
        self.counts: Counter[str] = Counter()

    def add(self, file: str, line: int, reason: str) -> None:
        self.counts[file] += 1
        if self.counts[file] <= KEPT:
            self.kept.append(Finding(file, line, reason))


class Fault(Exception):
    """Why a line or a file is not what it should be, in words for a finding."""


def quoted(name: object) -> str:
    """A name in a message: what no terminal may act on is spelt out, and a long one cut.

    >>> quoted("a\\x1b[31m.html")
    '"a\\\\u001b[31m.html"'
    """
    text = json.dumps(name)
    return text if len(text) <= 120 else f"{text[:117]}…"
