"""Labels and their values on the lines of a text."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from filmmeta.claim import Claim
from filmmeta.page import Line, Page

MAX_LABEL = 40  # characters
MORE = ("gross", "opening_weekend", "budget", "release_dates")  # labels with several values, one a line
WRAPPED = 40  # characters of the shortest line that was ended for want of room


class Entry(NamedTuple):
    """A label with its value, or a block without a label (``field`` is empty then).

    ``start`` and ``end`` are the value's offsets in the page's text; ``gap`` counts blank lines before the
    entry in the page's own unit: 0 for none, 1 for what usually stands between two labels, 2 for more.
    """

    field: str
    label: str
    label_start: int
    text: str
    start: int
    end: int
    gap: int

    @property
    def where(self) -> str:
        return f"text:{self.start}-{self.end}"


@cache
def lexicon() -> dict[str, str]:
    """The claim path of each label, by the label in small letters; bare ones also without a colon."""
    found = {}
    table = files("filmmeta.readers").joinpath("data", "listing_labels.tsv").read_text("utf-8")
    for row in table.splitlines():
        if row and not row.startswith("#"):
            path, _language, label, bare, _source = row.split("\t")
            found[label.casefold() + ":"] = path
            if bare == "bare":
                found[label.casefold()] = path
    return found


@cache
def longest_label() -> int:
    """The length of the longest label with its colon, and a blank before that."""
    return max(map(len, lexicon())) + 1


def label_of(text: str, labels: dict[str, str]) -> tuple[str, int]:
    """The claim path that the line's label stands for and the label's length; two blanks when it has none."""
    colon = text.find(":", 0, MAX_LABEL + 1)
    key = text if colon < 0 else text[: colon + 1]
    if len(key) > MAX_LABEL + 1:
        return "", 0
    key = key.casefold().replace("’", "'")
    found = labels.get(key)
    if found is None and " :" in key:
        found = labels.get(key.replace(" :", ":"))
    return (found, colon + 1 or len(text)) if found else ("", 0)


def labels_of(page: Page) -> list[tuple[str, int]]:
    """What ``label_of`` says of each line of the page's outline; ask for it with ``page.once``."""
    labels, longest = lexicon(), longest_label()
    none = ("", 0)
    found = []
    for text, _, _ in page.lines:
        if text.find(":", 1, longest) > 0 or (len(text) < longest and text.casefold() in labels):
            found.append(label_of(text, labels))
        else:
            found.append(none)
    return found


def unit_of(lines: Sequence[Line], labels: Sequence[tuple[str, int]]) -> int:
    """How many blank lines usually stand before a label."""
    gaps = Counter([line.blank for line, label in zip(lines, labels, strict=True) if label[0]][1:])
    return min(gaps, key=lambda gap: (-gaps[gap], gap), default=1)


def entries(page: Page, end: int, unit: int) -> list[Entry]:
    """The page's first ``end`` lines as labels with values, and blocks without a label.

    A line belongs to the entry above it when nothing parts them and it has no label of its own; on a page
    whose blank lines are lost, only when the entry above is plainly unfinished.
    """
    found: list[Entry] = []
    labels = page.once(labels_of)
    for (text, start, blank), (field, length) in zip(page.lines[:end], labels[:end], strict=True):
        stop = start + len(text)
        if not field and found and blank < (unit or 1):
            last = found[-1]
            if unfinished(last, text) or (unit and not last.field and last.end - last.start >= WRAPPED):
                begin = last.start if last.text else start
                found[-1] = last._replace(text=page.text[begin:stop], start=begin, end=stop)
                continue
        value = text[length:].lstrip() if length else text
        gap = 0 if blank < unit or not unit else 1 if blank == unit else 2
        found.append(Entry(field, text[:length], start, value, stop - len(value), stop, gap))
    return found


def unfinished(entry: Entry, following: str) -> bool:
    """Whether a labelled value goes on in the next line."""
    if not entry.field or entry.field in ("section", "user_review"):
        return False
    more = entry.field in MORE and following[0] in "$€£¥0123456789"
    return not entry.text or more or following.startswith("(") or entry.text.endswith(("|", ",", "/"))


def label_claim(entry: Entry) -> Claim:
    """The claim that accounts for an entry's label."""
    return Claim("layout/label", entry.label, f"text:{entry.label_start}-{entry.label_start + len(entry.label)}")


def parts(path: str, entry: Entry, marks: str = "|\n") -> list[Claim]:
    """A claim for each part of an entry's value between ``marks``."""
    found, start = [], entry.start
    text = entry.text
    for mark in marks[1:]:
        text = text.replace(mark, marks[0])
    for part in text.split(marks[0]):
        bare = part.strip()
        if bare:
            begin = start + part.index(bare[0])
            found.append(Claim(path, bare, f"text:{begin}-{begin + len(bare)}"))
        start += len(part) + 1
    return found
