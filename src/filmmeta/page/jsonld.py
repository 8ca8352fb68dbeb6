"""JSON-LD blocks found and read without a tree, one by one, so that a broken one costs only itself."""

from __future__ import annotations

import json
import re

from filmmeta.claim import Problem

MAX_BLOCK = 5_000_000  # characters
OPEN = re.compile(r"""<script\s[^<>]{0,400}?application/ld\+json[^<>]{0,400}>""", re.IGNORECASE)
CLOSE = re.compile(r"</script", re.IGNORECASE)
WRAPPERS = (("<!--", "-->"), ("//<![CDATA[", "//]]>"), ("/*<![CDATA[*/", "/*]]>*/"), ("<![CDATA[", "]]>"))


def blocks(text: str) -> list[object]:
    """What the page's JSON-LD scripts hold, in page order; a Problem stands for one that cannot be read."""
    found: list[object] = []
    opened = OPEN.search(text)
    while opened:
        closed = CLOSE.search(text, opened.end())
        end = closed.start() if closed else len(text)
        found.append(read(text[opened.end() : end], opened.end()))
        opened = OPEN.search(text, end)
    return found


def read(source: str, start: int) -> object:
    """The block's value, its wrappers and trailing semicolon taken off; control characters are allowed."""
    where = f"text:{start}-{start + len(source)}"
    if len(source) > MAX_BLOCK:
        return Problem("over-budget", "", f"JSON-LD of {len(source)} characters", where)
    bare = source.strip()
    for head, tail in WRAPPERS:
        if bare.startswith(head):
            bare = bare.removeprefix(head).strip().removesuffix(tail).strip()
    try:
        return json.loads(bare.rstrip(";"), strict=False, parse_constant=lambda name: None)
    except (ValueError, RecursionError):
        return Problem("unreadable", "", "JSON-LD that is no JSON", where)
