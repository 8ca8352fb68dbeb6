"""One review that is a page of text by itself: what stands above its text, if anything does, and the text."""

from __future__ import annotations

from collections.abc import Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers.review_text import MAX_TITLE, whole
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.in_text import body, told_lines
from filmmeta.readers.reviews.lines import MARKS, Told

LONGEST = 8  # lines of a byline
ALONE = ("author", "byline", "day")
"""The marks that make lines above a text its byline."""


def standalone(page: Page) -> Iterator[Claim | Problem]:
    """The claims of a text that is one review."""
    told = page.once(told_lines)
    end = heading_end(told)
    if end == 0:
        yield from whole(page)
        return
    shorts = [each for each in told[:end] if each.kind == "short"]
    has_author = any(path == "author" for each in told[:end] for path, _, _ in each.parts)
    paths = dict(zip(map(id, shorts), unlabelled(shorts, has_author), strict=True))
    for each in told[:end]:
        path = paths.get(id(each), "")
        yield from each._replace(parts=((path, 0, len(each.line.text)),)).claims() if path else each.claims()
    yield body(page, told[end].line, told[-1].line)


def heading_end(told: list[Told]) -> int:
    """The number of the line that the text begins with; 0 where nothing that is told by its wording stands above it."""
    end = 0
    while end < min(len(told), LONGEST) and (told[end].kind in MARKS or is_title(told, end)):
        end += 1
    while end and told[end - 1].kind == "short":
        end -= 1
    marks = sum(told[at].kind in ALONE for at in range(end))
    is_text = end < len(told) and any(each.kind == "prose" for each in told[end:])
    return end if marks and is_text else 0


def unlabelled(shorts: list[Told], has_author: bool) -> list[str]:
    """What the lines of a byline are that no wording tells: the shortest a name where none is yet, one a title."""
    known = ["film/heading" * words.is_film(each.line.text) for each in shorts]
    names = [
        len(each.line.text.split()) if not path and words.is_name(each.line.text) else 99
        for each, path in zip(shorts, known, strict=True)
    ]
    author = -1 if has_author or not names or min(names) > 3 else names.index(min(names))
    title = next((at for at, path in enumerate(known) if at != author and not path), -1)
    return ["author" if at == author else "title" if at == title else path for at, path in enumerate(known)]


def is_title(told: list[Told], at: int) -> bool:
    """Whether a short line can stand in a byline: it ends no sentence, and at most one other does."""
    line = told[at].line.text
    return told[at].kind == "short" and len(line) <= MAX_TITLE and not line.endswith((".", ",", ";", ":")) and at < 4
