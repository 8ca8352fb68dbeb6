"""The year that the first sentence about the film gives: The Title is a 2011 film by …"""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers import title
from filmmeta.readers.facts.entries import outlined
from filmmeta.readers.facts.slices import Slice
from filmmeta.readers.unlabelled.places import heading

SHORTEST = 30
ARTICLE = 3  # letters of a word before the title
REACH = 200  # characters of a sentence in which the film is introduced
FROM_TO = 25  # characters between two years that are more than a span of time
MOST = 400  # segments below the heading
YEAR = re.compile(r"(?<![\d./-])(?:18[89]|19\d|20[0-4])\d(?!\d|[/-]\d|/|\.\d)")
BRACKETS = re.compile(r"[(（][^()（）]{0,300}[)）]")
STOP = re.compile(r"[^\W\d_]{3}[)”»\"]?\.\s|。|\.$")
QUOTES = " \"'«»„“”‚‘’《》「」『』"


def year(page: Page) -> Iterator[Claim | Problem]:
    """The claim of the one year in the sentence that begins with the title of the page's main heading."""
    main = page.once(heading)
    if main is None:
        return
    outline = page.once(outlined)
    named = title.key_of(outline.segments[main.number].text[: main.end])
    if not named:
        return
    for number in range(main.number + 1, min(len(outline.segments), main.number + MOST)):
        segment = outline.segments[number]
        if outline.outside[number] or len(segment.text) < SHORTEST or not is_about(segment.text, named):
            continue
        found = introduced(segment)
        if found:
            yield found.claim("year")
            yield Problem("unlabelled", "year", "", found.where)
        return


def is_about(text: str, named: str) -> bool:
    """Whether a text begins with the title and goes on."""
    words = " ".join(title.LETTERS.findall(text[: len(named) + 60].casefold()))
    article, _, rest = words.partition(" ")
    begins = words.startswith(named) or (len(article) <= ARTICLE and rest.startswith(named))
    return begins and len(words) > len(named)


def is_introduction(page: Page, text: str) -> bool:
    """Whether a text begins with the title and soon says a year: it introduces the film and does not tell its story."""
    main = page.once(heading)
    named = title.key_of(page.once(outlined).segments[main.number].text[: main.end]) if main else ""
    return bool(named) and is_about(text, named) and YEAR.search(text[:REACH]) is not None


def introduced(segment: Segment) -> Slice | None:
    """The one year of a segment's first sentence, outside brackets or, failing that, in them."""
    stop = STOP.search(segment.text, 0, REACH)
    end = stop.end() if stop else min(REACH, len(segment.text))
    bare = BRACKETS.sub(lambda match: " " * len(match[0]), segment.text[:end])
    for text in (bare, segment.text[:end]):
        years = list(YEAR.finditer(text))
        if years:
            others = [match.start() for match in years if match[0] != years[0][0]]
            span = min(others, default=REACH + FROM_TO) - years[0].end()
            return Slice(segment, *years[0].span()) if span > FROM_TO else None
    return None
