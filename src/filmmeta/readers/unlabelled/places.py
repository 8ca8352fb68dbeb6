"""The neighbourhood of a page's main heading: where facts may stand without a label."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from html import unescape
from importlib.resources import files
from typing import NamedTuple

from filmmeta.claim import Claim
from filmmeta.page import Page
from filmmeta.page.outline import Block, Segment
from filmmeta.readers import title
from filmmeta.readers.facts import zones
from filmmeta.readers.facts.entries import Outline, outlined
from filmmeta.readers.title.in_text import anchored

BEFORE = 3
AFTER = 24
LONG = 160  # characters of a line that is a text of its own, below which no more facts of this kind stand
HEADED = 4  # segments below the main heading, headings among which are subtitles
MAX_TITLE = 200
MOST_PLACES = 50  # where a page repeats its title


class Heading(NamedTuple):
    """The number of the segment that names the film, and where its title ends in it."""

    number: int
    end: int


def heading(page: Page) -> Heading | None:
    """Where the page's own title stands in its text; None when it does not."""
    named = [claim for claim in title.heading(page) if isinstance(claim, Claim) and claim.path == "heading"]
    outline = page.once(outlined)
    keys = {key for claim in named if (key := title.key_of(unescape(claim.text)))}
    firsts = {key.partition(" ")[0] for key in keys}
    found: list[tuple[int, Heading]] = []
    for number, segment in enumerate(outline.segments):
        if (
            outline.outside[number]
            or len(segment.text) > MAX_TITLE
            or outline.marks[number]
            or len(found) > MOST_PLACES
        ):
            continue
        first = title.LETTERS.search(segment.text)
        end = named_until(segment, keys) if first and first[0].casefold() in firsts else 0
        if end:
            found.append((rank(segment), Heading(number, end)))
    if not page.is_markup:
        return above_labels(outline, [place for _, place in found])
    best = min(found, default=None, key=lambda each: each[0])
    return best[1] if best else only_h1(outline)


def above_labels(outline: Outline, found: list[Heading]) -> Heading | None:
    """The place of a text page where the title stands last above the film's labels."""
    anchor = anchored(outline)
    above = [place for place in found if place.number <= anchor]
    return above[-1] if above else None


def rank(segment: Segment) -> int:
    return min((zones.RANK.get(block.tag, 9) for block in segment.block.above()), default=9)


def named_until(segment: Segment, keys: set[str]) -> int:
    """Where a title that is one of the keys ends in a segment that begins with it; 0 without one."""
    if title.key_of(segment.text) in keys:
        return len(segment.text)
    for piece in segment.pieces[:3]:
        if title.key_of(segment.text[: piece.end]) in keys:
            return piece.end
    return 0


def only_h1(outline: Outline) -> Heading | None:
    found = [
        number for number, each in enumerate(outline.segments) if each.block.tag == "h1" and not outline.outside[number]
    ]
    return Heading(found[0], len(outline.segments[found[0]].text)) if len(found) == 1 else None


def around(page: Page) -> Iterator[tuple[int, int]]:
    """The numbers of the segments near the main heading, each with its distance from it: nearest first, below first."""
    main = page.once(heading)
    if main is None:
        return
    outline = page.once(outlined)
    segments = outline.segments
    for number in range(main.number + 1, min(len(segments), main.number + 1 + AFTER)):
        far = number - main.number
        block = segments[number].block
        if len(segments[number].text) > LONG or (far > HEADED and block.tag in zones.RANK):
            break
        if not outline.outside[number]:
            yield number, far
    for number in range(main.number - 1, max(-1, main.number - 1 - BEFORE), -1):
        if not outline.outside[number] and len(segments[number].text) <= LONG:
            yield number, number - main.number


@cache
def block_words(kind: str) -> frozenset[str]:
    """The words of class and id names that say what a block holds: score, no-score, story, no-story."""
    table = files("filmmeta.readers").joinpath("data", "block_words.tsv").read_text("utf-8")
    found = [row.partition("\t")[2].split("|") for row in table.split("\n") if row.startswith(f"{kind}\t")]
    return frozenset(found[0])


def words_above(block: Block, stop: frozenset[Block], most: int = 5) -> set[str]:
    """The words of the class and id names of a block and of those around it, up to what holds the heading."""
    found: set[str] = set()
    for number, each in enumerate(block.above()):
        if each in stop or number >= most:
            break
        found |= each.words
    return found


def holders(page: Page) -> frozenset[Block]:
    """The blocks that hold the main heading."""
    main = page.once(heading)
    if main is None:
        return frozenset()
    return frozenset(page.once(outlined).segments[main.number].block.above())
