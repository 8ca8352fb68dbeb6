"""Regular files, opened so that nothing blocks, and read whole."""

from __future__ import annotations

import errno
import os
import stat
from io import BufferedReader
from pathlib import Path
from typing import BinaryIO

from filmmeta.page.contents import MAX_BYTES
from filmmeta.runs.sources.origins import Refused

FLAGS = os.O_RDONLY | os.O_NONBLOCK | os.O_NOFOLLOW | os.O_CLOEXEC
OURS = frozenset({errno.EMFILE, errno.ENFILE, errno.ENOMEM})
"""Errors that are the machine's and no file's: they end the run instead of costing a page."""
NO_FILE = "no regular file"


def opened(path: Path) -> BufferedReader:
    """A regular file to read from; its path is no link any more. Refused when it is anything else."""
    try:
        mode = os.lstat(path).st_mode
        if stat.S_ISDIR(mode):
            os.listdir(path)  # a folder is asked for when it could not be read: this says why
        if not stat.S_ISREG(mode):  # to open a device can be to act on it
            raise Refused(NO_FILE)
        file = os.open(path, FLAGS)
    except OSError as error:
        raise refusal(error) from error
    if not stat.S_ISREG(os.fstat(file).st_mode):
        os.close(file)
        raise Refused(NO_FILE)
    return open(file, "rb")


def refusal(error: OSError) -> Refused:
    """What an error says of a file; one that is not the file's own is raised again."""
    if error.errno in OURS:
        raise error
    return Refused(error.strerror or type(error).__name__)


def too_large(size: int) -> Refused:
    """The refusal of a page of so many bytes."""
    return Refused(f"{size:,} bytes: a page has {MAX_BYTES:,} at most")


def state(file: BinaryIO) -> tuple[int, int]:
    """A file's size and the time of its last change."""
    found = os.fstat(file.fileno())
    return found.st_size, found.st_mtime_ns


def still(file: BinaryIO) -> bytes | None:
    """The bytes of an open page; None when it changed while it was read."""
    before = state(file)
    if before[0] > MAX_BYTES:
        raise too_large(before[0])
    try:
        body = file.read(before[0] + 1)
    except OSError as error:
        raise refusal(error) from error
    return body if state(file) == before and len(body) == before[0] else None


def whole(path: Path) -> bytes:
    """The bytes of a page that changed while it was read, read once more."""
    with opened(path) as file:
        body = still(file)
    if body is None:
        raise Refused("it changes while it is read")
    return body
