"""Records as lines of JSON, and back."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter

from filmmeta.records.film import Film
from filmmeta.records.reject import Reject
from filmmeta.records.review import Review

AnyRecord = Film | Review | Reject
ANY: TypeAdapter[AnyRecord] = TypeAdapter(Annotated[AnyRecord, Field(discriminator="kind")])


def line(record: AnyRecord) -> bytes:
    """One line: every key, ASCII with escapes, floats as floats, a line end."""
    return record.model_dump_json(ensure_ascii=True).encode("ascii") + b"\n"


def record(text: bytes | str) -> AnyRecord:
    """The record that a line holds; pydantic.ValidationError when it is none."""
    return ANY.validate_json(text)
