"""How a line of plain text is set: its columns, leaders, frames and marks of emphasis."""

from __future__ import annotations

import re

from filmmeta.page.outline import BOLD, CELL, LINK, Piece

FRAME = "║│┃|┆┊▌▐█▓▒░▄▀■╠╣╟╢*#>\t "  # what frames a line or lists it
# Tabs, wide gaps, bars, leaders, an equals sign: what stands between a name and its value.
GAP = re.compile(
    r"\s{0,9}(?:\t|\s{3}|[│║┃¦|](?!\|)|\.{3,80}|…{1,40}|(?:\s\.){3,80}|_{3,80}|·{3,80}|-{3,80}|─{2,80}|—{2,80}"
    r"|={2,80}|\s=\s|\s:=\s|\s→\s|\s->\s)[\s:.=>│║┃|]{0,80}"
)
LINKED = re.compile(r"!?\[([^\[\]\n]{1,300})\]\((?:<?https?:|/|#|mailto:)?[^()\s]{0,500}(?:\s\"[^\"]{0,200}\")?\)")
STRONG = re.compile(r"(\*\*|__)([^*_\n]{1,120})\1")
TAGGED = re.compile(r"\[(b|i|u|size|color|center)(?:=[^\[\]]{1,20})?\]([^\[\]\n]{1,200})\[/\1\]", re.IGNORECASE)


def pieces(text: str) -> list[Piece]:
    """The pieces of a line: each column, and each link or emphasised part within it."""
    start = len(text) - len(text.lstrip(FRAME))
    if text[start - 2 : start] == "**" and "**" in text[start:]:
        start -= 2
    end = len(text.rstrip(FRAME.replace("#", "").replace("*", "").replace(">", "")))
    if start >= end:
        return [Piece(0, len(text))]
    if len(text) > 2_000:
        return [Piece(start, end)]
    cells = list(columns(text, start, end))
    style = CELL if len(cells) > 1 else 0
    found: list[Piece] = []
    for begin, stop in cells:
        found += inner(text, begin, stop, style)
    return found


def columns(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found = []
    for gap in GAP.finditer(text, start, end):
        if gap.start() > start:
            found.append((start, gap.start()))
        start = gap.end()
    if end > start:
        found.append((start, end))
    return found or [(start, end)]


def inner(text: str, start: int, end: int, style: int) -> list[Piece]:
    """A column's links, emphasised parts, and what stands between."""
    if "[" not in text and "**" not in text and "__" not in text:
        return [Piece(start, end, style=style)]
    marked = [(m.span(1), style | LINK, m.span()) for m in LINKED.finditer(text, start, end)]
    for each in (STRONG, TAGGED):
        marked += [(m.span(2), style | BOLD, m.span()) for m in each.finditer(text, start, end)]
    found: list[Piece] = []
    for (begin, stop), set_as, (outer, after) in sorted(marked):
        if outer < start:
            continue
        if text[start:outer].strip():
            found.append(Piece(start, outer, style=style))
        found.append(Piece(begin, stop, link=begin if set_as & LINK else None, style=set_as))
        start = after
    if text[start:end].strip() or not found:
        found.append(Piece(start, end, style=style))
    return found
