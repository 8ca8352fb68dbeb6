"""What must hold for any bytes; AssertionError where it does not."""

from __future__ import annotations

import io
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import filmmeta
from filmmeta import values
from filmmeta.jsonl import line
from filmmeta.kernel import AnyRecord
from filmmeta.page import Page
from filmmeta.report.replay import replayed, stands
from filmmeta.runs.inputs import Input
from filmmeta.runs.sources import MOST_URL, Feed, LeftOut, Origin, kinds, pages
from filmmeta.runs.sources.members import refused_name

SLOW = 2.0  # seconds of CPU for a page of a few kilobytes, or for a grammar's text
MAX_TEXT = 4_000  # characters of a text for the grammars
NAMES = ("Ann Bly", "Bo Cole", "Ida Falk")


def page(data: bytes) -> None:
    """Parse: a record, no crash, one ASCII line each, the same again, every source found where it says."""
    records = timed(lambda: filmmeta.parse(data, name="page"))
    assert records, "no record"
    lines = [line(record) for record in records]
    for record, told in zip(records, lines, strict=True):
        crashes = [problem.text for problem in record.problems if problem.code == "crash"]
        assert not crashes, crashes
        assert told.isascii() and told.endswith(b"\n") and told.count(b"\n") == 1, "not one line"
        json.loads(told, parse_constant=refuse)
    assert [line(record) for record in filmmeta.parse(data, name="page")] == lines, "another record the second time"
    grounds(Page(data), records)


def refuse(name: str) -> None:
    raise AssertionError(f"{name} in a line")


def grounds(page: Page, records: list[AnyRecord]) -> None:
    """Replay each source: its text stands at its place; a problem's place is one that the page has."""
    for record in records:
        body = getattr(record, "body", "")
        for path, text, where in record.sources:
            assert stands(text, where, page, body), f"{path} is not at {where}"
        for problem in record.problems:
            if problem.where:
                replayed(problem.where, page, body)


GRAMMARS: dict[str, Callable[[str], object]] = {
    name: getattr(values, name)
    for name in values.__all__
    if name[0].islower() and name not in ("mentions", "votes", "is_absent", "date_order")
} | {"mentions": lambda text: values.mentions(text, NAMES)}


def grammars(data: bytes) -> None:
    """Each grammar: a value or ValueError, soon."""
    text = data.decode("utf-8", "replace")[:MAX_TEXT]
    for read in GRAMMARS.values():
        timed(lambda read=read: tried(read, text))  # type: ignore[misc]


def tried(read: Callable[[str], object], text: str) -> object:
    try:
        return read(text)
    except ValueError:
        return None


NAMES_OF = {what: f"of.{suffix}" for suffix, what in kinds.SUFFIXES.items()} | {"page": "of.html"}
"""A name for each kind of file; how it is compressed its first bytes say."""
MOST = 120_000_000  # bytes of all pages in a few kilobytes


def sources(data: bytes) -> None:
    """Sources of any kind: items that say what became of each, soon, the same again; never an exception."""
    with tempfile.NamedTemporaryFile() as file:
        file.write(data)
        file.flush()
        for name in names(data):
            items(partial(read, Origin(name, Path(file.name), len(data)), Feed()), name)
    for feed in (Feed(), Feed("html", "url")):
        items(partial(piped, data, feed), "-")


def names(data: bytes) -> Iterable[str]:
    """A name for each kind that a file with these bytes can be of: any, as long as it is compressed."""
    told = NAMES_OF.values()
    return told if kinds.layer(data) else {kinds.kind(name, data[: kinds.HEAD]): name for name in told}.values()


def read(origin: Origin, feed: Feed, skip: int = 0) -> Iterator[Input | LeftOut]:
    return pages(origin, feed, skip)


def piped(data: bytes, feed: Feed, skip: int = 0) -> list[Input | LeftOut]:
    """What standard input gives."""
    before, sys.stdin = sys.stdin, io.TextIOWrapper(io.BytesIO(data))
    try:
        return list(pages(Origin("-", Path("-")), feed, skip))
    finally:
        sys.stdin = before


def items(give: Callable[..., Iterable[Input | LeftOut]], name: str) -> None:
    """What must hold for all that one origin gives."""
    found: list[Input | LeftOut] = timed(lambda: list(give()))
    assert found, f"{name}: nothing became of it"
    assert list(give(skip=1)) == found[1:], f"{name}: others the second time"
    size = 0
    for each in found:
        origin, _, member = each.name.partition("#")
        assert origin == name and each.name.encode(), each.name
        if isinstance(each, LeftOut):
            assert each.why.isprintable() and each.why
            continue
        size += len(each.body)
        assert len(each.url.encode()) <= 4 * MOST_URL, each.url
        assert each.refusal.isprintable() and not (each.refusal and each.body), each
        assert each.refusal or not member or not refused_name(member), each.name
    assert size <= MOST, f"{name}: {size:,} bytes"


def timed(work: Callable[[], Any]) -> Any:
    """What ``work`` gives; AssertionError when it takes too long.

    The clock on the wall is asked first: it costs less, and who was done soon by it took no longer.
    """
    began = time.perf_counter()
    found = work()
    if time.perf_counter() - began >= SLOW:
        began = time.process_time()
        found = work()
        spent = time.process_time() - began
        assert spent < SLOW, f"{spent:.1f} s"
    return found


TARGETS: dict[str, Callable[[bytes], None]] = {"parse": page, "grammars": grammars, "sources": sources}
