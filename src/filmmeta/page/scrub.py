"""Texts without what no file of records can hold: NUL, and half surrogate pairs. Each becomes U+FFFD."""

from __future__ import annotations

import re

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


def scrubbed_json(source: str) -> str:
    r"""JSON, its escapes.

    >>> scrubbed_json(r'"\u0000 \\u0000 \ud83d\udea2 \ud83d \udea2"')
    '"\\ufffd \\\\u0000 \\ud83d\\udea2 \\ufffd \\ufffd"'
    """
    if not any(escape in source for escape in ESCAPES):
        return source
    return ESCAPE.sub(lambda match: r"\ufffd" if match[1] else match[0], source)
