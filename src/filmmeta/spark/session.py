"""The Spark session of a run, its settings fit for pages."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from typing import TYPE_CHECKING

from filmmeta.arrow import Limits
from filmmeta.spark.tasks import PIECE

if TYPE_CHECKING:
    from pyspark.sql import SparkSession

SUBMITTED = "PYSPARK_GATEWAY_PORT"  # set by spark-submit, which has a master and settings of its own
REMOTE = "SPARK_REMOTE"
LOCAL = "local[*,4]"  # all cores; a task is tried four times, as on a cluster
SETTINGS = {
    "spark.sql.execution.arrow.maxRecordsPerBatch": "128",
    "spark.sql.execution.arrow.maxBytesPerBatch": "64MB",
    "spark.sql.files.openCostInBytes": "256KB",
    "spark.sql.execution.pyspark.udf.killOnIdleTimeout": "true",
}
"""Of Spark SQL, which can be set at any time; those that its user has set stand."""

IDLE = "spark.sql.execution.pyspark.udf.idleTimeoutSeconds"
SLACK = 600  # seconds beyond the longest that PIECE pages may take by their limits


def session(master: str, remote: str, given: Mapping[str, str], limits: Limits) -> SparkSession:
    """A session on ``master`` or, through Spark Connect, on ``remote``; without either, where its user says, or here.

    ``given`` stands above all settings. The interpreter of the workers is this one, unless somebody says another.
    """
    from pyspark.sql import SparkSession

    builder = SparkSession.builder.appName("filmmeta")
    if remote:
        builder = builder.remote(remote)
    elif master or not (os.environ.keys() & {SUBMITTED, REMOTE}):
        os.environ.setdefault("PYSPARK_PYTHON", sys.executable)
        builder = builder.master(master or LOCAL)
    for key, value in given.items():
        builder = builder.config(key, value)
    spark = builder.getOrCreate()
    settle(spark, limits)
    return spark


def settle(spark: SparkSession, limits: Limits) -> None:
    """Set what SETTINGS say and nobody else has said; a worker that is silent beyond all limits is killed."""
    said = spark.conf.getAll
    for key, value in {**SETTINGS, IDLE: str(round(PIECE * limits.wall) + SLACK)}.items():
        if key not in said:
            spark.conf.set(key, value)
