"""How many voted, beside a score that stands without a label."""

from __future__ import annotations

import re

from filmmeta import values
from filmmeta.page.outline import Segment
from filmmeta.readers.facts.entries import Outline
from filmmeta.readers.facts.ratings import KINDS, is_count, voted
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.facts.zones import common

VOTES_WITHIN = 2  # segments between a score and the number of its votes
SCALED = re.compile(
    r"(?P<mark>\d{1,3}(?:[.,]\d{1,3})?)\s?(?:/|su|von|of|de|di|z|out of|из|av|af|van)\s?(?P<best>5|10|100)(?![\d.,/])|"
    r"(?<![\d.,])(?P<percent>\d{1,3}(?:[.,]\d)?)\s?%"
)
MARK = re.compile(r"(?<![\d.,])\d{1,2}[.,]\d{1,3}(?![\d.,]|\s?(?:[€$£%]|/\s?\d|mi|h\b|[xX]\s?\d))")
VOTED = re.compile(
    r"[(]?(?:\b[^\W\d_]{3,14}:?\s)?\d{1,3}(?:[ \xa0\u202f.,']\d{3}){0,3}\d{0,6}(?:[.,]\d)?\+?\s?"
    r"(?:[kKMmт]|tys\.?|тыс\.?|mil\.?)?\s?[^\W\d_]{2,16}(?:\s[^\W\d_]{2,12})?[)]?"
)
COUNT = re.compile(r"(?!(?:18[89]|19\d|20[0-4])\d$)(?:\d{2,7}|\d{1,3}(?:[ \xa0\u202f.,']\d{3}){1,2})\s?[kKкК]?")
SCALES = ("10", "100")  # the best mark, in an element of its own beside the mark
REVIEWS = re.compile(
    r"review|рецензи|отзыв|recens|recenz|kritiken|critiques|críticas|レビュー|影评|短评|리뷰|відгук", re.I
)
WAITED = re.compile(
    r"want to see|ожидан|хотят|хочу|expect|await|anticipat|chce zobaczyć|chcą zobaczyć|想看|期待|見たい|quieren ver"
    r"|envie|vogliono|likes?\b|скидк|sale|off\b|popular|discount|sleva|progress|match|\byour|\bваш|deine|twoja|tvoje|tvé|votre"
    r"|tu nota|\btua\b|\bjouw|\bdin |\bdit |[€$£¥₽]",
    re.IGNORECASE,
)


def beside(mark: Slice, line: Slice) -> Slice | None:
    """The number of votes on the score's own line, behind it or before it."""
    return behind(mark, line) or (voted(line, mark) if not WAITED.search(line.text) else None)


def behind(mark: Slice, line: Slice) -> Slice | None:
    """The number of votes beside a score where its own element or all of the words beside it are just that."""
    segment = mark.segment
    for start, end in ((mark.end, line.end), (line.start, mark.start)):
        for piece in Slice(segment, start, end).pieces():
            part = Slice(segment, piece.start, piece.end).stripped("()[]|·/,-– ")
            if part and (
                is_votes(part.text) or (start == mark.end and COUNT.fullmatch(part.text) and part.text not in SCALES)
            ):
                return part
        rest = Slice(segment, start, end).stripped("|·/,-– ")
        for match in VOTED.finditer(segment.text, rest.start, rest.end):
            part = Slice(segment, *match.span()).stripped()
            if is_votes(part.text):
                return part
    return None


def next_to(outline: Outline, number: int) -> Slice | None:
    """The number of votes on one of the next lines."""
    for at in range(number + 1, min(len(outline.segments), number + 1 + VOTES_WITHIN)):
        segment = outline.segments[at]
        part = Slice(segment, 0, len(segment.text))
        if outline.outside[at] or len(segment.text) > 60 or is_mark(part):
            return None
        if is_votes(part.text):
            return part.stripped()
        told = outline.marks[at]
        if told and told[0].word.paths[0] in KINDS and (count := voted(part)):
            return count
        if is_near(outline.segments[number], segment) and not WAITED.search(part.text) and (count := voted(part)):
            return count
    return None


def is_mark(line: Slice) -> bool:
    """Whether a line holds a score of its own, and not just a number of votes such as 1.4k."""
    parts = [line.segment.text[piece.start : piece.end].strip() for piece in line.pieces()]
    return not is_count(line) and any(MARK.search(text) or SCALED.search(text) for text in [*parts, line.text])


def is_near(one: Segment, other: Segment) -> bool:
    """Whether two lines of an HTML page stand in one block, or in the blocks right below one."""
    return one.start < 0 and one.block.depth - common(one.block, other.block).depth <= 1


def is_votes(text: str) -> bool:
    """Whether a text is a number of votes, and says so."""
    if len(text) > 60 or not any(map(str.isalpha, text)) or not any(map(str.isdigit, text)):
        return False
    if WAITED.search(text) or REVIEWS.search(text):
        return False
    try:
        return values.votes(text) > 0
    except ValueError:
        return False
