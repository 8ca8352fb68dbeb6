"""Whether a page's bytes can hold a text at all."""

from __future__ import annotations

from typing import Literal

from filmmeta.page import Page

MAX_BYTES = 64_000_000
CONTROLS = bytes({*range(9), *range(14, 27), *range(28, 32), 127})
BINARY = 10  # one control character in so many is a binary file's
MAGIC = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"%PDF-", b"PK\x03\x04", b"\x1f\x8b", b"RIFF", b"BZh", b"OggS")
"""Files that are no text from their first bytes on."""


def unreadable(page: Page) -> Literal["empty", "too-large", "binary"] | None:
    """Why a page can hold no text at all, from its bytes."""
    if not page.body.strip():
        return "empty"
    if len(page.body) > MAX_BYTES:
        return "too-large"
    head = page.body[:1024]
    if head.startswith(MAGIC):
        return "binary"
    controls = len(head) - len(head.translate(None, CONTROLS))
    if controls > len(head) // BINARY and not page.encoding.startswith(("utf-16", "utf-32")):
        return "binary"
    if page.text.count("\ufffd", 0, 1024) > min(len(page.text), 1024) // BINARY:
        return "binary"
    return None if page.text.strip("\ufeff\ufffd \n\t\xa0") else "empty"
