"""The score that the author of a page's one text gives, in the lines around it: never the one of many."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts.ratings import COUNT
from filmmeta.readers.facts.slices import Slice, whole
from filmmeta.readers.lexicon import fold
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.single.headings import pattern
from filmmeta.readers.reviews.single.signed import parts
from filmmeta.readers.reviews.stars import Drawn, drawn
from filmmeta.values.scores import score

SCALES = frozenset({4, 5, 6, 10, 20, 100})
GRADE = re.compile(r"[A-F][+\-−–]?(?![^\W_])")
SCALED = re.compile(rf"{words.NUMBER}\s?{words.OF}\s?(?:4|5|6|10|20|100|four|five|ten)(?![\d/.,]\d|\d)", re.IGNORECASE)
SIGNS = re.compile(r"[★☆⭐✭✮✩✦⯨*½¼¾⅓⅔\s]{1,24}")
SIGN = re.compile(r"[★☆⭐✭✮✩✦⯨*½¼¾]|1/2")
MOST = 12  # signs of a row
BRACKETS = "[]() "
MAX_LINE = 110
BEHIND = 30  # characters of what the points of an author's own scale are called
FIRSTS = ("overall", "final", "my ", "total", "verdict", "gesamt", "moja", "mi ", "ma ", "il mio", "nota final")


class Given(NamedTuple):
    """A score: its place in a line, or the attribute that draws it; ``labelled`` where a word says what it is."""

    text: Slice | None
    drawn: Drawn | None
    labelled: bool


def given(page: Page, lines: Sequence[int], container: Any) -> Given | None:
    """The author's score: what is labelled as a whole's, else the first that is labelled, printed, drawn."""
    segments = page.outline
    found = [each for at in lines if not is_crowds(segments, at) for each in scores(segments[at])]
    labelled = [each for each in found if each.labelled]
    best = next((each for each in labelled if is_of_whole(each)), None) or next(iter(labelled or found), None)
    if best is not None:
        return best
    told = in_pictures(container) if container is not None else None
    return Given(None, told, False) if told is not None else None


def is_of_whole(found: Given) -> bool:
    text = found.text.segment.text.casefold() if found.text else ""
    return text.lstrip(words.BETWEEN).startswith(FIRSTS)


def is_crowds(segments: Sequence[Segment], at: int) -> bool:
    """Whether a line, or the short one above it, says that many gave its score."""
    text = segments[at].text
    if len(text) > MAX_LINE or COUNT.search(text) or words.is_helpful(text):
        return True
    above = segments[at - 1].text if at else ""
    over = above if len(above) < words.BRIEF // 2 and not any(map(str.isdigit, above)) else ""
    return pattern("crowd").search(f"{over} {text}") is not None


def scores(segment: Segment) -> Iterator[Given]:
    """The scores of a line, or of its parts."""
    for part in dict.fromkeys([whole(segment), *parts(segment)]):
        part = part.stripped(BRACKETS) if part.text[0] in BRACKETS else part
        start = label_end(part.text)
        span = said(part.text, start)
        if span is not None:
            yield Given(Slice(segment, part.start + span[0], part.start + span[1]), None, start > 0)


def label_end(text: str) -> int:
    """Where the value begins behind a label that has a word for a score; 0 without one."""
    found = words.HEADED.match(text)
    if found is None:
        return 0
    key = fold(found[1])
    known = words.words("score")
    return found.end() if key in known or any(each in known for each in key.split()) else 0


def said(text: str, start: int) -> tuple[int, int] | None:
    """Where a text says a score from an offset on; without a label only what nothing else can be."""
    bare = text[start:].strip(" \t\xa0:.;|")
    if not bare or len(bare) > words.BRIEF:
        return None
    begin = text.index(bare, start)
    if grade := GRADE.fullmatch(bare):
        return (begin, begin + grade.end()) if start or len(bare) > 1 else None
    counted = SCALED.match(bare)
    if counted is None and not start and SIGNS.fullmatch(bare) is None:
        return None
    if counted is not None and len(bare) - counted.end() > BEHIND:
        return None
    if counted is not None and not is_on_scale(counted[0]):
        return None
    try:
        read = score(bare)
    except ValueError:
        return (begin, begin + counted.end()) if counted else None
    glued = counted is not None and bare[counted.end() : counted.end() + 1].isalpha()
    return (begin, begin + (counted.end() if counted is not None and glued else len(bare))) if read.value >= 0 else None


def is_on_scale(text: str) -> bool:
    pair = words.of_scale(text)
    return pair is None or (pair[1] in SCALES and pair[0] <= pair[1])


def in_pictures(container: Any) -> Drawn | None:
    """The first score that a container draws and that no name near it says to be that of many."""
    for each in drawn(container):
        names, element = "", each.element
        for _ in range(3):
            if element is None or element is container:
                break
            names += f" {element.get('class') or ''} {element.get('id') or ''}"
            element = element.getparent()
        if not pattern("crowd").search(names.replace("-", " ").replace("_", " ")):
            return rowed(each)
    return None


def rowed(found: Drawn) -> Drawn:
    """A score with those of the pictures beside it that are signs of the same row."""
    if found.attribute != "alt" or not SIGNS.fullmatch(found.text):
        return found
    row = found.text
    beside = found.element.getnext()
    while beside is not None and beside.tag == "img" and len(row) < MOST and (sign := beside.get("alt") or "").strip():
        if not SIGN.fullmatch(sign.strip()):
            break
        row += sign.strip().replace("1/2", "½")
        beside = beside.getnext()
    return found._replace(text=row, attribute="" if row != found.text else "alt")
