"""What each line of a text page is to a review: part of its byline by its wording, running text, or a short line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from filmmeta.claim import Claim
from filmmeta.page import Line
from filmmeta.readers.lexicon import EAST_ASIAN, UNACCENTED, fold, look_up, table
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.signatures import announcing, byline

PLACED = re.compile(
    r"\s(?:from|aus|uit|från|fra|из|от|din|iz|desde|kotoisin)\s(?=[A-ZÀ-ÞА-Я]|the\s)[^,;:|]{2,50}(?:,[^;:|]{2,50})?$"
)
COUNT = re.compile(r"[(（\[][^()（）]{0,3}\d[\d.,\s]{0,9}[^()（）\d]{0,3}[)）\]]$")
"""How many there are of something, at a line's end."""
FEWEST_STARS = 3
LONG = 80  # characters of a line that needs no sentence's end to be running text
ENDS = (".", "!", "?", "…", "。", "！", "？", ")", "»", "”", '"', "।")
JOINED = frozenset("/([（［")  # what joins two spellings of one heading, or a remark to it
MARKS = frozenset({"author", "byline", "day", "score", "helpful", "warning", "label"})


class Told(NamedTuple):
    """A line, what it is, the parts of it that are values (claim path, start, end), how often the page has it."""

    line: Line
    kind: str
    parts: tuple[tuple[str, int, int], ...] = ()
    times: int = 1

    def claims(self) -> Iterator[Claim]:
        """The claims of the line's values, and of what announces them."""
        at, text, start = 0, self.line.text, self.line.start
        for path, first, last in sorted(self.parts, key=lambda part: part[1]):
            yield from plain(text, start, at, first)
            yield Claim(path, text[first:last], f"text:{start + first}-{start + last}")
            at = last
        yield from plain(text, start, at, len(text))


def plain(text: str, start: int, first: int, last: int) -> Iterator[Claim]:
    """The claim of what stands between values; none for marks alone."""
    inner = text[first:last]
    if any(map(str.isalnum, inner)):
        begin = first + len(inner) - len(inner.lstrip())
        end = begin + len(inner.strip())
        yield Claim("layout/byline", text[begin:end], f"text:{start + begin}-{start + end}")


def tell(line: Line) -> Told:
    """What a line is."""
    text = line.text
    if len(text) >= words.SHORT:
        return Told(line, "prose")
    for read in (announced, asked, dated, scored):
        told = read(line)
        if told is not None:
            return told
    prose = len(text) >= LONG or (
        text.endswith(ENDS)
        and (text.count(" ") > 3 or (len(text) > 8 and text[4] > "\u2e80"))
        and COUNT.search(text) is None
    )
    return Told(line, "prose" if prose else "other" if is_label(text) else "heading" if is_heading(text) else "short")


def is_heading(text: str) -> bool:
    """Whether a short line is the heading of all reviews, and no label with its value."""
    if ":" in text[:-1]:
        return False
    bare = COUNT.sub("", text).strip()
    steps = bare.split()
    if not steps or len(bare) >= words.BRIEF or (is_vain(steps[0], 0) and is_vain(steps[-1], -1)):
        return False
    tries = {bare, *(" ".join(steps[-size:]) for size in (1, 2)), *(" ".join(steps[:size]) for size in (1, 2))}
    return any(word is not None and "user_review" in word.paths for word in map(look_up, tries))


@cache
def of_headings() -> tuple[frozenset[str], frozenset[str]]:
    """The words that the headings of reviews begin with, and those that they end with, with and without accents."""
    paths, _, labels, _ = table()
    steps = [label.split() for path, label in zip(paths, labels, strict=True) if path == "user_review"]
    ends = [{words[at] for words in steps} for at in (0, -1)]
    first, last = (frozenset({*each, *(word.translate(UNACCENTED) for word in each)}) for each in ends)
    return first, last


@lru_cache(maxsize=8_192)
def is_vain(step: str, end: int) -> bool:
    """Whether no heading of reviews begins (0) or ends (-1) with this word."""
    key = fold(step)
    return key not in of_headings()[end] and key[:1] < EAST_ASIAN and not JOINED.intersection(step)


def is_label(text: str) -> bool:
    """Whether a short line is the label of something that is no part of a byline."""
    return text[-1] in words.COLONS or (
        0 < (text + " ").find(": ") < words.BRIEF // 2 and look_up(text.partition(":")[0]) is not None
    )


def announced(line: Line) -> Told | None:
    """A line with a label for the author or the day: ``Author: x from Paris``, ``Date : 12 May 2009``."""
    found = words.HEADED.match(line.text)
    label = fold(found[1]) if found else ""
    known = [kind for kind in ("author", "date", "score") if label in words.words(kind)]
    if found is None or not known:
        return None
    rest = line.text[found.end() :]
    if rest and known == ["score"]:
        return None
    if not rest:
        return Told(line, "label", ())
    if label in words.words("author"):
        inner = byline(rest)
        if inner is not None and inner.day is not None:
            spans = [("date", inner.day)] + ([("author", inner.author)] if inner.author else [])
            return Told(line, "byline", tuple((path, found.end() + a, found.end() + b) for path, (a, b) in spans))
        name = PLACED.sub("", rest).rstrip(words.BETWEEN)
        return (
            Told(line, "author", (("author", found.end(), found.end() + len(name)),)) if words.is_name(name) else None
        )
    day = words.date_in(rest)
    span = (found.end() + day.start(), found.end() + day.end()) if day else (found.end(), len(line.text))
    return Told(line, "day", (("date", *span),)) if day or words.is_ago(rest) else None


def asked(line: Line) -> Told | None:
    """A line about readers who found the review helpful, or a warning of spoilers."""
    if words.is_helpful(line.text):
        return Told(line, "helpful", (("helpful", 0, len(line.text)),))
    if words.is_asked(line.text):
        return Told(line, "asked")
    if len(line.text) < words.BRIEF and words.is_warning(line.text):
        return Told(line, "warning", (("spoiler", 0, len(line.text)),))
    return None


def dated(line: Line) -> Told | None:
    """A line of a day, with or without a name."""
    text = line.text
    found = byline(text)
    if found is None or found.day is None:
        day = words.date_in(text) if len(text) < words.SHORT and text[-1] not in ENDS else None
        if day is not None and is_dated(text, *day.span()):
            return Told(line, "day", (("date", *day.span()),))
        return Told(line, "day", (("date", 0, len(text)),)) if words.is_ago(text) else None
    if found.author is not None:
        return Told(line, "byline", (("date", *found.day), ("author", *found.author)))
    return Told(line, "day", (("date", *found.day),)) if is_dated(text, *found.day) else None


def is_dated(text: str, start: int, end: int) -> bool:
    """Whether a line with a day has little else, a label with its value, or what announces a day."""
    rest = text[:start] + text[end:]
    labelled = ": " in rest or text.partition(" ")[0].casefold() in announcing()
    return len(rest) <= (words.BRIEF if labelled else words.BRIEF // 2)


def scored(line: Line) -> Told | None:
    """A line of a score that has a label, a scale, or stars enough to be meant as such."""
    span = words.score_in(line.text)
    bare = line.text[span[0] : span[1]] if span else ""
    stars = len(bare) >= FEWEST_STARS and not any(map(str.isdigit, bare))
    meant = span is not None and (span[0] > 1 or words.of_scale(bare) is not None or stars)
    return Told(line, "score", (("rating", *span),)) if span and meant else None
