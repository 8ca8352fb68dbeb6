"""A record that its model accepts: what the model refuses is left out and named."""

from __future__ import annotations

from bisect import bisect
from typing import Any, TypeVar

from pydantic import ValidationError

from filmmeta.claim import Problem, shown
from filmmeta.records.common import Record, Source

R = TypeVar("R", bound=Record)
Location = tuple[int | str, ...]


def validated(model: type[R], record: dict[str, Any], fields: set[str], problems: list[Problem]) -> R:
    """The record; of ``fields``, those values that the model refuses are taken out, each with a problem.

    Raises ValidationError when what is refused is not the page's: that is a bug of ours.
    """
    while True:
        record["problems"] = [problem._asdict() for problem in problems]
        try:
            return model.model_validate(record)
        except ValidationError as error:
            refused = {each["loc"][:2] for each in error.errors(include_url=False, include_input=False)}
            removable = [loc for loc in refused if loc[0] in fields and loc[0] in record]
            if not removable:
                raise
            for field in sorted({str(location[0]) for location in removable}):
                problems += removed(record, field, [location[1:] for location in removable if location[0] == field])


def removed(record: dict[str, Any], field: str, keys: list[Location]) -> list[Problem]:
    """Take values of one field and their sources out of the record; the problems that say so."""
    value = record[field]
    parts = sorted({key[0] for key in keys if key}, key=str)
    if isinstance(value, list) and (items := sorted(part for part in parts if isinstance(part, int))):
        return without_items(record, field, items)
    names = [part for part in parts if part in value] if isinstance(value, dict) else []
    if names:
        record[field] = {name: each for name, each in value.items() if name not in names}
    else:
        del record[field]
    return [forgotten(record, path) for path in ([f"{field}/{name}" for name in names] or [field])]


def forgotten(record: dict[str, Any], path: str) -> Problem:
    """Take the sources of a value out of the record; the problem that names the first of them."""
    told: list[Source] = []
    kept: list[Source] = []
    for source in record["sources"]:
        (told if f"{source[0]}/".startswith(f"{path}/") else kept).append(source)
    record["sources"] = kept
    return refusal(path, told)


def without_items(record: dict[str, Any], field: str, items: list[int]) -> list[Problem]:
    """Take items of a list out of the record, with their sources; those of later items move up."""
    gone: dict[int, list[Source]] = {item: [] for item in items}
    kept: list[Source] = []
    for source in record["sources"]:
        head, _, rest = source[0].partition("/")
        index, slash, part = rest.partition("/")
        at = int(index) if head == field and index.isdigit() else -1
        if at in gone:
            gone[at].append(source)
        elif at < 0:
            kept.append(source)
        else:
            kept.append((f"{head}/{at - bisect(items, at)}{slash}{part}", *source[1:]))
    record[field] = [each for at, each in enumerate(record[field]) if at not in gone]
    record["sources"] = kept
    return [refusal(f"{field}/{item}", gone[item]) for item in reversed(items)]


def refusal(path: str, told: list[Source]) -> Problem:
    _, text, where = told[0] if told else ("", "", "")
    return Problem("out-of-range", path, shown(text), where)
