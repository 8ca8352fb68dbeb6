"""Scores that a page draws: what the alternative texts, titles, classes and widths of its star pictures say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any, NamedTuple

from filmmeta.readers.places import Paths
from filmmeta.readers.reviews.icons import FEWEST, SIGN, row, signs
from filmmeta.readers.reviews.words import NUMBER, OF, SCORE, STARS, label_end

MAX_ELEMENTS = 200  # of one unit
TOLD = ("alt", "title", "aria-label", "content", "value")
LIKELY = frozenset({*TOLD, "class", "style"})
LEAD = re.compile(r"[^\d★☆*]{0,40}")  # what a text may say before its score
SPOKEN = re.compile(
    rf"({NUMBER}\s?{OF}\s?\d{{1,3}}|{NUMBER}\s?%|{STARS}|\d(?:[.,]\d)?\s?(?:stars?|\*))(?![\w/])\D{{0,20}}",
    re.IGNORECASE,
)
WORD = (
    r"(?:stars?|rating|rated|score|rate|hvezd\w{0,3}|gwiazd\w{0,3}|estrellas?|etoiles?|sterne?|stelle|sterren|allstar)"
)
CLASS = re.compile(
    rf"(?<![a-z])({WORD}[-_]{{0,2}}(?:[a-z]{{1,8}}[-_]{{1,2}})?(\d{{1,2}}(?:[-_.]?5)?))(?![\w%])", re.IGNORECASE
)
RATING = re.compile(WORD, re.IGNORECASE)
WIDTH = re.compile(r"width\s{0,3}:\s{0,3}(\d{1,3}(?:\.\d{1,6})?\s?%)", re.IGNORECASE)
DATA = re.compile(rf"data-(?:[a-z]{{1,20}}-){{0,3}}{WORD}(?:-value)?", re.IGNORECASE)
BEFORE = re.compile(r"[-_.]")  # what parts a number from its half
MOST = 10  # stars of a scale
TENTHS = range(5, 55, 5)  # of five stars
SCALE_FIRST = re.compile(
    r"(\d{1,3})\s?(?:段階(?:評価)?の?(?:うち)?|点満点中|点満点の|분의|점\s?만점에|점\s?만점\s?중)\s?"
)
"""What names the scale before the score, as Japanese and Korean do."""


class Drawn(NamedTuple):
    """A score in an attribute: its element, the attribute's name, the score's text, and how it is told."""

    element: Any
    attribute: str
    text: str
    way: str

    @property
    def number(self) -> str:
        """The number of stars in a class's name; blank for a score that is told otherwise."""
        found = CLASS.fullmatch(self.text) if self.way == "class" else None
        if found is None:
            scale = SCALE_FIRST.match(self.text)
            return self.text[scale.end() :] if scale else ""
        return found[2] if found[2].isdigit() else ""

    @property
    def best(self) -> str:
        """The scale that is named before the score; blank where none is."""
        scale = SCALE_FIRST.match(self.text) if self.way == "said" else None
        return scale[1] if scale else ""

    def where(self, paths: Paths) -> str:
        return f"xpath:{paths.path(self.element)}/@{self.attribute}" if self.attribute else "inferred:counted-stars"


def has_score(element: Any) -> bool:
    """Whether a score is drawn in an element."""
    return next(drawn(element), None) is not None


def drawn(element: Any) -> Iterator[Drawn]:
    """Every score in the attributes of an element and of those inside it."""
    members: set[Any] = set()
    for each in islice(element.iter("*"), MAX_ELEMENTS):
        attributes = {} if each in members and not any(map(str.isdigit, each.get("alt") or "")) else each.attrib
        stars = row(each) if len(each) >= FEWEST else None
        if stars is not None:
            members.update(signs(each))
            yield Drawn(each, "", f"{stars.value:g}/{stars.best}" if stars.best else f"{stars.value:g}", "icons")
        if attributes:
            for name, value in attributes.items():
                likely = name in LIKELY or name.startswith("data-")
                text, way = read(each, name, value) if likely and len(value) < 200 else ("", "")
                if text:
                    yield Drawn(each, name, text, way)


def read(element: Any, name: str, value: str) -> tuple[str, str]:
    """The score that an attribute tells, and how; blank when there is none."""
    if name == "class":
        found = CLASS.search(value) if any(map(str.isdigit, value)) else None
        return (
            (found[1], "class") if found and (int(BEFORE.split(found[2])[0]) <= MOST or is_tenths(found)) else ("", "")
        )
    if name in TOLD:
        return spoken(element, name, value)
    if name == "style":
        found = WIDTH.search(value)
        return (found[1], "width") if found and is_rating(element) else ("", "")
    if name.startswith("data-") and DATA.fullmatch(name) and re.fullmatch(NUMBER, value.strip()):
        return value.strip(), "data"
    return "", ""


def is_tenths(found: re.Match[str]) -> bool:
    """Whether a class counts tenths of stars, by fives: ``allstar40``."""
    return SIGN.search(found[1]) is not None and found[2].isdigit() and int(found[2]) in TENTHS


def spoken(element: Any, name: str, value: str) -> tuple[str, str]:
    """The score that an alternative text or a title says; a bare number only where a class speaks of a rating."""
    bare = value.strip()
    scale = SCALE_FIRST.match(bare)
    if scale is not None and re.fullmatch(NUMBER, bare[scale.end() :]):
        return bare, "said"
    start = label_end(bare, "score")
    if start or SCORE.fullmatch(bare):
        rest = bare[start:].strip()
        fits = SCORE.fullmatch(rest) or re.fullmatch(NUMBER, rest)
        return (rest, "said") if fits and not (len(rest) < 3 and rest[0].isalpha()) else ("", "")
    lead = LEAD.match(bare)
    found = SPOKEN.fullmatch(bare, lead.end() if lead else 0)
    if found and (found.start() == 0 or not bare[found.start() - 1].isalpha()):
        return found[1], "said"
    return (bare, "said") if re.fullmatch(NUMBER, bare) and is_rating(element) else ("", "")


def is_rating(element: Any) -> bool:
    """Whether the class of an element, or of the one around it, speaks of a rating."""
    holder = element.getparent()
    names = (element.get("class") or "") + " " + ((holder.get("class") or "") if holder is not None else "")
    return RATING.search(names) is not None
