"""Groups of doubles on Spark are those that the command line finds."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from engines.crowds import Made

pytestmark = pytest.mark.filterwarnings(
    "ignore::FutureWarning", "ignore::ResourceWarning", "ignore::DeprecationWarning"
)


@pytest.fixture(scope="module")
def spark(engines: None) -> Iterator[Any]:
    from pyspark.sql import SparkSession

    os.environ["SPARK_LOCAL_IP"] = "127.0.0.1"
    os.environ["PYSPARK_PYTHON"] = sys.executable
    settings: dict[str, bool | float | int | str | None] = {
        "spark.ui.enabled": "false",
        "spark.ui.showConsoleProgress": "false",
        "spark.sql.shuffle.partitions": "4",
    }
    session = SparkSession.builder.master("local[2,4]").config(map=settings).getOrCreate()
    yield session
    session.stop()


def rows(lines: list[bytes]) -> list[tuple[str, int, str, str]]:
    """Reviews as ``normalise`` gives them, in order of their names."""
    found = []
    for line in lines:
        record = json.loads(line)
        if record["kind"] == "review":
            found.append((record["page"]["name"], int(record["id"].partition("-r")[2]), "review", line.decode()))
    return sorted(found)


def of_command_line(found: list[tuple[str, int, str, str]], file: Path) -> list[Any]:
    """The groups that ``filmmeta duplicates`` finds, their copies by name and number."""
    file.write_text("".join(f"{row[3]}\n" for row in found))
    command = [sys.executable, "-m", "filmmeta", "duplicates", str(file)]
    done = subprocess.run(command, capture_output=True, check=True, timeout=1000)
    groups = []
    for line in done.stdout.splitlines():
        group = json.loads(line)
        copies = [
            (*found[copy["line"] - 1][:2], copy["id"], copy["match"], copy["similarity"]) for copy in group["copies"]
        ]
        groups.append((group["match"], group["similarity"], group["length"], copies))
    return groups


def of_spark(spark: Any, found: list[tuple[str, int, str, str]]) -> list[Any]:
    from filmmeta.spark import duplicates

    reviews = spark.createDataFrame(found[::-1], "name string, number int, kind string, record string")
    groups = duplicates(reviews).collect()
    return sorted(
        ((row.match, row.similarity, row.length, [tuple(copy) for copy in row.copies]) for row in groups),
        key=lambda group: group[3][0],
    )


def test_the_groups_are_those_of_the_command_line(spark: Any, expected: Callable[[str], Made], tmp_path: Path) -> None:
    made = rows(expected("files").lines)
    copies = [(f"zz/{name}", number, kind, line) for name, number, kind, line in made[:3]]
    found = [*made, *copies]
    groups = of_command_line(found, tmp_path / "reviews.jsonl")
    assert of_spark(spark, found) == groups
    assert {copy[3] for group in groups for copy in group[3]} == {"first", "exact", "near"}
    assert max(len(group[3]) for group in groups) > 2


def test_many_texts_with_one_ending_are_grouped_alike(spark: Any, tmp_path: Path) -> None:
    """A crowd larger than what a text is compared with, and pairs that are refused."""
    from bench.crowd import review

    ending = review(5)
    texts = [f"{review(number)[: 60 * (number % 13)]}\n\n{ending[number % 5 * 40 :]}" for number in range(60)]
    lines = [json.dumps({"kind": "review", "id": f"{number:020x}", "body": text}) for number, text in enumerate(texts)]
    found = [(f"page {number:03}", 1, "review", line) for number, line in enumerate(lines)]
    groups = of_command_line(found, tmp_path / "reviews.jsonl")
    assert of_spark(spark, found) == groups
    assert groups


def test_no_reviews_are_no_groups(spark: Any) -> None:
    assert of_spark(spark, [("page", 1, "film", "{}")]) == []
