"""What stands in the parts of repeated blocks, over all of them."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence

from filmmeta.page.outline import Segment
from filmmeta.readers.reviews import words
from filmmeta.readers.reviews.names import split
from filmmeta.readers.reviews.signatures import byline
from filmmeta.readers.reviews.units import Part, Unit
from filmmeta.readers.unlabelled.places import block_words

HALF = 0.5  # the share of the units that have a text which the site prints in every one
FRAMES = " \t\xa0()[]{}|/·•,;:-–—"
MAX_PIECES = 5  # of a score
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
            for part in unit.parts:
                kind = self.kind(part, lines)
                self.kinds[id(part)] = kind
                self.parts[part.slot].append((number, part))
        for slot in list(self.parts):
            self.doubt(slot)

    def doubt(self, slot: str) -> None:
        """Take back the scores of a slot that are counts: of no common scale, or beyond it."""
        found = [part for _, part in self.of(slot, "score")]
        pairs = [pair for part in found if (pair := words.of_scale(part.text)) is not None]
        scales = Counter(scale for _, scale in pairs)
        if pairs and (len(scales) * 3 > len(pairs) + 3 or any(value > scale for value, scale in pairs)):
            for part in found:
                self.kinds[id(part)] = "tally"

    def kind(self, part: Part, lines: dict[int, str]) -> str:
        """day, score, helpful, asked, warning, silent (printed in every unit), frame, or text."""
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
            if words.score_in(text) or (words.is_number(text) and is_of_score(part.slot)):
                return "score"
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


def is_of_score(slot: str) -> bool:
    """Whether the class where a bare number stands speaks of a score, and not of votes or readers."""
    return (
        any(set(split(step)) & block_words("score") for step in slot.split("/")[-2:])
        and not split(slot.rpartition("/")[2]) & COUNTS
    )


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
        return "helpful"
    if words.is_asked(text):
        return "asked"
    if words.is_warning(text) and len(text) < words.BRIEF:
        return "warning"
    return "score" if is_score_in_pieces(segment) else ""


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
