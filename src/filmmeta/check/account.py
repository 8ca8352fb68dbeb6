"""The two accounts of a run, ``run.json`` and ``datapackage.json``, against its files."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from filmmeta.check.findings import Fault, Findings, quoted
from filmmeta.check.lines import LONGEST, distinct, raw
from filmmeta.check.steps import Steps

RUN, PACKAGE, STATE = "run.json", "datapackage.json", ".filmmeta"


class Facts(NamedTuple):
    """What a file is: its length, its digest, how many records or rows are in it (None: nobody could count)."""

    bytes: int
    sha256: str
    rows: int | None


def facts(path: Path, rows: int | None) -> Facts:
    """The facts of a file; Fault when it cannot be read."""
    with raw(path) as file:
        digest = hashlib.file_digest(file, "sha256").hexdigest()
        return Facts(file.tell(), digest, rows)


def account(path: Path) -> dict[str, Any]:
    """The object in a small JSON file; Fault when there is none."""
    try:
        with raw(path) as file:
            found = json.loads(file.read(LONGEST), object_pairs_hook=distinct)
    except (ValueError, RecursionError):
        raise Fault("is no JSON") from None
    if not isinstance(found, dict):
        raise Fault("holds no object")
    return found


def run(out: Path, files: Mapping[str, Facts], steps: Steps, findings: Findings) -> None:
    """Hold ``run.json`` against the files and the inventory's counts."""
    try:
        said = account(out / RUN)
    except Fault as fault:
        findings.add(RUN, 0, str(fault))
        return
    counts = {
        "inputs/pages": steps.counts["page"],
        "outcomes": dict(steps.outcomes),
        "problems": dict(steps.problems),
        "rejects": dict(steps.reasons),
        "limits": dict(steps.limits),
        "records": {kind: count for kind, count in steps.counts.items() if count and kind != "page"},
    }
    for place, value in counts.items():
        if at(said, place) != value:
            findings.add(RUN, 0, f"{place} is not what {steps.pages.file} gives")
    outputs = at(said, "outputs")
    listed = outputs if isinstance(outputs, dict) else {}
    true = {name: {"records": fact.rows, "sha256": fact.sha256} for name, fact in files.items()}
    compare(RUN, listed, true, findings)


def package(out: Path, files: Mapping[str, Facts], findings: Findings) -> None:
    """Hold ``datapackage.json`` against the files."""
    try:
        resources = account(out / PACKAGE).get("resources")
    except Fault as fault:
        findings.add(PACKAGE, 0, str(fault))
        return
    found = resources if isinstance(resources, list) else []
    listed = {str(at(each, "path")): each for each in found}
    if len(listed) < len(found):
        findings.add(PACKAGE, 0, "names a file twice")
    true = {
        name: {"bytes": fact.bytes, "hash": f"sha256:{fact.sha256}", "rows": fact.rows} for name, fact in files.items()
    }
    compare(PACKAGE, listed, true, findings)


def compare(file: str, listed: Mapping[str, Any], true: Mapping[str, Mapping[str, Any]], findings: Findings) -> None:
    """Hold what an account says of each output against what is true of it, as far as that is known."""
    for name in sorted(set(listed) - set(true)):
        findings.add(file, 0, f"names {quoted(name)}, which is no output here")
    for name, known in true.items():
        if name not in listed:
            findings.add(file, 0, f"does not name {name}")
        elif wrong := [key for key, value in known.items() if value is not None and at(listed[name], key) != value]:
            findings.add(file, 0, f"{', '.join(wrong)} of {name}: not what the file has")


def at(value: Any, place: str) -> Any:
    """What stands at a place in JSON; None for nothing."""
    for step in place.split("/"):
        value = value.get(step) if isinstance(value, dict) else None
    return value


def foreign(out: Path, known: Iterable[str], findings: Findings) -> None:
    """Whatever stands in the folder and is no part of the run's output."""
    for name in sorted({each.name for each in out.iterdir()} - {*known, RUN, PACKAGE, STATE}):
        findings.add(quoted(name)[1:-1], 0, "is no part of this output")
