"""A real cluster: the same records, also when a worker and a whole executor are killed on the way."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

from engines.clusters import cluster
from engines.crowds import SMALL, Made, ended, on_spark
from engines.processes import Started, slay, until

EXECUTOR = "CoarseGrainedExecutorBackend"
GUARDED = "filmmeta.runs.worker"


def test_a_killed_executor_costs_nothing(
    pages: Path, expected: Callable[[str], Made], started: Started, tmp_path: Path
) -> None:
    out = tmp_path / "out"
    with cluster(started, tmp_path) as it:
        for prefix in filter(None, it.network.prefixes):
            routes = subprocess.run([*prefix, "ip", "route"], capture_output=True, check=True, timeout=60).stdout
            assert b"default" not in routes
        settings = [f"--master={it.url}", "--conf=spark.executor.memory=1g", *SMALL]
        run = on_spark(pages / "files", out, *settings, env=it.env, at=it.network.prefixes[0])
        started.some(GUARDED)
        until(lambda: bool(list(out.glob("records.parquet/_temporary/*/task_*"))), "no task ends")
        [killed, *_] = started.pids(EXECUTOR)
        assert run.poll() is None
        assert not (out / "records.parquet" / "_SUCCESS").exists()
        slay(killed)
        made = ended(run, out)
    assert made == expected("files")
