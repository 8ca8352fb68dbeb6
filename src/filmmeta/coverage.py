"""How much of a page its claims account for, and what is left over."""

from __future__ import annotations

import re
from collections.abc import Iterable

from filmmeta.claim import Claim, Problem, shown
from filmmeta.page import Page

# What stands between a page's words and is nothing that could be read.
BETWEEN = (
    " \t\n\r\xa0\u3000\ufeff\u200b|·•,;:.-–—_=~*/\\()[]{}<>»«\"'“”„…#>`：，、；。・（）【】「」『』《》→│║┃━─"
    "◎●○★☆◆◇■□▲△▼▽※"
)
TAG = re.compile(
    r"\[/?(?:b|i|u|s|size|color|font|center|quote|code|url|img|list|\*)(?:=[^\[\]\n]{1,60})?\]", re.IGNORECASE
)
"""A forum's mark of emphasis."""
MAX_LISTED = 200  # left-over places of one page; the rest is one problem more


class Account:
    """The share of a text page's characters that stand in some claim, and a problem for each other part.

    ``coverage`` is None for a page that is markup: its claims point into other views than its text.
    """

    def __init__(self, page: Page, told: Iterable[Iterable[Claim | Problem]]) -> None:
        self.coverage: float | None = None
        self.unread: list[Problem] = []
        if not page.is_markup:
            self._count(page.text, spans(told))

    def _count(self, text: str, claimed: list[tuple[int, int]]) -> None:
        position = read = left = over = 0
        claimed.append((len(text), len(text)))
        for start, end in claimed:
            if start > position:
                rest = text[position:start]
                if not rest.isspace() and TAG.sub(" ", rest).strip(BETWEEN):
                    rest = rest.strip(BETWEEN)
                    left += len(rest)
                    over += len(self.unread) >= MAX_LISTED
                    if not over:
                        begin = text.index(rest, position)
                        self.unread.append(Problem("unread", "", shown(rest), f"text:{begin}-{begin + len(rest)}"))
            if end > position:
                read += end - max(start, position)
                position = end
        if over:
            self.unread.append(Problem("unread", "", f"{over} more places"))
        if read + left:
            self.coverage = round(read / (read + left), 4)


def spans(told: Iterable[Iterable[Claim | Problem]]) -> list[tuple[int, int]]:
    """The parts of the text that claims and problems name, in page order."""
    wheres = [claim.where[5:] for claims in told for claim in claims if claim.where.startswith("text:")]
    if not wheres:
        return []
    offsets = list(map(int, "-".join(wheres).split("-")))
    return sorted(zip(offsets[::2], offsets[1::2], strict=True))
