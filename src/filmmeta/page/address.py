"""The address that a saved page gives as its own, and the day when it was saved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from html import unescape

from filmmeta.page import HEAD

LONGEST = 2_010  # characters of a tag
MONTHS = ("", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
FIRST = 20_000  # characters in which most pages have it
WORDS = ("anonical", "ANONICAL", "og:url", "OG:URL", "<base", "<BASE")
"""What a tag holds that gives it, canonical with a capital or without."""
ADDRESS_TAG = re.compile(r"<(?:link|meta|base)\s[^<>]{1,2000}>", re.I)
ADDRESS = re.compile(r"""(?:href|content)\s{0,3}=\s{0,3}["']?\s{0,9}(https?://[^\s"'<>]{3,2000})""", re.I)
SAVED_FROM = re.compile(
    r"<!--[^<>]{0,60}?(?:saved from url=\(\d{1,6}\)(?=http)|mirrored from\s|url:\s{1,3}(?=http))"
    r"(https?://)?([^\s<>/]{3,255}(?:/[^\s<>]{0,2000})?)",
    re.I,
)
"""What browsers, HTTrack and SingleFile write of where a page comes from; only HTTrack leaves the scheme out."""

SAVED_ON = re.compile(
    r"<!--[^<>]{0,2400}?(?:HTTrack[^<>,]{0,80},\s|saved date:\s)[A-Z][a-z]{2},?\s"
    r"(?:(?P<day>\d{1,2})\s(?P<month>[A-Z][a-z]{2})|(?P<first>[A-Z][a-z]{2})\s(?P<second>\d{1,2}))\s(?P<year>\d{4})\b"
)
"""What HTTrack and SingleFile write of when they saved a page, always in English."""
ARCHIVED_ON = re.compile(
    r"<!--\s{0,99}FILE ARCHIVED ON \d{1,2}:\d\d:\d\d (?P<month>[A-Z][a-z]{2}) (?P<day>\d{1,2}), (?P<year>\d{4})"
    r" AND RETRIEVED FROM THE\s{1,99}INTERNET ARCHIVE\b"
)
"""What the Wayback Machine writes behind a page of when it saved it."""
TAIL = 8_000  # characters at the end of a page in which it does
ISO = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?![\d-])")
FIRST_YEAR = 1990  # there are no pages from before the web: a clock that was not set says 1970


def day(said: str) -> date | None:
    """The day that a timestamp in ISO 8601 begins with; None when there is none, or none in the time of the web."""
    found = ISO.match(said)
    with suppress(ValueError):
        return date(*map(int, found.groups())) if found and int(found[1]) >= FIRST_YEAR else None
    return None


def saved_on(text: str) -> date | None:
    """The day when the page was saved, as its beginning or its end says; None when it does not say."""
    head = text[:HEAD]
    for at in places(head, "<!--"):
        if said := SAVED_ON.match(head, at):
            month, number = said["month"] or said["first"], said["day"] or said["second"]
            with suppress(ValueError):
                return date(int(said["year"]), MONTHS.index(month), int(number))
    return archived_on(text[-TAIL:])


def archived_on(tail: str) -> date | None:
    """The day when the Wayback Machine saved the page, as the end of the page says; None when it does not say."""
    for at in places(tail, "<!--"):
        if said := ARCHIVED_ON.match(tail, at):
            with suppress(ValueError):
                return date(int(said["year"]), MONTHS.index(said["month"]), int(said["day"]))
    return None


def address(head: str) -> str:
    """Where the beginning of a page says that the page was saved from; empty when it does not say."""
    saved = next((saved for at in places(head, "<!--") if (saved := SAVED_FROM.match(head, at))), None)
    if saved and "." in saved[2].partition("/")[0]:
        return (saved[1] or "http://") + saved[2].rstrip("-")
    for part in (head[:FIRST], head) if len(head) > FIRST else (head,):
        for tag in tags(part):
            found = ADDRESS.search(tag)
            if found:
                return unescape(found[1])
    return ""


def tags(head: str) -> Iterator[str]:
    """The tags that hold one of the words, in page order."""
    spots = {at for word in WORDS for at in places(head, word)}
    for start in sorted({head.rfind("<", max(0, at - LONGEST), at + 1) for at in spots}):
        tag = ADDRESS_TAG.match(head, start) if start >= 0 else None
        if tag and any(map(tag[0].__contains__, WORDS)):
            yield tag[0]


def places(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))
