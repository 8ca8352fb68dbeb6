"""Reviews in the text that is left of a page: bylines that come again and again, with a text below each."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence

from filmmeta.claim import Claim, Problem, shown
from filmmeta.page import Line, Page
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.columns import behind_bullet, columns, fixed, scored, signed
from filmmeta.readers.reviews.cuts import ENDS, MOST, REACH, STEADY, Cut, cut
from filmmeta.readers.reviews.lines import MARKS, Told, tell
from filmmeta.readers.reviews.orders import date_path, day_order
from filmmeta.readers.reviews.units import SENTENCE

Read = list[Claim | Problem]

ANCHORS = ("author", "byline", "day", "helpful", "score")
"""The marks by which reviews are counted, the surest first."""
NEAR = 8  # lines above a byline in which a heading stands
FEWEST = 4  # lines of two bylines with a text below each


def in_text(page: Page) -> list[Read]:
    """The reviews of a text page, in its order; none where fewer than two bylines are alike."""
    return page.once(build)


def build(page: Page) -> list[Read]:
    return read(page, is_reviews)


def loosely(page: Page) -> list[Read]:
    """The same for a page that is nothing but such texts, and so needs neither scores nor a heading."""
    return in_text(page) or page.once(build_loosely)


def build_loosely(page: Page) -> list[Read]:
    return read(page, is_signed)


def read(page: Page, is_meant: Callable[[Sequence[Told], Sequence[Cut]], bool]) -> list[Read]:
    """The reviews around the first marks that part the text into what is meant as such."""
    if len(page.lines) < FEWEST:
        return []
    told = page.once(prepared)
    places = {kind: [at for at, each in enumerate(told) if each.kind == kind] for kind in ANCHORS}
    found = [cuts for anchors in places.values() if (cuts := cut(told, anchors)) and is_meant(told, cuts.reviews)]
    if not found:
        return []
    most = max(len(cuts.reviews) for cuts in found)
    reviews, parted = next(cuts for cuts in found if len(cuts.reviews) >= MOST * most)
    while len(reviews) > 2 and reviews[0].end - reviews[0].close > 2 * REACH:
        reviews = reviews[1:]  # a text and a day of the page's own, far above
    last = reviews[-1]
    reviews = [*reviews[:-1], last._replace(close=min(last.close, last_line(told, last)))]
    roles = columns(told, reviews) if parted else {}
    return ordered([list(one(page, told, each, roles)) for each in reviews])


def prepared(page: Page) -> list[Told]:
    """The lines of a page, told by their wording and by each other."""
    return doubted(signed(scored(fixed(page.once(told_lines)))))


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


def doubted(told: Sequence[Told]) -> list[Told]:
    """The lines, with scores of no common scale, or beyond it, taken for what they are: counts of readers."""
    pairs: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for each in told:
        text = each.line.text.lstrip(words.BETWEEN)
        bare = each.kind == "score" and not words.label_end(text, "score")
        pair = words.of_scale(text) if bare else None
        if pair is not None:
            pairs[notation(each)].append(pair)
    false = {shape for shape, found in pairs.items() if not is_scale(found)}
    return [
        each._replace(kind="tally", parts=()) if each.kind == "score" and notation(each) in false else each
        for each in told
    ]


def notation(each: Told) -> str:
    """What a line is without its figures."""
    return words.DIGITS.sub("", each.line.text).replace(" ", "")


def is_scale(pairs: Sequence[tuple[float, float]]) -> bool:
    scales = {scale for _, scale in pairs}
    return len(scales) * 3 <= len(pairs) + 3 and all(value <= scale for value, scale in pairs)


def is_reviews(told: Sequence[Told], cuts: Sequence[Cut]) -> bool:
    """Whether the bylines are those of reviews: a name or a day, and a score, a count of readers or a heading."""
    counts = marks_of(told, cuts)
    many = MOST * len(cuts)
    if len(cuts) < 3 and counts["author"] < many:
        return False
    found = counts["rating"] >= many or counts["helpful"] >= many or (bool(cuts) and is_headed(told, cuts[0].start))
    return found and is_signed(told, cuts) and sum(is_running(told, cut) for cut in cuts) >= STEADY * len(cuts)


def is_running(told: Sequence[Told], cut: Cut) -> bool:
    """Whether a text begins with running text, and half of its lines or more are such."""
    lines = told[cut.body : cut.close]
    first = "".join(lines[0].line.text.split())
    is_worded = sum(map(str.isalpha, first)) >= MOST * len(first)
    return is_worded and lines[0].kind == "prose" and sum(each.kind == "prose" for each in lines) * 2 >= len(lines)


def is_signed(told: Sequence[Told], cuts: Sequence[Cut]) -> bool:
    """Whether most of two or more texts have a name or a day in their bylines."""
    counts = marks_of(told, cuts)
    return len(cuts) > 1 and max(counts["author"], counts["date"]) >= MOST * len(cuts)


def marks_of(told: Sequence[Told], cuts: Sequence[Cut]) -> Counter[str]:
    """How many bylines tell what."""
    counts: Counter[str] = Counter()
    for each in cuts:
        around = [*told[each.start : each.body], *told[each.close : ending(told, each)]]
        counts.update({path.partition("/")[0] for line in around for path, _, _ in line.parts if line.kind in MARKS})
        counts["helpful"] += any(is_of_readers(line) for line in around)
    return counts


def is_of_readers(each: Told) -> bool:
    """Whether a site asks its readers there whether they found a review helpful."""
    return each.kind == "asked" or (each.kind == "fixed" and words.has_root(each.line.text, "helpful"))


def is_headed(told: Sequence[Told], start: int) -> bool:
    return any(each.kind == "heading" for each in told[max(0, start - NEAR) : start])


def ending(told: Sequence[Told], cut: Cut) -> int:
    """Where the lines end that a site prints below a review."""
    end = cut.close
    while end < cut.end and (told[end].kind in ENDS or told[end].kind in MARKS or told[end].kind == "short"):
        end += 1
    return end


def last_line(told: Sequence[Told], cut: Cut) -> int:
    """Where the page's last review ends: with its last line of running text before the page's other short lines."""
    at = cut.body
    while at < len(told) and (told[at].kind == "prose" or (at + 1 < len(told) and told[at + 1].kind == "prose")):
        at += 1
    while at < len(told) and told[at].kind == "other" and told[at].line.text[-1] in SENTENCE:
        at += 1
    return max(at, cut.body + 1)


def one(page: Page, told: Sequence[Told], cut: Cut, roles: Mapping[int, str]) -> Iterator[Claim | Problem]:
    """The claims of one review; a name that no wording tells, only where it is clear which review a line belongs to."""
    tail = range(cut.close, ending(told, cut))
    given: set[str] = set()
    for at in [*range(cut.start, cut.body), *tail]:
        each = told[at]
        path = roles.get(at, "")
        each = each._replace(parts=((path, behind_bullet(each.line.text), len(each.line.text)),)) if path else each
        if not path and given.intersection(path for path, _, _ in each.parts):
            continue  # what the byline has told already: that of a reply
        given.update(path for path, _, _ in each.parts)
        yield from each.claims()
    yield body(page, told[cut.body].line, told[cut.close - 1].line)
    for at in range(tail.stop, cut.end):
        if told[at].kind == "prose":
            rest = told[at].line
            yield Problem("unread", "body", shown(rest.text), f"text:{rest.start}-{rest.start + len(rest.text)}")


def body(page: Page, first: Line, last: Line) -> Claim:
    start, end = first.start, last.start + len(last.text)
    return Claim("body", page.text[start:end], f"text:{start}-{end}")
