"""People in a line of wikitext: who is named there, and who plays whom."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.readers.wikitext.lines import Line

Span = tuple[int, int]
MAX_NAME = 80  # characters of a player's name that no link tells
REMARKS = re.compile(r"[(（\[][^()（）\[\]]{0,300}[)）\]]")
# What stands between names, or around them, and is no name.
JOINING = re.compile(
    r"[\s,;&/+•·|、・]{1,20}|(?:and|und|et|y|e|i|og|och|ja|en|és|și|и|та|і|ve|με|και|dan|và|by|story|screenplay)(?=[\s,;:]|$)[\s:]{0,9}"
)
AS = re.compile(
    r"\s{1,9}(?:as|als|dans le rôle de|dans le rôle d'|come|como|jako|som|rolünde|w roli)(?:\s{1,9}|:\s{0,9})"
    r"|\s{0,9}[:：]\s{0,9}|\s{1,9}[-–—−]\s{1,9}|\s{0,9}(?:\.{2,60}|…)\s{0,9}|\s{1,9}(?=[(（])",
    re.IGNORECASE,
)
ROLE_END = re.compile(r"[,;:\n]|\s[-–—]\s|\s(?:who|der|die|das|qui|che|que|który|która)\s|(?<=[^\W\d_]{4})\.(?:\s|$)")


def names(line: Line) -> Iterator[tuple[int, int, bool]]:
    """The parts of a line that name people: a link one person (True), other text perhaps several."""
    at = 0
    for start, end in [*line.links, (len(line.text), len(line.text))]:
        yield from between(line.text, at, start)
        if start < end and not inside_remark(line.text, start):
            yield start, end, True
        at = max(at, end)


def between(text: str, start: int, end: int) -> Iterator[tuple[int, int, bool]]:
    """A name in the text between links, its joining words and remarks in brackets taken off."""
    moved = True
    while moved and start < end:
        moved = False
        for pattern in (JOINING, REMARKS):
            found = pattern.match(text, start, end)
            if found and found.end() > start:
                start, moved = found.end(), True
    rest = REMARKS.sub("", text[start:end])
    end = start + len(text[start:end].rstrip(" ,;&/("))
    if start < end and any(char.isalpha() for char in rest) and text[start] not in "([:":
        last = re.search(r"\s(?:and|und|et|y|e|i|og|och|ja|en|és|și|и|та|ve|και)$", text[start:end])
        yield start, start + last.start() if last else end, False


def inside_remark(text: str, at: int) -> bool:
    """Whether a place stands in brackets: ``(based on a story by …)``."""
    near = max(0, at - 300)
    return text.rfind("(", near, at) > text.rfind(")", near, at)


def without_roles(line: Line) -> bool:
    """Whether a line names players only."""
    return AS.search(line.text, min(line.links)[1] if line.links else 0) is None


def player(line: Line) -> tuple[Span, Span | None] | None:
    """Where a line of a cast list names the player and the role; None when it does not."""
    first = next(((start, end) for start, end in line.links if start <= 1), None)
    mark = AS.search(line.text, first[1] if first else 1)
    if first is None:
        end = mark.start() if mark else len(line.text)
        first = (0, end) if end <= MAX_NAME and line.text[:1].isalpha() else None
    if first is None or first[0] == first[1]:
        return None
    if mark is None or (mark.start() > first[1] + 30):
        return first, None
    return first, role(line.text, mark.end())


def role(text: str, start: int) -> Span | None:
    """The role that begins there, without what is told of it."""
    if text[start : start + 1] in ("(", "（"):
        found = REMARKS.match(text, start)
        return (start + 1, found.end() - 1) if found and found.end() - start > 2 else None
    found = ROLE_END.search(text, start)
    end = found.start() if found else len(text)
    end = start + len(text[start:end].rstrip(" .·"))
    return (start, end) if start < end else None
