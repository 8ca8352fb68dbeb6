"""One run at a time on one output."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from filmmeta.runs.parts import FLAGS, naming


class Busy(Exception):
    """Another run is writing the same output."""


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Hold the lock at ``path`` meanwhile; Busy when another run does. It ends with its process, however that ends."""
    with naming(path):
        file = os.open(path, FLAGS, 0o666)
    try:
        try:
            with naming(path):
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Busy from None
        yield
    finally:
        os.close(file)
