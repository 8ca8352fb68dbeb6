"""The lines of a text page that may be its title."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate

from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts.context import bullet_of, is_entry, is_genre
from filmmeta.readers.facts.entries import Outline, outlined
from filmmeta.readers.facts.marks import known
from filmmeta.readers.facts.scalars import reads
from filmmeta.readers.lexicon import is_phrase
from filmmeta.readers.title.candidates import MAX_TITLE, SEPARATOR, YEAR, Candidate, key_of, parts

NO_TITLE = re.compile(
    r"[@{}<>═║▄▀█;]|://|[.!?:&,]\s?$|^(?:re|from|to|date|subject|von|an|betreff|de|objet)\s?:|\d\d:\d\d"
    r"|^\W{0,3}\d{1,3}\s?%|^\W{0,5}$",
    re.IGNORECASE,
)
NEAR = 30  # lines above the film's labels in which its title stands
AHEAD = 25  # lines in which the labels of a record stand together
TOGETHER = 3
ABOVE = 14  # lines above the labels in which a line that the page speaks of is its title
ENOUGH = 2  # of what speaks for it
QUOTES = ("«»", "“”", "„“", "„”", '""', "「」", "『』", "《》")
MOST = 5  # times that a title stands on its page and that count
HEADED = 6  # for a line that the first lines, where a page's own title stands, begin with
DATED = 6  # for a line with a year in brackets
WITHIN = 3  # for one that they hold
MOST_WORDS = 14  # of a title without a year
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
    firsts = [each.text for each in outline.segments[:3]]
    head = [{key_of(name) for text in firsts for name in named(text)} for named in (names, all_parts)]
    found = list(near_labels(page, outline, anchor))
    headed = any(each.key in keys for keys in head for number, _, each in found if number > 2)
    for number, year, each in found:
        strength = HEADED * (each.key in head[0]) or WITHIN * (each.key in head[1])
        near = anchor - number < 5 and (number < 6 or counted[each.key] > 2)
        spoken = evidence(page, outline, number, anchor, each.text) if 0 <= anchor - number < ABOVE else 0
        sure = year or (strength and number > 2) or ((near or spoken >= ENOUGH) and not headed)
        weight = each.weight + spoken + strength * (number > 2) + min(counted[each.key], MOST)
        yield each._replace(weight=weight if sure else 0, source="line" if sure else "guess")


def near_labels(page: Page, outline: Outline, anchor: int) -> Iterator[tuple[int, bool, Candidate]]:
    """The lines that may be a title, whole and in parts, each with its number and whether it has a year."""
    for number, segment in enumerate(outline.segments[: anchor + 3]):
        text = segment.text.strip(FRAME)
        year = YEAR.search(text) is not None
        if not (number < 3 or anchor - number <= NEAR or year) or not is_title(segment, text, outline, number):
            continue
        start = segment.text.index(text)
        weight = DATED * year + (HEADED if year else 2) * (number == 0) + max(0, NEAR - abs(anchor - number)) // 6
        weight += 3 * any(INFO.search(each.text) for each in outline.segments[number + 1 : number + 9])
        for each in parts("line", text, segment.where(start, start + len(text)), weight):
            yield number, year, each


def all_parts(text: str) -> Iterator[str]:
    """The pieces of a page's own title."""
    return (each.text for each in parts("line", text, ""))


def evidence(page: Page, outline: Outline, number: int, anchor: int, text: str) -> int:
    """What speaks for a line above the labels: that it stands alone in its block, that the page quotes it, names
    it with something in brackets, or begins more lines with it.
    """
    below = outline.segments[number + 1 : number + 2]
    first = outline.segments[number].blank > 0 or number == 0
    alone = first and all(each.blank > 0 or bool(outline.marks[number + 1]) for each in below)
    heads = number == opener(outline, anchor)
    quoted = any(f"{pair[0]}{text}{pair[1]}" in page.text for pair in QUOTES)
    again = page.text.find(f"\n{text}", page.text.find(f"\n{text}") + 1) >= 0
    return 2 * quoted + 4 * heads + alone + (f"{text} (" in page.text) + again


def opener(outline: Outline, anchor: int) -> int:
    """The line that opens what the labels stand in: the nearest above them that follows a blank line and may be a
    title, or the first of several such lines; -1 without one.
    """
    found = -1
    for number in range(anchor - 1, max(-1, anchor - ABOVE), -1):
        segment = outline.segments[number]
        opens = (segment.blank > 0 or not number) and is_title(segment, segment.text.strip(FRAME), outline, number)
        if opens and bullet_of(outline.segments, number - 1):
            continue
        if opens and not INFO.search(segment.text):
            found = number
        elif found >= 0:
            break
    return found


def names(text: str) -> Iterator[str]:
    """What a page's own title begins with, before its separators and its brackets."""
    yield from (text[: mark.start()] for mark in SEPARATOR.finditer(text))
    yield text.partition(" (")[0]


def is_title(segment: Segment, text: str, outline: Outline, number: int) -> bool:
    if segment.text.startswith(BULLETS) or is_entry(outline.segments, number):
        return False
    if not text or len(text) > MAX_TITLE or NO_TITLE.search(text) or outline.outside[number]:
        return False
    if any(mark.start < len(text) // 4 or not number for mark in outline.marks[number] if not YEAR.search(text)):
        return False
    if text.count(" ") >= MOST_WORDS and not YEAR.search(text):
        return False
    if not YEAR.search(text) and (INFO.search(text) or is_listed(text)):
        return False
    return known(text) is None and not is_phrase(text, "more") and not is_phrase(text, "edit")


def is_listed(text: str) -> bool:
    """Whether a line is a list of genres or of countries."""
    parts = [part.strip() for part in re.split("[/,|•·]", text) if part.strip()]
    return len(parts) > 1 and (all(map(is_genre, parts[:3])) or reads("countries", text))


def anchored(outline: Outline) -> int:
    """The line where the film's labels begin to stand together; that of the first label where they never do."""
    told = [(number, marks[0].word.paths[0]) for number, marks in enumerate(outline.marks) if marks]
    told = [(number, path) for number, path in told if "/" not in path and path not in ("section", "user_review")]
    for position, (number, _) in enumerate(told):
        if len({path for at, path in told[position : position + AHEAD] if at - number < AHEAD}) >= TOGETHER:
            return raised(outline, number)
    return told[0][0] if told else min(len(outline.segments), 5)


def raised(outline: Outline, anchor: int) -> int:
    """The first line above the labels that tells a year or a running time, where one stands near them."""
    near = range(max(0, anchor - NEAR // 3), anchor)
    return next((at for at in near if INFO.search(outline.segments[at].text)), anchor)


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

    def __getitem__(self, key: str) -> int:
        if key not in self.known:
            lines = self.marked | self.holding(max(key.split(), key=len)) if key else ()
            self.known[key] = sum(key_of(self.texts[line]) == key for line in lines)
        return self.known[key]

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
