"""What stands in the parts of repeated blocks, over all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from typing import Any

from filmmeta.page.outline import Segment
from filmmeta.readers.lexicon import fold
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.names import split
from filmmeta.readers.reviews.signatures import byline
from filmmeta.readers.reviews.units import Part, Unit
from filmmeta.readers.unlabelled.places import block_words

HALF = 0.5  # the share of the units that have a text which the site prints in every one
FRAMES = " \t\xa0()[]{}|/·•,;:-–—"
MAX_PIECES = 5  # of a score
MAX_BYLINE = 12  # pieces of a byline that stands on one line
NAMES = ("data-testid", "data-qa", "data-hook", "data-test", "itemprop", "id")
"""The attributes that name an element where its class says nothing."""
COUNTS = frozenset("votes vote count counts total number num rank date likes".split())


class Survey:
    """What stands in the slots of some units, over all of them."""

    def __init__(self, units: Sequence[Unit]) -> None:
        self.units = units
        self.silent = constants(units)
        self.kinds: dict[int, str] = {}
        self.parts: dict[str, list[tuple[int, Part]]] = defaultdict(list)
        for number, unit in enumerate(units):
            lines: dict[int, str] = {}
            before = ""
            for part in unit.parts:
                kind = self.kind(part, lines, before)
                before = part.text
                self.kinds[id(part)] = kind
                self.parts[part.slot].append((number, part))
        for slot in list(self.parts):
            self.doubt(slot)

    def doubt(self, slot: str) -> None:
        """Take back the scores of a slot that are counts: of no common scale, or beyond it."""
        found = [part for _, part in self.of(slot, "score")]
        bare = [part.text for part in found if not words.label_end(part.text.lstrip(words.BETWEEN), "score")]
        pairs = [pair for text in bare if (pair := words.of_scale(text)) is not None]
        scales = Counter(scale for _, scale in pairs)
        if pairs and (len(scales) * 3 > len(pairs) + 3 or any(value > scale for value, scale in pairs)):
            for part in found:
                self.kinds[id(part)] = "tally"

    def kind(self, part: Part, lines: dict[int, str], before: str) -> str:
        """day, score, helpful, asked, warning, more (it opens the rest), silent (in every unit), frame, or text."""
        segment = part.slice.segment
        line = lines.get(id(segment))
        if line is None:
            line = lines[id(segment)] = line_kind(segment)
        if line:
            return line
        text = part.text
        if not text.strip(FRAMES):
            return "frame"
        if len(text) < words.SHORT:
            if is_day(text):
                return "day"
            if words.is_number(text):
                if is_of_score(part) or fold(before.strip(FRAMES)) in words.words("score"):
                    return "score"
            elif words.score_in(text):
                return "tally" if text.endswith("%") and "?" in segment.text[: part.slice.start] else "score"
            if is_more(part):
                return "more"
        return "silent" if text.casefold() in self.silent else "text"

    def of(self, slot: str, *kinds: str) -> list[tuple[int, Part]]:
        return [(number, part) for number, part in self.parts[slot] if self.kinds[id(part)] in kinds]

    def count(self, slot: str, *kinds: str) -> int:
        """How many units have a part of one of the kinds in a slot."""
        return len({number for number, _ in self.of(slot, *kinds)})

    def best(self, kind: str, least: float) -> str:
        """The slot that has a kind in most units, the first of equals; blank when none has it often enough."""
        counts = [(self.count(slot, kind), slot) for slot in self.parts]
        top = max(counts, key=lambda each: each[0], default=(0, ""))
        return top[1] if top[0] >= max(least * len(self.units), min(2, len(self.units))) else ""


def is_of_score(part: Part) -> bool:
    """Whether the names where a bare number stands speak of a score, and not of votes or readers."""
    step = part.slot.rpartition("/")[2]
    if split(step) & COUNTS:
        return False
    piece = next(part.slice.pieces())
    element: Any = piece.node.getparent() if piece.tail else piece.node
    named = any(split(element.get(name) or "") & block_words("score") for name in NAMES)
    return named or any(split(each) & block_words("score") for each in part.slot.split("/")[-2:])


def constants(units: Sequence[Unit]) -> frozenset[str]:
    """The short texts that half of the units have."""
    counts = Counter(
        text for unit in units for text in {part.text.casefold() for part in unit.parts if len(part.text) < words.SHORT}
    )
    return frozenset(text for text, count in counts.items() if count > 1 and count >= HALF * len(units))


def line_kind(segment: Segment) -> str:
    """What a whole line is by its wording; blank for any other."""
    text = segment.text
    if len(text) >= words.SHORT:
        return ""
    if words.is_helpful(text):
        return "" if has_day(segment) else "helpful"
    if words.is_asked(text):
        return "asked"
    if words.is_warning(text) and len(text) < words.BRIEF:
        return "warning"
    return "score" if is_score_in_pieces(segment) else ""


def is_more(part: Part) -> bool:
    """Whether a part, set in an element of its own, opens the rest of the text."""
    apart = part.slot != part.home or len(part.text) == len(part.slice.segment.text)
    return apart and fold(part.text.strip(FRAMES + "…+><«»›‹→")) in words.words("more")


def has_day(segment: Segment) -> bool:
    """Whether a piece of a line is a day: the line is a byline with all that belongs to it."""
    pieces = segment.pieces
    return 1 < len(pieces) <= MAX_BYLINE and any(
        words.date_in(segment.text[piece.start : piece.end]) is not None for piece in pieces
    )


def is_score_in_pieces(segment: Segment) -> bool:
    """Whether a line is a score that no piece of it says alone: ``10`` and ``/10``."""
    text, pieces = segment.text, segment.pieces
    if not 1 < len(pieces) <= MAX_PIECES or len(text) > words.BRIEF or words.score_in(text) is None:
        return False
    return all(words.score_in(text[piece.start : piece.end]) is None for piece in pieces)


def is_day(text: str) -> bool:
    """Whether a short text is a day, with what announces it or an author's name."""
    if words.is_ago(text):
        return True
    found = words.date_in(text)
    if found is None:
        return False
    rest = (text[: found.start()] + text[found.end() :]).strip(FRAMES)
    return len(rest) <= words.BRIEF // 2 or byline(text) is not None
