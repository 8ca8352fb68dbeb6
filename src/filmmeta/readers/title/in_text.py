"""The lines of a text page that may be its title."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.page import Page
from filmmeta.readers.facts.entries import Outline, outlined
from filmmeta.readers.facts.marks import SEAM
from filmmeta.readers.title.anchors import ABOVE, NEAR, TELLING_FILM, anchored, opener
from filmmeta.readers.title.candidates import SEPARATOR, YEAR, Candidate, key_of, parts
from filmmeta.readers.title.repeats import FRAME, repeated
from filmmeta.readers.title.shapes import INFO, is_title

ENOUGH = 2  # of what speaks for a line above the labels
SHOWN = re.compile(
    r"\b(?:spielplan|(?:kino|film|wochen)?programm|programmes?|programma|programação|programmazione|programación|cartelera"
    r"|repertuar|repertoár|műsor|ohjelmisto|now showing|showtimes|what's on|séances|tv-gids|fernsehprogramm|szórólap"
    r"|kinoafisha|афиша|репертуар)\b",
    re.IGNORECASE,
)
"""What the heading of a cinema's programme has in it."""
QUOTES = ("«»", "“”", "„“", "„”", '""', "「」", "『』", "《》")
MOST = 5  # times that a title stands on its page and that count
HEADED = 8  # for a line that the first line, where a page's own title stands, begins with
DATED = 6  # for a line with a year in brackets
WITHIN = 3  # for one that it holds
EQUAL = 4  # for the first line's text once more
BEHIND = ("(", "[", "（", ",")  # what may stand behind the film's title in the page's
GLUED = 4  # labels of a line that has lost what parted its texts
REACH = 200  # characters before the first of them in which the title stands
MOST_LINES = 600  # in which the title is looked for


def in_lines(page: Page) -> Iterator[Candidate]:
    """The candidates: lines near the first labels of the film, lines with a year in brackets, the first line, and
    those that it names.
    """
    outline = page.once(outlined)
    anchor = anchored(outline)
    counted = page.once(repeated)
    first = next((at for at, out in enumerate(outline.outside) if not out), 0)
    own = outline.segments[first].text.strip(FRAME) if outline.segments else ""
    found = list(near_labels(page, outline, anchor, first))
    lines = {number: outline.segments[number].text.strip(FRAME) for number, _, _ in found if number > first}
    strengths = {number: named(own, text) for number, text in lines.items()}
    headed = HEADED in strengths.values()
    heads = {each.key for number, _, each in found if strengths.get(number) and own.startswith(each.text)} - {""}
    top = opener(outline, anchor, behind(own))
    for number, year, each in found:
        strength = strengths[number] if each.text == lines.get(number) else 0
        near = anchor - number < 5 and (first < number < 6 or counted[each.key] > 2)
        spoken = evidence(page, outline, number, top, each.text) if 0 <= anchor - number < ABOVE else 0
        longer = each.text == behind(own) or any(each.key.startswith(f"{key} ") for key in heads)
        less = HEADED * (longer and number == first)
        sure = year or strength or ((near or spoken >= ENOUGH) and not headed)
        weight = each.weight + spoken + strength + min(counted.apart(each.key), MOST) - less
        yield each._replace(weight=weight if sure else 0, source="line" if sure else "guess")


def near_labels(page: Page, outline: Outline, anchor: int, first: int) -> Iterator[tuple[int, bool, Candidate]]:
    """The lines that may be a title, whole and in parts, each with its number and whether it has a year."""
    own = outline.segments[first].text.strip(FRAME) if outline.segments else ""
    for number, segment in enumerate(outline.segments[:MOST_LINES]):
        text = segment.text.strip(FRAME)
        year = number < anchor + 3 and YEAR.search(text) is not None
        near = number == first or -3 < anchor - number <= NEAR
        if not (near or year or named(own, text) >= HEADED) or not is_title(segment, text, outline, number):
            continue
        start = segment.text.index(text)
        weight = DATED * year + max(0, NEAR - abs(anchor - number)) // 6 - 2 * (number > anchor)
        weight += (HEADED if year else 2 if SEPARATOR.search(text) else -1) * (number == first)
        weight += 3 * any(INFO.search(each.text) for each in outline.segments[number + 1 : number + 12])
        weight -= HEADED * (SHOWN.search(text) is not None)
        for each in parts("line", text, segment.where(start, start + len(text)), weight):
            yield number, year, each
    yield from before_labels(outline)


def before_labels(outline: Outline) -> Iterator[tuple[int, bool, Candidate]]:
    """What stands before the labels of a first line that has lost what parted its texts: a title with its year."""
    marks = outline.marks[0] if outline.marks else []
    begin = next((mark.start for mark in marks if mark.word.paths[0] in TELLING_FILM), 0)
    if len(marks) < GLUED:
        return
    segment = outline.segments[0]
    for year in list(YEAR.finditer(segment.text, max(0, begin - REACH), begin))[-1:]:
        last = max(0, begin - 2 * REACH)
        start = max((seam.end() for seam in SEAM.finditer(segment.text, last, year.end() - 4)), default=0)
        text = segment.text[start : year.end()]
        yield 0, True, Candidate("line", text, segment.where(start, year.end()), key_of(text), HEADED + DATED)


def named(own: str, text: str) -> int:
    """How plainly a page's first line, where its own title stands, names what a line further down says."""
    if len(text) < 2 or len(text) >= len(own) or text == behind(own):
        return EQUAL * (text == own)
    at = own.find(text)
    if at == 0 and (SEPARATOR.match(own, len(text)) or own[len(text) :].lstrip()[:1] in BEHIND):
        return HEADED
    if at < 0 or own[at - 1 : at].isalnum() or own[at + len(text) :][:1].isalnum():
        return 0
    return WITHIN + 2 * (at == 0)


def behind(own: str) -> str:
    """What stands behind the last separator of a page's own title: most often the site's name."""
    *_, last = [0, *(mark.end() for mark in SEPARATOR.finditer(own))]
    return own[last:] if last else ""


def evidence(page: Page, outline: Outline, number: int, top: int, text: str) -> int:
    """What speaks for a line above the labels: that it stands alone in its block, that the page quotes it, names
    it with something in brackets, or begins more lines with it.
    """
    below = outline.segments[number + 1 : number + 2]
    first = outline.segments[number].blank > 0 or number == 0
    alone = first and all(each.blank > 0 or bool(outline.marks[number + 1]) for each in below)
    quoted = any(f"{pair[0]}{text}{pair[1]}" in page.text for pair in QUOTES)
    again = page.text.find(f"\n{text}", page.text.find(f"\n{text}") + 1) >= 0
    return 2 * quoted + 4 * (number == top) + alone + (f"{text} (" in page.text) + again


__all__ = ["anchored", "in_lines"]
