"""The recipes of docs/engines.md, run as they stand there, on pages of which some harm who reads them."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pyarrow as pa
import pyarrow.dataset
import pyarrow.parquet
import pytest
from bench.crowd import harmful, page

from engines.crowds import POISON, ROOT, environment
from engines.processes import Started
from filmmeta.arrow import normalise_batch

DOCS = (ROOT / "docs" / "engines.md").read_text("utf-8")
RECIPE = re.compile(r"^## ([^\n]+)\n(?:(?!\n## ).)*?```python\n(.*?)```", re.M | re.S)
RECIPES = {match[1]: match[2] for match in RECIPE.finditer(DOCS)}
HARMS = ("fail", "segfault", "memory")
FILES, EACH = 3, 40
BEFORE = {
    "Ray Data": "import ray\nray.init(num_cpus=2, include_dashboard=False, _node_ip_address='127.0.0.1')\n",
    "Spark": "import pyspark.sql\npyspark.sql.SparkSession.builder.master('local[2,4]')"
    ".config('spark.ui.enabled', False).config('spark.sql.shuffle.partitions', 2).getOrCreate()\n",
}


@pytest.fixture(scope="module")
def tables(engines: None) -> list[pa.Table]:
    """Pages with three harmful ones among them."""
    pages = [{"name": name, "body": body} for name, body in map(page, range(FILES * EACH))]
    for place, harm in enumerate(HARMS):
        pages[place * EACH + 7] = {"name": harm, "body": harmful(harm)}
    return [pa.Table.from_pylist(pages[start : start + EACH]) for start in range(0, len(pages), EACH)]


def test_all_recipes_are_found() -> None:
    assert list(RECIPES) == ["Spark", "Ray Data", "Dask", "Daft"]
    assert "max_retries=" in RECIPES["Ray Data"]
    for name, recipe in RECIPES.items():
        assert sum(bool(line.strip()) for line in recipe.splitlines()) <= 17, name


@pytest.mark.parametrize("engine", RECIPES)
def test_a_recipe_gives_the_records(
    engine: str, tables: list[pa.Table], started: Started, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "pages").mkdir()
    for number, table in enumerate(tables):
        pa.parquet.write_table(table, tmp_path / "pages" / f"{number}.parquet")
    (tmp_path / "recipe.py").write_text(BEFORE.get(engine, "") + RECIPES[engine])
    quiet = {"RAY_USAGE_STATS_ENABLED": "0", "DAFT_ANALYTICS_ENABLED": "0", "DO_NOT_TRACK": "1"}
    env = environment(**started.env, **quiet, PYSPARK_PYTHON=sys.executable)
    done = subprocess.run([sys.executable, "recipe.py"], cwd=tmp_path, env=env, capture_output=True, timeout=1800)
    assert done.returncode == 0, done.stderr.decode("utf-8", "replace")[-4000:]
    rows = pa.dataset.dataset(tmp_path / "records", format="parquet").to_table(columns=["name", "limit", "record"])
    monkeypatch.syspath_prepend(POISON)
    batches = [normalise_batch(batch) for table in tables for batch in table.to_batches()]
    assert sorted(rows["record"].to_pylist()) == sorted(row for batch in batches for row in batch["record"].to_pylist())
    limits = {row["name"]: row["limit"] for row in rows.select(["name", "limit"]).to_pylist() if row["limit"]}
    assert limits == {"fail": "exit", "segfault": "signal", "memory": "memory"}
