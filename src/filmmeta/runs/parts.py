"""Outputs on their way: bytes appended to files that readers do not see yet."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple

from filmmeta.runs.compression import member

BUFFER = 1 << 18  # bytes that are kept before they are written
BLOCK = 1 << 20
FLAGS = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW


class Mark(NamedTuple):
    """How far an output stands: its length, and the SHA-256 of all its bytes up to there."""

    bytes: int
    sha256: str


class Part:
    """One output on its way, packed as its name says; errors name its file."""

    def __init__(self, path: Path, name: str) -> None:
        with naming(path):
            self.file = os.open(path, FLAGS, 0o666)
        self.path = path
        self.name = name
        self.length = 0
        self._digest = hashlib.sha256()
        self._member = member(name)
        self._lines = 0  # in the member that is open
        self._pending: list[bytes] = []
        self._size = 0

    def keep(self, length: int) -> None:
        """Go on behind the first ``length`` bytes that the part has; OSError when it has fewer."""
        with naming(self.path):
            for block in blocks(self.file, length):
                self._digest.update(block)
            os.ftruncate(self.file, length)
            self.length = os.lseek(self.file, length, os.SEEK_SET)

    def copy(self, source: Path, length: int) -> None:
        """Begin with the first ``length`` bytes of a file, whose place is not touched."""
        with naming(self.path):
            os.ftruncate(self.file, 0)
        if length:
            with naming(source), open(source, "rb") as file:
                for block in blocks(file.fileno(), length):
                    self._append(block)

    def write(self, line: bytes) -> None:
        self._lines += 1
        self._pending.append(line)
        self._size += len(line)
        if self._size >= BUFFER:
            self._pack()

    def settle(self, last: bool = False) -> Mark:
        """End the member and bring all to the disk; how far the part stands now.

        A member without a line is not begun, but for the last of a part that is empty: every packed file has one.
        """
        self._pack()
        if self._lines or (last and not self.length):
            self._append(self._member.flush())
            self._member = member(self.name)
            self._lines = 0
        with naming(self.path):
            os.fsync(self.file)
        return Mark(self.length, self._digest.hexdigest())

    def close(self) -> None:
        os.close(self.file)

    def _pack(self) -> None:
        if self._pending:
            data, self._pending, self._size = b"".join(self._pending), [], 0
            self._append(self._member.compress(data))

    def _append(self, data: bytes) -> None:
        write_all(self.file, data, self.path)
        self._digest.update(data)
        self.length += len(data)


def write_all(file: int, data: bytes, path: Path) -> None:
    """Write all of ``data``, however many calls that takes; OSError names ``path``."""
    rest = memoryview(data)
    with naming(path):
        while rest:
            rest = rest[os.write(file, rest) :]


def blocks(file: int, length: int) -> Iterator[bytes]:
    """The first ``length`` bytes of an open file in blocks; OSError when there are fewer."""
    os.lseek(file, 0, os.SEEK_SET)
    while length:
        block = os.read(file, min(length, BLOCK))
        if not block:
            raise OSError(0, "is shorter than it was")
        length -= len(block)
        yield block


def held(path: Path, marks: Sequence[Mark]) -> int:
    """How many of the marks, which are in order, the file holds: all those before the first that is not true."""
    digest, number, at = hashlib.sha256(), 0, 0
    with suppress(FileNotFoundError), naming(path), opened(path) as file:
        for mark in marks:
            while at < mark.bytes and (block := os.read(file, min(mark.bytes - at, BLOCK))):
                digest.update(block)
                at += len(block)
            if at != mark.bytes or digest.hexdigest() != mark.sha256:
                break
            number += 1
    return number


@contextmanager
def opened(path: Path) -> Iterator[int]:
    """A file to read from."""
    file = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        yield file
    finally:
        os.close(file)


@contextmanager
def naming(path: Path) -> Iterator[None]:
    """Errors of what is done here name this path."""
    try:
        yield
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error
