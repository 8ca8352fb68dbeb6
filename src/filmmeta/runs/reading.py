"""A page as it comes into what came of it: its records as lines, and what a run counts of them."""

from __future__ import annotations

import hashlib

from filmmeta import jsonl
from filmmeta.claim import Problem
from filmmeta.kernel import AnyRecord, records, reject
from filmmeta.page import Page
from filmmeta.page.address import day
from filmmeta.runs.inputs import Input
from filmmeta.runs.limits import Verdict
from filmmeta.runs.outcome import Outcome


def outcome(page: Input) -> Outcome:
    """What comes of a page; MemoryError when a part of it found no memory, so that a run can try it again."""
    if page.refusal:
        sha256 = hashlib.sha256(page.body).hexdigest()
        return rejected(page.name, page.url, page.saved, sha256, len(page.body), Verdict("unreadable", page.refusal))
    found = records(Page(page.body, name=page.name, url=page.url, encoding=page.encoding, saved=page.saved))
    if any(starved(record) for record in found):
        raise MemoryError
    return written(found)


def rejected(name: str, url: str, saved: str, sha256: str, size: int, verdict: Verdict) -> Outcome:
    """What comes of a page that is not read: its reject."""
    said = {"name": name, "url": url or None, "saved": day(saved)}
    facts = {**said, "sha256": sha256, "bytes": size, "encoding": "unknown"}
    record = reject(verdict.reason, facts, [Problem(verdict.reason, "page", verdict.text)])
    return written([record])._replace(limit=verdict.limit)


def written(found: list[AnyRecord]) -> Outcome:
    """The records of a page as lines."""
    first = found[0]
    return Outcome(
        name=first.page.name,
        url=first.page.url or "",
        sha256=first.page.sha256,
        size=first.page.bytes,
        lines=tuple((record.kind, jsonl.line(record)) for record in found),
        problems=tuple(problem.code for record in found for problem in record.problems),
        reason=first.reason if first.kind == "reject" else "",
        coverage=first.coverage,
    )


def starved(record: AnyRecord) -> bool:
    """Whether the kernel met a MemoryError and went on without a part of the page."""
    return any(problem.code == "crash" and problem.text.startswith("MemoryError ") for problem in record.problems)
