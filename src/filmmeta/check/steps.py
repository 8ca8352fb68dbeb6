"""Pages and records in step: each page's records are there, once, in the order of the pages."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterator, Mapping
from typing import Any

from filmmeta.check.findings import quoted
from filmmeta.check.stream import Key, Line, Stream

AHEAD = 1_000  # pages that are looked ahead, to tell a record that is missing from one that is too many


class Steps:
    """The inventory against the records of each kind, of which some may stand in tables alone.

    ``counts`` has what the inventory says there is of each kind, ``outcomes``, ``problems``, ``reasons`` and
    ``limits`` how often each comes up in it.
    """

    def __init__(self, pages: Stream, records: Mapping[str, Stream]) -> None:
        self.pages = pages
        self.records = records
        self.number = 0  # of the page at hand, if the inventory counts right
        self.counts: Counter[str] = Counter()
        self.outcomes: Counter[str] = Counter()
        self.problems: Counter[str] = Counter()
        self.reasons: Counter[str] = Counter()
        self.limits: Counter[str] = Counter()
        self.ahead: deque[Line] = deque()
        self.near: Counter[Key | None] = Counter()

    def walk(self) -> None:
        """Take every page and every record; whatever does not fit becomes a finding."""
        for line in self.upcoming():
            self.counts["page"] += 1
            self.number += 1
            if line.held and line.key:
                self.page(line.number, line.held, line.key)
        for stream in self.records.values():
            while stream.head:
                self.stranger(stream)

    def upcoming(self) -> Iterator[Line]:
        """The pages in turn; ``near`` has the keys of those that follow."""
        while self.pages.head or self.ahead:
            while self.pages.head and len(self.ahead) <= AHEAD:
                self.ahead.append(self.pages.take())
                self.near[self.ahead[-1].key] += 1
            line = self.ahead.popleft()
            self.near[line.key] -= 1
            if not self.near[line.key]:
                del self.near[line.key]
            yield line

    def page(self, line: int, page: dict[str, Any], key: Key) -> None:
        """Take one page's records, and hold them against what the inventory says of it."""
        wanted = {"film": page["films"], "review": page["reviews"], "reject": int(page["outcome"] == "reject")}
        self.counts.update(wanted)
        self.outcomes[page["outcome"]] += 1
        self.problems.update(page["problems"])
        self.reasons.update(filter(None, [page["reason"]]))
        self.limits.update(filter(None, [page["limit"]]))
        if page["number"] != self.number:
            self.pages.tell(line, f"has the number {page['number']}, where {self.number} was to come")
            self.number = page["number"]
        if page["outcome"] != ("film" if page["films"] else "reviews" if page["reviews"] else "reject"):
            self.pages.tell(line, "its outcome is not what its counts say")
        taken = [each for kind in self.records for each in self.taken(kind, wanted[kind], line, key)]
        records = [each.held for each in taken if each.held]
        if len(records) == sum(wanted.values()):
            for reason in differences(page, records):
                self.pages.tell(line, reason)

    def taken(self, kind: str, count: int, line: int, key: Key) -> list[Line]:
        """The page's records of a kind; what is missing of them, and what is in their way, becomes a finding."""
        stream = self.records[kind]
        while stream.head and stream.head.key not in (None, key) and stream.head.key not in self.near:
            self.stranger(stream)
        found: list[Line] = []
        while len(found) < count and stream.head and stream.head.key in (None, key):
            found.append(stream.take())
        if len(found) < count and not stream.broken:
            self.pages.tell(line, f"{count - len(found)} of its {count} records are missing in {stream.file}")
        return found

    def stranger(self, stream: Stream) -> None:
        """Take a record that is doubled, out of order, or of no page of this run."""
        line = stream.take()
        if line.key:
            stream.tell(line.number, f"is of {quoted(line.key[0])}, whose turn it is not, or which has all its records")


def differences(page: dict[str, Any], records: list[dict[str, Any]]) -> Iterator[str]:
    """What a page's line says otherwise than its records, which are all there."""
    for name in ("url", "bytes"):
        if any(record["page"][name] != page[name] for record in records):
            yield f"its {name} is not that of its records"
    if page["reason"] != records[0].get("reason"):
        yield "its reason is not that of its reject"
    if page["problems"] != [problem["code"] for record in records for problem in record["problems"]]:
        yield "its problems are not those of its records"
    if page["coverage"] != records[0]["coverage"]:
        yield "its coverage is not that of its first record"
    numbers = [int(record["id"].partition("-r")[2]) for record in records if record["kind"] == "review"]
    if numbers != sorted(set(numbers)):
        yield "the ids of its reviews are not in order, or one is there twice"
