"""Where a text says that it gives the story away, or that it does not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import chain, islice
from typing import NamedTuple

from filmmeta.values.folding import rows
from filmmeta.values.spoiler_marks import (
    BREAK,
    GAP,
    LONGEST,
    OPENERS,
    REACH,
    UNSPACED,
    WORD,
    judged,
    table,
    word_around,
)

MOST = 200  # words for spoilers that are looked at in one text
HEAD = 500  # characters in which a text in English has its article
STEM = 5  # letters of a piece that a text is searched for first


class Spoilers(NamedTuple):
    """Whether the text says that it gives the story away, and the parts between its own marks."""

    stated: bool
    spans: tuple[tuple[int, int], ...] = ()


class Mark(NamedTuple):
    """What a place of the text says: ``open``, ``close`` or ``none``; ``within``: where a bracket closes it."""

    start: int
    end: int
    kind: str
    within: int = 0


def spoilers(text: str) -> Spoilers:
    """What the text says about its own spoilers; ValueError when it says nothing.

    >>> spoilers("Fine. SPOILERS AHEAD he dies. End of spoilers. Go.")
    Spoilers(stated=True, spans=((21, 29),))
    >>> spoilers("No spoilers: go and see it.")
    Spoilers(stated=False, spans=())
    """
    in_english = " the " in text[:HEAD]
    searched, pieces = gates(in_english, in_english or text.isascii())
    seen = small(text) if in_english else text.lower()
    if not any(map(seen.__contains__, chain(searched, pieces))):
        raise ValueError("nothing about spoilers")
    low = text.lower()
    low = low if len(low) == len(text) else "".join(c if len(c.lower()) > 1 else c.lower() for c in text)
    found = sorted({*islice(marks(text, low), MOST)})
    if not found:
        raise ValueError("nothing about spoilers")
    if all(mark.kind == "none" for mark in found):
        return Spoilers(False)
    if all(mark.kind in ("none", "close") for mark in found):
        found = [Mark(0, 0, "open"), *found]
    return Spoilers(True, tuple(between(text, found)))


def small(text: str) -> str:
    """The text with the letters of ASCII in lower case."""
    return text.lower() if text.isascii() else text.encode("utf-8", "replace").lower().decode("utf-8")


@cache
def roots() -> tuple[str, ...]:
    """What every word for spoilers has in it."""
    listed = table()["root"]
    return tuple(root for root in listed if not any(other in root and other != root for other in listed))


@cache
def gates(in_english: bool, in_ascii: bool) -> tuple[tuple[str, ...], dict[str, tuple[tuple[str, str], ...]]]:
    """What a text is searched for first: the roots, and pieces of phrases, each with those phrases and their kinds.

    A text in English or in ASCII has but those that are.
    """
    told = [row for row in rows("spoiler_words.tsv") if row[0] in ("open", "clear")]
    if in_english:
        told = [row for row in told if row[1] == "en"]
    phrases = {each: row[0] for row in told for each in row[2].split("|") if each.isascii() or not in_ascii}
    pieces: dict[str, tuple[tuple[str, str], ...]] = {}
    for piece in stems(list(phrases)):
        pieces[piece] = tuple((each, kind) for each, kind in phrases.items() if piece in each)
    searched = ("spoil",) if in_english else roots()
    return tuple(root for root in searched if root.isascii() or not in_ascii), pieces


def stems(phrases: list[str]) -> tuple[str, ...]:
    """A few pieces of phrases, one of which is in each: those that most of them share first."""
    left, found = set(phrases), []
    while left:
        pieces = Counter(
            piece for phrase in left for piece in {phrase[i : i + STEM] for i in range(max(1, len(phrase) - STEM + 1))}
        )
        best = min(pieces, key=lambda piece: (-pieces[piece], " " in piece, piece))
        found.append(best)
        left = {phrase for phrase in left if best not in phrase}
    return tuple(found)


def marks(text: str, low: str) -> Iterator[Mark]:
    """Each place that says something about spoilers."""
    in_english = " the " in text[:HEAD]
    searched, pieces = gates(in_english, in_english or text.isascii())
    for root in searched:
        at, looked = low.find(root), 0
        while at >= 0 and looked < MOST:
            looked += 1
            begin, end = word_around(low, at, at + len(root))
            if kind := judged(text, low, begin, end, at - begin, len(root)):
                yield placed(text, begin, end, kind)
            at = low.find(root, end)
    for phrase, kind in (each for piece in pieces if piece in low for each in pieces[piece]):
        at = low.find(phrase)
        if at >= 0 and (phrase[0] >= UNSPACED or not low[at - 1 : at].isalpha()):
            yield Mark(at, at + len(phrase), "open" if kind == "open" else "none")


def placed(text: str, start: int, end: int, kind: str) -> Mark:
    """The mark with the words of its phrase that stand on its line, and the bracket that closes what it opens."""
    left = text[max(0, start - REACH) : start]
    bracket = max(left.rfind(opener) for opener in "([（【")
    if kind == "open" and bracket >= 0:
        opener = left[bracket]
        close = text.find(OPENERS[opener], end, end + 1_000)
        inside = text[end:close].strip(" :!-—") if close >= 0 else ""
        whole = start - len(left) + bracket
        if close >= 0 and OPENERS[opener] not in left[bracket:]:
            if len(inside) > 30 or text[end : end + 2].lstrip().startswith(":"):
                return Mark(whole, end, kind, close)
            return Mark(whole, close + 1, kind)
    if kind == "close":
        return Mark(start - len(left) + phrase_start(left), end, kind)
    if kind == "open":
        stop = sentence_end(text, end)
        return Mark(start, stop, kind)
    return Mark(start, end, kind)


def phrase_start(left: str) -> int:
    """Where the phrase begins that closes what stands before it: `end of`, with the signs that set it apart."""
    words = list(WORD.finditer(left.lower()))
    start = len(left)
    for back in range(min(GAP, len(words) - 1), -1, -1):
        for size in range(LONGEST, 0, -1):
            found = words[max(0, len(words) - back - size) : len(words) - back]
            if len(found) == size and " ".join(match[0] for match in found) in table()["end"]:
                start = min(start, found[0].start())
    return len(left[:start].rstrip(" \t*-=[(<（【~/"))


def sentence_end(text: str, end: int) -> int:
    """Where the warning stops: behind `ahead`, or with its sentence when that is short."""
    low = text[end : end + REACH].lower()
    words = list(WORD.finditer(low))[:LONGEST]
    for size in range(min(LONGEST, len(words)), 0, -1):
        if words[0].start() <= 2 and " ".join(match[0] for match in words[:size]) in table()["ahead"]:
            return end + words[size - 1].end()
    if text[end : end + 4].lstrip(" \xa0")[:1] in ("", "\n", ":", "!", "*", "]", ")", ">", "：", "-", "–", "—"):
        return end
    stop = BREAK.search(text, end, end + 2 * REACH)
    return stop.end() if stop else end


def between(text: str, found: list[Mark]) -> list[tuple[int, int]]:
    """The spans that open at a mark and end at the next closing one, or with the text."""
    spans, opened = [], -1
    for mark in found:
        if mark.kind == "open" and mark.within and opened < 0:
            spans.append(trimmed(text, mark.end, mark.within))
        elif mark.kind == "open" and opened < 0:
            opened = mark.end
        elif mark.kind == "close" and opened >= 0:
            spans.append(trimmed(text, opened, max(opened, mark.start)))
            opened = -1
    if opened >= 0:
        spans.append(trimmed(text, opened, len(text)))
    return [(start, end) for start, end in spans if start < end]


def trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without the space and punctuation that belong to its marks."""
    while start < end and not (text[start].isalnum() or text[start] in "\"'«“‘(「『《"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in "*-=[(:<（【~"):
        end -= 1
    return start, end
