"""The records of a DataFrame of pages."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from filmmeta.arrow import LIMITS, Limits
from filmmeta.spark.tasks import normalised

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

ROWS = (
    "name string, number int, kind string, status string, title string, year int, rating double, language string, "
    "coverage double, problems array<string>, limit string, record string"
)
NEEDED = ("name", "body")
ASKED = (*NEEDED, "url", "encoding", "refusal", "saved", "left_out")


def normalise(df: DataFrame, limits: Limits = LIMITS) -> DataFrame:
    """A row for each record of the pages in ``df``, with the columns that ``filmmeta.arrow.Row`` describes.

    ``df`` has a page in each row: ``name`` and ``body`` (binary, or text that was decoded before), and what of
    ``url``, ``encoding``, ``refusal``, ``saved`` and ``left_out`` there is. Pages are large: have
    ``spark.sql.execution.arrow.maxRecordsPerBatch`` at 64 to 256. Works on classic Spark and through Spark Connect.
    """
    for name in NEEDED:
        if name not in df.columns:
            raise ValueError(f"column {name}: missing; the columns are {', '.join(df.columns)}")
    return df.select(*(name for name in df.columns if name in ASKED)).mapInArrow(partial(normalised, limits), ROWS)
