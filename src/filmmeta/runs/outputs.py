"""Where a run's records go: files that are there whole or not at all."""

from __future__ import annotations

import hashlib
import os
from contextlib import ExitStack
from pathlib import Path
from types import TracebackType
from typing import IO, Protocol

from filmmeta.records import KINDS


class Output(Protocol):
    """What takes a record's kind and its line."""

    def write(self, kind: str, line: bytes) -> None: ...


class Stream:
    """All kinds on one stream, told apart by their ``kind``."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream

    def write(self, kind: str, line: bytes) -> None:
        self.stream.write(line)


class Folder:
    """A file for each kind, written beside its place and moved there when the run is whole."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self.folder = folder
        self.digests = {kind: hashlib.sha256() for kind in KINDS}
        self.lines = dict.fromkeys(KINDS, 0)
        self._files: dict[str, IO[bytes]] = {}

    def __enter__(self) -> Folder:
        with ExitStack() as undo:
            undo.callback(self._discard)
            for kind in KINDS:
                self._files[kind] = open(self.part(kind), "wb")
            undo.pop_all()
        return self

    def _discard(self) -> None:
        """Close and remove what was written so far."""
        for file in self._files.values():
            file.close()
        for kind in KINDS:
            self.part(kind).unlink(missing_ok=True)

    def path(self, kind: str) -> Path:
        return self.folder / f"{KINDS[kind]}.jsonl"

    def part(self, kind: str) -> Path:
        return self.folder / f".{KINDS[kind]}.jsonl.part"

    def write(self, kind: str, line: bytes) -> None:
        self._files[kind].write(line)
        self.digests[kind].update(line)
        self.lines[kind] += 1

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with ExitStack() as undo:
            undo.callback(self._discard)
            if error is None:
                for file in self._files.values():
                    file.flush()
                    os.fsync(file.fileno())
                    file.close()
                for each in self._files:
                    os.replace(self.part(each), self.path(each))
                undo.pop_all()

    def put(self, name: str, text: str) -> Path:
        """A small file beside the records, whole or not at all."""
        part = self.folder / f".{name}.part"
        part.write_text(text, "utf-8")
        return part.replace(self.folder / name)
