"""How the bytes of an output are packed: as they are, or in members that end at each checkpoint."""

from __future__ import annotations

import zlib
from typing import Protocol

LEVEL = {".gz": 6, ".zst": 6}
GZIP = 31  # zlib's word for the largest window in a gzip wrapper, whose time stamp it leaves 0


class Member(Protocol):
    """What takes bytes and gives them packed; ``flush`` ends it."""

    def compress(self, data: bytes, /) -> bytes: ...

    def flush(self) -> bytes: ...


class Plain:
    """Bytes as they are."""

    def compress(self, data: bytes, /) -> bytes:
        return data

    def flush(self) -> bytes:
        return b""


def member(name: str) -> Member:
    """A new member for the output of that name; members that follow each other unpack as one.

    The same bytes give the same member: no time, no name and no worker's number is in it.
    """
    if name.endswith(".gz"):
        return zlib.compressobj(LEVEL[".gz"], zlib.DEFLATED, GZIP)
    if name.endswith(".zst"):
        from zstandard import ZstdCompressor

        return ZstdCompressor(level=LEVEL[".zst"]).compressobj()
    return Plain()
