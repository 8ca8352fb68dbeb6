"""The rows that stand for a page's records."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import pyarrow as pa
from pydantic import BaseModel

from filmmeta.runs.outcome import Outcome

OK = "ok"
LEFT_OUT = "left-out"

SCHEMA = pa.schema(
    [
        ("name", pa.string()),
        ("number", pa.int32()),
        ("kind", pa.string()),
        ("status", pa.string()),
        ("title", pa.string()),
        ("year", pa.int32()),
        ("rating", pa.float64()),
        ("language", pa.string()),
        ("coverage", pa.float64()),
        ("problems", pa.list_(pa.string())),
        ("limit", pa.string()),
        ("record", pa.large_string()),
    ]
)
"""The columns of rows; what each holds stands in ``Row``."""


class Row(NamedTuple):
    """A record and what it is found by.

    ``record`` is its line as the command line writes it, without the line end. ``name`` is the page's, ``number``
    the record's place among its page's, from 1. ``status`` is ``ok``, or the reason of a reject. ``title`` and
    ``year`` are the film's, also in a review's row. ``rating`` is from 0 to 1: the review's, or the film's first on
    a known scale. ``language`` is the review's own, else the page's. ``problems`` are codes. ``limit`` names the
    limit that the page hit, null for nearly all. What stood among pages and is none has the kind ``left-out``, the
    reason as its status, the number 0, and no record.
    """

    name: str
    number: int
    kind: str
    status: str
    title: str | None = None
    year: int | None = None
    rating: float | None = None
    language: str | None = None
    coverage: float | None = None
    problems: tuple[str, ...] = ()
    limit: str | None = None
    record: str | None = None


class Scale(BaseModel):
    """A score, and its scale as far as a record has it."""

    value: float
    best: float | None = None
    worst: float | None = None
    normalised: float | None = None

    @property
    def share(self) -> float | None:
        """The score's place on its scale, from 0 to 1; None when the scale is not known."""
        low = self.worst or 0.0
        if self.normalised is not None or self.best is None or self.best <= low:
            return self.normalised
        return round(min(1.0, max(0.0, (self.value - low) / (self.best - low))), 6)


class Work(BaseModel):
    """The film that a record is about."""

    title: str | None = None
    year: int | None = None


class Paper(BaseModel):
    """What is asked of a record's page."""

    language: str | None = None


class Trouble(BaseModel):
    """What is asked of a problem."""

    code: str


class Glance(Work):
    """What is asked of a line, of whatever kind."""

    page: Paper
    problems: list[Trouble]
    coverage: float | None
    language: str | None = None
    reason: str = OK
    film: Work | None = None
    rating: Scale | None = None
    ratings: list[Scale] = []

    @property
    def share(self) -> float | None:
        """The first rating whose scale is known."""
        scales = [self.rating] if self.rating else self.ratings
        return next((scale.share for scale in scales if scale.share is not None), None)


def rows(outcome: Outcome) -> Iterator[Row]:
    """The rows of a page."""
    for number, (kind, line) in enumerate(outcome.lines, 1):
        text = line.decode("ascii").removesuffix("\n")
        said = Glance.model_validate_json(text)
        work = said.film or said
        yield Row(
            name=outcome.name,
            number=number,
            kind=kind,
            status=said.reason,
            title=work.title,
            year=work.year,
            rating=said.share,
            language=said.language or said.page.language,
            coverage=said.coverage,
            problems=tuple(problem.code for problem in said.problems),
            limit=outcome.limit or None,
            record=text,
        )


def left_out(name: str, why: str) -> Row:
    """The row of what is no page."""
    return Row(name, 0, LEFT_OUT, why)


def batch_of(rows: Sequence[tuple[Any, ...]], schema: pa.Schema) -> pa.RecordBatch:
    """A batch of rows, also of none."""
    columns = zip(*rows, strict=True) if rows else [()] * len(schema)
    arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
    return pa.RecordBatch.from_arrays(arrays, schema=schema)
