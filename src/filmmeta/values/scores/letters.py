"""Letter grades in running text: `Grade: B+`, or a lone `C-` at its end."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from filmmeta.values.patterns import regex
from filmmeta.values.scores.grades import grade
from filmmeta.values.scores.scales import Score
from filmmeta.values.scores.surroundings import surroundings

GRADE = regex(r"\b([A-DF][+–-]?)(?![\w'’+&-])")
HEADS = {
    "": ("grade", "verall", "erdict", "ECTOR"),
    ":": ("rade:", "ating:", "core:"),
    "RA": ("GRADE", "RATING", "OVERALL"),
}
"""The ends of the labels that head a grade, each below what a text has that has one of them."""
ARTICLED = regex(r" an? ([A-DF][+–-]?)(?![\w'’+&-])")
MOST = 400  # letters behind an article that are looked at
NEAR, GIVEN = 12, 3  # characters behind a letter, and words between `I give` and it
ENDS = (".", "!", "?", "\n", ":", "…", "")


def grades(text: str) -> Iterator[tuple[int, int, Score]]:
    """Letters behind a label that heads a grade, or with a sign at the very end of the text."""
    for head in [head for sign, heads in HEADS.items() if sign in text for head in heads]:
        at = text.find(head)
        while at >= 0:
            if (match := GRADE.search(text, at + len(head), at + len(head) + 14)) and is_headed(text, match.start()):
                yield letter(text, match.start(1), match.end(1))
            at = text.find(head, at + len(head))
    for match in islice(ARTICLED.finditer(text), MOST):
        if is_given(text, *match.span(1)):
            yield letter(text, *match.span(1))
    tail = len(text.rstrip(" .)!*\"'"))
    if text[tail - 1 : tail] in ("+", "-", "–") and (match := GRADE.search(text, max(0, tail - 2), tail)):
        before = text[max(0, match.start() - 4) : match.start()].rstrip(" (")
        if before[-1:] in ENDS:
            yield letter(text, match.start(1), match.end(1))


def is_given(text: str, start: int, end: int) -> bool:
    """Whether a letter behind an article is a mark that the author gives: `This gets a B+ from me`, `I give it a C.`"""
    after = text[end : end + NEAR]
    if after.lower().startswith((" from me", " for me")):
        return True
    closed = not after.strip(" .!*)") or after[:1] in ".!,;\n" or (end - start > 1 and after[:1] == " ")
    return closed and surroundings(text, start).kinds.get("mine", GIVEN + 1) <= GIVEN


def is_headed(text: str, start: int) -> bool:
    found = surroundings(text, start)
    return (
        not found.label_kinds.isdisjoint(("label", "whole", "mine"))
        or found.words[-2:-1] == ["grade"]
        or (found.words[-1:] == ["grade"] and "\n" not in text[start - 3 : start])
    )


def letter(text: str, start: int, end: int) -> tuple[int, int, Score]:
    found = grade(text[start:end], "us-letter")
    return start, end, found or Score(0.0, None, None, text[start:end])
