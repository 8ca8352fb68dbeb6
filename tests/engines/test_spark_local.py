"""Spark on this machine: the same records as the command line's, whatever the pages stand in and whoever dies.

Files are read by the cluster, Parquet through Connect as well.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import filmmeta.spark
from engines.clusters import spark_program
from engines.crowds import COUNT, SMALL, Made, ended, nameless, on_spark
from engines.processes import Started, slay, until

LOCAL = "--master=local[2,4]"
GUARDED = "filmmeta.runs.worker"
DAEMON = "pyspark"


def test_the_records_are_those_of_the_command_line(
    pages: Path, expected: Callable[[str], Made], started: Started, tmp_path: Path
) -> None:
    made = ended(on_spark(pages / "warc", tmp_path / "out", LOCAL, env=started.env), tmp_path / "out")
    assert made == expected("warc")
    assert f"{COUNT:,}  pages" in made.table
    assert "limits hit" in made.table
    assert len(made.lines) > COUNT


def test_the_same_pages_give_the_same_records_in_every_form(expected: Callable[[str], Made]) -> None:
    of_files = nameless(expected("files").lines)
    assert nameless(expected("parquet").lines) == of_files
    assert nameless(expected("warc").lines) == of_files


def test_killed_workers_cost_a_submitted_run_nothing(
    pages: Path, expected: Callable[[str], Made], started: Started, tmp_path: Path
) -> None:
    submit = [spark_program("spark-submit"), LOCAL, filmmeta.spark.__path__[0] + "/__main__.py"]
    python = {"PYSPARK_PYTHON": sys.executable}
    run = on_spark(pages / "parquet", tmp_path / "out", *SMALL, env={**started.env, **python}, by=submit)
    guarded = started.some(GUARDED)
    spark_worker = started.parent(guarded)
    assert started.pids(DAEMON).count(spark_worker) == 1
    slay(guarded)
    until(lambda: any(started.parent(pid) == spark_worker for pid in started.pids(GUARDED)), "no worker in its place")
    slay(spark_worker)
    assert run.poll() is None
    assert not (tmp_path / "out" / "records.parquet" / "_SUCCESS").exists()
    assert ended(run, tmp_path / "out").lines == expected("parquet").lines
