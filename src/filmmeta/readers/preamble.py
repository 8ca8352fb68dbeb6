"""What stands above the first label of a listing, and entries that are told by their look alone."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.readers.captions import START, captions
from filmmeta.readers.labelled import Entry

Read = Iterator[Claim | Problem]

POST = re.compile(
    r"(?:Posted on )?(?P<date>\w{3,9}\.? \d{1,2}, \d{4})[\s|,]{1,9}"
    r"(?:(?P<comments>\d{1,3}(?:,\d{3})+|\d{1,6})\s{1,9}(?:[Cc]omments?\s{1,9})?)?(?P<by>[Bb]y) (?P<author>\S.{0,60})"
)
POSTED = {"date": "post/date", "comments": "post/comments", "author": "post/author", "by": "layout/label"}
NO_VOTES = re.compile(r"1 Star2 Stars.{0,60}\(No Ratings Yet\)")
HEADING = re.compile(r".{1,150}? \((?:18|19|20)\d\d\)")
ELLIPSES = ("…", "...")
MIN_PROSE = 60  # characters


def is_prose(entry: Entry) -> bool:
    return len(entry.text) >= MIN_PROSE and entry.text.count(" ") > 7


def preamble(entry: Entry) -> Read:
    """What stands above the first label: the post, its vote widget, captions, a heading, a teaser."""
    text = entry.text
    if text.startswith(START):
        head, _, rest = text.partition("\n")
        yield from captions(head, entry.start)
        if rest:
            yield from preamble(entry._replace(text=rest, start=entry.end - len(rest)))
    elif text.endswith(ELLIPSES) and is_prose(entry):
        yield Claim("outline", text, entry.where)
    elif HEADING.fullmatch(text):
        yield Claim("heading", text, entry.where)
    elif post := POST.fullmatch(text):
        for part, path in POSTED.items():
            start, end = post.span(part)
            if start < 0:
                continue
            yield Claim(path, post[part], f"text:{entry.start + start}-{entry.start + end}")
    elif NO_VOTES.fullmatch(text):
        yield Claim("layout/votes", text, entry.where)
    else:
        yield from note(entry)


def note(entry: Entry) -> Read:
    yield Claim("notes", entry.text, entry.where)
    yield Problem("unlabelled", "notes", "", entry.where)
