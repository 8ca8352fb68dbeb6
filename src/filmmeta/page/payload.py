"""The JSON that a page carries for its own scripts, or that it is: found without a tree, read block by block."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

from filmmeta.claim import Problem
from filmmeta.page.scrub import scrubbed_json

MAX_BLOCK = 30_000_000  # characters
MAX_BLOCKS = 100  # of a kind on one page
MAX_DIGITS = 300  # of a number that a page means
NEXT = re.compile(r"""<script\s[^<>]{0,400}?__NEXT_DATA__[^<>]{0,400}>""", re.IGNORECASE)
SCRIPT = re.compile(
    r"""<script\s(?![^<>]{0,400}__NEXT_DATA__)[^<>]{0,400}?application/json[^<>]{0,400}>""", re.IGNORECASE
)
STATE = re.compile(
    r"""(?:window|self|globalThis)(?:\.|\[["'])[A-Za-z_$][\w$]{0,60}(?:["']\])?\s{0,9}=\s{0,9}"""
    r"""(?:JSON\.parse\(\s{0,9}(?="))?(?=[\[{"])"""
)
SIGNS = {
    NEXT: ("__NEXT_DATA__", "__next_data__"),
    SCRIPT: ("application/json", "APPLICATION/JSON", "Application/JSON", "Application/Json"),
    STATE: ("window", "self", "globalThis"),
}
"""Words of which each pattern needs one."""
UNDEFINED = re.compile(r"(?<=[:,\[])\s{0,9}(?:undefined|void 0)(?=\s{0,9}[,}\]])")
END = re.compile(r"</script", re.IGNORECASE)
BARE = re.compile(r"(?:\{\s{0,99}[\"}]|\[\s{0,99}[\[{\"\]])(?<!\[\[)")
START = 2_000  # characters in which a page of data begins


def payloads(text: str) -> dict[str, list[object]]:
    """What the page's data scripts hold: ``next`` (Next.js), ``state`` (others), or all of the page: ``page``.

    Of Next.js a page has one block, the first that is JSON: any other counts among the rest. A Problem stands for a
    block that is no JSON, and behind a block in which something was scrubbed.
    """
    if BARE.match(text[:START].lstrip("\ufeff \t\r\n")):
        return {"page": block(text, 0, len(text))}
    found: dict[str, list[object]] = {"next": [], "state": []}
    for name, pattern in (("next", NEXT), ("state", SCRIPT), ("state", STATE)):
        for number, opened in enumerate(matches(pattern, text)):
            if number == MAX_BLOCKS:
                found[name].append(Problem("over-budget", "", f"data beyond its first {MAX_BLOCKS} blocks"))
                break
            closed = END.search(text, opened.end())
            values = block(text, opened.end(), closed.start() if closed else len(text))
            first = isinstance(values[0], (dict, list)) and not found["next"]
            if isinstance(values[0], (dict, list, Problem)):
                found[name if first else "state"] += values
    return found


def matches(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """The matches of one of the patterns, looked for only where a word of it stands."""
    if pattern is not STATE:
        if any(sign in text for sign in SIGNS[pattern]):
            yield from pattern.finditer(text)
        return
    end = 0
    for at in sorted(at for name in SIGNS[STATE] for at in places(text, name)):
        if at >= end and (match := STATE.match(text, at)):
            end = match.end()
            yield match


def places(text: str, word: str) -> Iterator[int]:
    """Where a word stands in a text."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + len(word))


def block(text: str, start: int, end: int) -> list[object]:
    """The JSON value that begins the part of the text, and behind it the Problem that something in it was scrubbed.

    What follows the value, a semicolon or a script, does not count; a string that holds JSON stands for that.
    """
    where = f"text:{start}-{end}"
    if end - start > MAX_BLOCK:
        return [Problem("over-budget", "", f"JSON of {end - start} characters", where)]
    source = text[start:end].lstrip("\ufeff \t\r\n")
    for candidate in (source, UNDEFINED.sub("null", source) if "undefined" in source or "void 0" in source else ""):
        value, lost = loaded(candidate)
        if isinstance(value, str):
            inner, within = loaded(value)
            value, lost = (value, lost) if inner is None else (inner, lost or within)
        if value is not None:
            return [value, *([Problem("scrubbed", "", "NUL or lone surrogates", where)] if lost else [])]
    return [Problem("unreadable", "", "data that is no JSON", where)]


def loaded(source: str) -> tuple[object, bool]:
    """The JSON value that the source begins with, None when there is none, and whether something in it was scrubbed."""
    decoder = json.JSONDecoder(strict=False, parse_constant=lambda name: None, parse_int=integer)
    clean = scrubbed_json(source)
    try:
        value, end = decoder.raw_decode(clean)
    except (ValueError, RecursionError):
        return None, False
    return value, clean is not source and clean[:end] != source[:end]


def integer(digits: str) -> int | None:
    return int(digits) if len(digits) <= MAX_DIGITS else None
