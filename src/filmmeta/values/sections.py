"""The headed parts of a text: ``Cast: …``, ``Music: …``."""

from __future__ import annotations

from collections import Counter
from typing import NamedTuple

MAX_HEADING = 40
MAX_WORDS = 5
MIN_TEXT = 10  # characters: less is a value (``Rating: 8/10``), not a part
DENSE = 4  # the same in scripts whose signs are words
FEWEST = 2  # one paragraph with a colon in its first words is no division of a text
WARNED = 24  # characters behind a heading such as `Warning` in which spoilers may be announced
COLONS = (":", "：")


class Section(NamedTuple):
    """A heading, and the span of the text under it."""

    heading: str
    start: int
    end: int


def sections(text: str) -> tuple[Section, ...]:
    """The lines that open with a heading and a colon; ValueError when they are fewer than two.

    A heading with nothing behind it in its line heads the paragraph below it. Paragraphs stand between blank
    lines, as ``prose`` makes them.

    >>> sections("Cast: very fine indeed.\\n\\nMusic: much too loud.")
    (Section(heading='Cast', start=6, end=23), Section(heading='Music', start=32, end=46))
    >>> [it.heading for it in sections("Pros:\\nIt is short enough.\\n\\nCons:\\n\\nIt is still too long.")]
    ['Pros', 'Cons']
    """
    if text.count(":") + text.count("：") < FEWEST:
        raise ValueError("no headed parts")
    found, start, waiting = [], 0, ""
    for line in text.split("\n"):
        heading, begin = headed(line)
        rest = line[begin:]
        if not heading and waiting and line:
            heading, begin, rest = waiting, 0, line
        if line:
            waiting = heading if heading and not rest else ""
        fewest = DENSE if rest[:1] >= "\u2e80" else MIN_TEXT
        if heading and len(rest) >= fewest and "poil" not in rest[:WARNED].lower():
            found.append(Section(heading, start + begin, start + len(line)))
        start += len(line) + 1
    heads = Counter(each.heading for each in found)
    kept = tuple(each for each in found if heads[each.heading] == 1)  # the speakers of a dialogue come again
    if len(kept) < FEWEST:
        raise ValueError("no headed parts")
    return kept


def headed(line: str) -> tuple[str, int]:
    """The heading that a line opens with and where the text behind it begins; an empty one for none."""
    places = [at for colon in COLONS if (at := line.find(colon, 1, MAX_HEADING + 1)) > 0]
    if not places or not is_heading(line[: min(places)].strip(" *_=#")):
        return "", 0
    rest = line[min(places) + 1 :]
    signs = f" {line[0]}" if line[0] in "*_=#" else " "
    return line[: min(places)].strip(" *_=#"), len(line) - len(rest.lstrip(signs))


def is_heading(text: str) -> bool:
    if not text or "poil" in text.lower() or "пойл" in text.lower():  # a warning is no heading
        return False
    first = text[0]
    begins = first.isalpha() and not first.islower()
    return begins and len(text.split()) <= MAX_WORDS and not any(mark in text for mark in '.!?,;"\n。，')
