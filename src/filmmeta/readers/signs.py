"""Whether a page's markup has the element that tells its layout, found without a tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from html import unescape
from itertools import islice

from filmmeta.page import Page

MAX_TAG = 2_000  # characters of a tag before and behind what is looked for in it
MANY = 2_000  # tags that are looked at
REFERENCES = ("&#", "&lowbar;", "&hyphen;", "&dash;")
"""What a letter, a digit, an underscore or a hyphen begins as when it is not written as itself."""


@cache
def pattern(attribute: str, name: str) -> re.Pattern[str]:
    """The attribute with this name alone, or among others, in any quotes."""
    return re.compile(
        rf"""\s{attribute}\s{{0,3}}=\s{{0,3}}["']?(?:[^"'<>=]{{0,300}}\s)?{name}(?=[\s"'>])""", re.IGNORECASE
    )


def tags(text: str, part: str) -> Iterator[str]:
    """The tags that have this text in them."""
    at = text.find(part)
    while at >= 0:
        start = text.rfind("<", max(0, at - MAX_TAG), at)
        if start >= 0 and text.find(">", start, at) < 0:
            end = text.find(">", at, at + MAX_TAG)
            yield text[start : end + 1 if end >= 0 else at + len(part)]
        at = text.find(part, at + len(part))


def referring(page: Page) -> list[str]:
    """The tags with a reference in them, as they are meant."""
    return [unescape(tag) for part in REFERENCES for tag in islice(tags(page.text, part), MANY)]


def has(page: Page, attribute: str, name: str) -> bool:
    """Whether an element has this id, or this class among others, however its tag is written.

    >>> has(Page("<div CLASS='wide film'>"), "class", "film"), has(Page("<p id=&#102;ilm>"), "id", "film")
    (True, True)
    """
    if not page.is_markup:
        return False
    text, sign = page.text, pattern(attribute, name)
    if any(map(sign.search, islice(tags(text, name), MANY))):
        return True
    return any(map(sign.search, page.once(referring)))
