"""People with their job behind them: the linked name, then ``Director, Writer`` in the same line or the next."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.facts.entries import Outline, outlined
from filmmeta.readers.facts.fields import CAST, FIELDS, PEOPLE
from filmmeta.readers.facts.lists import is_name
from filmmeta.readers.facts.marks import known
from filmmeta.readers.facts.roles import PLAYED, told_role
from filmmeta.readers.facts.slices import Slice, whole
from filmmeta.readers.facts.zones import common
from filmmeta.readers.unlabelled.places import heading

BELOW = 80  # segments below the main heading
LONGEST = 90
NEAR = 1  # blocks from a line to the one that it shares with the next
MOST = 4  # jobs of one person
PAIR = 2  # a name and what it did
ACTING = frozenset({"cast", "stars"})
PLAYS = re.compile(r"(?:饰演?|飾演?)\s?[:：]?\s?\w")


class Credited(NamedTuple):
    """A name, the field of its job, and the role that stands behind it."""

    path: str
    name: Slice
    role: Slice | None = None


def claims(page: Page, told: set[str]) -> Iterator[Claim | Problem]:
    """The claims of such lines, without those of the fields that are told already."""
    for number, (path, name, role) in enumerate(page.once(found)):
        if path.partition("/")[0] in told:
            continue
        if role is None:
            yield name.claim(FIELDS[path][2])
        else:
            yield name.claim(f"cast/u{number}/name")
            yield role.claim(f"cast/u{number}/roles")
        yield Problem("unlabelled", path, "", name.where)


def found(page: Page) -> list[Credited]:
    """The names below the main heading, each with the field of its job."""
    main = page.once(heading)
    if main is None or not page.is_markup:
        return []
    outline = page.once(outlined)
    last = min(len(outline.segments), main.number + BELOW)
    return [each for at in range(main.number + 1, last) if not outline.outside[at] for each in credited(outline, at)]


def credited(outline: Outline, at: int) -> list[Credited]:
    """The name of a line with each of the jobs that stand behind it, or with the role."""
    segment = outline.segments[at]
    if len(segment.text) > LONGEST or (outline.marks[at] and outline.marks[at][0].start == 0):
        return []
    name = first(segment)
    if name is None or not is_name(name.text) or known(name.text):
        return []
    behind = Slice(segment, name.end, len(segment.text)).stripped()
    if not behind and name.links() and at + 1 < len(outline.segments) and is_beside(segment, outline.segments[at + 1]):
        behind = whole(outline.segments[at + 1]).stripped()
    if behind and (role := played(behind)):
        return [Credited("cast", name, role)]
    return [Credited(path, name) for path in jobs(behind, name)]


def first(segment: Segment) -> Slice | None:
    """The only link of a line that it begins with, or the first of two pieces of one without links or all a link."""
    links, pieces = whole(segment).links(), segment.pieces
    if links and (len(links) > 1 or links[0].start):
        return None
    if len(pieces) == PAIR and (not links or links[0].end == len(segment.text)):
        return Slice(segment, pieces[0].start, pieces[0].end).stripped()
    return links[0] if links else None


def played(behind: Slice) -> Slice | None:
    """The role behind a name that a word for playing announces (饰 阿苇), or that stands behind the actor's job."""
    if PLAYS.match(behind.text):
        return told_role(behind)
    parts = behind.split(",/·&|") if not behind.links() else []
    word = known(parts[0].text) if len(parts) == PAIR else None
    if word is None or word.paths[0] not in ACTING or not PLAYED.search(parts[1].text):
        return None
    return told_role(parts[1])


def is_beside(one: Segment, other: Segment) -> bool:
    """Whether two lines are all but one block: a card of a person."""
    shared = common(one.block, other.block)
    return (
        one.block.depth - shared.depth <= NEAR
        and other.block.depth - shared.depth <= NEAR
        and (shared.tag in ("li", "div", "td", "figure", "article"))
    )


def jobs(text: Slice, name: Slice) -> Sequence[str]:
    """The fields of a line that names jobs and nothing else, in no link but the name's own."""
    shared = bool(text) and text.segment is name.segment and bool(name.links())
    parts = text.split(",/·&|") if text and len(text.text) <= LONGEST and (shared or not text.links()) else []
    words = [known(part.text) for part in parts]
    if not 0 < len(words) <= MOST:
        return []
    paths = [
        word.paths[0] for word in words if word is not None and FIELDS.get(word.paths[0], ("",))[0] in (PEOPLE, CAST)
    ]
    return paths if len(paths) == len(words) else []
