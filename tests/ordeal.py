"""Reads pages from files, in a fork of its own, and tells what came of them and what it cost: a line of JSON.

``python tests/ordeal.py`` takes the paths of the pages of a fork on each line of its input, with tabs between.
"""

from __future__ import annotations

import json
import os
import resource
import sys
import time
from pathlib import Path
from typing import Any

import filmmeta
from filmmeta.jsonl import line, record
from filmmeta.kernel import AnyRecord

FIXTURES = Path(__file__).parent / "fixtures"
HARD = 60  # seconds of CPU after which a fork is ended
MOST = 4 << 30  # bytes of memory that it can have
ROUNDS = 60


def unit() -> float:
    """Seconds of CPU that a fixed piece of work takes now, on this machine and beside whatever else it does."""
    began = time.process_time()
    for _ in range(ROUNDS):
        words = [str(number) for number in range(2_000)]
        text = " ".join(words)
        dict.fromkeys(text.split())
        [word for word in text.split(" ") if word.find("99") > 0]
    return time.process_time() - began


def warm() -> None:
    """Load what a first page of each kind loads."""
    for folder in sorted(FIXTURES.iterdir()):
        for file in [file for file in sorted(folder.iterdir()) if file.suffix != ".json"][:2]:
            filmmeta.parse(file.read_bytes()[:20_000])


def told(paths: list[str]) -> dict[str, Any]:
    bodies = [Path(path).read_bytes() for path in paths]
    before, began = unit(), time.process_time()
    found = [filmmeta.parse(body) for body in bodies]
    spent = time.process_time() - began
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return {
        "cpu": spent,
        "units": spent / max(before, unit()),
        "mb": peak,
        "records": [len(records) for records in found],
        "kinds": sorted({record.kind for records in found for record in records}),
        "reason": getattr(found[0][0], "reason", ""),
        "codes": sorted({problem.code for records in found for record in records for problem in record.problems}),
        "crashes": [p.text for records in found for record in records for p in record.problems if p.code == "crash"],
        "lines": all(is_line(each) for records in found for each in records),
        "titles": [str(getattr(records[0], "title", "")) for records in found][:9],
    }


def is_line(made: AnyRecord) -> bool:
    """Whether a record is one line of ASCII that gives the record again."""
    text = line(made)
    return text.isascii() and text.count(b"\n") == 1 and text[-1:] == b"\n" and record(text) == made


def main() -> None:
    warm()
    for paths in map(str.rstrip, sys.stdin):
        child = os.fork()
        if not child:
            resource.setrlimit(resource.RLIMIT_CPU, (HARD, HARD))
            resource.setrlimit(resource.RLIMIT_AS, (MOST, MOST))
            print(json.dumps(told(paths.split("\t"))), flush=True)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        if status:
            print(json.dumps({"died": os.waitstatus_to_exitcode(status)}), flush=True)


if __name__ == "__main__":
    main()
