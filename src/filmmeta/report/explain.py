"""A page's records for a person: each field, its value, the text it came from and where; the problems."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from filmmeta.kernel import AnyRecord
from filmmeta.records.common import Record
from filmmeta.report.visible import visible

COMMON = {*Record.model_fields}
WIDTH = 100  # characters of a value or a text that are shown


def explained(records: Iterable[AnyRecord]) -> Iterator[str]:
    """The lines that show the records."""
    for record in records:
        facts = record.page
        share = "not measured" if record.coverage is None else f"{record.coverage:.1%}"
        yield f"{record.kind} {record.id}"
        yield visible(f"  page {facts.name or '-'}  format {facts.format}  encoding {facts.encoding}  coverage {share}")
        yield from fields(record)
        if record.problems:
            yield "  problems"
        for problem in record.problems:
            yield visible(
                "    " + "  ".join(filter(None, (problem.code, problem.path, quoted(problem.text), problem.where)))
            )
        yield ""


def fields(record: AnyRecord) -> Iterator[str]:
    """A line for each value and, below it, one for each claim that made it."""
    told: dict[str, list[str]] = {}
    for path, text, where in record.sources:
        told.setdefault(path, []).append(f"      from {quoted(text)}  {where}")
    dumped = record.model_dump(mode="json")
    values = {name: dumped[name] for name in type(record).model_fields if name not in COMMON}
    for path, value in flat("", values):
        if value is False and path not in told:
            continue
        yield visible(f"  {path}: {quoted(value) if isinstance(value, str) else value}")
        while path:
            yield from map(visible, told.pop(path, ()))
            path = path.rpartition("/")[0]
    for path, lines in told.items():
        yield visible(f"  {path}")
        yield from map(visible, lines)


def flat(path: str, value: Any) -> Iterator[tuple[str, Any]]:
    """The leaves of a value with their paths; what is null or empty is left out."""
    pairs = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else None
    if pairs is not None:
        for key, each in pairs:
            yield from flat(f"{path}/{key}" if path else str(key), each)
    elif value is not None:
        yield path, value


def quoted(text: str) -> str:
    if not text:
        return ""
    return f'"{text}"' if len(text) <= WIDTH else f'"{text[: WIDTH // 2]} … {text[-WIDTH // 3 :]}"'
