"""The address that a saved page gives as its own, and the day when it was saved."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import suppress
from datetime import date
from html import unescape

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


def saved_on(head: str) -> date | None:
    """The day when the page was saved, as the beginning of the page says; None when it does not say."""
    for at in places(head, "<!--"):
        if said := SAVED_ON.match(head, at):
            month, day = said["month"] or said["first"], said["day"] or said["second"]
            with suppress(ValueError):
                return date(int(said["year"]), MONTHS.index(month), int(day))
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
