"""Director, cast and facts of a sentence near the heading: Un film di A con B, C. Genere Drama, durata 98 min."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts.entries import Outline, outlined
from filmmeta.readers.facts.lists import is_name
from filmmeta.readers.facts.marks import Mark
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.kinds import CLAIMED, DATE, RUNTIME, UNKNOWN, YEAR
from filmmeta.readers.kinds import EDGES as AROUND
from filmmeta.readers.unlabelled import parts as grammar
from filmmeta.readers.unlabelled.places import heading

BELOW = 14  # lines below the heading
LONGEST = 600  # characters of the paragraph
REACH = 60  # characters before the words that announce the director
FIGURE = r"(?:18[89]|19\d|20[0-4])\d"
FILM = (
    r"films?|movie|película|pelicula|filme|speelfilm|spielfilm|kinofilm|spelfilm|spillefilm|långfilm|(?:\w{2,12})?elokuva"
    r"|långmetrage|lungometraggio|long métrage|largometraje|ταινία|фильм|фільм|филм"
)
BY = re.compile(
    rf"\b(?:un|une|una|um|an?|ein|een|en|ett)\s(?:{FILM})\s(?:di|de|d['’]|von|van|by|av|af|por)\s?"
    rf"|\b(?:{FILM})\s(?:\w{{2,4}}\s)?{FIGURE}\s(?:di|de|d['’]|von|van|by|av|af)\s?"
    r"|\bταινία,?\s(?:σε\s)?σκηνοθεσία\s(?:του\s|της\s)?",
    re.IGNORECASE,
)
"""What announces the director of a film."""
WITH = re.compile(r",?\s(?:con|avec|mit|met|with|starring|com|med|με τους|με τις|με τον|με την):?\s", re.IGNORECASE)
LEADING = re.compile(
    r"\s(?:in de hoofdrol(?:len)?|in den hauptrollen|i hovedrollerne|i hovedrollen|i huvudrollerna|in the lead roles?"
    r"|in lead roles|nei ruoli principali|dans les rôles principaux)$",
    re.IGNORECASE,
)
ALSO = re.compile(rf"(?:(?:un|une|una|um|an?|ein|een|en|ett)\s(?:{FILM})\s)?(?:con|avec|mit|met|with|com|med)\s", re.I)
"""What announces the cast in a sentence of its own."""
STOP = re.compile(r"(?<=[^\W\d_]{3})\.(?:\s|$)|\s[-–—|]\s|;|$")
FULL_STOP = re.compile(r"(?<=[^\W\d_]{3})\.(?:\s|$)|$")
EDGES = " \t\xa0.,;-–—|"
NAMES = re.compile(r",\s|\s(?:e|et|y|i|og|och|und|and|en|και)\s")
DATED = re.compile(
    rf"(?:[^\W\d_]{{2,20}}[\s-]){{0,3}}(?:{FILM})\b\W{{0,3}}(?:[^\W\d_]{{1,8}}\W{{1,3}}){{0,2}}({FIGURE})\b", re.I
)
"""A line that begins by saying that it is about a film, and of which year."""
FIRST = re.compile(
    rf"({FIGURE})(?:-[a-zé]{{2,3}})?\s(?:[^\W\d_]{{2,20}}[\s-]){{0,3}}\w{{0,8}}(?:{FILM})\b.{{0,9}}$", re.I
)
"""A line that is the year, where a film is from, and the word for it."""
ENOUGH = 2


class Told(NamedTuple):
    """The field that a part of a sentence is about, the part, and whether a label begins the sentence."""

    path: str
    value: Slice
    labelled: bool = False


def found(page: Page) -> list[Told]:
    """What the first such sentence near the heading says."""
    main = page.once(heading)
    if main is None:
        return []
    outline = page.once(outlined)
    last = min(len(outline.segments), main.number + BELOW)
    for at in range(main.number + 1, last):
        if not outline.outside[at] and len(outline.segments[at].text) <= LONGEST and (told := sentence(outline, at)):
            return told
    return []


def sentence(outline: Outline, at: int) -> list[Told]:
    """The director, the cast and the facts of one paragraph."""
    segment, marks = outline.segments[at], outline.marks[at]
    dated = DATED.match(segment.text) or FIRST.match(segment.text)
    told = [Told(YEAR, Slice(segment, *dated.span(1)))] if dated else []
    begin = announced(segment, marks)
    if not begin:
        return told
    end = until(STOP, segment.text, begin)
    joint = WITH.search(segment.text, begin, end)
    directors = named(segment, begin, joint.start() if joint else end)
    if directors is None:
        return told
    joint = joint or ALSO.match(segment.text, end)
    if joint is None:
        more = facts(segment, end)
        return (
            [*told, Told("directors", directors, bool(marks)), *more] if more or not marks else told
        )  # the label says it, alone
    end = until(STOP, segment.text, joint.end())
    cast = named(segment, joint.end(), end)
    if cast is None:
        return [*told, Told("directors", directors, bool(marks))]
    return [*told, Told("directors", directors, bool(marks)), Told("cast", cast, bool(marks)), *facts(segment, end)]


def until(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where the first match from ``start`` on ends; the text's end without one."""
    found = pattern.search(text, start)
    return found.end() if found else len(text)


def announced(segment: Segment, marks: Sequence[Mark]) -> int:
    """Where the director's name begins that the paragraph announces; 0 when it does not."""
    if marks and marks[0].start == 0:
        alone = len(marks) == 1 and marks[0].plain and marks[0].word.paths[0] == "directors"
        return marks[0].end if alone else 0
    by = BY.search(segment.text, 0, REACH)
    return by.end() if by else 0


def named(segment: Segment, start: int, end: int) -> Slice | None:
    """The names between two places, without the words that say that they play the leads; None when others are there."""
    found = Slice(segment, start, end).stripped(EDGES)
    if lead := LEADING.search(found.text):
        found = found._replace(end=found.start + lead.start())
    names = NAMES.split(found.text)
    return found if all(is_name(name) and not name[0].islower() and " " in name for name in names) else None


def facts(segment: Segment, start: int) -> list[Told]:
    """What follows the names, sentence by sentence, while it is facts and little else."""
    found: list[Told] = []
    while start < len(segment.text):
        end = until(FULL_STOP, segment.text, start)
        one = Slice(segment, start, end).stripped(AROUND)
        read = grammar.parts(one) if one else []
        known = [Told(part.kind, part.slice) for part in read if part.kind in CLAIMED]
        if len(known) < sum(part.kind is UNKNOWN for part in read) or (one and not known):
            break
        found += known
        start = max(end, start + 1)
    return found if len({each.path for each in found}) >= ENOUGH else []


def claims(page: Page, told: set[str]) -> Iterator[Claim | Problem]:
    """The claims of what the sentence says, without those of the fields that are told already."""
    for number, (path, value, labelled) in enumerate(page.once(found)):
        if path in told and not labelled:
            continue
        bare = value.stripped("()[]（） .,") if path != RUNTIME else value
        yield bare.claim(f"release_dates/s{number}/date" if path == DATE else path)
        yield Problem("unlabelled", path, "", bare.where)
