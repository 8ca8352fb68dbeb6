"""Labels whose characters are spread out to one width behind a sign: ``◎导　　演　…``."""

from __future__ import annotations

import re

from filmmeta.readers.facts.mid_line import Mark, known
from filmmeta.readers.lexicon import Entry as Word

SIGNS = "◎●○★☆◆◇■□▲△▼▽※"
WORD = re.compile(r"[^\s\u3000:：]{1,30}")
GAP = re.compile(r"[\s\u3000]{1,9}|[\s\u3000]{0,9}[:：]?[\s\u3000]{0,9}")
MOST = 6  # characters or words that one label is spread into


def spread(text: str) -> Mark | None:
    """The label that a line opens with behind a sign, its characters together; the longest that is known."""
    if text[:1] not in SIGNS or not text:
        return None
    start = 1 + len(text[1:]) - len(text[1:].lstrip())
    at, label = start, ""
    best: tuple[int, Word] | None = None
    for _ in range(MOST):
        word = WORD.match(text, at)
        if not word:
            break
        label += word[0]
        gap = GAP.match(text, word.end())
        at = gap.end() if gap else word.end()
        if found := known(label):
            best = at, found
    return Mark(start, best[0], best[1], False) if best else None
