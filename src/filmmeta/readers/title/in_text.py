"""The lines of a text page that may be its title."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts.entries import Outline, outlined
from filmmeta.readers.facts.marks import known
from filmmeta.readers.lexicon import is_phrase
from filmmeta.readers.title.candidates import MAX_TITLE, SEPARATOR, YEAR, Candidate, key_of, parts

NO_TITLE = re.compile(
    r"[@{}<>═║▄▀█;]|://|[.!?:]\s?$|^(?:re|from|to|date|subject|von|an|betreff|de|objet)\s?:|\d\d:\d\d|^\W{0,5}$",
    re.IGNORECASE,
)
NEAR = 30  # lines above the film's labels in which its title stands
AHEAD = 25  # lines in which the labels of a record stand together
TOGETHER = 3
MOST = 5  # times that a title stands on its page and that count
HEADED = 6  # for a line that the first lines, where a page's own title stands, hold too
BULLETS = ("+ ", "• ", "- ", "· ", "& ", "» ", "› ", "→ ")
INFO = re.compile(
    r"\b\d{1,3}\s?(?:min\b|minut|mins|мин|хв|dk\b|perc|分|분|λεπτά)|\d\s?h\b|^[(\[]?(?:18[89]|19\d|20\d)\d[)\]]?$"
    r"|,\s(?:18[89]|19\d|20\d)\d\b",
    re.IGNORECASE,
)
"""What stands below many a title: a running time, a year."""
FRAME = "#*=_-~ \t|>║│"


def in_lines(page: Page) -> Iterator[Candidate]:
    """The candidates: lines near the first labels of the film, lines with a year in brackets, the first lines."""
    outline = page.once(outlined)
    anchor = anchored(outline)
    counted = page.once(repeated)
    head = {key_of(name) for segment in outline.segments[:3] for name in names(segment.text)}
    for number, segment in enumerate(outline.segments[: anchor + 3]):
        text = segment.text.strip(FRAME)
        year = YEAR.search(text) is not None
        if not (number < 3 or anchor - number <= NEAR or year) or not is_title(segment, text, outline, number):
            continue
        start = segment.text.index(text)
        weight = 3 * year + 2 * (number == 0) + max(0, NEAR - abs(anchor - number)) // 6
        weight += 3 * any(INFO.search(each.text) for each in outline.segments[number + 1 : number + 9])
        for each in parts("line", text, segment.where(start, start + len(text)), weight):
            headed = each.key in head and number > 2
            near = anchor - number < 5 and (number < 6 or counted[each.key] > 2)
            sure = year or headed or near
            told = weight + HEADED * headed + min(counted[each.key], MOST)
            yield each._replace(weight=told if sure else 0, source="line" if sure else "guess")


def names(text: str) -> Iterator[str]:
    """What a page's own title begins with, before its separators and its brackets."""
    yield from (text[: mark.start()] for mark in SEPARATOR.finditer(text))
    yield text.partition(" (")[0]


def is_title(segment: Segment, text: str, outline: Outline, number: int) -> bool:
    if segment.text.startswith(BULLETS):
        return False
    if not text or len(text) > MAX_TITLE or NO_TITLE.search(text) or outline.outside[number] or outline.marks[number]:
        return False
    return known(text) is None and not is_phrase(text, "more") and not is_phrase(text, "edit")


def anchored(outline: Outline) -> int:
    """The line where the film's labels begin to stand together; that of the first label where they never do."""
    told = [(number, marks[0].word.paths[0]) for number, marks in enumerate(outline.marks) if marks]
    told = [(number, path) for number, path in told if "/" not in path and path not in ("section", "user_review")]
    for position, (number, _) in enumerate(told):
        if len({path for at, path in told[position : position + AHEAD] if at - number < AHEAD}) >= TOGETHER:
            return number
    return told[0][0] if told else min(len(outline.segments), 5)


def repeated(page: Page) -> Counter[str]:
    """How often each text that may be a title stands on a line of its own, or begins one."""
    lines: Sequence[Segment] = page.once(outlined).segments
    keys = [key_of(segment.text.strip(FRAME)) for segment in lines[:3_000] if len(segment.text) <= MAX_TITLE]
    return Counter(key for key in keys if key)
