"""Reviews in the text that is left of a page: bylines that come again and again, with a text below each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from filmmeta.claim import Claim, Problem
from filmmeta.page import Line, Page
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.cuts import ENDS, MOST, Cut, cut
from filmmeta.readers.reviews.lines import MARKS, Told, tell
from filmmeta.readers.reviews.orders import date_path, day_order

Read = list[Claim | Problem]

ANCHORS = ("author", "byline", "helpful", "score", "day")
"""The marks by which reviews are counted, the surest first."""
NEAR = 3  # lines above a byline in which a heading stands
FEWEST = 4  # lines of two bylines with a text below each


def in_text(page: Page) -> list[Read]:
    """The reviews of a text page, in its order; none where fewer than two bylines are alike."""
    return page.once(build)


def build(page: Page) -> list[Read]:
    if len(page.lines) < FEWEST:
        return []
    told = doubted(fixed(page.once(told_lines)))
    places = {kind: [at for at, each in enumerate(told) if each.kind == kind] for kind in ANCHORS}
    repeated = {kind: found for kind, found in places.items() if len(found) > 1}
    for anchors in repeated.values():
        cuts = cut(told, anchors) if is_first(told, anchors, repeated) else None
        if cuts is not None and is_reviews(told, cuts.reviews):
            last = cuts.reviews[-1]
            return ordered([list(one(page, told, each, cuts.parted, each is last)) for each in cuts.reviews])
    return []


def ordered(reviews: list[Read]) -> list[Read]:
    """The reviews with the order of day and month that some of their dates tell for all."""
    order = day_order(claim.text for each in reviews for claim in each if claim.path == "date")
    return [
        [claim._replace(path=date_path(claim.text, order)) if claim.path == "date" else claim for claim in each]
        for each in reviews
    ]


def told_lines(page: Page) -> list[Told]:
    """Every line of a page, told by its wording; what follows a label that stands alone, as its value."""
    found = [tell(line) for line in page.lines]
    for at, each in enumerate(found[:-1]):
        if each.kind == "label" and found[at + 1].kind == "short":
            found[at + 1] = named(each, found[at + 1])
    return found


def named(label: Told, value: Told) -> Told:
    """The line below a label that stands alone, as its value."""
    text = value.line.text
    is_author = label.line.text.rstrip(" :：").casefold() in words.words("author")
    return Told(value.line, "author", (("author", 0, len(text)),)) if is_author and words.is_name(text) else value


def fixed(told: Sequence[Told]) -> list[Told]:
    """The lines, with the short ones that come again and again told apart: a site prints them below each review."""
    counts = Counter(each.line.text for each in told if each.kind == "short")
    return [
        each._replace(kind="fixed") if each.kind == "short" and counts[each.line.text] > 1 else each for each in told
    ]


def doubted(told: Sequence[Told]) -> list[Told]:
    """The lines, with scores of no common scale, or beyond it, taken for what they are: counts of readers."""
    pairs = [pair for each in told if each.kind == "score" and (pair := words.of_scale(each.line.text)) is not None]
    scales = Counter(scale for _, scale in pairs)
    if not pairs or (len(scales) * 3 <= len(pairs) + 3 and all(value <= scale for value, scale in pairs)):
        return [*told]
    return [each._replace(kind="tally", parts=()) if each.kind == "score" else each for each in told]


def is_first(told: Sequence[Told], anchors: list[int], repeated: dict[str, list[int]]) -> bool:
    """Whether no text stands between the first byline's other marks and its anchor, which would then end a review."""
    first = min(found[0] for found in repeated.values())
    return not any(each.kind == "prose" for each in told[first : anchors[0]])


def is_reviews(told: Sequence[Told], cuts: Sequence[Cut]) -> bool:
    """Whether the bylines are those of reviews: a name or a day, and a score, a count of readers or a heading."""
    if len(cuts) < 2:
        return False
    counts: Counter[str] = Counter()
    for each in cuts:
        around = [*told[each.start : each.body], *told[ending(told, each) : each.end]]
        counts.update({path for line in around for path, _, _ in line.parts if line.kind in MARKS})
    many = MOST * len(cuts)
    who = counts["author"] >= many or counts["date"] >= many
    return who and (counts["rating"] >= many or counts["helpful"] >= many or is_headed(told, cuts[0].start))


def is_headed(told: Sequence[Told], start: int) -> bool:
    return any(each.kind == "heading" for each in told[max(0, start - NEAR) : start])


def ending(told: Sequence[Told], cut: Cut) -> int:
    """Where the lines begin that a site prints below a review."""
    end = cut.end
    while end > cut.body and told[end - 1].kind in ENDS:
        end -= 1
    return end


def last_line(told: Sequence[Told], cut: Cut) -> int:
    """Where the page's last review ends: with its last line of running text before the page's other short lines."""
    at = cut.body
    while at < len(told) and (told[at].kind == "prose" or (at + 1 < len(told) and told[at + 1].kind == "prose")):
        at += 1
    return max(at, cut.body + 1)


def one(page: Page, told: Sequence[Told], cut: Cut, parted: bool, last: bool) -> Iterator[Claim]:
    """The claims of one review; a name that no wording tells, only where it is clear which review a line belongs to."""
    end = last_line(told, cut) if last else ending(told, cut)
    below = cut.end
    if last:
        below = next((at for at in range(end, len(told)) if told[at].kind not in ENDS), len(told))
    shorts = [each for each in told[cut.start : cut.body] if each.kind == "short"]
    marks = [*told[cut.start : cut.body], *told[end:below]]
    has_author = any(path == "author" for each in marks for path, _, _ in each.parts)
    roles = dict(zip(map(id, shorts), unlabelled(shorts, has_author), strict=True)) if parted else {}
    for each in marks:
        path = roles.get(id(each), "")
        yield from each._replace(parts=((path, 0, len(each.line.text)),)).claims() if path else each.claims()
    yield body(page, told[cut.body].line, told[end - 1].line)


def unlabelled(shorts: Sequence[Told], has_author: bool) -> list[str]:
    """What the lines of a byline are that no wording tells: the shortest a name where none is yet, one a title."""
    known = ["film/heading" * words.is_film(each.line.text) for each in shorts]
    names = [
        len(each.line.text.split()) if not path and words.is_name(each.line.text) else 99
        for each, path in zip(shorts, known, strict=True)
    ]
    author = -1 if has_author or not names or min(names) > 3 else names.index(min(names))
    title = next((at for at, path in enumerate(known) if at != author and not path), -1)
    return ["author" if at == author else "title" if at == title else path for at, path in enumerate(known)]


def body(page: Page, first: Line, last: Line) -> Claim:
    start, end = first.start, last.start + len(last.text)
    return Claim("body", page.text[start:end], f"text:{start}-{end}")
