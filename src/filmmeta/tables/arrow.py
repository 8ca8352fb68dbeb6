"""The Arrow schemas of the records, and their lines as Arrow tables."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.json

from filmmeta.records.common import SCHEMA_VERSION
from filmmeta.tables.columns import List, Struct, Type, columns
from filmmeta.tables.lines import blocks

SCALARS = {
    "string": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
}


def schema(kind: str) -> pa.Schema:
    """The columns of a kind's table: dates as dates, sources as structs of path, text and where.

    Columns say whether they may be null; parts of structs do not, since below a null struct all of them are.
    """
    told = {"kind": kind, "schema_version": SCHEMA_VERSION}
    fields = [pa.field(each.name, arrow_type(each.type), nullable=each.nullable) for each in columns(kind)]
    return pa.schema(fields, metadata=told)


def arrow_type(type: Type) -> pa.DataType:
    if isinstance(type, List):
        return pa.list_(arrow_type(type.item))
    if isinstance(type, Struct):
        return pa.struct([(part.name, arrow_type(part.type)) for part in type.parts])
    return SCALARS[type]


def line_schema(kind: str) -> pa.Schema:
    """What JSON itself can say of the same columns: dates are strings, sources lists of three."""
    return pa.schema([pa.field(each.name, written_type(each.type)) for each in columns(kind)])


def written_type(type: Type) -> pa.DataType:
    if isinstance(type, List):
        return pa.list_(written_type(type.item))
    if isinstance(type, Struct) and type.listed:
        return pa.list_(written_type(type.parts[0].type))
    if isinstance(type, Struct):
        return pa.struct([(part.name, written_type(part.type)) for part in type.parts])
    return pa.string() if type == "date" else SCALARS[type]


def tables(kind: str, source: Path) -> Iterator[pa.Table]:
    """The lines of a file as tables of ``schema(kind)``, a block each; ValueError when a line is none of the kind."""
    reading = pa.json.ParseOptions(explicit_schema=line_schema(kind), unexpected_field_behavior="error")
    for block in blocks(source):
        text = b"".join(block)
        whole = pa.json.ReadOptions(use_threads=False, block_size=len(text) + 1)
        yield table(kind, pa.json.read_json(io.BytesIO(text), read_options=whole, parse_options=reading))


def table(kind: str, written: pa.Table) -> pa.Table:
    """The columns that were read by ``line_schema``, in the types of ``schema``."""
    found = [shaped(written[each.name].combine_chunks(), each.type) for each in columns(kind)]
    made = pa.Table.from_arrays(found, schema=schema(kind))
    for each, array in zip(columns(kind), found, strict=True):
        if array.null_count and not each.nullable:
            raise ValueError(f"{each.name}: null in a line of kind {kind}")
    return made


def shaped(array: Any, type: Type) -> Any:
    """An array as JSON has it in the type of its column."""
    if isinstance(type, List):
        return pa.ListArray.from_arrays(array.offsets, shaped(array.values, type.item), type=arrow_type(type))
    if isinstance(type, Struct):
        numbers = range(len(type.parts))
        held = [pc.list_element(array, number) if type.listed else array.field(number) for number in numbers]
        inner = [shaped(part, each.type) for part, each in zip(held, type.parts, strict=True)]
        return pa.StructArray.from_arrays(inner, fields=[*arrow_type(type)], mask=array.is_null())
    return array.cast(pa.date32()) if type == "date" else array
