"""Reviews as the blocks that a page repeats: bylines of one kind around texts of their own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.page.outline import Segment
from filmmeta.readers.places import Paths
from filmmeta.readers.reviews import bodies, words
from filmmeta.readers.reviews.bylines import byline
from filmmeta.readers.reviews.groups import Group, groups
from filmmeta.readers.reviews.lone import is_heading, lone
from filmmeta.readers.reviews.names import above, of_films, split, spoken_of
from filmmeta.readers.reviews.orders import day_order
from filmmeta.readers.reviews.roles import MANY, MOST, Roles, roles
from filmmeta.readers.reviews.scores import Scores
from filmmeta.readers.reviews.units import Unit, is_prose, running

Read = list[Claim | Problem]

MAX_GROUPS = 400  # of a page that are looked at
LEVELS = 4  # blocks around a group whose names speak of it
NEAR = 6  # lines above a group in which its heading stands
TALKATIVE = 0.4  # the share of a group's texts that are running text


class Found(NamedTuple):
    """A review of the page: its first line's number, and its claims."""

    place: int
    claims: Read


class Shown(NamedTuple):
    """The reviews that a page shows, in its order, and the numbers of the lines that they stand in."""

    reviews: list[Found]
    lines: frozenset[int]


def blocks(page: Page) -> list[Found]:
    """The reviews of a page's repeated blocks, in page order."""
    return page.once(shown).reviews


def lines(page: Page) -> frozenset[int]:
    """The numbers of the lines of a page's outline that belong to reviews, and so to no film's record."""
    return page.once(shown).lines


def shown(page: Page) -> Shown:
    if not page.is_markup or not any(page.once(running)):
        return Shown([], frozenset())
    taken: set[int] = set()
    found: list[Found] = []
    waiting: list[tuple[Group, list[Found]]] = []
    for number, group in enumerate(groups(page, taken)):
        if number == MAX_GROUPS:
            page.lose(f"blocks that may hold reviews beyond the first {MAX_GROUPS}")
            break
        reviews = list(read(page, group))
        if len(reviews) > 1 and is_rated(reviews):
            taken.update(counted(page, group))
            found += reviews
        elif len(reviews) > 1:
            waiting.append((group, reviews))
    for group, reviews in waiting:  # what only a heading or a name makes reviews: not where those are replies to others
        if taken.isdisjoint(range(group.start, group.end)):
            taken.update(counted(page, group))
            found += reviews
    if found:
        return Shown(sorted(found, key=lambda each: each.place), frozenset(taken))
    return alone(page)


def counted(page: Page, group: Group) -> range:
    """The numbers of a group's lines; a problem tells of those that are not read."""
    if group.further:
        page.lose(f"{group.further} reviews beyond the first {len(group.units)} of a list")
    return range(group.start, group.end)


def is_rated(reviews: list[Found]) -> bool:
    """Whether some of the reviews have a score, or were found helpful."""
    return any(claim.path.startswith(("rating", "helpful")) for each in reviews for claim in each.claims)


def alone(page: Page) -> Shown:
    """The review of a page that repeats none: only where the page says that it is one."""
    for group in lone(page):
        if is_announced(page.outline, group) and (found := list(read(page, group))):
            return Shown(found, frozenset(range(group.start, group.end)))
    return Shown([], frozenset())


def read(page: Page, group: Group) -> Iterator[Found]:
    """The reviews of a group, none where it holds something else; what has no text of its own is none."""
    told = roles(group.units)
    scores = Scores(group, told, page) if told is not None else None
    if told is None or scores is None or not is_reviews(page.outline, group, told, scores):
        return
    container = container_of(group.units, told)
    order = day_order(part.text for unit in group.units for part in unit.parts if part.slot == told.day)
    at = group.start
    for number, unit in enumerate(group.units):
        first, replies = bodies.parted(unit, told)
        body = list(bodies.body(first, told, container, page.once(Paths)))
        if body:
            body += bodies.unread(replies, told, page.once(Paths))
            yield Found(at, [*byline(first, told, order, page.once(Paths)), *scores.claims(number), *body])
        at += len(unit.segments)


def container_of(units: list[Unit], told: Roles) -> str:
    """The way to the outermost block of the texts that holds nothing of the bylines."""
    byline = {
        part.home
        for unit in units
        for part in unit.parts
        if part.slot in (told.day, told.score, told.author, told.title) or told.kinds[id(part)] in ("helpful", "asked")
    }
    container = told.body
    while container.count("/") > 2:
        outer = container.rpartition("/")[0]
        if any(home == outer or home.startswith(outer + "/") for home in byline):
            break
        container = outer
    return container


def is_reviews(segments: list[Segment], group: Group, told: Roles, scores: Scores) -> bool:
    """Whether a group's bylines are those of reviews: somebody, and a score, a day or readers who found it helpful."""
    units = group.units
    if not told.author or not is_talk(units, told) or is_doubled(units):
        return False
    by = [part for unit in units for part in unit.parts if part.slot == told.author]
    if of_films(by):
        return False
    word = is_announced(segments, group) or is_quoted(group, told)
    other = split(names(group)) & words.words("names-other")
    score = bool(told.score or scores.slot)
    helpful = share(units, told, "helpful") >= MANY or share(units, told, "asked") >= MOST
    day = bool(told.day)
    if other and not word and not (score and day and other <= words.words("names-talk")):
        return False
    if told.plain and not (word or helpful):
        return False
    return (score and day) or (helpful and (score or day)) or (word and (score or day))


def is_doubled(units: list[Unit]) -> bool:
    """Whether all units say the same, or have the page's heading in them: a page's own part printed twice."""
    told = {"".join(segment.text for segment in unit.segments) for unit in units}
    return (len(units) > 1 and len(told) == 1) or any(each.block.in_h1 for unit in units for each in unit.segments)


def names(group: Group) -> str:
    """The names of a group's first unit and of the blocks around it."""
    return above(group.holder, LEVELS) + " " + " ".join(each.get("class") or "" for each in group.units[0].elements)


def is_announced(segments: list[Segment], group: Group) -> bool:
    """Whether the names of the blocks or a heading above say that reviews stand there."""
    return spoken_of("names-review", names(group), ()) or is_headed(segments, group)


def is_quoted(group: Group, told: Roles) -> bool:
    """Whether the units are quotations by their markup, with somebody to whom they are ascribed."""
    return "/cite" in told.author or all(unit.elements and unit.elements[0].tag == "blockquote" for unit in group.units)


def is_talk(units: list[Unit], told: Roles) -> bool:
    """Whether enough of the units have running text of their own."""
    talking = sum(
        any(told.kinds[id(part)] == "text" and is_prose(part.slice.segment) for part in unit.parts) for unit in units
    )
    return talking >= 1 and talking >= TALKATIVE * len(units)


def share(units: list[Unit], told: Roles, kind: str) -> float:
    return sum(any(told.kinds[id(part)] == kind for part in unit.parts) for unit in units) / len(units)


def is_headed(segments: list[Segment], group: Group) -> bool:
    """Whether a heading of reviews stands right above a group."""
    near = NEAR if len(group.units) > 1 else 1
    return any(is_heading(segment) for segment in segments[max(0, group.start - near) : group.start + 1])
