"""The film's scores that stand without a label: near the heading, or in a block whose name says that it holds one."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers.facts.entries import Outline, outlined
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.unlabelled.ballots import MARK, SCALED, WAITED, beside, next_to
from filmmeta.readers.unlabelled.places import block_words, heading, holders, words_above

Read = Iterator[Claim | Problem]

ABOVE, BELOW = 8, 30  # segments around the heading
REACH = 200  # segments around it in which a block's name counts
LONGEST = 110
SHORT = 40  # characters of a line that can be a heading over a score
LISTED = 3  # scores of one shape on a page that lists them
MOST = 4
HALF, TEN = 5, 10  # a mark between them is on a scale of ten
CRITICS = re.compile(
    r"critic|kritik|press|crític|critiqu|критик|рецензи|prensa|stampa|imprensa|krytyk|recensent|評論家|影评人|평론가|metascore"
    r"|tomatometer|eleştirmen|anmelder|kriitik|cronic",
    re.IGNORECASE,
)
CUE = re.compile(
    r"rating|score|рейтинг|оценк|оцінк|ocen|ocjen|hodnocen|hodnoten|bewert|wertung|note\b|moyenne|nota|puntua|punteggio|voto"
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


def claims(page: Page) -> Read:
    """The claims of each score that is the film's own."""
    found = [each for each in scores(page) if each.sure]
    shapes = Counter(shape(each) for each in found if not each.named)
    kept = [each for each in found if shapes[shape(each)] < LISTED]
    if len(kept) > MOST:
        return
    for number, each in enumerate(kept):
        path = f"{'critic_ratings' if CRITICS.search(each.around) else 'ratings'}/u{number}"
        yield each.mark.claim(f"{path}/{'rated' if each.scaled else 'value'}")
        if not each.scaled and HALF < value_of(each.mark.text) <= TEN:
            yield Claim(f"{path}/best", "10", "inferred:scale")
        if each.votes:
            yield each.votes.claim(f"{path}/votes")
        source = SITES.search(each.mark.segment.text)
        if source:
            yield Slice(each.mark.segment, *source.span()).claim(f"{path}/source")
        yield Problem("unlabelled", "ratings", "", each.mark.where)


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
        told, segment = outline.marks[number], outline.segments[number]
        line = Slice(segment, 0, told[0].start if told else len(segment.text))
        if not 0 < line.end <= LONGEST or not any(map(str.isdigit, line.text)) or WAITED.search(line.text):
            continue
        words = words_above(line.segment.block, stop)
        near = -ABOVE <= number - main.number <= BELOW
        named = not block_words("score").isdisjoint(words)
        if (
            (near or named)
            and words.isdisjoint(block_words("no-score"))
            and (found := score(outline, number, line, named))
        ):
            yield found


def score(outline: Outline, number: int, line: Slice, named: bool) -> Found | None:
    """The score that a line holds; None without one, or with several."""
    text = line.text
    mark, scaled = marked(line)
    if mark is None:
        return None
    votes = beside(mark, line) or next_to(outline, number)
    cued = CUE.search(text) is not None or SITES.search(text) is not None
    around = [text, votes.segment.text if votes else "", above(outline, number), *sorted(line.segment.block.words)]
    sure = bool(votes) or cued or named
    return Found(mark, scaled, votes, sure, cued, " ".join(around))


def above(outline: Outline, number: int) -> str:
    """The words of the two lines above, as far as they hold no figures."""
    lines = [each.text for each in outline.segments[max(0, number - 2) : number] if len(each.text) <= SHORT]
    return " ".join(text for text in lines if not any(map(str.isdigit, text)))


def marked(line: Slice) -> tuple[Slice | None, bool]:
    """The one mark that a line holds, and whether it says its scale; a mark without one has a piece of its own."""
    scaled = [match for match in SCALED.finditer(line.segment.text, line.start, line.end) if in_range(match)]
    if len(scaled) == 1:
        return Slice(line.segment, *scaled[0].span()), True
    pieces = [Slice(line.segment, piece.start, piece.end).stripped() for piece in line.pieces()]
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
