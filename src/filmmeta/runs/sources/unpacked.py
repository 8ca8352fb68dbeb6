"""Compressed bytes as a stream that is bounded: it never raises, it ends and says why."""

from __future__ import annotations

import bz2
import io
import lzma
import zlib
from collections.abc import Callable
from typing import Protocol

import zstandard

SLACK = 64_000_000  # bytes that anything may expand to
RATIO = 250  # times its own size that an archive may expand to beyond that
WINDOW = 128 << 20  # bytes of memory that a decompressor may ask for
STEP = 1_024  # bytes given to a decompressor at once: Zstandard makes 32 MB of them at most
PIECE = 1 << 20  # bytes taken from one of bzip2 or xz at once: 1,024 bytes can be gigabytes to them
GZIP_STEP = 16_384
BOMB = f"it expands to more than {RATIO} times its size"
CUT = "its compressed data ends too soon"
BROKEN = "its compressed data is broken"
Errors = (zlib.error, OSError, EOFError, ValueError, lzma.LZMAError, zstandard.ZstdError, MemoryError)


class Decompressor(Protocol):
    """What zlib, bz2, lzma and zstandard have in common."""

    @property
    def eof(self) -> bool: ...
    @property
    def unused_data(self) -> bytes: ...
    def decompress(self, data: bytes, /) -> bytes: ...


class Source(Protocol):
    def read(self, size: int, /) -> bytes: ...


def made(layer: str) -> Decompressor:
    """A decompressor for one layer, its memory bounded."""
    makers: dict[str, Callable[[], Decompressor]] = {
        "gz": lambda: zlib.decompressobj(31),
        "bz2": bz2.BZ2Decompressor,
        "xz": lambda: lzma.LZMADecompressor(memlimit=WINDOW),
        "zst": lambda: zstandard.ZstdDecompressor(max_window_size=WINDOW).decompressobj(),
    }
    return makers[layer]()


class Unpacked(io.RawIOBase):
    """The decompressed bytes of a stream, one member after another.

    ``broken`` says why they end before they should: cut short, no such data, or more than they may be.
    """

    def __init__(self, source: Source, layer: str) -> None:
        self.source = source
        self.layer = layer
        self.broken = ""
        self.taken = self.given = 0
        self._step = GZIP_STEP if layer == "gz" else STEP
        self._most = (PIECE,) if layer in ("bz2", "xz") else ()
        self._decompressor = self.member()
        self._begun = False  # whether the member has been given any bytes
        self._rest = b""
        self._ready = memoryview(b"")

    def member(self) -> Decompressor:
        """What decompresses the next member."""
        return made(self.layer)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        size = 0
        while size < len(buffer) and (self._ready or (not self.broken and self._fill())):
            step = min(len(buffer) - size, len(self._ready))
            buffer[size : size + step] = self._ready[:step]
            self._ready = self._ready[step:]
            size += step
        return size

    def _fill(self) -> bool:
        """Decompress a little more; False at the end."""
        if not getattr(self._decompressor, "needs_input", True) and not self._decompressor.eof:
            return self._feed(b"")
        data = self._rest or self._read()
        self._rest = b""
        if self._decompressor.eof:
            data = data.lstrip(b"\0")  # tapes and blocks are filled up with these
            if data:
                self._decompressor, self._begun = self.member(), False
        if not data:
            if self._begun and not self._decompressor.eof:
                self.broken = CUT
            return False
        return self._feed(data)

    def _read(self) -> bytes:
        data = self.source.read(self._step)
        self.taken += len(data)
        return data

    def _feed(self, data: bytes) -> bool:
        self._begun = True
        try:
            made = self._decompressor.decompress(data, *self._most)
            self._rest = self._decompressor.unused_data if self._decompressor.eof else b""
        except Errors:
            return self.mended(data)
        self.given += len(made)
        if self.given > SLACK + RATIO * self.taken:
            self.broken = BOMB
            return False
        self._ready = memoryview(made)
        return True

    def resumed(self) -> bool:
        """Whether the stream goes on behind broken data."""
        return False

    def mended(self, data: bytes) -> bool:
        """Go on behind data that cannot be decompressed; nothing does, but where members stand for themselves."""
        self.broken = BROKEN
        return False
