"""What of a page's markup is read: counted before anything is built of it, so that no page costs too much."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.claim import Problem

MAX_TEXT = 3_000_000  # characters of markup, without scripts and inlined files when there are more
NEAR = 1_000  # characters that a cut is moved to the last tag before it
MAX_TAGS = 60_000
MAX_OF_ONE = 200  # attributes of one tag; libxml2 compares each with each
MAX_ATTRIBUTES = 300_000

# https://html.spec.whatwg.org/multipage/parsing.html: what stands in a tag behind its name.
ATTRIBUTE = r"(?:[\s/]++|[^\s/>][^\s/>=]*+\s*+(?:=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>]*+))?)"
FEW = re.compile(rf"<[A-Za-z][^\s/>]*+{ATTRIBUTE}{{0,{2 * MAX_OF_ONE}}}+")
TAG = re.compile(rf"<[A-Za-z][^\s/>]*+{ATTRIBUTE}*+")
INLINED = re.compile(r"data:[\w/+.;=-]{0,99},[^\s\"'()<>]{1000,}")
SCRIPT = re.compile(r"<(script|style)[\s>]", re.IGNORECASE)
ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style")}
APART = " \n\t\r\f/"  # what parts the attributes of a tag


def affordable(text: str) -> tuple[str, list[Problem]]:
    """The text, or as much of it as a tree can be built of; a problem for each part that is left out."""
    kept, problems = text, []
    if len(kept) > MAX_TEXT:
        kept = lean(kept)
    if len(kept) > MAX_TEXT:
        tag = kept.rfind("<", MAX_TEXT - NEAR, MAX_TEXT)
        kept = kept[: tag if tag > 0 else MAX_TEXT]
        problems.append(Problem("over-budget", "", f"markup beyond its first {len(kept)} characters"))
    if kept.count("<") > MAX_TAGS:
        kept = kept[: nth(kept, "<", MAX_TAGS)]
        problems.append(Problem("over-budget", "", f"tags beyond the first {MAX_TAGS}"))
    short = "".join(shortened(kept))
    if len(short) < len(kept):
        problems.append(Problem("over-budget", "", f"attributes of a tag beyond the first {MAX_OF_ONE}"))
    kept = short
    end = within(kept)
    if end < len(kept):
        kept = kept[:end]
        problems.append(Problem("over-budget", "", f"tags beyond the first {MAX_ATTRIBUTES} attributes"))
    return kept, problems


def lean(text: str) -> str:
    """The text without what is in its scripts, which no tree is needed for, and files that were written into it."""
    parts: list[str] = []
    at, opened = 0, SCRIPT.search(text)
    while opened:
        begin = text.find(">", opened.end() - 1)
        closed = ENDS[opened[1].lower()].search(text, begin) if begin >= 0 else None
        if not closed:
            break
        parts.append(text[at : begin + 1])
        at = closed.start()
        opened = SCRIPT.search(text, at)
    return INLINED.sub("data:,", "".join([*parts, text[at:]]))


def shortened(text: str) -> Iterator[str]:
    """The parts of a text without the attributes that a tag has beyond MAX_OF_ONE."""
    at = 0
    for tag in TAG.finditer(text):
        if tag.end() - tag.start() > 3 * MAX_OF_ONE and (few := FEW.match(text, tag.start())):
            yield text[at : few.end()]
            at = tag.end()
    yield text[at:]


def nth(text: str, sign: str, number: int) -> int:
    """Where a sign stands for the number-th time, which it does."""
    at = -1
    for _ in range(number):
        at = text.find(sign, at + 1)
    return at


def within(text: str) -> int:
    """Where the tag ends after which there would be more than MAX_ATTRIBUTES of attributes; else the text's end."""
    if sum(map(text.count, APART)) < MAX_ATTRIBUTES:
        return len(text)
    number = 0
    for tag in TAG.finditer(text):
        number += sum(map(tag[0].count, APART))
        if number > MAX_ATTRIBUTES:
            return tag.start()
    return len(text)
