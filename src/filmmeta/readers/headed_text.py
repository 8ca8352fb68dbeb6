"""Whether running text can hold a film's record, by the labels before its colons: no outline of it is needed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from filmmeta.page import Page
from filmmeta.readers.facts.mid_line import SEAM, known
from filmmeta.readers.lexicon import keys

LONG = 60  # characters of a line that is running text
ROOM = 80  # characters of a line that can be a label and a value, or a label with a remark
REACH = 40  # characters of a label
MOST = 60  # colons of a page; one that has more is no running text
WORDS = 5  # of a label
EDGES = " *_\"'"  # what may stand between a label and its colon
FEW = 6  # places where a text may have grown into the next one
COLUMNS = ("\t", "   ", "|", "│", "║", "┃")
"""What parts a line into columns."""
DASHES = (" - ", " – ", " — ")
# The kinds of a text's bytes: a capital, any other letter, figure or closing sign, one beyond ASCII, the rest.
KINDS = bytes(
    ord("A") if sign.isupper() else ord("a") if sign.isalnum() or sign in ")]!?." else ord(" ")
    for sign in map(chr, range(128))
) + b"u" * 128  # fmt: skip
FOREIGN = 8  # one byte of so many beyond ASCII, and a text's capitals are no more seen


def may_hold_record(page: Page, record: frozenset[str], credits: frozenset[str], enough: int) -> bool:
    """Whether ``enough`` labels of ``record`` can stand in the text, or two of ``credits`` with short values.

    False is certain but for labels that stand in the middle of a sentence.
    """
    text = page.text
    short = sum(len(line.text) <= ROOM for line in page.lines)
    if short > 1 or text.count(":") > MOST or "：" in text or any(map(text.__contains__, COLUMNS)):
        return True
    if any(dash in line.text[: REACH + 3] for line in page.lines for dash in DASHES):
        return True
    labels = list(before_colons(text))
    valued = {path for path, size in labels if size <= LONG}
    if len({path for path, _ in labels} & record) + short >= enough or len(valued & credits) + short > 1:
        return True
    return is_grown(text)


def before_colons(text: str) -> Iterator[tuple[str, int]]:
    """The path of each label that a colon follows, and how many characters stand between it and the next one."""
    found = [(at, path) for at in colons(text) if (path := label_before(text, at))]
    for (at, path), (end, _) in pairwise([*found, (len(text), "")]):
        yield path, len(text[at + 1 : end].partition("\n")[0].strip())


def colons(text: str) -> Iterator[int]:
    at = text.find(":")
    while at >= 0:
        yield at
        at = text.find(":", at + 1)


@cache
def lasts() -> frozenset[str]:
    """The last words of all labels."""
    return frozenset(label.rpartition(" ")[2] for label in keys())


def label_before(text: str, colon: int) -> str:
    """The path of the label that ends at a colon, be it grown to what stands before it; blank for none."""
    head = text[max(0, colon - REACH) : colon].replace(">", " ").rstrip(EDGES)
    last = head[head.rfind(" ") + 1 :]
    if last.casefold() not in lasts() and last[1:] == last[1:].lower():
        return ""
    words = SEAM.sub(r"\g<0> ", head).split()[-WORDS:]
    for first, word in enumerate(words):
        if not word[0].islower() and (found := known(" ".join(words[first:]))):
            return found.paths[0]
    return ""


def is_grown(text: str) -> bool:
    """Whether the text may have lost what parted its labels from their values: ``DirectorA. TullyWriterB. Tully``."""
    kinds = text.encode("utf-8", "replace").translate(KINDS)
    inside = kinds.count(b"aA") + kinds.count(b"uA") + kinds.count(b"AAa")  # capitals that words have within
    return inside >= FEW or kinds.count(b"u") * FOREIGN > len(kinds)
