"""What must hold for any bytes; AssertionError where it does not."""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from typing import Any

from lxml import etree

import filmmeta
from filmmeta import values
from filmmeta.jsonl import line
from filmmeta.kernel import AnyRecord
from filmmeta.page import Page

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
    sources(Page(data), records)


def refuse(name: str) -> None:
    raise AssertionError(f"{name} in a line")


def sources(page: Page, records: list[AnyRecord]) -> None:
    """Replay each source; a line that goes around a script or a hidden part is found as a reader sees it."""
    shown = bare("".join(segment.text for segment in page.outline))
    for record in records:
        for path, text, where in record.sources:
            scheme, _, locator = where.partition(":")
            if scheme in FINDERS:
                told = FINDERS[scheme](page, record, locator)
                assert bare(text) in bare(told) or bare(text) in shown, f"{path} is not at {where}"


def bare(text: str) -> str:
    return "".join(text.split())


def in_text(page: Page, record: AnyRecord, locator: str) -> str:
    start, end = map(int, locator.split("-"))
    return page.text[start:end]


def in_body(page: Page, record: AnyRecord, locator: str) -> str:
    start, end = map(int, locator.split("-"))
    return str(getattr(record, "body", ""))[start:end]


def in_tree(page: Page, record: AnyRecord, locator: str) -> str:
    found: Any = page.tree.xpath(locator) if page.tree is not None else []
    assert len(found) == 1, f"{len(found)} nodes at {locator}"
    return "".join(map(str, found[0].itertext())) if isinstance(found[0], etree._Element) else str(found[0])


FINDERS: dict[str, Callable[[Page, AnyRecord, str], str]] = {"text": in_text, "body": in_body, "xpath": in_tree}

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


def timed(work: Callable[[], Any]) -> Any:
    """What ``work`` gives; AssertionError when it takes too long."""
    began = time.process_time()
    found = work()
    spent = time.process_time() - began
    assert spent < SLOW, f"{spent:.1f} s"
    return found


TARGETS: dict[str, Callable[[bytes], None]] = {"parse": page, "grammars": grammars}
