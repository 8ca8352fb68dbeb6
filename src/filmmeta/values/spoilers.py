"""Where a text says that it gives the story away."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from filmmeta.values.folding import rows


class Spoilers(NamedTuple):
    """Whether the text says that it gives the story away, and the parts between its own marks."""

    stated: bool
    spans: tuple[tuple[int, int], ...] = ()


def spoilers(text: str) -> Spoilers:
    """What the text says about its own spoilers; ValueError when it says nothing.

    >>> spoilers("Fine. SPOILERS AHEAD he dies. End of spoilers. Go.")
    Spoilers(stated=True, spans=((21, 29),))
    >>> spoilers("No spoilers: go and see it.")
    Spoilers(stated=False, spans=())
    """
    if not any(map(text.__contains__, ROOTS)):
        raise ValueError("nothing about spoilers")
    found = sorted((match.start(), match.end(), match.lastgroup or "") for match in marks().finditer(text))
    if not found:
        raise ValueError("no mark of spoilers")
    if all(kind == "none" for _, _, kind in found):
        return Spoilers(False)
    return Spoilers(True, tuple(between(text, found)))


def between(text: str, found: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """The spans that open at a mark and end at the next closing one, or with the text."""
    spans, opened = [], -1
    for start, end, kind in found:
        if kind == "open" and opened < 0:
            opened = end
        elif kind == "close" and opened >= 0:
            spans.append(trimmed(text, opened, start))
            opened = -1
    if opened >= 0:
        spans.append(trimmed(text, opened, len(text)))
    return [(start, end) for start, end in spans if start < end]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the space and punctuation that belong to its marks."""
    while start < end and not (text[start].isalnum() or text[start] in "\"'«“‘("):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*-=[(:"):
        end -= 1
    return start, end


@cache
def marks() -> re.Pattern[str]:
    """One alternation of all marks, longest first, each kind a named group."""
    phrases: dict[str, list[str]] = {"none": [], "close": [], "open": []}
    for kind, _language, phrase in rows("spoiler_marks.tsv"):
        phrases[kind].append(bounded(phrase))
    groups = (
        f"(?P<{kind}>{'|'.join(sorted(words, key=lambda word: (-len(word), word)))})" for kind, words in phrases.items()
    )
    return re.compile("|".join(groups), re.IGNORECASE)


def bounded(phrase: str) -> str:
    """The phrase as a pattern that is no part of a longer word; signs and unspaced scripts need no such care."""
    head = r"(?<!\w)" if phrase[0].isalpha() and phrase[0] < "\u3000" else ""
    tail = r"(?!\w)" if phrase[-1].isalpha() and phrase[-1] < "\u3000" else ""
    return head + re.escape(phrase) + tail


ROOTS = ("poil", "POIL", "пойл", "ПОЙЛ", "divulgâch", "DIVULGÂCH", "ネタバレ", "剧透", "劇透", "스포")
