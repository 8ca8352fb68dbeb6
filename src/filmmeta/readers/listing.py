"""A film listing in text whose labels may be lost: what has none is told by its place and shape.

A lone name between the scores and the stars is the director; the text that the teaser begins, or the first
one after the credits, is the plot; a run of short lines is the cast. What that does not tell is a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from filmmeta.claim import Claim, Problem
from filmmeta.page import Line, Page
from filmmeta.readers import credit_lines
from filmmeta.readers.labelled import Entry, entries, label_claim, labels_of, parts, unit_of
from filmmeta.readers.preamble import ELLIPSES, is_prose, note, preamble
from filmmeta.readers.review_text import MAX_TITLE, SCORE_LINE, after_heading, is_headed

Read = Iterator[Claim | Problem]

FACTS = ("rating", "gross", "opening_weekend", "release_dates", "section", "filming_locations", "official_sites")
FILM_ONLY = {
    "directors", "stars", "cast", "runtimes", "critic_rating", "filming_locations", "opening_weekend", "gross",
    "cinematographers", "composers", "certificates", "taglines", "goofs", "original_title",
}  # fmt: skip
SPARSE = 15  # lines for one label, in a text that is still a listing
SCORES = ("rating", "critic_rating", "year")
CREDITS = ("stars", "directors", "writers", "rating", "critic_rating", "year")
ABOVE_CAST = ("stars", "directors", "writers", "plot", "taglines", "genres")
TEXTS = ("plot", "goofs", "quotes", "trivia", "taglines", "awards")
PARTED = {"official_sites": "|\n", "filming_locations": "|\n", "gross": "|", "opening_weekend": "|"}


def split(page: Page) -> tuple[list[Entry], int, int]:
    """The film's entries, the number of the line where the user reviews begin, and the page's gap unit."""
    lines, labels = page.lines, page.once(labels_of)
    unit = unit_of(lines, labels)
    cut = next((i for i, (field, _) in enumerate(labels) if field == "user_review"), len(lines))
    cut = min(cut, unheaded(lines, labels))
    return entries(page, cut, unit), cut, unit


def unheaded(lines: Sequence[Line], labels: Sequence[tuple[str, int]]) -> int:
    """The line where user reviews begin whose heading is lost: a title above a score, below the film's facts."""
    facts = False
    for i, (field, _) in enumerate(labels):
        if field == "rating" and facts and SCORE_LINE.fullmatch(lines[i].text) and "(" not in lines[i].text:
            return i - 1 if i and not labels[i - 1][0] and len(lines[i - 1].text) <= MAX_TITLE else i
        facts = facts or field in FACTS
    return len(lines)


def is_listing(page: Page) -> bool:
    """Whether the page is text with three different labels of a film or more, and not lost among other lines."""
    told = zip(page.lines, page.once(labels_of), strict=True)
    found = [field for line, (field, _) in told if field and not is_headed(line)]
    return len({*found}) > 2 and not FILM_ONLY.isdisjoint(found) and len(found) * SPARSE > len(page.lines)


def film(page: Page) -> Read:
    """The claims of the page's film; the stars come last, so that the cast list gives the order."""
    blocks = page.once(split)[0]
    stars = next((entry for entry in blocks if entry.field == "stars"), None)
    first = next((i for i, entry in enumerate(blocks) if entry.field), len(blocks))
    teaser = ""
    for entry in blocks[:first]:
        if entry.text.endswith(ELLIPSES):
            teaser = entry.text.rpartition("\n")[2].rstrip(".…")
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


class Seeker:
    """Reads labelled groups in page order, and remembers which lost fields are still to be found."""

    def __init__(self, page: Page, stars: str, teaser: str) -> None:
        self.page = page
        self.stars = {name.strip() for name in stars.split(",")} if stars else set()
        self.teaser = teaser
        self.seen: set[str] = set()
        self.actors = 0

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
        if label.field == "plot":
            return next((i for i, entry in enumerate(rest) if not is_prose(entry) and i), len(rest))
        if label.field in TEXTS:
            return len(rest)
        return min(len(rest), 1)

    def values(self, field: str, owned: Sequence[Entry]) -> Read:
        """The value of an empty label; the paragraphs of a plot are one."""
        if field == "cast" and owned:
            yield from self.cast(owned)
        elif field == "plot" and owned:
            start, end = owned[0].start, owned[-1].end
            yield Claim("plot", self.page.text[start:end], f"text:{start}-{end}")
        else:
            for entry in owned:
                yield Claim(field, entry.text, entry.where)

    def lost(self, previous: str, rest: Sequence[Entry], following: str) -> Read:
        """Entries whose label is lost, given to a field by place and shape, else kept as notes."""
        alone = len(rest) == 1 and previous in SCORES and following in ("stars", "writers")
        while rest:
            entry, used = rest[0], 1
            if alone and self.is_director(entry):
                yield from self.found("directors", entry)
            elif "plot" not in self.seen and is_prose(entry) and self.is_plot(entry, previous):
                yield from self.found("plot", entry)
            elif self.is_cast(entry, previous) and (length := run_length(rest)) > 1:
                yield from self.cast(rest[:length])
                yield Problem("unlabelled", "cast", "", f"text:{entry.start}-{rest[length - 1].end}")
                used = length
            elif previous == "title":
                yield from preamble(entry)
            else:
                yield from note(entry)
            rest = rest[used:]

    def is_cast(self, entry: Entry, previous: str) -> bool:
        """Whether a cast list may begin here: below the credits or the plot, and with a star where they are known."""
        place = previous in ABOVE_CAST or (previous in SCORES and "plot" in self.seen)
        known = entry.text in self.stars if self.stars else not entry.text.startswith("Written by")
        return place and known and "cast" not in self.seen

    def cast(self, run: Sequence[Entry]) -> Read:
        self.seen.add("cast")
        for claim in credit_lines.cast(run, self.stars, self.actors):
            self.actors += claim.path.endswith("/name")
            yield claim

    def found(self, field: str, entry: Entry) -> Read:
        self.seen.add(field)
        yield Claim(field, entry.text, entry.where)
        yield Problem("unlabelled", field, "", entry.where)

    def is_director(self, entry: Entry) -> bool:
        """Whether a lone line can be directors' names: two words or more each, and no remark of a job."""
        named = credit_lines.is_name(entry) and not any(mark.isdigit() or mark in "()" for mark in entry.text)
        full = all(" " in name.strip() and name.strip()[0].isupper() for name in entry.text.split(","))
        return "directors" not in self.seen and named and full and len(entry.text.split()) < 9

    def is_plot(self, entry: Entry, previous: str) -> bool:
        if self.teaser:
            return entry.text.startswith(self.teaser)
        return previous in CREDITS


def run_length(rest: Sequence[Entry]) -> int:
    """How many of the entries, from the first on, can be lines of a cast list."""
    return next((i for i, entry in enumerate(rest) if not credit_lines.is_name(entry)), len(rest))
