"""Texts as they come back from other hands: without case, their tags damaged, wrapped, words lost, parts swapped."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Callable, Mapping
from random import Random

BREAK = re.compile(r"(?:<br\s*/?>\s*)+|\n\s*\n")
SENTENCE = re.compile(r"(?<=[.!?。！？])\s*(?=\S)")
WORD = re.compile(r"\w(?:[\w'’-]*\w)?")
LOST = 0.1  # of the words, dropped or replaced
DAMAGED = ("br br", " <br>", "<br /", "&lt;br /&gt;&lt;br /&gt;", "<BR><BR/>", "<p>", "<i><br></b>", " /> ")

Perturb = Callable[[str, Random], str]


def bare(text: str, _: Random) -> str:
    """Lower case, no punctuation, one paragraph."""
    return " ".join(re.sub(r"[^\w\s]", "", BREAK.sub(" ", text)).lower().split())


def damaged(text: str, chance: Random) -> str:
    """Each break in another spelling, or cut short, or escaped."""
    return BREAK.sub(lambda _: chance.choice(DAMAGED), text)


def wrapped(text: str, chance: Random) -> str:
    """Paragraphs in lines of one width."""
    width = chance.choice((60, 72, 78))
    return "\n\n".join(textwrap.fill(part, width) for part in BREAK.split(text) if part.strip())


def reworded(text: str, chance: Random) -> str:
    """A tenth of the words dropped, or replaced by others of the same text."""
    words = WORD.findall(text)

    def other(match: re.Match[str]) -> str:
        if chance.random() >= LOST:
            return match[0]
        return chance.choice(words) if chance.random() < 0.5 else ""

    return "<".join(WORD.sub(other, part) if not at else kept(part, other) for at, part in enumerate(text.split("<")))


def kept(part: str, other: Callable[[re.Match[str]], str]) -> str:
    """What follows a ``<``, its tag as it is."""
    tag, end, rest = part.partition(">")
    return tag + end + WORD.sub(other, rest)


def swapped(text: str, chance: Random) -> str:
    """Two paragraphs in each other's place, or two sentences of a text in one paragraph."""
    parts = [part for part in BREAK.split(text) if part.strip()]
    between = "<br /><br />"
    if len(parts) < 2:
        parts, between = SENTENCE.split(text), " "
    if len(parts) > 1:
        one, two = chance.sample(range(len(parts)), 2)
        parts[one], parts[two] = parts[two], parts[one]
    return between.join(parts)


def everything(text: str, chance: Random) -> str:
    """All of these, one after the other."""
    for perturb in (swapped, reworded, damaged):
        text = perturb(text, chance)
    return wrapped(re.sub(r"[^\w\s<>/]", "", text).lower(), chance)


WAYS: Mapping[str, Perturb] = {
    "bare": bare,
    "damaged tags": damaged,
    "wrapped": wrapped,
    "words lost": reworded,
    "swapped": swapped,
    "everything": everything,
}
"""The ways in which a text is changed, each by its name."""
