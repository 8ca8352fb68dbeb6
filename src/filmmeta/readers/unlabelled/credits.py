"""People with their job behind them: the linked name, then ``Director, Writer`` in the same line or the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts.entries import Outline, outlined
from filmmeta.readers.facts.fields import CAST, FIELDS, PEOPLE
from filmmeta.readers.facts.lists import is_name
from filmmeta.readers.facts.marks import known
from filmmeta.readers.facts.slices import Slice, whole
from filmmeta.readers.facts.zones import common
from filmmeta.readers.unlabelled.places import heading

BELOW = 80  # segments below the main heading
LONGEST = 90
NEAR = 1  # blocks from a line to the one that it shares with the next
MOST = 4  # jobs of one person


def claims(page: Page, told: set[str]) -> Iterator[Claim | Problem]:
    """The claims of such lines, without those of the fields that are told already."""
    for path, name in page.once(found):
        if path.partition("/")[0] not in told:
            yield name.claim(FIELDS[path][2])
            yield Problem("unlabelled", path, "", name.where)


def found(page: Page) -> list[tuple[str, Slice]]:
    """The names below the main heading, each with the field of its job."""
    main = page.once(heading)
    if main is None or not page.is_markup:
        return []
    outline = page.once(outlined)
    last = min(len(outline.segments), main.number + BELOW)
    return [each for at in range(main.number + 1, last) if not outline.outside[at] for each in credited(outline, at)]


def credited(outline: Outline, at: int) -> list[tuple[str, Slice]]:
    """The name of a line with each of the jobs that stand behind it."""
    segment = outline.segments[at]
    if len(segment.text) > LONGEST or (outline.marks[at] and outline.marks[at][0].start == 0):
        return []
    name = first(segment)
    if name is None or not is_name(name.text) or known(name.text):
        return []
    behind = Slice(segment, name.end, len(segment.text)).stripped()
    if not behind and name.links() and at + 1 < len(outline.segments) and is_beside(segment, outline.segments[at + 1]):
        behind = whole(outline.segments[at + 1]).stripped()
    return [(path, name) for path in jobs(behind)]


def first(segment: Segment) -> Slice | None:
    """The only link of a line that it begins with, or the first of two pieces of one without links."""
    links = whole(segment).links()
    if links:
        return links[0] if len(links) == 1 and not links[0].start else None
    pieces = segment.pieces
    return Slice(segment, pieces[0].start, pieces[0].end).stripped() if len(pieces) == 1 + 1 else None


def is_beside(one: Segment, other: Segment) -> bool:
    """Whether two lines are all but one block: a card of a person."""
    shared = common(one.block, other.block)
    return (
        one.block.depth - shared.depth <= NEAR
        and other.block.depth - shared.depth <= NEAR
        and (shared.tag in ("li", "div", "td", "figure", "article"))
    )


def jobs(text: Slice) -> Sequence[str]:
    """The fields of a line that names jobs and nothing else."""
    parts = text.split(",/·&|") if text and len(text.text) <= LONGEST and not text.links() else []
    words = [known(part.text) for part in parts]
    if not 0 < len(words) <= MOST:
        return []
    paths = [
        word.paths[0] for word in words if word is not None and FIELDS.get(word.paths[0], ("",))[0] in (PEOPLE, CAST)
    ]
    return paths if len(paths) == len(words) else []
