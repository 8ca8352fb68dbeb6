"""The lines of a file, each with what it holds or why it holds nothing."""

from __future__ import annotations

import gzip
import io
import json
import os
import re
import stat
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO, cast

import zstandard

from filmmeta.check.findings import Fault

LONGEST = 512_000_000  # bytes of a line
SUFFIXES = ("", ".gz", ".zst")
SUSPECT = re.compile(rb"\\u(?:0000|[dD][89a-fA-F])")  # NUL or half a pair, if it is an escape and stands alone


@contextmanager
def raw(path: Path) -> Iterator[io.BufferedReader]:
    """The bytes of a regular file as it lies there; Fault when it is none, or nobody may read it."""
    try:
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK)
    except OSError as error:
        raise Fault(f"cannot be read: {error.strerror}") from None
    with open(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise Fault("is no regular file")
        yield file


@contextmanager
def opened(path: Path) -> Iterator[BinaryIO]:
    """The plain bytes of a regular file, unpacked if its suffix says so; Fault as above."""
    with raw(path) as file:
        if path.suffix == ".gz":
            yield cast(BinaryIO, gzip.GzipFile(fileobj=file))
        elif path.suffix == ".zst":
            frames = zstandard.ZstdDecompressor().stream_reader(file, read_across_frames=True, closefd=False)
            yield io.BufferedReader(cast(io.RawIOBase, frames), 1 << 17)
        else:
            yield file


def lines(path: Path) -> Iterator[bytes]:
    """The lines with their ends; Fault where the file stops being readable."""
    with opened(path) as file:
        try:
            while line := file.readline(LONGEST):
                yield line
        except (EOFError, zlib.error, zstandard.ZstdError, gzip.BadGzipFile) as error:
            raise Fault(f"cannot be unpacked to its end: {type(error).__name__}") from None
        except OSError as error:
            raise Fault(f"cannot be read to its end: {error.strerror}") from None


def held(line: bytes) -> dict[str, Any]:
    """The object that a line holds; Fault when it is not one JSON object in ASCII with keys that differ."""
    if not line.endswith(b"\n"):
        raise Fault("is torn: it has no line end")
    if not line.isascii():
        raise Fault("is not ASCII")
    try:
        found = json.loads(line, object_pairs_hook=distinct, parse_constant=no_number)
    except json.JSONDecodeError as error:
        raise Fault(f"is no JSON at character {error.colno}") from None
    except RecursionError:
        raise Fault("is nested too deeply") from None
    except ValueError:
        raise Fault("holds a number that is too long") from None
    if not isinstance(found, dict):
        raise Fault("holds no object")
    if SUSPECT.search(line) and not all(map(writable, strings(found))):
        raise Fault("holds NUL or half a surrogate pair")
    return found


def distinct(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise Fault("has a key twice")
    return found


def no_number(name: str) -> Any:
    raise Fault(f"holds {name}, which is no JSON")


def strings(value: Any) -> Iterator[str]:
    """All the strings in a value, keys included."""
    left = [value]
    while left:
        each = left.pop()
        if isinstance(each, str):
            yield each
        elif isinstance(each, list):
            left += each
        elif isinstance(each, dict):
            left += each
            left += each.values()


def writable(text: str) -> bool:
    try:
        return b"\0" not in text.encode()
    except UnicodeEncodeError:
        return False
