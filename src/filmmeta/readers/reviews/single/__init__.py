"""The one review that a page is: its film by the heading, its author, day and score, its text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from filmmeta.claim import Claim, Problem, shown
from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts import zones
from filmmeta.readers.facts.entries import outlined
from filmmeta.readers.facts.slices import Slice, whole
from filmmeta.readers.places import Paths
from filmmeta.readers.reviews.orders import date_path, day_order
from filmmeta.readers.reviews.places import claim, of_piece
from filmmeta.readers.reviews.single.around import WHOLE, nearby
from filmmeta.readers.reviews.single.evidence import is_review, may_be
from filmmeta.readers.reviews.single.headings import DIGITS, Head, head
from filmmeta.readers.reviews.single.signed import Signed, signed
from filmmeta.readers.reviews.single.texts import Post, post
from filmmeta.readers.reviews.single.tops import Heading, heading, subtitle
from filmmeta.readers.reviews.single.verdicts import Given, given
from filmmeta.readers.reviews.spans import claimed
from filmmeta.readers.reviews.units import running
from filmmeta.readers.title.candidates import YEAR

Read = list[Claim | Problem]

BELOW = 2  # lines below a heading in which the film's year stands alone


class Single(NamedTuple):
    """The claims of the one review of a page, and where its own lines stand: no film's facts."""

    claims: Read
    places: frozenset[str]


NOTHING = Single([], frozenset())


def single(page: Page) -> Single:
    """The review that the page is; nothing where it is none, or not that alone."""
    found = page.once(post)
    if found is None:
        return NOTHING
    top = heading(page, found)
    lines = nearby(page, found.first, found.last, top.number if top is not None else -1)
    if not may_be(page, found, top, lines):
        return NOTHING
    by = signed(page, lines, found.last)
    segments = page.outline
    block = zones.common(segments[top.number if top else found.first].block, segments[found.last - 1].block)
    score = given(page, lines, block.element if block.tag not in WHOLE else None)
    if not is_review(page, found, top, by, score):
        return NOTHING
    claims = [*film(page, top), *byline(page, found, top, by), *scored(page, score), body(page, found)]
    claims += remainders(page, claims)
    return Single([*claims, *unread(page, found, top, by, score)], frozenset(owned(page, found, top, by, score)))


def film(page: Page, top: Heading | None) -> Iterator[Claim]:
    """What the heading, the line below it and the page's own title call the film."""
    named = False
    if top is not None:
        segment = page.outline[top.number]
        yield from of_head(page, segment, top.head)
        named = YEAR.search(segment.text) is not None
        for below in page.outline[top.number + 1 : top.number + 1 + BELOW]:
            bare = Slice(below, 0, len(below.text)).stripped("()[] ")
            if not named and DIGITS.fullmatch(bare.text):
                named = True
                yield said("film/year", bare, page)
    if page.is_markup and not named:
        yield from in_title(page, top is None)


def of_head(page: Page, segment: Segment, it: Head) -> Iterator[Claim]:
    start, end = it.film
    last = segment.pieces[-1] if len(segment.pieces) > 1 else None
    apart = last is not None and start < last.start < end and DIGITS.fullmatch(segment.text, last.start, last.end)
    if last is not None and apart:  # in an element of its own
        yield said("film/heading", Slice(segment, start, last.start).stripped(), page)
        yield said("film/year", Slice(segment, last.start, last.end), page)
        return
    yield said("film/heading", Slice(segment, start, end), page)
    if it.year is not None:
        yield said("film/year", Slice(segment, *it.year), page)


def in_title(page: Page, is_alone: bool) -> Iterator[Claim]:
    """The film's year in the page's own title, and its name where no heading has it."""
    element = next(page.tree.iter("title"), None) if page.tree is not None else None
    text = " ".join((element.text or "").split()) if element is not None else ""
    if element is None or not text:
        return
    where = f"xpath:{element.getroottree().getpath(element)}"
    it = head(text)
    if is_alone and it.is_review:
        yield Claim("film/heading", text[slice(*it.film)], where)
    year = it.year or next((each.span() for each in DIGITS.finditer(text, *it.film) if YEAR.search(text)), None)
    if year is not None:
        yield Claim("film/year", text[slice(*year)], where)


def said(path: str, part: Slice, page: Page) -> Claim:
    return part.claim(path) if part.segment.start >= 0 else claim(path, part, page.once(Paths))


def byline(page: Page, found: Post, top: Heading | None, by: Signed) -> Iterator[Claim]:
    """The review's title, its author and its day."""
    name = subtitle(page, found, top) if page.is_markup else None
    if name is not None:
        yield said("title", name, page)
    if by.author is not None:
        yield said("author", by.author, page)
    if by.day is not None:
        yield said(date_path(by.day.text, day_order([by.day.text])), by.day, page)


def scored(page: Page, score: Given | None) -> Iterator[Claim]:
    """The author's score."""
    if score is None:
        return
    if score.text is not None:
        yield said("rating", score.text, page)
    elif score.drawn is not None:
        where = score.drawn.where(page.once(Paths))
        yield Claim("rating", score.drawn.number or score.drawn.text, where)
        if score.drawn.best:
            yield Claim("rating/best", score.drawn.best, where)


def remainders(page: Page, claims: Sequence[Claim]) -> Iterator[Claim]:
    """Of a text page, what stands around the values of a byline's lines: the words that announce them."""
    if page.is_markup:
        return
    told = sorted(tuple(map(int, each.where[5:].split("-"))) for each in claims if each.path != "body")
    for segment in page.outline:
        end = segment.start + len(segment.text)
        inside = [span for span in told if segment.start <= span[0] < end]
        cuts = [segment.start, *(spot for span in inside for spot in span), end] if inside else []
        for first, last in zip(cuts[::2], cuts[1::2], strict=True):
            inner = page.text[first:last]
            if any(map(str.isalnum, inner)):
                begin = first + len(inner) - len(inner.lstrip())
                yield Claim("layout/byline", inner.strip(), f"text:{begin}-{begin + len(inner.strip())}")


def body(page: Page, found: Post) -> Claim:
    """The text as one claim."""
    lines = page.outline[found.first : found.last]
    if not page.is_markup:
        start, end = lines[0].start, lines[-1].start + len(lines[-1].text)
        return Claim("body", page.text[start:end], f"text:{start}-{end}")
    return claimed([whole(each) for each in lines], page.once(Paths))


def standing(page: Page, found: Post, top: Heading | None) -> Sequence[Segment]:
    """The running text between the heading and the text: what the page says of the review before it begins."""
    prose, marks = page.once(running), page.once(outlined).marks
    first = top.number + 1 if top is not None else found.first
    return [page.outline[at] for at in range(first, found.first) if prose[at] and not marks[at]]


def unread(page: Page, found: Post, top: Heading | None, by: Signed, score: Given | None) -> Iterator[Problem]:
    """A problem for what stands before the text, and for the line right behind it that may go on with it."""
    lines = [*standing(page, found, top)]
    told = {id(each.segment) for each in (by.author, by.day, score.text if score else None) if each is not None}
    behind = page.outline[found.last : found.last + 1]
    lines += [each for each in behind if id(each) not in told and zones.within(each.block, found.holder)]
    for segment in lines:
        yield Problem("unread", "body", shown(segment.text), segment.where())


def owned(page: Page, found: Post, top: Heading | None, by: Signed, score: Given | None) -> Iterator[str]:
    """Where the review's own lines stand; a slash behind the place of a block whose every line is one of them."""
    lines = [*page.outline[found.first : found.last], *standing(page, found, top)]
    lines += [each.segment for each in (by.author, by.day, score.text if score else None) if each is not None]
    if score is not None and score.text is not None and score.labelled:  # however often the page says so
        lines += [each for each in page.outline if each.text == score.text.segment.text]
    mine = {id(each) for each in lines}
    foreign = {each.block for each in page.outline if id(each) not in mine} if page.is_markup else set()
    for segment in lines:
        if segment.start >= 0:
            yield f"text:{segment.start}-{segment.start + len(segment.text)}"
            continue
        paths = page.once(Paths)
        if segment.block not in foreign:
            yield f"xpath:{paths.path(segment.block.element)}/"
        yield from (f"xpath:{of_piece(piece, paths)}" for piece in segment.pieces)
