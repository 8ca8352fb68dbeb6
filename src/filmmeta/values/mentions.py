"""The people and films that a text names: names that its page has, and titles with their year."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from filmmeta.values.folding import rows
from filmmeta.values.patterns import regex

REACH = 90  # characters before a year in which its title begins
MOST = 300  # mentions of one text
SHORTEST = 4  # letters of a name that is looked for
WORDS = 12  # words of a title
BRACKETS = "(（["
YEAR = regex(r"[(（\[](?P<year>(?:18[89]|19[0-9]|20[0-9])[0-9])(?:年)?[)）\],，]")
TOKEN = regex(r"[^\s\"“”«»„‟《》「」『』()\[\]*~_|=<>]+")
QUOTES = {
    '"': '"',
    "”": "“„",
    "“": "„",
    "»": "«",
    "«": "»",
    "’": "‘",
    "'": "'",
    "』": "『",
    "」": "「",
    "》": "《",
    "〉": "〈",
}
STOPS = (".", "!", "?", ",", ";", "…", "—", "–")


@cache
def known(kind: str) -> frozenset[str]:
    """The words of one kind."""
    return frozenset(
        word for name, _language, entries in rows("title_words.tsv") if name == kind for word in entries.split()
    )


class Mentioned(NamedTuple):
    """A ``person`` or a ``title`` that stands in a text from ``start`` up to, and without, ``end``."""

    start: int
    end: int
    kind: str


def mentions(text: str, names: Iterable[str] = ()) -> list[Mentioned]:
    """Where the text names one of these people, and where it names a title with its year, in its order.

    >>> text = "Varda made “Le Bonheur” (1965) after Cleo de 5 a 7 (1962) with Corinne Marchand."
    >>> [text[it.start : it.end] for it in mentions(text, ["Corinne Marchand"])]
    ['“Le Bonheur” (1965)', 'Cleo de 5 a 7 (1962)', 'Corinne Marchand']
    """
    found = sorted({*islice(people(text, names), MOST), *islice(titles(text), MOST)})
    kept: list[Mentioned] = []
    for each in found[:MOST]:
        if not kept or each.start >= kept[-1].end:
            kept.append(each)
    return kept


def people(text: str, names: Iterable[str]) -> Iterator[Mentioned]:
    """Each place of each name, as a whole word."""
    curly = "’" in text
    for name in dict.fromkeys(names):
        for spelling in {name, name.replace("'", "’")} if curly else (name,):
            at = text.find(spelling) if len(spelling) >= SHORTEST else -1
            while at >= 0:
                end = at + len(spelling)
                if spelling[0] >= "\u2e80" or not (text[at - 1 : at].isalnum() or text[end : end + 1].isalnum()):
                    yield Mentioned(at, end, "person")
                at = text.find(spelling, end)


def titles(text: str) -> Iterator[Mentioned]:
    """Each title that a year in brackets stands behind: quoted, or in words that begin with capitals."""
    for bracket in BRACKETS:
        at = text.find(bracket)
        while at >= 0:
            match = YEAR.match(text, at)
            start = title_start(text, at) if match else -1
            if match and 0 <= start < at:
                yield Mentioned(start, match.end() - (text[match.end() - 1] in ",，"), "title")
            at = text.find(bracket, at + 1)


def title_start(text: str, end: int) -> int:
    """Where the title begins that ends at ``end``; -1 when there is none."""
    before = text[max(0, end - REACH) : end].rstrip()
    offset = max(0, end - REACH)
    if before[-1:] in QUOTES and before:
        at = max(before.rfind(sign, 0, len(before) - 1) for sign in QUOTES[before[-1]])
        if at >= 0:
            return offset + at
    line = before.rpartition("\n")[2]
    offset += len(before) - len(line)
    words = list(TOKEN.finditer(line))[-WORDS:]
    chosen: list[tuple[int, str]] = []
    for match in reversed(words):
        word, gap = match[0], line[match.end() : chosen[-1][0]] if chosen else ""
        if (chosen and (word.endswith(STOPS) and not is_initial(word))) or gap.strip():
            break
        if shouted(chosen) and not (word.isupper() or word[0].isdigit()):
            break
        if not (word[0].isupper() or word[0].isdigit() or word.lower() in known("joining")):
            break
        chosen.append((match.start(), word))
    while chosen and (chosen[-1][1] in known("joining") or chosen[-1][1][0].islower() or opens(chosen)):
        chosen.pop()
    return offset + chosen[-1][0] if chosen and any(word[0].isupper() for _, word in chosen) else -1


def shouted(chosen: list[tuple[int, str]]) -> bool:
    """Whether the words of a title so far are in capitals throughout: what is not is none of it."""
    return any(len(word) > 2 and word.isalpha() for _, word in chosen) and all(
        word.upper() == word for _, word in chosen
    )


def is_initial(word: str) -> bool:
    """Whether a word with a full stop is an initial or a short form: `E.T.`, `Dr.`, `vs.`."""
    return word.endswith(".") and (len(word) <= 3 or word.count(".") > 1)


def opens(chosen: list[tuple[int, str]]) -> bool:
    """Whether the first word is one that opens a sentence, and no part of the title behind it."""
    return len(chosen) > 1 and chosen[-1][1] in known("opening") and not chosen[-2][1][0].islower()
