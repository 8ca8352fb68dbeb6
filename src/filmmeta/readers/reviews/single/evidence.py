"""Whether a page's one text is a review: what its heading, its byline, its score and its own words say together."""

from __future__ import annotations

from collections.abc import Sequence

from filmmeta.page import Page
from filmmeta.page.outline import BOLD, Segment
from filmmeta.readers import title
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.single.around import WHOLE
from filmmeta.readers.reviews.single.headings import head, is_other, review_word
from filmmeta.readers.reviews.single.signed import Signed
from filmmeta.readers.reviews.single.texts import Post
from filmmeta.readers.reviews.single.tops import KICKER, LONGEST, Heading, is_review_line, is_set
from filmmeta.readers.reviews.single.verdicts import Given
from filmmeta.readers.reviews.single.voices import voice
from filmmeta.readers.title.candidates import SEPARATOR, YEAR

SEVERAL = 2  # headings of films, or questions, of a text that is a list or an interview
FEW, MANY = 1, 2  # words of reviewers
ADDRESSED = frozenset("hreview h-review".split())


def is_called_review(page: Page, found: Post, top: Heading | None) -> bool:
    """Whether the heading, the page's own title, a line above, or a standard's class name calls the text a review."""
    segments = page.outline
    if top is not None and top.head.is_review:
        return True
    if page.is_markup and any(is_of_review(each.text, segments, top) for each in title.in_head(page)):
        return True
    first = top.number if top is not None else found.first
    above = segments[max(0, first - KICKER) : found.first]
    if any(len(each.text) < words.BRIEF and is_review_line(each) for each in above):
        return True
    holders = [block for block in found.holder.above() if block.tag not in WHOLE and block.element is not None]
    names = " ".join(block.element.get("class") or "" for block in holders).split()
    return not ADDRESSED.isdisjoint(names)


def is_of_review(text: str, segments: Sequence[Segment], top: Heading | None) -> bool:
    """Whether a part of the page's own title calls the text a review: beside the film's name, or with nothing else."""
    it = head(text)
    if not it.is_review or any(each[0].strip() not in (":", "：") for each in SEPARATOR.finditer(text)):
        return False
    name = title.key_of(text[slice(*it.film)])
    return top is None or not name or name == title.key_of(segments[top.number].text[slice(*top.head.film)])


def may_be(page: Page, found: Post, top: Heading | None, lines: Sequence[int]) -> bool:
    """Whether anything around a text says that it may be a review, before its byline is read."""
    segments = page.outline
    if top is not None and (top.head.is_review or YEAR.search(segments[top.number].text)):
        return True
    told = any(len(segments[at].text) < LONGEST and review_word(segments[at].text) for at in lines)
    return told or is_called_review(page, found, top)


def is_review(page: Page, found: Post, top: Heading | None, by: Signed, score: Given | None) -> bool:
    """Whether all of it together makes a text a review."""
    lines = page.outline[found.first : found.last]
    if (top is not None and is_other(page.outline[top.number].text)) or is_listing(lines) or is_interview(lines):
        return False
    signs = (by.author is not None, by.day is not None, score is not None)
    called = is_called_review(page, found, top) or by.reviewer
    if sum(signs) < 1 or (not called and sum(signs) < SEVERAL):
        return False
    spoken = voice("\n".join(each.text for each in lines))
    if not spoken.cinema and not is_of_film(page, found, top):
        return False
    if called:
        return spoken.film >= FEW + (score is None) or (spoken.film + spoken.own > 0 and sum(signs) > 1)
    if top is None or by.author is None or not by.sure or spoken.film < MANY:
        return False
    dated = YEAR.search(page.outline[top.number].text) is not None
    rated = score is not None and (score.labelled or score.text is not None)
    return dated and (rated or (spoken.own >= MANY and spoken.film > MANY))


def is_of_film(page: Page, found: Post, top: Heading | None) -> bool:
    """Whether the heading has a film's year, or a line around the text, or the page's own title, a word for a film."""
    if top is not None and YEAR.search(page.outline[top.number].text):
        return True
    first = max(0, (top.number if top is not None else found.first) - KICKER)
    lines = [each.text for each in page.outline[first : found.first] if len(each.text) < LONGEST]
    lines += [each.text for each in title.in_head(page)] if page.is_markup else []
    return voice("\n".join(lines)).cinema > 0


def is_listing(lines: Sequence[Segment]) -> bool:
    """Whether several of the lines within a text head a film each."""
    heads = [each for each in lines if len(each.text) < LONGEST and YEAR.search(each.text) and is_set(each)]
    return len(heads) >= SEVERAL


def is_interview(lines: Sequence[Segment]) -> bool:
    """Whether several of the lines within a text are questions in bold."""
    asked = [each for each in lines if each.text[-1] in "?？" and all(piece.style & BOLD for piece in each.pieces)]
    return len([each for each in asked if each.pieces]) >= SEVERAL
