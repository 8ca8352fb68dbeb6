"""Spark Connect: a server, and a client that has no JVM; the same records."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from engines.clusters import free_port, spark_program
from engines.crowds import Made, ended, environment, on_spark
from engines.processes import Started, until

HOST = "127.0.0.1"
SERVER = "org.apache.spark.sql.connect.service.SparkConnectServer"


def test_the_records_are_those_of_the_command_line(
    pages: Path, expected: Callable[[str], Made], started: Started, tmp_path: Path
) -> None:
    port = free_port(HOST)
    serve(port, started, tmp_path)
    without_java = {**started.env, "PATH": str(Path(sys.executable).parent), "JAVA_HOME": "", "SPARK_HOME": ""}
    run = on_spark(pages / "parquet", tmp_path / "out", f"--remote=sc://{HOST}:{port}", env=without_java)
    made = ended(run, tmp_path / "out")
    started.kill()
    assert made == expected("parquet")


def serve(port: int, started: Started, folder: Path) -> None:
    """Start a server and wait for it."""
    settings = {
        "spark.connect.grpc.binding.port": str(port),
        "spark.connect.grpc.binding.address": HOST,
        "spark.ui.enabled": "false",
    }
    words = [word for key, value in settings.items() for word in ("--conf", f"{key}={value}")]
    submit = [
        spark_program("spark-class"),
        "org.apache.spark.deploy.SparkSubmit",
        "--master",
        "local[2,4]",
        "--class",
        SERVER,
        *words,
    ]
    log = folder / "server.log"
    started.begin([*submit, *words], environment(PYSPARK_PYTHON=sys.executable), log)
    until(lambda: "Spark Connect server started" in log.read_text("utf-8", "replace"), "no server")
