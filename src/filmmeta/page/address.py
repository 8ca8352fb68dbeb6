"""The address that a saved page gives as its own."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

WORDS = ("canonical", "og:url", "<base")  # what a tag holds that gives it
ADDRESS_TAG = re.compile(r"<(?:link|meta|base)\s[^<>]{1,2000}>", re.I)
ADDRESS = re.compile(r"""(?:href|content)\s{0,3}=\s{0,3}["']?\s{0,9}(https?://[^\s"'<>]{3,2000})""", re.I)
SAVED_FROM = re.compile(
    r"<!--[^<>]{0,60}?(?:saved from url=\(\d{1,6}\)|mirrored from\s|url:\s{1,3})(https?://)?([^\s<>]{3,2000})", re.I
)


def address(head: str) -> str:
    """Where the beginning of a page says that the page was saved from; empty when it does not say."""
    saved = SAVED_FROM.search(head)
    if saved:
        return (saved[1] or "http://") + saved[2].rstrip("-")
    for tag in tags(head):
        found = ADDRESS.search(tag)
        if found:
            return unescape(found[1])
    return ""


def tags(head: str) -> Iterator[str]:
    """The tags that hold one of the words, in page order."""
    low = head.lower()
    if len(low) != len(head):  # a capital that is two small letters
        low = head
    for start in sorted({low.rfind("<", 0, at + 1) for word in WORDS for at in places(low, word)}):
        tag = ADDRESS_TAG.match(head, start) if start >= 0 else None
        if tag and any(map(tag[0].lower().__contains__, WORDS)):
            yield tag[0]


def places(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))
