"""The film's title inside a heading that says which of the film's pages this is: `Salt Lamp – User Reviews`."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files

UNSPACED = "\u0e00"  # from here on words are not parted by blanks
JOINING = ' \t\xa0:：-–—|·•,「」『』《》«»"“”„'
MAX_TEXT = 300
ARTICLES = frozenset("the a an der die das le la les el los las il lo gli i o os as de het en ett".split())
"""A title that would be nothing else is the whole."""


@cache
def words() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What may stand before a title, and what behind it."""
    table = files("filmmeta.readers").joinpath("data", "title_pages.tsv").read_text("utf-8")
    rows = [row.split("\t") for row in table.splitlines() if row and not row.startswith("#")]
    told = {
        kind: "|".join(
            re.escape(word)
            for word in sorted("|".join(w for k, w in rows if k == kind).split("|"), key=len, reverse=True)
        )
        for kind in ("before", "behind")
    }
    before = re.compile(rf"(?:{told['before']})(?=[\s:：«\"“„])", re.IGNORECASE)
    return before, re.compile(rf"(?:{told['behind']})$", re.IGNORECASE)


def within(text: str) -> tuple[int, int]:
    """Where the title stands in such a text; all of a text that does not say to be one of the film's pages.

    >>> text = "Salt Lamp: User Reviews"
    >>> text[slice(*within(text))], within("Salt Lamp")
    ('Salt Lamp', (0, 9))
    """
    whole = 0, len(text)
    if len(text) > MAX_TEXT:
        return whole
    before, behind = words()
    start = found.end() if (found := before.match(text)) else 0
    end = len(text)
    last = behind.search(text)
    if last and (last[0][0] >= UNSPACED or text[last.start() - 1 : last.start()] in JOINING):
        end = last.start()
    title = text[start:end].strip(JOINING)
    if not title or title.casefold() in ARTICLES or (start, end) == whole:
        return whole
    begin = text.index(title, start)
    return begin, begin + len(title)
