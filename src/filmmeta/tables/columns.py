"""The columns of each kind of record, typed, as its published JSON Schema has them."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal, NamedTuple

from filmmeta.records.schema import schema_text

Scalar = Literal["string", "integer", "number", "boolean", "date"]
SOURCE = ("path", "text", "where")
"""The parts of a source, which lines write as a list of three."""

TABLES = {"film": "films", "review": "reviews", "reject": "rejects", "page": "pages"}
"""What a table of each kind is called."""


class Column(NamedTuple):
    """A column of a table, or a part of a struct; every line has its key, ``nullable`` ones may say null."""

    name: str
    type: Type
    nullable: bool


@dataclass(frozen=True)
class List:
    """A list, which is never null, of items, which never are either."""

    item: Type


@dataclass(frozen=True)
class Struct:
    """An object with these parts; ``listed``: lines write it as a list of their values."""

    parts: tuple[Column, ...]
    listed: bool = False


Type = Scalar | List | Struct


@cache
def columns(kind: str) -> tuple[Column, ...]:
    """The columns of a kind (``film``, ``review``, ``reject``, ``page``) in the order of a line's keys.

    >>> [tuple(each) for each in columns("film") if each.name in ("coverage", "genres", "year")]
    [('coverage', 'number', True), ('year', 'integer', True), ('genres', List(item='string'), False)]
    """
    schema = json.loads(schema_text(kind))
    return parts(schema, schema.get("$defs", {}))


def parts(schema: Mapping[str, Any], shared: Mapping[str, Any]) -> tuple[Column, ...]:
    return tuple(Column(name, *typed(part, shared)) for name, part in schema["properties"].items())


def typed(schema: Mapping[str, Any], shared: Mapping[str, Any]) -> tuple[Type, bool]:
    """A schema's type, and whether it may be null."""
    choices = [named(each, shared) for each in schema.get("anyOf", (schema,))]
    told = [each for each in choices if each["type"] != "null"]
    nullable = len(told) < len(choices)
    if {each["type"] for each in told} == {"integer", "number"}:
        return "number", nullable
    [only] = told
    return plain(only, shared), nullable


def named(schema: Mapping[str, Any], shared: Mapping[str, Any]) -> Mapping[str, Any]:
    """The schema that a reference names; any other as it is."""
    target: Mapping[str, Any] = shared[schema["$ref"].removeprefix("#/$defs/")] if "$ref" in schema else schema
    return target


def plain(schema: Mapping[str, Any], shared: Mapping[str, Any]) -> Type:
    """The type of a schema that is one type alone."""
    kind: Any = schema["type"]
    if kind == "object":
        return Struct(parts(schema, shared))
    if kind == "array" and "prefixItems" in schema:
        found = zip(SOURCE, schema["prefixItems"], strict=True)
        return Struct(tuple(Column(name, *typed(part, shared)) for name, part in found), listed=True)
    if kind == "array":
        return List(typed(schema["items"], shared)[0])
    return "date" if schema.get("format") == "date" else kind
