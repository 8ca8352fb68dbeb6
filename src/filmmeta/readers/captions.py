"""Picture captions, glued together or one a line, and the title that they name."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.claim import Claim

CAPTION = re.compile(r"Still of (?P<who>[^\n]{1,200}?) in (?P<title>[^\n]{1,200})")
START = "Still of "


def captions(text: str, start: int) -> Iterator[Claim]:
    """The captions of a text that begins at ``start`` of the page, and what each calls the film."""
    position, number = text.find(START), 0
    while position >= 0:
        following = text.find(START, position + 1)
        caption = text[position : following if following >= 0 else len(text)].partition("\n")[0].rstrip()
        begin = start + position
        yield Claim(f"images/{number}/caption", caption, f"text:{begin}-{begin + len(caption)}")
        match = CAPTION.fullmatch(caption)
        if match:
            yield Claim("title", match["title"], f"text:{begin + match.start('title')}-{begin + match.end('title')}")
        position, number = following, number + 1
