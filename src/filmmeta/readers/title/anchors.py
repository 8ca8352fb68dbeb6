"""Where the labels of a text page's film begin, and the line that opens what they stand in."""

from __future__ import annotations

from filmmeta.readers.facts.context import bullet_of
from filmmeta.readers.facts.entries import Outline
from filmmeta.readers.facts.marks import SEAM
from filmmeta.readers.facts.zones import RECORD
from filmmeta.readers.title.repeats import FRAME
from filmmeta.readers.title.shapes import INFO, NOTE, is_latin, is_title

NEAR = 30  # lines above the film's labels in which its title stands
ABOVE = 14  # lines above the labels in which a line that the page speaks of is its title
AHEAD = 25  # lines in which the labels of a record stand together
TOGETHER = 3
CLOSE = 6  # lines in which two of them do
TELLING_FILM = RECORD | {"creators", "original_title", "year", "taglines", "certificates", "companies", "plot"}


def anchored(outline: Outline) -> int:
    """The line where the film's labels begin to stand together; that of the first label where they never do."""
    told = [
        (number, marks[0].word.paths[0])
        for number, marks in enumerate(outline.marks)
        if marks and not is_of_menu(outline, number)
    ]
    told = [(number, path) for number, path in told if path in TELLING_FILM]
    for position, (number, _) in enumerate(told):
        for ahead, together in ((AHEAD, TOGETHER), (CLOSE, 2)):
            if len({path for at, path in told[position : position + AHEAD] if at - number < ahead}) >= together:
                return raised(outline, number)
    return told[0][0] if told else min(len(outline.segments), 5)


def is_of_menu(outline: Outline, number: int) -> bool:
    """Whether a labelled line is an item of a list that has others without labels."""
    bullet = bullet_of(outline.segments, number)
    beside = [at for at in (number - 1, number + 1) if 0 <= at < len(outline.segments)]
    return bool(bullet) and any(bullet_of(outline.segments, at) and not outline.marks[at] for at in beside)


def raised(outline: Outline, anchor: int) -> int:
    """The first line above the labels that tells a year or a running time, where one stands near them."""
    near = range(max(0, anchor - NEAR // 3), anchor)
    return next((at for at in near if is_info(outline, at)), anchor)


def is_info(outline: Outline, at: int) -> bool:
    """Whether a line tells a year or a running time, and is none of a list of years."""
    beside = [outline.segments[other].text for other in (at - 1, at + 1) if 0 <= other < len(outline.segments)]
    text = outline.segments[at].text
    return INFO.search(text) is not None and not (text.isdigit() and any(each.isdigit() for each in beside))


def opener(outline: Outline, anchor: int, site: str) -> int:
    """The line that opens what the labels stand in: the nearest above them that follows a blank line and may be a
    title, or the first of several such lines; else the line right above them; -1 without one.
    """
    found = -1
    for number in range(anchor - 1, max(-1, anchor - ABOVE), -1):
        segment = outline.segments[number]
        opens = (segment.blank > 0 or (not number and anchor <= CLOSE)) and is_title(
            segment, segment.text.strip(FRAME), outline, number
        )
        if NOTE.match(segment.text):
            continue
        same = not number and is_latin(outline.segments[found].text) == is_latin(segment.text)
        if found >= 0 and (same or segment.text == site or SEAM.search(segment.text)):
            break
        if opens and not INFO.search(segment.text):
            found = number
        elif found >= 0:
            break
    if found >= 0 or not 0 < anchor <= len(outline.segments):
        return found
    above = outline.segments[anchor - 1]
    return anchor - 1 if is_title(above, above.text.strip(FRAME), outline, anchor - 1) else -1
