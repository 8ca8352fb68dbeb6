"""The records of one file, taken one after the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from filmmeta.check.findings import Fault, Findings
from filmmeta.check.grounds import ground
from filmmeta.check.lines import held, lines
from filmmeta.check.schemas import Validate

Key = tuple[str, str]
"""A page's name and digest."""


class Line(NamedTuple):
    """What stands on a line: an object that its schema allows, or None with a finding told."""

    number: int
    held: dict[str, Any] | None

    @property
    def key(self) -> Key | None:
        """The page that a record came from, or that a line of the inventory is of; None when nobody can tell."""
        page = self.held and self.held.get("page", self.held)
        return (page["name"], page["sha256"]) if page else None


class Stream:
    """The lines of a file of one kind, each held to its schema; what is wrong with them goes to the findings."""

    def __init__(self, path: Path, kind: str, validate: Validate, findings: Findings) -> None:
        self.file = path.name
        self.kind = kind
        self.count = 0
        self.broken = False  # nobody can read it to its end
        self.findings = findings
        self._validate = validate
        self._lines = self._read(path)
        self.head = next(self._lines, None)

    def take(self) -> Line:
        """The line at the head; the next one moves up."""
        taken = self.head
        if taken is None:
            raise EOFError(self.file)
        self.head = next(self._lines, None)
        return taken

    def tell(self, line: int, reason: str) -> None:
        self.findings.add(self.file, line, reason)

    def _read(self, path: Path) -> Iterator[Line]:
        try:
            for line in lines(path):
                self.count += 1
                yield Line(self.count, self._held(line))
        except Fault as fault:
            self.broken = True
            self.tell(0, str(fault))

    def _held(self, line: bytes) -> dict[str, Any] | None:
        try:
            found = held(line)
            self._validate(found)
            if found["kind"] != self.kind:
                raise Fault(f"is no {self.kind}")
            if self.kind != "page":
                ground(found)
        except Fault as fault:
            self.tell(self.count, str(fault))
            return None
        except (KeyError, TypeError, AttributeError):  # only a schema that is not the published one lets it pass
            self.tell(self.count, f"is no {self.kind}")
            return None
        return found
