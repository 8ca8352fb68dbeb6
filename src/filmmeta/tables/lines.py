"""The lines of finished outputs, in blocks that fit in memory."""

from __future__ import annotations

import gzip
import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO, cast

import zstandard

ROWS = 4_096  # of a block at most
BYTES = 16_000_000  # after which a block ends

GZIP, ZSTD = b"\x1f\x8b", b"\x28\xb5\x2f\xfd"


@contextmanager
def opened(source: Path) -> Iterator[BinaryIO]:
    """The file's plain bytes, if its first ones say that it is gzip or Zstandard; members and frames are joined."""
    with source.open("rb") as file:
        start = file.peek(4)
        if start.startswith(GZIP):
            yield cast(BinaryIO, gzip.GzipFile(fileobj=file))
        elif start.startswith(ZSTD):
            frames = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True, closefd=False)
            yield io.BufferedReader(cast(io.RawIOBase, frames), 1 << 17)
        else:
            yield file


def blocks(source: Path) -> Iterator[list[bytes]]:
    """The lines of a file, ``ROWS`` or some ``BYTES`` of them at a time: the same file gives the same blocks."""
    with opened(source) as file:
        block: list[bytes] = []
        size = 0
        for line in file:
            block.append(line)
            size += len(line)
            if len(block) == ROWS or size >= BYTES:
                yield block
                block, size = [], 0
        if block:
            yield block
