"""The pages of a record batch, taken out of it one at a time."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pyarrow as pa

from filmmeta.runs.inputs import Input

BYTES = (pa.types.is_binary, pa.types.is_large_binary, pa.types.is_fixed_size_binary, pa.types.is_binary_view)
TEXT = (pa.types.is_string, pa.types.is_large_string, pa.types.is_string_view)
PRINTED = (pa.types.is_integer, pa.types.is_null, pa.types.is_date)
DECODED = "utf-8"  # what Arrow's text is in
NO_BODY = "no body"
OTHERS = ("url", "encoding", "refusal", "saved", "left_out")


class Pages:
    """The rows of a batch as pages; what is in them is copied out of it when it is asked for, never before."""

    def __init__(self, batch: pa.RecordBatch) -> None:
        self._batch = batch
        self._name = self._text("name")
        self._url, self._encoding, self._refusal, self._saved, left_out = map(self._text_if_any, OTHERS)
        self._body, self._said = self._bodies()
        self.left_out = [text(value) for value in left_out]
        """Of each row, why it is no page; empty for a page."""

    def names(self) -> Iterator[str]:
        return map(text, self._name)

    def inputs(self) -> Iterator[Input]:
        """The rows that are pages, as they come."""
        for row, why in enumerate(self.left_out):
            if not why:
                yield self._input(row)

    def _input(self, row: int) -> Input:
        body = self._body[row].as_py()
        name, url, encoding, refusal, saved = (
            text(column[row]) for column in (self._name, self._url, self._encoding, self._refusal, self._saved)
        )
        if body is None:
            return Input(name, url, refusal=refusal or NO_BODY)
        return Input(name, url, body, self._said or encoding, refusal, saved)

    def _bodies(self) -> tuple[pa.Array, str]:
        """The bodies as bytes, and the encoding of those that came as text."""
        column = plain(self._column("body"))
        if any(fits(column.type) for fits in TEXT):
            return raw(column), DECODED
        if not any(fits(column.type) for fits in BYTES):
            raise ValueError(f"column body: {column.type}, and bytes or text are needed")
        return column, ""

    def _text(self, name: str) -> pa.Array:
        """A column of text as its bytes, since what engines call text is not always UTF-8."""
        column = plain(self._column(name))
        if any(fits(column.type) for fits in PRINTED):
            column = column.cast(pa.string())
        if not any(fits(column.type) for fits in TEXT):
            raise ValueError(f"column {name}: {column.type}, and text is needed")
        return raw(column)

    def _text_if_any(self, name: str) -> pa.Array:
        """The same of a column that may be missing."""
        here = name in self._batch.schema.names
        return self._text(name) if here else pa.nulls(self._batch.num_rows, pa.binary())

    def _column(self, name: str) -> pa.Array:
        if self._batch.schema.names.count(name) != 1:
            found = ", ".join(self._batch.schema.names) or "none"
            raise ValueError(f"column {name}: needed once; the columns are {found}")
        return self._batch.column(name)


def plain(column: pa.Array) -> pa.Array:
    """A column whose values stand in it, not in a dictionary."""
    return column.dictionary_decode() if pa.types.is_dictionary(column.type) else column


def raw(column: pa.Array) -> pa.Array:
    """A column of text as bytes, without a look at them."""
    return column.cast(pa.binary() if pa.types.is_string(column.type) else pa.large_binary())


def text(value: Any) -> str:
    """A value's text; what is no UTF-8 becomes U+FFFD, null the empty text."""
    return (value.as_py() or b"").decode(DECODED, "replace")
