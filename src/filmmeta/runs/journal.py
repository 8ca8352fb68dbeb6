"""How far a run came: a line for what it is, then a line for each checkpoint."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any, NamedTuple

from filmmeta.runs.parts import FLAGS, Mark, naming, write_all

EVERY = 256  # pages from checkpoint to checkpoint: by count, so that packed outputs are the same bytes


class Checkpoint(NamedTuple):
    """A place in a run from which it can go on.

    ``pages`` are done. ``origins`` were begun, and ``items`` (pages and what is none) taken of the last of them;
    ``digest`` tells these origins from others. ``tally`` is what was counted, ``marks`` how far each output
    stands. ``whole`` says that no origin follows.
    """

    pages: int = 0
    origins: int = 0
    items: int = 0
    digest: str = ""
    tally: dict[str, Any] = {}  # noqa: RUF012  never changed
    marks: dict[str, Mark] = {}  # noqa: RUF012
    whole: bool = False


class Journal:
    """The journal of a run in a file; a line that a crash tore is not there."""

    def __init__(self, path: Path) -> None:
        with naming(path):
            self.file = os.open(path, FLAGS, 0o666)
        self.path = path
        self.head: dict[str, Any] = {}
        self.checkpoints: list[Checkpoint] = []
        self._ends: list[int] = []  # of the lines, the head's first

    def read(self) -> None:
        """Take in what the file holds, up to the first line that is none."""
        at = 0
        with naming(self.path), open(self.path, "rb") as file:
            for line in file:
                at += len(line)
                if not self._take(line):
                    break
                self._ends.append(at)

    def _take(self, line: bytes) -> bool:
        try:
            said = json.loads(line) if line.endswith(b"\n") else None
            if not isinstance(said, dict):
                return False
            if not self._ends:
                self.head = said
            else:
                marks = {name: Mark(*mark) for name, mark in said.pop("marks").items()}
                self.checkpoints.append(Checkpoint(**said, marks=marks))
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return False
        return True

    def begin(self, head: dict[str, Any]) -> None:
        """Forget all and begin anew."""
        self.checkpoints, self._ends = [], []
        self._cut(0)
        self.head = head
        self._append(head)

    def cut(self, number: int) -> None:
        """Forget all but the first ``number`` checkpoints."""
        del self.checkpoints[number:], self._ends[number + 1 :]
        self._cut(self._ends[number])

    def add(self, checkpoint: Checkpoint) -> None:
        """Write one more checkpoint, for good."""
        self._append(checkpoint._asdict())

    def close(self) -> None:
        os.close(self.file)

    def _cut(self, length: int) -> None:
        with naming(self.path):
            if os.fstat(self.file).st_size != length:
                os.ftruncate(self.file, length)
            os.lseek(self.file, length, os.SEEK_SET)

    def _append(self, said: dict[str, Any]) -> None:
        write_all(self.file, json.dumps(said, ensure_ascii=True).encode("ascii") + b"\n", self.path)
        with naming(self.path):
            os.fsync(self.file)
