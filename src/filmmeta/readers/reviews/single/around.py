"""What stands around a page's one text: its surroundings, which are another's, and the lines that may tell of it."""

from __future__ import annotations

from filmmeta.page import Page
from filmmeta.page.outline import Block, Segment
from filmmeta.readers.facts import zones
from filmmeta.readers.facts.marks import known
from filmmeta.readers.reviews.units import extents

ABOVE, BELOW, BEFORE = 30, 12, 4  # lines from the heading to the text, behind the text, above the heading
REVIEWS = frozenset("review reviews userreview userreviews response responses opinion opinions discussion".split())
SURROUNDINGS = zones.CHROME - REVIEWS
FOOT = frozenset("footer foot share sharing social".split())
WHOLE = frozenset({"html", "body"})


def surroundings(page: Page) -> list[bool]:
    """For each line whether it navigates, advertises or comments; what holds the main heading does not."""
    return zones.chrome(page.outline, SURROUNDINGS)


def nearby(page: Page, first: int, last: int, heading: int) -> list[int]:
    """The numbers of the lines that may tell of a text: between heading and text, above both, below the text."""
    segments, outside = page.outline, page.once(surroundings)
    top = heading if heading >= 0 else first
    container = zones.common(segments[top].block, segments[last - 1].block)
    end = page.once(extents)[container][1] if page.is_markup else len(segments)
    between = range(top + 1 if heading >= 0 else max(0, top - BEFORE), first)
    above = range(top - 1, max(0, top - BEFORE) - 1, -1)
    below = range(last, min(end, last + BELOW))
    lines = [at for at in [*between, *above] if not outside[at]]
    for at in below:
        if (segments[at].block.tag in zones.RANK or not page.is_markup) and is_elsewhere(segments[at]):
            break
        if not outside[at] or (container.tag not in WHOLE and is_foot(segments[at].block, container)):
            lines.append(at)
    return lines


def is_elsewhere(segment: Segment) -> bool:
    word = known(segment.text)
    return word is not None and word.paths[0].startswith(zones.ELSEWHERE)


def is_foot(block: Block, container: Block) -> bool:
    """Whether what stands within a container is outside of it as its own foot alone."""
    for each in block.above():
        if each is container:
            return True
        tagged = each.tag in zones.CHROME_TAGS and each.tag != "footer"
        if tagged or (each.words and not (SURROUNDINGS - FOOT).isdisjoint(each.words)):
            return False
    return False
