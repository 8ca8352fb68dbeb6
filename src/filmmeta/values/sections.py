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
SIGNS = " *_=#"  # what may set a heading apart
MARKS = frozenset('.!?,;"\n。，')  # what no heading has


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
        heading, begin = headed(line) if ":" in line or "：" in line else ("", 0)
        rest = line[begin:]
        if not heading and waiting and line:
            heading, begin, rest = waiting, 0, line
        if line:
            waiting = heading if heading and not rest else ""
        fewest = DENSE if rest[:1] >= "\u2e80" else MIN_TEXT
        if heading and len(rest) >= fewest and "poil" not in rest[:WARNED].lower():
            found.append(Section(heading, start + begin, start + len(line)))
        start += len(line) + 1
    if len(found) >= FEWEST:
        heads = Counter(each.heading for each in found)
        found = [each for each in found if heads[each.heading] == 1]  # the speakers of a dialogue come again
    if len(found) < FEWEST:
        raise ValueError("no headed parts")
    return tuple(found)


def headed(line: str) -> tuple[str, int]:
    """The heading that a line opens with and where the text behind it begins; an empty one for none."""
    at, wide = line.find(":", 1, MAX_HEADING + 1), line.find("：", 1, MAX_HEADING + 1)
    at = max(at, wide) if at < 0 or wide < 0 else min(at, wide)
    heading = line[:at].strip(SIGNS) if at > 0 else ""
    if not is_heading(heading):
        return "", 0
    signs = f" {line[0]}" if line[0] in SIGNS else " "
    return heading, len(line) - len(line[at + 1 :].lstrip(signs))


def is_heading(text: str) -> bool:
    if not text or not text[0].isalpha() or text[0].islower() or not MARKS.isdisjoint(text):
        return False
    low = text.lower()
    return len(text.split()) <= MAX_WORDS and "poil" not in low and "пойл" not in low  # a warning is no heading
