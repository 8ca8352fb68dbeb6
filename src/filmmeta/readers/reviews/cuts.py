"""Where in the lines of a text each review begins, where its own words begin and end, and where the next one begins."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from filmmeta.readers.reviews.lines import MARKS, Told
from filmmeta.readers.reviews.units import SENTENCE

MOST = 0.6  # the share of the reviews that must be alike
STEADY = 0.9  # the share that has what a review cannot do without
REACH = 9  # lines of a byline on either side of its anchor
ENDS = frozenset({"fixed", "asked", "helpful", "tally", "number", "more"})
"""The lines that stand below a review."""
AROUND = MARKS | {"short", "fixed", "tally", "number", "other", "more"}
"""The lines that a byline is made of."""


class Cut(NamedTuple):
    """One review: where it begins, where its own text begins and ends, and where the next review begins."""

    start: int
    body: int
    close: int
    end: int


class Cuts(NamedTuple):
    """The reviews of a text, and whether blank lines or a site's words part one from the next."""

    reviews: list[Cut]
    parted: bool


def cut(told: Sequence[Told], anchors: list[int]) -> Cuts | None:
    """Each anchor with the byline around it and the text beside it; None where most have no text."""
    if len(anchors) < 2:
        return None
    for read in (above_texts, below_texts) if is_above(told, anchors) else (below_texts, above_texts):
        cuts = read(told, anchors)
        if cuts is not None:
            return cuts
    return None


def above_texts(told: Sequence[Told], anchors: list[int]) -> Cuts | None:
    """The reviews whose bylines stand above their texts."""
    above, below = pattern(told, anchors, -1, anchors[0]), pattern(told, anchors, 1, None)
    starts = [at - extent(told, at, above, -1) for at in anchors]
    bodies = [at + 1 + extent(told, at, below, 1) for at in anchors]
    parted = len(above) > 1 or is_parted(told, starts)
    cuts = [
        Cut(start, body, gone_on(told, closed(told, body, end, len(anchors)), end), end)
        for start, body, end in zip(starts, bodies, [*starts[1:], len(told)], strict=True)
    ]
    found = [each for each in cuts if each.start < each.body < each.end and has_prose(told, each)]
    if len(found) < max(2, MOST * len(anchors)) or not (parted or is_leading(told, starts, bodies)):
        return None
    return Cuts(steady(told, found), parted)


def below_texts(told: Sequence[Told], anchors: list[int]) -> Cuts | None:
    """The reviews whose bylines stand below their texts."""
    spots = zip([max(-1, anchors[0] - 2 * REACH), *anchors], anchors, strict=False)
    firsts = [
        next((at for at in range(before + 1, anchor) if told[at].kind == "prose"), -1) for before, anchor in spots
    ]
    if min(firsts) < 0:
        return None
    firsts[0] = first_of_run(told, anchors[0])
    heads = pattern(told, firsts, -1, firsts[0])
    below = pattern(told, anchors, 1, anchors[-1])
    while below and below[-1] in heads and below[-1] in ("short", "number", "tally"):
        below.pop()  # what stands above the next text, and at the last what the page goes on with
    ends = [at + 1 + extent(told, at, below, 1) for at in anchors]
    starts = [firsts[0] - extent(told, firsts[0], heads, -1), *ends[:-1]]
    found = [
        Cut(start, first, closed(told, first, anchor, len(anchors)), end)
        for start, first, anchor, end in zip(starts, firsts, anchors, ends, strict=True)
    ]
    return Cuts(steady(told, [each for each in found if each.start <= each.body < each.close]), True)


def first_of_run(told: Sequence[Told], anchor: int) -> int:
    """Where the running text begins that stands next above an anchor."""
    at = next(at for at in range(anchor, -1, -1) if told[at].kind == "prose")
    while at > 0 and told[at - 1].kind == "prose":
        at -= 1
    return at


def is_above(told: Sequence[Told], anchors: list[int]) -> bool:
    """Whether bylines stand above their texts: by the page's first and last, else by what is nearer to most."""
    first, last = anchors[0], anchors[-1]
    ahead = any(each.kind == "prose" for each in told[max(0, first - REACH) : first])
    behind = any(each.kind == "prose" for each in told[last : last + REACH])
    if ahead != behind:
        return behind
    return sum(distance(told, at, 1) for at in anchors) <= sum(distance(told, at, -1) for at in anchors)


def distance(told: Sequence[Told], at: int, step: int) -> int:
    """How many lines away the next running text is."""
    far = 1
    while far < 2 * REACH and 0 <= at + step * far < len(told) and told[at + step * far].kind != "prose":
        far += 1
    return far


def pattern(told: Sequence[Told], anchors: list[int], step: int, judge: int | None) -> list[str]:
    """The classes of the lines on one side of the anchors, as far as most of them agree, and the judge among them.

    The judge is the anchor on whose side no other review stands: the first above, the last below.
    """
    found: list[str] = []
    for far in range(1, REACH + 1):
        near = [sort(told[at + step * far]) for at in anchors if 0 <= at + step * far < len(told)]
        kind, count = Counter(near).most_common(1)[0] if near else ("", 0)
        if kind.partition(":")[0] not in AROUND or count < MOST * len(anchors):
            break
        if judge is not None and not (0 <= judge + step * far < len(told) and sort(told[judge + step * far]) == kind):
            break
        found.append(kind)
    return found


def sort(each: Told) -> str:
    """The class of a line: its kind, and of what a site prints in every review, the words."""
    if each.kind == "other":
        return f"other:{each.line.text.partition(':')[0]}"
    return f"fixed:{each.line.text}" if each.kind == "fixed" else each.kind


def extent(told: Sequence[Told], at: int, kinds: Sequence[str], step: int) -> int:
    """How many lines on one side of an anchor belong to its byline: of the pattern, some of which may be missing."""
    wanted = [*kinds]
    far = 0
    while 0 <= at + step * (far + 1) < len(told):
        kind = sort(told[at + step * (far + 1)])
        if kind in wanted:
            del wanted[: wanted.index(kind) + 1]
        elif kind != "warning":
            break
        far += 1
    return far


def closed(told: Sequence[Told], body: int, end: int, several: int) -> int:
    """Where a review's own text ends: behind its last running text before the lines that a site prints below each."""
    last = 0
    for at in range(body, end):
        kind = told[at].kind
        if kind in ENDS and last and told[at].times >= MOST * several:
            break
        last = at + 1 if kind == "prose" else last
    return last or end


def gone_on(told: Sequence[Told], last: int, end: int) -> int:
    """Where a text ends whose last lines are short."""
    while last < end and is_text(told[last]):
        last += 1
    return last


def is_text(each: Told) -> bool:
    """Whether a short line goes on with the text above it: it follows at once, or is a sentence."""
    is_ended = each.line.text[-1] in SENTENCE[:4] and each.times == 1
    return (each.kind == "short" and not each.line.blank) or (is_ended and each.kind in ("short", "other", "tally"))


def has_prose(told: Sequence[Told], each: Cut) -> bool:
    return any(line.kind == "prose" for line in told[each.body : each.close])


def is_parted(told: Sequence[Told], starts: Sequence[int]) -> bool:
    """Whether blank lines, or lines that end a review, stand above most bylines but the first."""
    later = starts[1:]
    return sum(told[at].line.blank > 0 or told[at - 1].kind in ENDS for at in later) >= MOST * len(later)


def is_leading(told: Sequence[Told], starts: Sequence[int], bodies: Sequence[int]) -> bool:
    """Whether texts stand below the bylines and not above them, by the first and the last."""
    first, last = starts[0], bodies[-1]
    return (first == 0 or told[first - 1].kind != "prose") and last < len(told) and told[last].kind == "prose"


def steady(told: Sequence[Told], cuts: list[Cut]) -> list[Cut]:
    """The reviews that have what almost all have around their text."""
    marks = [
        {each.kind for each in (*told[cut.start : cut.body], *told[cut.close : cut.end]) if each.kind in MARKS}
        for cut in cuts
    ]
    counts = Counter(kind for each in marks for kind in each)
    needed = {kind for kind, count in counts.items() if count >= STEADY * len(cuts)}
    return [cut for cut, each in zip(cuts, marks, strict=True) if each >= needed]
