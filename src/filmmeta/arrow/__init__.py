"""Rows of pages in, rows of records out, as Arrow record batches: what any engine calls that speaks Arrow.

>>> import pyarrow
>>> body = b"I saw this film twice and would see it a third time, for the songs alone. 8/10"
>>> batch = pyarrow.RecordBatch.from_pylist([{"name": "a.txt", "body": body}])
>>> normalise_batch(batch).select(["name", "kind", "status", "rating", "language"]).to_pylist()
[{'name': 'a.txt', 'kind': 'review', 'status': 'ok', 'rating': 0.8, 'language': 'en'}]
"""

from __future__ import annotations

import pyarrow as pa

from filmmeta.arrow.guards import outcomes
from filmmeta.arrow.pages import Pages
from filmmeta.arrow.rows import LEFT_OUT, OK, SCHEMA, Row, batch_of, left_out, rows
from filmmeta.runs.limits import LIMITS, Limits

__all__ = ["LEFT_OUT", "LIMITS", "OK", "SCHEMA", "Limits", "normalise_batch"]


def normalise_batch(batch: pa.RecordBatch, limits: Limits = LIMITS) -> pa.RecordBatch:
    """The records of a batch of pages, a row each, as SCHEMA says; in the order of the pages.

    ``name`` is text and ``body`` bytes, or text that was decoded before. There may be a ``url``, and what
    ``filmmeta.spark.pages`` gives: ``encoding`` (what a page's transport said of its bytes), ``saved`` (the day when
    it was saved, ``2021-02-03``), ``refusal`` (why it could not be had) and ``left_out`` (why something that stood
    among pages is none; its row has no record). Other columns are not looked at. ValueError when a column is missing
    or of another type; never an exception for what is in a page: one that crashes, hangs or eats memory beyond
    ``limits`` becomes a reject.

    Pages are read by a worker process that is kept from batch to batch; batches of several threads, by several.
    """
    pages = Pages(batch)
    read = iter(outcomes(pages.inputs(), limits))
    made: list[Row] = []
    for name, why in zip(pages.names(), pages.left_out, strict=True):
        made += [left_out(name, why)] if why else rows(next(read))
    return batch_of(made, SCHEMA)
