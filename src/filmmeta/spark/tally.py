"""What a run on Spark met, counted from the rows that it wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from filmmeta.arrow import LEFT_OUT
from filmmeta.runs.tally import Tally

if TYPE_CHECKING:
    from pyspark.sql import DataFrame

COUNTS = """
SELECT kind, status, limit, number = 1 AS is_first, count(*), min(IF(number = 1, coverage, NULL))
FROM {rows} GROUP BY ALL"""
PROBLEMS = "SELECT code, count(*) FROM (SELECT explode(problems) AS code FROM {rows}) GROUP BY code"
OUTCOMES = {"film": "film", "review": "reviews", "reject": "reject"}
"""What a page is to a run's account, by the kind of its first record."""


def tally(rows: DataFrame) -> Tally:
    """The counts that the command line prints after a run, of the same rows."""
    sql = rows.sparkSession.sql
    counts = Tally()
    for kind, status, limit, is_first, count, lowest in sql(COUNTS, rows=rows).collect():
        if kind == LEFT_OUT:
            counts.left_out[status] += count
            continue
        counts.records[kind] += count
        if kind == "reject":
            counts.reasons[status] += count
        if is_first:
            counts.pages += count
            counts.outcomes[OUTCOMES[kind]] += count
            counts.lowest = min((each for each in (counts.lowest, lowest) if each is not None), default=None)
            if limit:
                counts.limits[limit] += count
    counts.problems.update(dict(sql(PROBLEMS, rows=rows).collect()))
    return counts
