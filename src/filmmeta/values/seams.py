"""Seams: where, between two values of a list, what is said of the first ends and the second's part begins."""

from __future__ import annotations

from filmmeta.values.patterns import regex

SEAM = regex(r"[;|\n=•、]|, | / | · ")


def seam(text: str, start: int, end: int) -> int:
    """The place between ``start`` and ``end``: behind the last separator, before an open bracket, or the end.

    >>> seam("$5 (USA); UK: £4", 2, 14), seam("$5 (£4)", 2, 4), seam("$5 UK: £4", 2, 7)
    (9, 3, 2)
    """
    between = text[start:end]
    for match in reversed(list(SEAM.finditer(between))):
        if not within(between, 0, match.start()):
            return start + match.end()
    if within(between, 0, len(between)):
        return start + between.rfind("(")
    return start if between.rstrip().endswith(":") else end


def within(text: str, start: int, end: int) -> bool:
    """Whether ``end`` stands in brackets that are opened behind ``start``."""
    return text.count("(", start, end) > text.count(")", start, end)
