"""Many pages: each file's records written in input order, and an account of the run."""

from __future__ import annotations

import hashlib
import os
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from filmmeta import jsonl
from filmmeta.kernel import AnyRecord, records, refused
from filmmeta.page import Page
from filmmeta.runs.inputs import File
from filmmeta.runs.outputs import Output


@dataclass
class Tally:
    """What a run met: its pages by outcome, its records by kind, its problems and rejects by code."""

    pages: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    records: Counter[str] = field(default_factory=Counter)
    problems: Counter[str] = field(default_factory=Counter)
    reasons: Counter[str] = field(default_factory=Counter)
    digest: hashlib._Hash = field(default_factory=hashlib.sha256)

    def add(self, found: list[AnyRecord]) -> None:
        """Count one page's records."""
        self.pages += 1
        kinds = [record.kind for record in found]
        self.outcomes["film" if "film" in kinds else "reviews only" if "review" in kinds else "reject"] += 1
        self.records.update(kinds)
        self.problems.update(problem.code for record in found for problem in record.problems)
        self.reasons.update(record.reason for record in found if record.kind == "reject")
        self.digest.update(f"{found[0].page.sha256} {found[0].page.name}\n".encode("utf-8", "backslashreplace"))


def normalise(pages: Iterable[File], output: Output) -> Tally:
    """Write the records of each page to ``output`` in order; the tally of them all."""
    tally = Tally()
    for page in pages:
        found = read(page)
        for record in found:
            output.write(record.kind, jsonl.line(record))
        tally.add(found)
    return tally


def read(page: File) -> list[AnyRecord]:
    """The records of one file; one that cannot be read is a Reject that says why."""
    name = os.fsencode(page.name).decode("utf-8", "replace")
    if page.path.exists() and not page.path.is_file():
        return [refused(name, "no regular file")]
    try:
        body = page.path.read_bytes()
    except OSError as error:
        return [refused(name, error.strerror or type(error).__name__)]
    return records(Page(body, name=name))
