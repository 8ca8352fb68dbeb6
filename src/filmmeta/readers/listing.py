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
NO_VOTES = re.compile(r"1 Star2 Stars.{0,60}\(No Ratings Yet\)")
HEADING = re.compile(r".{1,150}? \((?:18|19|20)\d\d\)")
ELLIPSES = ("…", "...")
MIN_PROSE = 60  # characters
SPARSE = 15  # lines for one label, in a text that is still a listing
SCORES = ("rating", "critic_rating", "year")
CREDITS = ("stars", "directors", "writers", "rating", "critic_rating", "year")
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
    found = Seeker(stars.text if stars else "", teaser)
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
    post = POST.fullmatch(entry.text)
    if post:
        for part in ("date", "comments", "author"):
            start, end = (entry.start + at for at in post.span(part))
            yield Claim(f"post/{part}", post[part], f"text:{start}-{end}")
        yield Claim("layout/label", post["by"], f"text:{entry.start + post.start('by')}-{entry.start + post.end('by')}")
    elif NO_VOTES.fullmatch(entry.text):
        yield Claim("layout/votes", entry.text, entry.where)
    elif entry.text.startswith(START):
        yield from captions(entry.text, entry.start)
    elif HEADING.fullmatch(entry.text):
        yield Claim("heading", entry.text, entry.where)
    elif entry.text.endswith(ELLIPSES):
        yield Claim("outline", entry.text, entry.where)
    else:
        yield from note(entry)


def note(entry: Entry) -> Read:
    yield Claim("notes", entry.text, entry.where)
    yield Problem("unlabelled", "notes", "", entry.where)


class Seeker:
    """Reads labelled groups in page order, and remembers which lost fields are still to be found."""

    def __init__(self, stars: str, teaser: str) -> None:
        self.stars = stars
        self.teaser = teaser
        self.seen: set[str] = set()

    def group(self, label: Entry, rest: Sequence[Entry], following: str) -> Read:
        """A label with its value and the unlabelled entries down to the next label."""
        yield label_claim(label)
        self.seen.add(label.field)
        used = 0
        if label.text and label.field != "section":
            if label.field != "stars":
                yield from value(label)
        else:
            used = self.owned(label, rest)
            yield from self.values(label.field, rest[:used])
        if not label.text and not used and (rest or not following or label.field != "section"):
            yield Problem("empty-label", label.field, label.label, label_claim(label).where)
        yield from self.lost(label.field, rest[used:], following)

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
        if field == "cast":
            yield from credit_lines.cast(owned, self.stars)
        elif field == "plot" and owned:
            start, end = owned[0].start, owned[-1].end
            text = owned[0].text if len(owned) == 1 else "\n\n".join(entry.text for entry in owned)
            yield (
                Claim("plot", text, owned[0].where)
                if len(owned) == 1
                else Problem("ambiguous", "plot", text, f"text:{start}-{end}")
            )
        else:
            for entry in owned:
                yield from value(entry._replace(field=field))

    def lost(self, previous: str, rest: Sequence[Entry], following: str) -> Read:
        """Entries whose label is lost, given to a field by place and shape, else kept as notes."""
        position = 0
        while position < len(rest):
            entry = rest[position]
            length = run_length(rest[position:])
            if previous in SCORES and following == "stars" and len(rest) == 1 and self.is_director(entry):
                yield from self.found("directors", entry)
            elif "plot" not in self.seen and is_prose(entry) and self.is_plot(entry, previous):
                yield from self.found("plot", entry)
            elif length > 1 and "cast" not in self.seen and previous not in SCORES:
                self.seen.add("cast")
                run = rest[position : position + length]
                yield from credit_lines.cast(run, self.stars)
                yield Problem("unlabelled", "cast", "", f"text:{run[0].start}-{run[-1].end}")
                position += length - 1
            else:
                yield from note(entry)
            position += 1

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


def value(entry: Entry) -> Read:
    """The claims of a label's value; each part of a list that stands one a line has its own."""
    if entry.field in PARTED:
        yield from parts(entry.field, entry, PARTED[entry.field])
    else:
        yield Claim(entry.field, entry.text, entry.where)


def is_prose(entry: Entry) -> bool:
    return len(entry.text) >= MIN_PROSE and entry.text.count(" ") > 7


def run_length(rest: Sequence[Entry]) -> int:
    """How many of the entries, from the first on, can be lines of a cast list."""
    return next((i for i, entry in enumerate(rest) if not credit_lines.is_name(entry)), len(rest))
