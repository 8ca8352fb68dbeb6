"""The marks of running text that name no scale: `I give it a 7`, `ставлю 8`, `Grade: B+`, `打8分`."""

from __future__ import annotations

from collections.abc import Iterator

from filmmeta.values.numbers import plain
from filmmeta.values.patterns import regex
from filmmeta.values.scores.amounts import amount
from filmmeta.values.scores.announcing import announced, half_end, may_follow, restarts, unit_end
from filmmeta.values.scores.eastern import eastern
from filmmeta.values.scores.foreign import is_english, speaks
from filmmeta.values.scores.letters import grades
from filmmeta.values.scores.scales import Score
from filmmeta.values.scores.surroundings import UNSPACED, is_idle, surroundings
from filmmeta.values.scores.tokens import each, tokens
from filmmeta.values.scores.worded import english, foreign, named, rests
from filmmeta.values.scores.words import words
from filmmeta.values.signs import beyond_ascii

MOST = 400  # figures that are looked at in one text
BARE = regex(r"[0-9]{1,3}(?:[.,][0-9]{1,2})?(?:½|[ -]1/2(?![\w/]))?(?![0-9/]|[.,:-][0-9])\+?")
RANGED = regex(r"[0-9] (?:a|and|et|y|e|i|und|en|och|og|ja|és|și|и|і|до|do) $")
RANGE = 8  # characters of the lower end of a range
BEFORE = frozenset("/.,$€£#:+-–—№@'’%<>=")
SMALL = 500  # characters of a text that may be English without its article
DIGITS = "1234567890"
FOREIGN = regex(r"[٠-٩۰-۹०-९０-９]")  # digits of other scripts
HIGH, HIGHEST = 20, 100  # between these, figures behind a label are per cent or the like
BEST = 10  # the best mark that figures without a scale go up to


def cued(text: str) -> Iterator[tuple[int, int, Score]]:
    """Each mark without a scale that its sentence announces, with its start and end, in the order of the text.

    >>> [(start, end, s.value, s.best) for start, end, s in cued("I saw 2 of them. I give it a 7 for the music.")]
    [(29, 30, 7.0, None)]
    """
    found = {each[:2]: each for each in (*figures(text), *spelt(text), *grades(text))}
    if not text.isascii() and max(beyond_ascii(text), default="") >= UNSPACED:
        found |= {each[:2]: each for each in eastern(text)}
    yield from (found[span] for span in sorted(found))


def figures(text: str) -> Iterator[tuple[int, int, Score]]:
    """The figures up to ten that are announced."""
    line = plain(text) if FOREIGN.search(beyond_ascii(text)) else text
    places = sorted(at for digit in DIGITS if digit in line for at in each(line, digit))
    for start in [at for at in places if line[at - 1 : at] not in DIGITS or not at][:MOST]:
        before = line[start - 1 : start]
        match = BARE.match(line, start)
        if not match or (before.isalnum() and before < "\u2e80"):
            continue
        if not before or before not in BEFORE or led(line, start):
            yield from counted_marks(text, start, match.end())


def led(line: str, start: int) -> bool:
    """Whether the sign before a figure stands between a label and it: `Rating:7`, `Note -8`."""
    return line[start - 1] in ":=-–—" and line[start - 2 : start - 1].isalpha()


def counted_marks(text: str, start: int, end: int) -> Iterator[tuple[int, int, Score]]:
    """The mark that starts at ``start``, if it is one, with its half and its unit."""
    if (
        is_beyond(text, start)
        or is_idle(text, start, end)
        or not (may_follow(text[end : end + 24]) or unit_end(text, end)[1] or restarts(text, start, end))
    ):
        return
    if RANGED.search(text, max(0, start - RANGE), start):
        return
    t = tokens(text, start, end + 16)
    found = amount(t, 0)
    if found and not found.places and (found.value <= BEST or is_labelled(text, start, found.value)):
        end = max(end, t[found.end - 1].end)
        if stop := announced(text, start, end):
            part, stop = half_end(text, stop) if stop > end and found.whole else (0.0, stop)
            yield start, stop, Score(found.value + part, None, None, text[start:stop])


def is_beyond(text: str, start: int) -> bool:
    """Whether a figure is above all marks, and stands behind no label."""
    first = text[start : start + 2]
    return len(first) == 2 and first.isdecimal() and "10" < first <= "99" and ":" not in text[max(0, start - 3) : start]


def is_labelled(text: str, start: int, value: float) -> bool:
    """Whether a figure that is high for a mark stands behind a label and its colon: `Score: 85`."""
    if not BEST < value <= HIGHEST or ":" not in text[max(0, start - 3) : start]:
        return False
    found = surroundings(text, start)
    if value <= HIGH and words("twenty").keys().isdisjoint(found.label.split()):
        return False
    return not found.label_kinds.isdisjoint(("label", "whole"))


def spelt(text: str) -> Iterator[tuple[int, int, Score]]:
    """Number words: in English behind an article (`a solid seven`) or before stars, elsewhere where they are led up to
    and end their sentence.
    """
    if is_english(text) or len(text) < SMALL:
        for start, end in english(text):
            yield from counted_marks(text, start, end)
    for start, end, value in foreign(text):
        stop, united = unit_end(text, end)
        part, stop = half_end(text, stop) if united else (0.0, stop)
        if value + part == 1:  # a star
            continue
        if (united or rests(text, stop)) and named(text, start, stop, united) and speaks(text, text[start:end]):
            yield start, stop, Score(value + part, None, None, text[start:stop])
