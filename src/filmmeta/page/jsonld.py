"""JSON-LD blocks found and read without a tree, one by one, so that a broken one costs only itself."""

from __future__ import annotations

import json
import re

from filmmeta.claim import Problem
from filmmeta.page.scrub import scrubbed_json, told

MAX_BLOCK = 5_000_000  # characters
MAX_BLOCKS = 1_000
MAX_VALUES = 10_000  # objects one after the other in one block
MAX_STRINGS = 400_000  # of a block that is mended
OPEN = re.compile(r"""<script\s[^<>]{0,400}?application/ld\+json[^<>]{0,400}>""", re.IGNORECASE)
CLOSE = re.compile(r"</script", re.IGNORECASE)
BETWEEN = re.compile(r"(?:[\s,;\ufeff]|<!--|-->|<!\[CDATA\[|\]\]>|//|/\*|\*/)*+")  # before, between and behind objects
STRING = re.compile(r'"(?:[^"\\]|\\.)*+(?:"|\\?\Z)', re.DOTALL)
TRAILING = re.compile(r",(?=\s{0,99}[\]}])")
DOUBLED = re.compile(r",(?:\s{0,99},)+")
BAD_ESCAPE = re.compile(r'\\(?!["\\/bfnrtu]|$)')
DECODER = json.JSONDecoder(strict=False, parse_constant=lambda name: None)


def blocks(text: str) -> list[object]:
    """What the page's JSON-LD scripts hold, in page order; a Problem stands for one that cannot be read.

    Behind them all stands a Problem for each in which something was scrubbed.
    """
    found: list[object] = []
    scrubbed: list[Problem] = []
    opened = OPEN.search(text) if "ld+json" in text or "LD+JSON" in text else None
    while opened:
        if len(found) == MAX_BLOCKS:
            found.append(Problem("over-budget", "", f"JSON-LD beyond its first {MAX_BLOCKS} blocks"))
            break
        closed = CLOSE.search(text, opened.end())
        end = closed.start() if closed else len(text)
        source = text[opened.end() : end]
        if source and not source.isspace():
            clean = scrubbed_json(source)
            scrubbed += told("", source, clean, f"text:{opened.end()}-{end}")
            found.append(read(clean, opened.end()))
        opened = OPEN.search(text, end)
    return [*found, *scrubbed]


def read(source: str, start: int) -> object:
    """The block's value, several of them as a list; what a writer's slip or a wrapper added is taken off."""
    where = f"text:{start}-{start + len(source)}"
    if len(source) > MAX_BLOCK:
        return Problem("over-budget", "", f"JSON-LD of {len(source)} characters", where)
    for attempt in (str, mended):
        try:
            values = several(attempt(source))
        except (ValueError, RecursionError):
            continue
        if values:
            return values[0] if len(values) == 1 else values
    return Problem("unreadable", "", "JSON-LD that is no JSON", where)


def several(text: str) -> list[object]:
    """The values that stand one after the other in a text; ValueError when one is none."""
    values: list[object] = []
    at = end_of(BETWEEN, text, 0)
    while at < len(text):
        if len(values) == MAX_VALUES:
            raise ValueError("too many values")
        value, at = DECODER.raw_decode(text, at)
        values.append(value)
        at = end_of(BETWEEN, text, at)
    return values


def end_of(pattern: re.Pattern[str], text: str, start: int) -> int:
    """Where the pattern's match at ``start`` ends, ``start`` when there is none."""
    match = pattern.match(text, start)
    return match.end() if match else start


def mended(text: str) -> str:
    """The text without commas that nothing follows and backslashes that escape nothing."""
    parts: list[str] = []
    at = 0
    for number, string in enumerate(STRING.finditer(text)):
        if number == MAX_STRINGS:
            break
        parts += without_commas(text[at : string.start()]), BAD_ESCAPE.sub(r"\\\\", string[0])
        at = string.end()
    return "".join([*parts, without_commas(text[at:])])


def without_commas(text: str) -> str:
    return TRAILING.sub("", DOUBLED.sub(",", text)) if "," in text else text
