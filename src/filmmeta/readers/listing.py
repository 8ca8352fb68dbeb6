"""A film listing in text whose labels may be lost: what has none is told by its place and shape.

A lone name between the scores and the stars is the director; the text that the teaser begins, or the first
one after the credits, is the plot; a run of short lines is the cast. What that does not tell is a note.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers import credit_lines
from filmmeta.readers.captions import START, captions
from filmmeta.readers.labelled import Entry, entries, label_claim, labels_of, parts, unit_of
from filmmeta.readers.review_text import after_heading

Read = Iterator[Claim | Problem]

POST = re.compile(
    r"(?P<date>\w{3,9} \d{1,2}, \d{4})\s{1,9}(?P<comments>\d{1,6})\s{1,9}(?P<by>By) (?P<author>\S.{0,60})"
)
POSTED = {"date": "post/date", "comments": "post/comments", "author": "post/author", "by": "layout/label"}
NO_VOTES = re.compile(r"1 Star2 Stars.{0,60}\(No Ratings Yet\)")
HEADING = re.compile(r".{1,150}? \((?:18|19|20)\d\d\)")
ELLIPSES = ("…", "...")
MIN_PROSE = 60  # characters
SPARSE = 15  # lines for one label, in a text that is still a listing
SCORES = ("rating", "critic_rating", "year")
CREDITS = ("stars", "directors", "writers", "rating", "critic_rating", "year")
ABOVE_CAST = ("stars", "directors", "writers", "plot", "taglines", "genres")
TEXTS = ("plot", "goofs", "quotes", "trivia", "taglines", "awards")
PARTED = {"official_sites": "|\n", "filming_locations": "|\n", "gross": "|", "opening_weekend": "|"}


def split(page: Page) -> tuple[list[Entry], int, int]:
    """The film's entries, the number of the line where the user reviews begin, and the page's gap unit."""
    lines, labels = page.outline, page.once(labels_of)
    unit = unit_of(lines, labels)
    cut = next((i for i, (field, _) in enumerate(labels) if field == "user_review"), len(lines))
    return entries(page, cut, unit), cut, unit


def is_listing(page: Page) -> bool:
    """Whether the page is text with three different labels of a film or more, and not lost among other lines."""
    found = [field for field, _ in page.once(labels_of) if field]
    return len({*found}) > 2 and len(found) * SPARSE > len(page.outline)


def film(page: Page) -> Read:
    """The claims of the page's film; the stars come last, so that the cast list gives the order."""
    blocks = page.once(split)[0]
    stars = next((entry for entry in blocks if entry.field == "stars"), None)
    first = next((i for i, entry in enumerate(blocks) if entry.field), len(blocks))
    teaser = ""
    for entry in blocks[:first]:
        if entry.text.endswith(ELLIPSES):
            teaser = entry.text.rstrip(".…")
        yield from preamble(entry)
    found = Seeker(page, stars.text if stars else "", teaser)
    labelled = [i for i, entry in enumerate(blocks) if entry.field]
    for begin, end in pairwise([*labelled, len(blocks)]):
        following = blocks[end].field if end < len(blocks) else ""
        yield from found.group(blocks[begin], blocks[begin + 1 : end], following)
    if stars:
        yield Claim("stars", stars.text, stars.where)


def reviews(page: Page) -> Iterator[Read]:
    """The claims of each user review below the listing."""
    _, cut, unit = page.once(split)
    return after_heading(page, cut, unit)


def preamble(entry: Entry) -> Read:
    """What stands above the first label: the post, its vote widget, captions, a heading, a teaser."""
    text = entry.text
    if text.startswith(START):
        yield from captions(text, entry.start)
    elif text.endswith(ELLIPSES):
        yield Claim("outline", text, entry.where)
    elif HEADING.fullmatch(text):
        yield Claim("heading", text, entry.where)
    elif post := POST.fullmatch(text):
        for part, path in POSTED.items():
            start, end = post.span(part)
            yield Claim(path, post[part], f"text:{entry.start + start}-{entry.start + end}")
    elif NO_VOTES.fullmatch(text):
        yield Claim("layout/votes", text, entry.where)
    else:
        yield from note(entry)


def note(entry: Entry) -> Read:
    yield Claim("notes", entry.text, entry.where)
    yield Problem("unlabelled", "notes", "", entry.where)


class Seeker:
    """Reads labelled groups in page order, and remembers which lost fields are still to be found."""

    def __init__(self, page: Page, stars: str, teaser: str) -> None:
        self.page = page
        self.stars = {name.strip() for name in stars.split(",")}
        self.teaser = teaser
        self.seen: set[str] = set()

    def group(self, label: Entry, rest: Sequence[Entry], following: str) -> Read:
        """A label with its value and the unlabelled entries down to the next label."""
        field = label.field
        yield label_claim(label)
        self.seen.add(field)
        if label.text and field != "section":
            if field in PARTED:
                yield from parts(field, label, PARTED[field])
            elif field != "stars":
                yield Claim(field, label.text, label.where)
        else:
            used = self.owned(label, rest)
            yield from self.values(field, rest[:used])
            rest = rest[used:]
            if not used and (rest or not following or field != "section"):
                yield Problem("empty-label", field, label.label, label_claim(label).where)
        if rest:
            yield from self.lost(field, rest, following)

    def owned(self, label: Entry, rest: Sequence[Entry]) -> int:
        """How many of the entries below an empty label are its value."""
        if label.field == "section":
            return 0
        if label.field == "cast":
            return run_length(rest)
        if label.field in TEXTS:
            return next((i for i, entry in enumerate(rest) if not is_prose(entry) and i), len(rest))
        return min(len(rest), 1)

    def values(self, field: str, owned: Sequence[Entry]) -> Read:
        """The value of an empty label; the paragraphs of a plot are one."""
        if field == "cast" and owned:
            yield from credit_lines.cast(owned, self.stars)
        elif field == "plot" and owned:
            start, end = owned[0].start, owned[-1].end
            yield Claim("plot", self.page.text[start:end], f"text:{start}-{end}")
        else:
            for entry in owned:
                yield Claim(field, entry.text, entry.where)

    def lost(self, previous: str, rest: Sequence[Entry], following: str) -> Read:
        """Entries whose label is lost, given to a field by place and shape, else kept as notes."""
        while rest:
            entry, used = rest[0], 1
            if previous in SCORES and following == "stars" and len(rest) == 1 and self.is_director(entry):
                yield from self.found("directors", entry)
            elif "plot" not in self.seen and is_prose(entry) and self.is_plot(entry, previous):
                yield from self.found("plot", entry)
            elif previous in ABOVE_CAST and "cast" not in self.seen and (length := run_length(rest)) > 1:
                self.seen.add("cast")
                yield from credit_lines.cast(rest[:length], self.stars)
                yield Problem("unlabelled", "cast", "", f"text:{entry.start}-{rest[length - 1].end}")
                used = length
            else:
                yield from note(entry)
            rest = rest[used:]

    def found(self, field: str, entry: Entry) -> Read:
        self.seen.add(field)
        yield Claim(field, entry.text, entry.where)
        yield Problem("unlabelled", field, "", entry.where)

    def is_director(self, entry: Entry) -> bool:
        words = entry.text.split()
        named = credit_lines.is_name(entry) and not any(map(str.isdigit, entry.text))
        return "directors" not in self.seen and named and len(words) < 9 and words[0][0].isupper()

    def is_plot(self, entry: Entry, previous: str) -> bool:
        if self.teaser:
            return entry.text.startswith(self.teaser)
        return previous in CREDITS


def is_prose(entry: Entry) -> bool:
    return len(entry.text) >= MIN_PROSE and entry.text.count(" ") > 7


def run_length(rest: Sequence[Entry]) -> int:
    """How many of the entries, from the first on, can be lines of a cast list."""
    return next((i for i, entry in enumerate(rest) if not credit_lines.is_name(entry)), len(rest))
