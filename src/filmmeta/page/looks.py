"""What a text looks like: markup or not, whole or cut."""

from __future__ import annotations

import re

MARKUP = re.compile(
    r"<(?:!doctype|html|head|body|meta|title|div|script|table|p|span|h[12]|article|section|[duo]l|t[rd]|nav|header|main|form)"
    r"[\s>]",
    re.I,
)
FRAGMENT = re.compile(r"^[^\"'{}();=\n]{0,400}?<(?:div|script|meta|table|html|head|body|ul|form)[\s>]", re.I | re.M)
"""A tag that is neither a writer's own nor in a string of a script."""
OPENED = re.compile(r"<(?:html|body)[\s>]", re.I)
CLOSED = re.compile(r"</(?:html|body)\s{0,9}>", re.I)
NFO = re.compile(r"<(?:movie|tvshow|episodedetails)(?:\s[^<>]{0,400})?>\s{0,400}<", re.I)
DATA = re.compile(r"(?:\{\s{0,400}\"|\[\s{0,400}[{\"])")  # JSON begins so, and no sentence does
UNFINISHED = ",;:-–—&(<[«“„/"  # characters that no text ends with; letters and digits seldom end one either
LONG_LINE = 40  # characters of a line that was ended for want of room
HEAD = 200_000  # characters in which a document opens
TAIL = 20_000  # characters in which it closes


def is_markup(head: str) -> bool:
    """Whether a page that begins so is HTML, XML or JSON, rather than text with a tag in it here and there."""
    start = head.lstrip("\ufeff \n\t")
    if start.startswith("<"):
        return start.startswith("<?xml") or bool(MARKUP.search(start) or NFO.search(start))
    if start.startswith(("{", "[")):
        return DATA.match(start) is not None
    return "<" in start and bool((MARKUP.search(start) and FRAGMENT.search(start)) or NFO.search(start))


def cut_markup(text: str) -> bool:
    """Whether a document was opened and never closed."""
    return OPENED.search(text[:HEAD]) is not None and not CLOSED.search(text[-TAIL:])


def cut_text(text: str) -> bool:
    """Whether a text ends as no text ends."""
    end = text.rstrip()[-1:]
    cut = end.isalnum() or end in UNFINISHED
    return cut and (text[-1] != "\n" or len(text.rstrip().rpartition("\n")[2]) >= LONG_LINE)


def end_of(text: str, size: int, number: int) -> int:
    """Where the last line ends that is within so many characters and so many lines; a longer first line is cut."""
    lines = text[:size].split("\n", number)
    last = len(lines[-1]) if (len(lines) > 1 and len(lines[-1]) < TAIL) or len(lines) > number else 0
    return min(size, len(text)) - last
