"""Labels that nobody knows, set as the known ones of their page are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from filmmeta.claim import Problem, shown
from filmmeta.page.outline import BOLD, Segment
from filmmeta.readers.facts.marks import COLONS, Mark

MOST = 40  # of one page
LONGEST = 40  # characters of a label
VALUE = 200  # characters of what stands behind it that are told
CELLS = ("th", "dt")


def unknown(segments: Sequence[Segment], outside: Sequence[bool], told: Sequence[Sequence[Mark]]) -> Iterator[Problem]:
    """A problem for each line of an HTML page's record that begins with a label which the lexicon lacks."""
    shapes = {shape(each) for each, marks in zip(segments, told, strict=True) if marks and is_set(each)}
    found = 0
    for at, segment in enumerate(segments):
        if outside[at] or told[at] or segment.start >= 0 or not is_set(segment) or shape(segment) not in shapes:
            continue
        first = segment.pieces[0]
        label = segment.text[: first.end]
        behind = segment.text[first.end :].strip() or following(segments, told, at)
        if len(label) <= LONGEST and behind:
            yield Problem("unread", "", shown(f"{label.strip()} {behind[:VALUE]}"), segment.where())
            found += 1
            if found == MOST:
                return


def is_set(segment: Segment) -> bool:
    """Whether a line begins as labels do: in a cell for them, or in bold with a colon."""
    if segment.start >= 0 or not segment.pieces:
        return False
    if any(block.tag in CELLS for block in (segment.block, segment.block.parent) if block is not None):
        return True
    first = segment.pieces[0]
    label, rest = segment.text[: first.end].rstrip(), segment.text[first.end :].lstrip()
    return bool(first.style & BOLD) and (label[-1:] in COLONS or rest[:1] in COLONS)


def shape(segment: Segment) -> tuple[object, ...]:
    return segment.block.tag, segment.block.words, segment.block.depth, segment.pieces[0].style


def following(segments: Sequence[Segment], told: Sequence[Sequence[Mark]], at: int) -> str:
    """The next line, where it is the value of a label in a cell of its own."""
    if at + 1 == len(segments) or told[at + 1] or is_set(segments[at + 1]):
        return ""
    return segments[at + 1].text
