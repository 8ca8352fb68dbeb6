"""What must hold for the records of any page, as checks that raise AssertionError."""

from __future__ import annotations

import pickle
import re
from collections.abc import Iterable, Iterator
from typing import Any

from conftest import Case
from filmmeta import jsonl
from filmmeta.formats import sniff
from filmmeta.kernel import AnyRecord, records
from filmmeta.page import Page
from filmmeta.records.common import Record
from filmmeta.report.replay import replayed, stands

# What follows from other values of the same record, or from the claim's path alone, and so has no text of its own.
DERIVED = re.compile(
    r"kind|fingerprint|sketch|directors|writers|reason|cleaning|rating/(normalised|raw|span)|(ratings|money|crew|companies)/\d+/(kind|job|role)"
    r"|cast/\d+/notes/\d+"  # read from the text of the roles
)
CUTS = 20


def leaves(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The values of a record that are not null, false or empty, with their paths."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if pairs is not None:
        for key, each in pairs:
            yield from leaves(f"{path}/{key}" if path else str(key), each)
    elif value is not None and value is not False:
        yield path, value


def own(record: AnyRecord) -> dict[str, Any]:
    """The record without what all records share."""
    return {name: value for name, value in record.model_dump(mode="json").items() if name not in Record.model_fields}


def is_sniffed_alone(case: Case) -> None:
    found = sniff(case.page())
    assert [each.name for each in found.formats] == [case.format], found


def every_value_has_a_source(case: Case) -> None:
    for record in case.records():
        paths = {source.path for source in record.claims}
        for path, value in leaves("", own(record)):
            above = {"/".join(path.split("/")[:n]) for n in range(1, path.count("/") + 2)}
            assert paths & above or DERIVED.match(path), f"{path} = {value!r} comes from nowhere"


def every_source_is_found_again(case: Case) -> None:
    page = case.page()
    for record in case.records():
        body = getattr(record, "body", "")
        for source in record.claims:
            found = stands(source.text, source.where, page, body)
            assert found, f"{source.path}: {source.text!r} is not at {source.where}"
        for problem in record.problems:
            if problem.where:
                replayed(problem.where, page, body)


def survives_a_round_trip(case: Case) -> None:
    for record in case.records():
        line = jsonl.line(record)
        assert line.endswith(b"\n") and line.count(b"\n") == 1 and line.isascii()
        assert jsonl.record(line) == record
        assert pickle.loads(pickle.dumps(record)) == record
    assert lines(case.records()) == lines(case.records())


def lines(found: Iterable[AnyRecord]) -> bytes:
    return b"".join(map(jsonl.line, found))


def is_never_different_when_cut(case: Case) -> None:
    """Cut anywhere, each field is as on the whole page, or absent, or a problem says that it may not be.

    A text that is cut where a sentence ends looks like a whole one to anybody: those cuts move to its middle.
    """
    whole = known(case.records())
    for number in range(CUTS):
        head = case.body[: len(case.body) * number // CUTS]
        while head and not head.rstrip()[-1:].isalnum():
            head = head.rstrip()[:-1]
        page = case.page(head)
        found = records(page)
        assert found
        for record in found:
            flags = {problem.path.partition("/")[0] for problem in record.problems} | {""}
            at_the_end = {"cut-short", "undecodable"} & {problem.code for each in found for problem in each.problems}
            for path, value in leaves("", own(record)):
                field = re.sub(r"/\d+", "/*", path)
                assert (
                    value in whole.get((record.kind, field), ())
                    or field.partition("/")[0] in flags
                    or (at_the_end and touches_the_end(page, record, path))
                    or DERIVED.match(path)
                ), f"cut at {len(page.body)}: {path} = {value!r}"


def known(found: Iterable[AnyRecord]) -> dict[tuple[str, str], list[Any]]:
    """The values of each field over all records of a kind, list items under a star."""
    values: dict[tuple[str, str], list[Any]] = {}
    for record in found:
        for path, value in leaves("", own(record)):
            values.setdefault((record.kind, re.sub(r"/\d+", "/*", path)), []).append(value)
    return values


def touches_the_end(page: Page, record: AnyRecord, path: str) -> bool:
    """Whether the field was read from the last text on the page, or from a body that ends with the page."""
    if page.is_markup:
        return True
    end = len(page.text.rstrip())
    for source in record.claims:
        scheme, _, locator = source.where.partition(":")
        related = f"{path}/".startswith(f"{source.path}/") or source.path == "body"
        if related and scheme in ("text", "wiki") and int(locator.split("-")[1]) >= end:
            return True
    return False


CHECKS = (
    is_sniffed_alone,
    every_value_has_a_source,
    every_source_is_found_again,
    survives_a_round_trip,
    is_never_different_when_cut,
)
