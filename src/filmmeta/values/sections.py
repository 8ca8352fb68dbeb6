"""The headed parts of a text: ``Cast: …``, ``Music: …``."""

from __future__ import annotations

from typing import NamedTuple

MAX_HEADING = 40
MAX_WORDS = 5
MIN_TEXT = 10  # characters: less is a value (``Rating: 8/10``), not a part
FEWEST = 2  # one paragraph with a colon in its first words is no division of a text


class Section(NamedTuple):
    """A heading, and the span of the text under it."""

    heading: str
    start: int
    end: int


def sections(text: str) -> tuple[Section, ...]:
    """The paragraphs that open with a heading and a colon; ValueError when they are fewer than two.

    Paragraphs stand between blank lines, as ``prose`` makes them.

    >>> sections("Cast: very fine indeed.\\n\\nMusic: much too loud.")
    (Section(heading='Cast', start=6, end=23), Section(heading='Music', start=32, end=46))
    """
    found, start = [], 0
    for paragraph in text.split("\n\n"):
        colon = paragraph.find(":", 1, MAX_HEADING + 1)
        if colon > 0 and is_heading(paragraph[:colon]):
            rest = paragraph[colon + 1 :]
            if len(rest) >= MIN_TEXT:
                begin = start + len(paragraph) - len(rest.lstrip())
                found.append(Section(paragraph[:colon].rstrip(), begin, start + len(paragraph)))
        start += len(paragraph) + 2
    if len(found) < FEWEST:
        raise ValueError("no headed parts")
    return tuple(found)


def is_heading(text: str) -> bool:
    if "poil" in text or "пойл" in text:  # a warning is no heading
        return False
    return text[0].isupper() and len(text.split()) <= MAX_WORDS and not any(mark in text for mark in '.!?,;"\n')
