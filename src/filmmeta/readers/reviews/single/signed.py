"""Who wrote a page's one text, and when: what the lines around it say in words or in the names of their elements."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts import own
from filmmeta.readers.facts.entries import outlined
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.lexicon import fold
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.signatures import after_label, announcing, byline, clock, named
from filmmeta.readers.reviews.single.authors import called, is_person, linked
from filmmeta.readers.reviews.single.headings import review_word

BAR = re.compile(r"[^\S\u3000]{0,3}[|·•‧\u3000][^\S\u3000]{0,3}|\s[–—-]\s")
CLOCK = re.compile(r"\s(?:(?:at|à|um|a las|kl\.?|klo|о|в|v|o|godz\.?|alle|às|den)\s)?\d{1,2}[:.h]\d\d")
REVIEWER = re.compile(
    r"(?:(?:a|an)\s)?(?:(?:film|movie|dvd)\s)?(?:review(?:ed)?|written|posted|critique|words)\s(?:\w{1,12}\s)?by\s?:?\s{0,3}"
    r"(?=\S)",
    re.IGNORECASE,
)
SIGNED = re.compile(r"^\s{0,3}(?:[-–—~]{1,3}|\(by\s)\s{0,3}(?=[A-ZÀ-ÞА-Я])")
SENDER = re.compile(r"(?:From|Von|De)\s?:\s{0,3}\S{1,80}@\S{1,80}\s\(([^()]{2,60})\)")
SMALL = frozenset("di von de af av van par por do by od от von di".split())
MARKDOWN = "*_#> "
LONGEST = 160  # characters of a line of a byline


class Signed(NamedTuple):
    """The author and the day of a text; ``sure``: words or names say that this is who wrote it."""

    author: Slice | None
    day: Slice | None
    sure: bool
    reviewer: bool


def signed(page: Page, lines: Sequence[int], last: int) -> Signed:
    """What the lines say, the first of each; ``last`` is the number of the line behind the text."""
    author: Slice | None = None
    day: Slice | None = None
    sure = reviewer = False
    outline = page.once(outlined)
    for at in lines:
        segment = outline.segments[at]
        if len(segment.text) > LONGEST:
            continue
        below = outline.segments[at + 1] if at + 1 in lines else None
        above = at - 1 in lines and day_in(outline.segments[at - 1]) is not None
        foreign = id(segment) in page.once(values_of_labels) or any(
            mark.word.paths[0] not in OWN and not is_own(mark_text(segment, mark)) for mark in outline.marks[at]
        )
        for name, certain, of_review in [*authors(segment, at == last), *labelled(segment, below, above)]:
            if author is None or (of_review and not reviewer) or (certain and not sure):
                author, sure, reviewer = name, certain, of_review
        if day is None and not foreign:
            day = day_in(segment)
    return Signed(author, day, sure, reviewer)


def values_of_labels(page: Page) -> set[int]:
    """The lines below, or beside, labels that are none of a byline."""
    told = (entry for entry in page.once(own) if entry.paths[0] not in OWN and not is_own(entry.label.text))
    return {id(value.segment) for entry in told for value in entry.values[:2]}


OWN = frozenset({"user_review", "writers", "rating", "critic_rating", "section", "votes"})


def mark_text(segment: Segment, mark: Any) -> str:
    return segment.text[mark.start : mark.end]


def is_own(label: str) -> bool:
    """Whether a label is one of a byline, whatever it means on a film's page."""
    key = fold(label)
    return key in words.words("date") or key in words.words("author")


def authors(segment: Segment, is_next: bool) -> Iterator[tuple[Slice, bool, bool]]:
    """Who a line says wrote the text; whether that is sure, and whether it says that it is a review."""
    for part in parts(segment):
        text = part.text.lstrip(MARKDOWN)
        part = part._replace(start=part.end - len(text))
        sent = SENDER.match(text)
        if sent:
            yield cut(part, *sent.span(1)), True, False
        found = REVIEWER.match(text)
        if found and (name := name_from(part, found.end())):
            yield name, True, review_word(found[0]) is not None
            continue
        start = label_end(text)
        if start and (name := name_from(part, start)):
            label = fold(text[:start])
            yield name, label not in SMALL, review_word(label) is not None
        elif is_next and (hyphen := SIGNED.match(text)) and (name := name_from(part, hyphen.end())):
            yield name, True, False
    both = byline(segment.text)
    if both is not None and both.author is not None and is_person(segment.text[slice(*both.author)]):
        yield Slice(segment, *both.author), True, False
    yield from ((each, True, False) for each in [*linked(segment), *called(segment)])


def label_end(text: str) -> int:
    """Where what follows a label for an author begins; 0 without one."""
    first = text.split(None, 3)[:3]
    known = words.words("author")
    led = any(" ".join(first[:size]).casefold() in known for size in range(1, len(first) + 1))
    return after_label(text, 0, len(text)) if led or ":" in text or "：" in text else 0


def labelled(segment: Segment, below: Segment | None, is_below_day: bool) -> Iterator[tuple[Slice, bool, bool]]:
    """The line below a label that stands alone."""
    key = fold(segment.text)
    name = Slice(below, 0, len(below.text)).stripped() if below is not None and key in words.words("author") else None
    if name and is_person(name.text):
        yield name, key not in SMALL or is_below_day, review_word(key) is not None


def parts(segment: Segment) -> list[Slice]:
    """The parts of a line between its bars; the line itself where it has none."""
    text = segment.text
    cuts = [0, *(spot for each in BAR.finditer(text) for spot in each.span()), len(text)]
    found = [Slice(segment, a, b) for a, b in zip(cuts[::2], cuts[1::2], strict=True) if text[a:b].strip()]
    if text[:1] in "-–—~" or len(found) > 8:
        return [Slice(segment, 0, len(text))]
    return found


def cut(part: Slice, start: int, end: int) -> Slice:
    return Slice(part.segment, part.start + start, part.start + end)


def name_from(part: Slice, start: int) -> Slice | None:
    """The name that a part of a line has from an offset on, up to a day or a remark."""
    text = part.text
    span = named(text, start, len(text)) if words.date_in(text) is None else None
    day = words.date_in(text)
    if day is not None and day.start() > start:
        span = named(text, start, day.start())
    if span is None:
        return None
    piece = next((each for each in part.segment.pieces if each.start == part.start + span[0]), None)
    span = (span[0], min(span[1], piece.end - part.start)) if piece is not None else span
    clocked = CLOCK.search(text, *span)
    span = (span[0], clocked.start()) if clocked else span
    end = min(
        (at for mark in (", ", " in ", " (", " for ", " at ") if (at := text.find(mark, *span)) > 0), default=span[1]
    )
    return cut(part, span[0], end) if is_person(text[span[0] : end]) else None


def day_in(segment: Segment) -> Slice | None:
    """The day that a line of a byline names: alone, with its author, or behind a word that announces it."""
    text = segment.text
    day = words.date_in(text)
    if day is None:
        return None
    before, behind = text[: day.start()].strip(words.BETWEEN), text[day.end() :].strip(words.BETWEEN)
    told = before.split()
    announced = bool(told) and (told[0].casefold() in announcing() or fold(told[-1]) in words.words("date"))
    rest = len(before) + len(behind)
    if rest <= words.BRIEF or announced or clock(text[day.end() :]) or byline(text) is not None:
        return Slice(segment, *day.span())
    return None
