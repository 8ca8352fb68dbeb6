"""Texts without what no file of records can hold: NUL, and half surrogate pairs. Each becomes U+FFFD."""

from __future__ import annotations

import re
from collections.abc import Iterable

from filmmeta.claim import Problem

ESCAPES = ("\\u0000", "\\ud", "\\uD")
ESCAPE = re.compile(
    r"\\(?:u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|(u0000|u[dD][89a-fA-F][0-9a-fA-F]{2})|.)", re.DOTALL
)
"""An escape in JSON, a surrogate pair as one; the group holds what stands for no character."""


def scrubbed(text: str) -> str:
    r"""The text itself.

    >>> scrubbed("a\0b\udfff")
    'a�b�'
    """
    text = text.replace("\0", "\ufffd")
    try:
        text.encode()
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return text


def encoded(text: str) -> tuple[bytes, list[Problem]]:
    """A text as UTF-8, and the problem that there were half surrogate pairs in it."""
    try:
        return text.encode("utf-8"), []
    except UnicodeEncodeError:
        whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        return whole.encode("utf-8"), [Problem("scrubbed", "", "lone surrogates")]


def told(path: str, before: str, after: str, where: str = "") -> list[Problem]:
    """The problem that a text has been scrubbed, where it has."""
    return [] if before == after else [Problem("scrubbed", path, "NUL or lone surrogates", where)]


def parted(found: Iterable[object]) -> tuple[list[object], list[Problem]]:
    """The values among what was found in a page's JSON, and the word of what was scrubbed in them."""
    values: list[object] = []
    problems: list[Problem] = []
    for each in found:
        if isinstance(each, Problem) and each.code == "scrubbed":
            problems.append(each)
        else:
            values.append(each)
    return values, problems


def scrubbed_json(source: str) -> str:
    r"""JSON, its escapes.

    >>> scrubbed_json(r'"\u0000 \\u0000 \ud83d\udea2 \ud83d \udea2"')
    '"\\ufffd \\\\u0000 \\ud83d\\udea2 \\ufffd \\ufffd"'
    """
    if not any(escape in source for escape in ESCAPES):
        return source
    return ESCAPE.sub(lambda match: r"\ufffd" if match[1] else match[0], source)
