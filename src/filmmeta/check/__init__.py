"""Proof that an output is whole: every page in it, once, and every line as it should be.

It shares no code with what wrote the output: it reads the files, and trusts nothing that they say of each other.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from filmmeta.check.account import facts, foreign, package, run
from filmmeta.check.findings import Fault, Finding, Findings
from filmmeta.check.lines import SUFFIXES
from filmmeta.check.schemas import validator
from filmmeta.check.steps import Steps
from filmmeta.check.stream import Stream
from filmmeta.check.tables import MANY, tables

__all__ = ["Account", "Finding", "check"]


@dataclass(frozen=True)
class Account:
    """What a check of an output found.

    ``findings`` are the first of each file, ``total`` counts them all: an output is good when there is none.
    ``pages`` are the inputs; each is one of the ``films``, ``reviews_only`` or ``rejects``.
    """

    findings: tuple[Finding, ...]
    total: int
    pages: int
    films: int
    reviews_only: int
    rejects: int
    records: int


def check(out: Path) -> Account:
    """Read an output folder whole, in memory that does not grow with it; what does not hold becomes a finding.

    NotADirectoryError when ``out`` is no folder.
    """
    if not out.is_dir():
        raise NotADirectoryError(f"{out}: no such folder")
    findings = Findings()
    streams = opened(out, findings)
    inventory = streams.pop("page", None)
    if inventory is None:
        return Account(tuple(findings.kept), sum(findings.counts.values()), 0, 0, 0, 0, 0)
    steps = Steps(inventory, streams)
    steps.walk()
    described(out, [inventory, *streams.values()], steps, findings)
    return Account(
        tuple(findings.kept),
        sum(findings.counts.values()),
        pages=steps.counts["page"],
        films=steps.outcomes["film"],
        reviews_only=steps.outcomes["reviews"],
        rejects=steps.outcomes["reject"],
        records=sum(each.count for each in streams.values()),
    )


def opened(out: Path, findings: Findings) -> dict[str, Stream]:
    """The lines of each kind; a kind without a file, or with two, is a finding."""
    streams = {}
    for kind, many in MANY.items():
        validate = validator(out, kind, findings)
        names = [name for suffix in SUFFIXES if (out / (name := f"{many}.jsonl{suffix}")).exists()]
        if len(names) != 1:
            findings.add(f"{many}.jsonl", 0, f"is there {len(names)} times, packed or not" if names else "is missing")
        if names:
            streams[kind] = Stream(out / names[0], kind, validate, findings)
    return streams


def described(out: Path, streams: list[Stream], steps: Steps, findings: Findings) -> None:
    """Hold tables and accounts against the lines."""
    rows: dict[str, int | None] = {each.file: each.count for each in streams}
    rows |= tables(out, steps.counts, findings)
    files = {}
    for name, count in rows.items():
        with suppress(Fault):  # which was told when its lines or rows were read
            files[name] = facts(out / name, count)
    run(out, files, steps, findings)
    package(out, files, findings)
    foreign(out, [*rows, *(f"{kind}.schema.json" for kind in MANY)], findings)
