"""The plot that no label announces: the first paragraph of the film's own part that tells a story."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.page.outline import LINK, Segment
from filmmeta.readers import vocabularies
from filmmeta.readers.facts import own, zones
from filmmeta.readers.facts.entries import outlined
from filmmeta.readers.facts.slices import whole
from filmmeta.readers.metas import metas
from filmmeta.readers.unlabelled.first_sentences import is_introduction
from filmmeta.readers.unlabelled.places import Heading, block_words, heading, holders, words_above

FEWEST = 80  # characters of a paragraph
UNSPACED = 30  # the same in Chinese, Japanese and Korean
LONGEST = 6_000
NEAR = 40  # segments below the main heading
FAR = 150  # the same where the names of the blocks say what stands in them
SAME = 50  # characters by which a text and the page's description are one
DESCRIPTIONS = ("description", "og:description", "twitter:description")
LINES = 2  # of a label's value
LINKED = 0.4  # of a paragraph that links make no list
FIRST = 5  # segments below the heading among which a paragraph needs no other evidence
COLUMNS = "   "  # blanks that part what a text page sets side by side
QUOTED = '"“”„«»「」『』'
ENDS = re.compile(r"[.!?…。！？]['\"”»“’)\]]{0,3}(?:\s|$)|[。！？]")
TELLER = re.compile(
    r"\bI(?:['’](?:m|ve|d|ll)\b|\s(?:am|was|have|had|think|thought|found|loved|liked|saw|can|would|really|do|did|must|guess)\b)"
    r"|\b(?:my|mir|mich|meine[rnms]?|ich|jeg|jag|ik|mijn|j['’]ai|minha|io|mnie|mój|moja|moim|meni|mně|mám|bence|benim)\b"
    r"|\b(?:я|мне|меня|мой|моя|моё|мое|мені|мене|мій|моє|аз|мен|εγώ|μου)\b|(?:私|僕|俺)は|我觉得|我覺得|나는|저는",
    re.IGNORECASE,
)
CINEMA = re.compile(  # who speaks of the film itself writes about it
    r"\b(?:films?|movies?|director|screenplay|cinema|sequel|remake|regisseur(?:in)?|spielfilm|kino|réalisateur|cinéaste|película"
    r"|filme|фильм\w{0,3}|кино|режисс[её]р\w{0,3}|картин[аеуы]|filmu|filmo|filmen|filmet|elokuva|ταινία)\b|映画|电影|電影|影片|영화",
    re.IGNORECASE,
)
SELLING = re.compile(
    r"\b(?:online|streaming|download|cookies?|javascript|subscribe|newsletter|privacy|official trailer|tickets?|torrent"
    r"|hd 1080|смотреть|скачать|онлайн|дивитися|izle|copyright|voir le film|assistir|baixar|descargar|scarica|login"
    r"|password|directed by|réalisée? par|dirett[oa] da|dirigid[ao] (?:por|da)|unter der regie|w reżyserii|rendezte"
    r"|regia di|режисс[её]ра?|yönetmen|review|kritik|crítica|recensione|рецензия|hodnocení|is an? \d{4}"
    r"|ist ein [^\W_]{0,20}film|est un film|è un film|es una película|é um filme|is een film|är en [^\W_]{0,20}film)\b"
    r"|©|観る|配信|在线观看|다시보기",
    re.IGNORECASE,
)


def claims(page: Page) -> Iterator[Claim | Problem]:
    """The claim of the paragraph, and the problem that says that nothing announced it."""
    segment = story(page)
    if segment is not None:
        yield whole(segment).claim("plot")
        yield Problem("unlabelled", "plot", "", segment.where())


def story(page: Page) -> Segment | None:
    """The first paragraph that its block's name, or else its place right below the heading, says to be the plot."""
    main = page.once(heading)
    if main is None:
        return None
    outline = page.once(outlined)
    stop = page.once(holders)
    below = range(main.number + 1, min(len(outline.segments), main.number + FAR))
    open_ = [at for at in below if not outline.outside[at]]
    for at in open_:
        segment = outline.segments[at]
        if not is_paragraph(segment) or outline.marks[at] or segment in page.once(of_labels):
            continue
        words = words_above(segment.block, stop)
        if words & block_words("no-story") or not tells(segment.text) or is_introduction(page, segment.text):
            continue
        if words & block_words("story"):
            return segment
        told = is_described(page, segment.text) or is_first(page, main, at)
        if told and not CINEMA.search(segment.text) and not page.once(is_article):
            return segment
    return None


def of_labels(page: Page) -> set[Segment]:
    """The first lines of what stands under the page's labels: each is what its label says."""
    return {value.segment for entry in page.once(own) for value in entry.values[:LINES]}


def is_article(page: Page) -> bool:
    """Whether the page's markup calls it an article: what stands below its heading is that."""
    return page.is_markup and any(kind in ("article", "news") for kind, _, _ in vocabularies.kinds(page))


def is_described(page: Page, text: str) -> bool:
    """Whether the page's head describes it by the beginning of a text."""
    start = " ".join(text[:SAME].split())
    return any(meta.name in DESCRIPTIONS and " ".join(meta.text.split())[:SAME] == start for meta in metas(page))


def is_first(page: Page, main: Heading, at: int) -> bool:
    """Whether no other part of the page begins, and no other paragraph stands, between the heading and a segment."""
    outline = page.once(outlined)
    between = outline.segments[main.number + 1 : at]
    if at - main.number > (NEAR if page.is_markup else FAR) or any(is_paragraph(each) for each in between):
        return False
    return all(each.block.tag not in zones.RANK or number < FIRST for number, each in enumerate(between))


def is_paragraph(segment: Segment) -> bool:
    """Whether a segment is running text: long, with a sentence's end, and no row of links."""
    text = segment.text
    wide = sum(sign > "\u2e80" for sign in text[:40]) > 20
    if not (UNSPACED if wide else FEWEST) <= len(text) <= LONGEST:
        return False
    if (text[0] in QUOTED and text[-1] in QUOTED) or (segment.start >= 0 and COLUMNS in text):
        return False
    linked = sum(piece.end - piece.start for piece in segment.pieces if piece.style & LINK)
    if (
        linked > LINKED * len(text)
        or sum(map(text.count, "|·•")) > 1
        or "://" in text
        or segment.block.tag in zones.RANK
    ):
        return False
    return ENDS.search(text) is not None and (wide or text.count(" ") >= len(text) / 14)


def tells(text: str) -> bool:
    """Whether a text may be a story: nobody speaks of himself in it, and nothing is sold."""
    return TELLER.search(text) is None and SELLING.search(text) is None
