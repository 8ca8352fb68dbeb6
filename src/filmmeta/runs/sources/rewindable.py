"""A stream with a little of what was read from it kept, so that a reader can go back behind a broken record."""

from __future__ import annotations

import sys
from typing import Protocol

from filmmeta.runs.sources.faults import Errors

KEPT = 1 << 20  # bytes
STEP = 65_536
MOST_HEADERS = 65_536  # bytes of lines that may follow each other without a block read in between


class Stream(Protocol):
    def read(self, size: int = -1, /) -> bytes: ...


class Rewindable:
    """Reads a stream forward; ``find`` goes on from the next place of a mark, if need be one already read."""

    def __init__(self, stream: Stream) -> None:
        self.stream = stream
        self.at = 0
        self.until = sys.maxsize
        self._kept = bytearray()
        self._first = 0  # the place of the first byte kept
        # What ended the stream: no exception may pass through a library that is not written in Python.
        self.failed: Exception | KeyboardInterrupt | None = None

    def _more(self, size: int) -> bytes:
        """Read on at the end of what is kept."""
        try:
            data = self.stream.read(size)
        except (*Errors, KeyboardInterrupt) as error:
            self.failed, data = error, b""
        self._kept += data
        return data

    def read(self, size: int = -1, /) -> bytes:
        """Up to ``size`` bytes; fewer at the end alone."""
        begin = self.at - self._first
        while size < 0 or len(self._kept) - begin < size:
            if not self._more(STEP if size < 0 else max(size - len(self._kept) + begin, 1)):
                break
        data = bytes(self._kept[begin:] if size < 0 else self._kept[begin : begin + size])
        self.at += len(data)
        self._forget()
        return data

    def readline(self, size: int = -1, /) -> bytes:
        """A line with its end, ``MOST_HEADERS`` bytes of it at most; none behind ``until``."""
        if self.at >= self.until:
            return b""
        begin = self.at - self._first
        while (end := self._kept.find(b"\n", begin, begin + MOST_HEADERS)) < 0:
            if len(self._kept) - begin >= MOST_HEADERS or not self._more(STEP):
                end = min(len(self._kept), begin + MOST_HEADERS) - 1
                break
        data = bytes(self._kept[begin : end + 1])
        self.at += len(data)
        self._forget()
        return data

    def tell(self) -> int:
        """The place of the next byte."""
        return self.at

    def _forget(self) -> None:
        """Keep what was read last, and a second time as much at most."""
        old = self.at - self._first - KEPT
        if old > KEPT:
            del self._kept[:old]
            self._first += old

    def go_on(self) -> None:
        """Go to the end of what was read."""
        self.at = self._first + len(self._kept)

    def find(self, mark: bytes, start: int) -> bool:
        """Go to the next line behind a place that begins with a mark; False when there is none."""
        mark = b"\n" + mark
        self.at = max(start, self._first)
        while (found := self._kept.find(mark, self.at - self._first)) < 0:
            self.at = max(self.at, self._first + len(self._kept) - len(mark) + 1)
            self._forget()
            if not self._more(STEP):
                return False
        self.at = self._first + found + 1
        return True
