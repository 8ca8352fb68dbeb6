"""The film's scores that stand without a label: near the heading, or in a block whose name says that it holds one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.page.outline import Block
from filmmeta.readers.facts import ratings
from filmmeta.readers.facts.entries import Outline, outlined
from filmmeta.readers.facts.scalars import reads
from filmmeta.readers.facts.slices import SEPARATORS, Slice
from filmmeta.readers.unlabelled.ballots import MARK, SCALED, WAITED, beside, next_to
from filmmeta.readers.unlabelled.places import block_words, heading, holders
from filmmeta.readers.unlabelled.voters import is_critics

Read = Iterator[Claim | Problem]

ABOVE, BELOW = 8, 30  # segments around the heading
REACH = 200  # segments around it in which a block's name counts
LONGEST = 110
SHORT = 40  # characters of a line that can be a heading over a score
LISTED = 3  # scores of one shape on a page that lists them
MOST = 4
TEN = 10
DEEPEST = 5  # blocks around a score whose names count
ONE_OF_SEVERAL = frozenset({"item", "list", "card", "widget"})
BESIDE = ("votes",)  # labels on a score's own line that say what it is
CUE = re.compile(
    r"liked it|rating|score"
    r"|рейтинг|оценк|оцінк|ocen|ocjen|hodnocen|hodnoten|bewert|wertung|note\b|moyenne|nota|puntua|punteggio|voto"
    r"|betyg|karakter|cijfer|gemiddeld|arvosana|értékel|puan|評価|評分|评分|平均|평점|βαθμολογ|оценка|average|stars?\b",
    re.IGNORECASE,
)
SITES = re.compile(
    r"IMDb|Кинопоиск\w?|Kinopoisk|КиноПоиск|Filmweb|ČSFD|CSFD|Letterboxd|TMDB|TMDb|Rotten Tomatoes|Metacritic|AlloCiné"
    r"|FilmAffinity|Douban|豆瓣|Film\.ru|MyMovies|MYMONETRO|Moviepilot|Trakt|Metascore|Tomatometer|Filmarks|Port\.hu"
    r"|PORT\.hu|Sinematürk|Beyazperde|Cinemagia|時光網|Rotten tomatoes|eiga\.com|Watcha|왓챠|네이버|Naver"
    r"|Kinobox|FDb|MovieMeter"
)


class Found(NamedTuple):
    """A score, the number of votes beside it, the words around them; ``named``: its own line says what it is."""

    mark: Slice
    scaled: bool
    votes: Slice | None
    sure: bool
    named: bool
    around: str
    above: str


def claims(page: Page) -> Read:
    """The claims of each score that is the film's own."""
    found = [each for each in scores(page) if each.sure]
    shapes = Counter(shape(each) for each in found if not each.named)
    kept = [each for each in found if shapes[shape(each)] < LISTED]
    if len(kept) > MOST:
        return
    for number, each in enumerate(kept):
        path = f"{'critic_ratings' if is_critics(each.mark, each.above, each.around) else 'ratings'}/u{number}"
        yield from mark_claims(each, path)
        if each.votes:
            yield each.votes.claim(f"{path}/votes")
        source = SITES.search(each.mark.segment.text)
        if source:
            yield Slice(each.mark.segment, *source.span()).claim(f"{path}/source")
        yield Problem("unlabelled", "ratings", "", each.mark.where)


def mark_claims(found: Found, path: str) -> Iterator[Claim]:
    """The claims of a mark and of its scale; of a mark with its scale in one text where the grammar reads that."""
    mark = found.mark
    parts = SCALED.fullmatch(mark.text)
    if not found.scaled:
        yield mark.claim(f"{path}/value")
        yield from ratings.scale(mark, path, mark.segment.text)
    elif reads("rating", mark.text) or parts is None or not parts["best"]:
        yield mark.claim(f"{path}/rated")
    else:
        for name, part in (("value", "mark"), ("best", "best")):
            start, end = parts.span(part)
            yield mark._replace(start=mark.start + start, end=mark.start + end).claim(f"{path}/{name}")


def shape(found: Found) -> object:
    return found.mark.segment.block.tag, found.mark.segment.block.words, found.mark.segment.block.depth


def scores(page: Page) -> Iterator[Found]:
    """The scores in the heading's neighbourhood, and those of blocks that are named for one."""
    main = page.once(heading)
    if main is None:
        return
    outline, stop = page.once(outlined), page.once(holders)
    for number in range(max(0, main.number - REACH), min(len(outline.segments), main.number + REACH)):
        if outline.outside[number] or number == main.number:
            continue
        line = unread(outline, number)
        if not 0 < line.end <= LONGEST or not any(map(str.isdigit, line.text)) or WAITED.search(line.text):
            continue
        named = is_named(line.segment.block, stop)
        near = -ABOVE <= number - main.number <= BELOW
        if (named or (named is None and near)) and (found := score(outline, number, line, bool(named))):
            yield found


def is_named(block: Block, stop: frozenset[Block]) -> bool | None:
    """Whether a block's name says that it holds a score; False where one says that it holds none of the film's.

    The words for one of several things (a card, an item) say nothing around what is named for a score.
    """
    named: bool | None = None
    for number, each in enumerate(block.above()):
        if each in stop or number >= DEEPEST:
            break
        named = named or (None if each.words.isdisjoint(block_words("score")) else True)
        no = each.words & block_words("no-score")
        if no and not (named and no <= ONE_OF_SEVERAL):
            return False
    return named


def unread(outline: Outline, number: int) -> Slice:
    """The part of a line that no label answers for; a label of votes says that it is a score."""
    segment = outline.segments[number]
    ends = (mark.start for mark in outline.marks[number] if mark.word.paths[0] not in BESIDE)
    return Slice(segment, 0, min(ends, default=len(segment.text)))


def score(outline: Outline, number: int, line: Slice, named: bool) -> Found | None:
    """The score that a line holds; None without one, or with several."""
    text = line.text
    mark, scaled = (None, False) if ratings.is_count(line) else marked(line)
    if mark is None:
        return None
    votes = beside(mark, line) or next_to(outline, number)
    cued = CUE.search(text) is not None or SITES.search(text) is not None
    over = above(outline, number)
    around = [text, votes.segment.text if votes else "", over, *sorted(line.segment.block.words)]
    sure = bool(votes) or cued or named
    return Found(mark, scaled, votes, sure, cued, " ".join(around), over)


def above(outline: Outline, number: int) -> str:
    """The words of the two lines above, as far as they hold no figures."""
    lines = [each.text for each in outline.segments[max(0, number - 2) : number] if len(each.text) <= SHORT]
    return " ".join(text for text in lines if not any(map(str.isdigit, text)))


def marked(line: Slice) -> tuple[Slice | None, bool]:
    """The one mark that a line holds, and whether it says its scale; a mark without one has a piece of its own."""
    scaled = [match for match in SCALED.finditer(line.segment.text, line.start, line.end) if in_range(match)]
    if len(scaled) == 1:
        return Slice(line.segment, *scaled[0].span()), True
    pieces = [Slice(line.segment, piece.start, piece.end).stripped(SEPARATORS + "()[]") for piece in line.pieces()]
    alone = [each for each in pieces if MARK.fullmatch(each.text)]
    if not alone:
        alone = [Slice(line.segment, *match.span()) for match in MARK.finditer(line.segment.text, line.start, line.end)]
        told = CUE.search(line.text) or SITES.search(line.text)
        alone = [each for each in alone if told or each.start == line.start]
    if scaled or len(alone) != 1 or value_of(alone[0].text) > TEN:
        return None, False
    return alone[0], False


def value_of(text: str) -> float:
    return float(text.replace(",", "."))


def in_range(match: re.Match[str]) -> bool:
    """Whether a mark is on its scale."""
    return value_of(match["mark"] or match["percent"]) <= float(match["best"] or "100")
