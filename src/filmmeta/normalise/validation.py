"""A record that its model accepts: what the model refuses is left out and named."""

from __future__ import annotations

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
            removable = sorted((loc for loc in refused if loc[0] in fields and loc[0] in record), key=last_first)
            if not removable:
                raise
            problems += [removed(record, location) for location in removable]


def last_first(location: Location) -> tuple[str, int]:
    """Items of one list from its end, so that taking one out moves none of the others."""
    index = location[1] if len(location) > 1 else 0
    return str(location[0]), -index if isinstance(index, int) else 0


def removed(record: dict[str, Any], location: Location) -> Problem:
    """Take one value and its sources out of the record; the problem that says so."""
    field, key = str(location[0]), (*location, None)[1]
    value = record.get(field)
    path = field
    if isinstance(value, list) and isinstance(key, int):
        path = f"{field}/{key}"
        record[field] = value[:key] + value[key + 1 :]
    elif isinstance(value, dict) and key in value:
        path = f"{field}/{key}"
        record[field] = {name: each for name, each in value.items() if name != key}
    else:
        record.pop(field, None)
    told = [source for source in record["sources"] if f"{source[0]}/".startswith(f"{path}/")]
    record["sources"] = [moved(source, path) for source in record["sources"] if source not in told]
    _, text, where = told[0] if told else ("", "", "")
    return Problem("out-of-range", path, shown(text), where)


def moved(source: Source, gone: str) -> Source:
    """The source with its path one up when it belongs to a later item of the list that ``gone`` was in."""
    field, _, index = gone.partition("/")
    head, _, rest = source[0].partition("/")
    position, slash, part = rest.partition("/")
    if head != field or not (index.isdigit() and position.isdigit()) or int(position) < int(index):
        return source
    return f"{head}/{int(position) - 1}{slash}{part}", *source[1:]
