"""DataFrames of pages: of files and archives of any kind that the command line reads, or of rows."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from filmmeta.page.contents import MAX_BYTES
from filmmeta.runs.sources import Feed, files
from filmmeta.runs.sources.fields import columns
from filmmeta.spark.shares import shares
from filmmeta.spark.tasks import read

if TYPE_CHECKING:
    from pyspark.sql import DataFrame, SparkSession

PAGES = "name string, url string, body binary, encoding string, refusal string, saved string, left_out string"
SIZE = re.compile(r"(\d+)\s*([kmgt]?)i?b?", re.IGNORECASE)
UNITS = {"": 1, "k": 2**10, "m": 2**20, "g": 2**30, "t": 2**40}
TEXTS = ("string", "binary")
PLACE = r"regexp_replace(url_decode(replace(_metadata.file_path, '+', '%2B')), '^file:/+', '/')"
"""Where a row's file is, in SQL: a path of this machine, or a URL."""


def of_paths(
    spark: SparkSession, paths: Iterable[Path], out: Path | None = None, feed: Feed | None = None
) -> DataFrame:
    """The pages below ``paths`` (files, archives, folders of them), for ``normalise``; ``out`` is left out.

    Named here and opened by the tasks: every worker has to find them at the same paths. An archive is one task's,
    streamed; small files share one, by ``spark.sql.files.maxPartitionBytes`` and ``openCostInBytes``.
    """
    most, opening = (
        size(spark.conf.get(f"spark.sql.files.{name}") or "") for name in ("maxPartitionBytes", "openCostInBytes")
    )
    dealt = shares(files(paths, out), most, opening)
    numbers = spark.range(0, len(dealt), 1, max(1, len(dealt)))
    return numbers.mapInArrow(partial(read, dealt, feed or Feed()), PAGES)


def of_rows(df: DataFrame, root: str, feed: Feed | None = None) -> DataFrame:
    """The pages in the rows of Parquet files below ``root``, for ``normalise``, named as the command line names them.

    ``root`` is a path, or a URL that Spark resolves; ``df`` is what ``spark.read.parquet`` made of it. ValueError
    when no column holds pages.
    """
    texts = [name for name, kind in df.dtypes if kind in TEXTS]
    found = columns(texts, df.columns, feed or Feed())
    body, url = quoted(found.body), quoted(found.url) if found.url in texts else "''"
    size = f"octet_length({body})"
    return df.selectExpr(
        f"substring({PLACE}, {len(root) + 2}) || '#' || (_metadata.row_index + 1) AS name",
        f"{url} AS url",
        f"CASE WHEN {size} <= {MAX_BYTES} THEN {body} END AS body",
        f"CASE WHEN {size} > {MAX_BYTES} THEN format_number({size}, 0) || ' bytes: a page has {MAX_BYTES:,} at most'"
        f" WHEN {body} IS NULL THEN {literal(f'no text in the field {found.body!r}')} END AS refusal",
    )


def quoted(name: str) -> str:
    """A column's name in SQL."""
    return "`" + name.replace("`", "``") + "`"


def literal(text: str) -> str:
    """A text in SQL."""
    return "decode(unhex('" + text.encode().hex() + "'), 'utf-8')"


def size(text: str) -> int:
    """The bytes that one of Spark's sizes says, such as ``4MB`` or ``4194304b``; ValueError when it is none."""
    found = SIZE.fullmatch(text.strip())
    if not found:
        raise ValueError(f"{text!r} is no size")
    return int(found[1]) * UNITS[found[2].lower()]
