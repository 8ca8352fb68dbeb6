"""Where a run on Spark reads and writes: whatever stands at a path, and folders of part files."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from filmmeta.records import KINDS
from filmmeta.runs.sources import Feed, files
from filmmeta.spark.pages import of_paths, of_rows

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

ROWS = "records.parquet"
PARQUET = ".parquet"


def sources(spark: SparkSession, source: str, out: str, feed: Feed) -> DataFrame:
    """The pages at ``source``: rows where all of it is Parquet, else those of the files there."""
    if "://" in source:
        return of_rows(spark.read.option("recursiveFileLookup", True).parquet(source), source.rstrip("/"), feed)
    path = Path(source)
    found = [origin.name for origin in files([path], Path(out))]
    if not found or not all(name.endswith(PARQUET) for name in found):
        return of_paths(spark, [path], Path(out), feed)
    root = path.resolve()
    df = spark.read.option("recursiveFileLookup", True).parquet(str(root))
    return of_rows(df, str(root if root.is_dir() else root.parent), feed)


def rows(spark: SparkSession, records: DataFrame, out: str) -> DataFrame:
    """The records as they were written to ``out``, all in one table."""
    place = f"{out.rstrip('/')}/{ROWS}"
    records.write.parquet(place)
    return spark.read.parquet(place)


def lines(records: DataFrame, out: str) -> list[str]:
    """Write the lines of each kind to a folder of their own; the names of all that was written."""
    places = {kind: f"{out.rstrip('/')}/{many}.jsonl" for kind, many in KINDS.items()}
    for kind, place in places.items():
        records.where(f"kind = '{kind}'").select("record").write.text(place)
    return [f"{out.rstrip('/')}/{ROWS}", *places.values()]
