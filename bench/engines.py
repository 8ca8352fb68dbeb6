"""CPU per page, start-up and memory on each engine, in one run: ``python -m bench.engines`` (FILMMETA_PAGES of them).

Needs Spark, Ray, Dask and Daft, and the machine to itself. Each engine reads the same Parquet files of made pages
twice over: a handful, which is its start-up, and all. CPU and memory are those of all its processes, found by a mark
in their environment and looked at five times a second; memory is what they hold together, what they share counted
once (PSS). The start of a JVM varies by seconds: have ten thousand pages for figures of Spark.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import time
import uuid
from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from bench.crowd import page

ROOT = Path(__file__).parent.parent
PAGES = int(os.environ.get("FILMMETA_PAGES", "10000"))
FEW = 8  # pages of a start-up
FILES = 8
TICKS = os.sysconf("SC_CLK_TCK")
MARK = "FILMMETA_BENCH"
RECIPE = re.compile(r"^## ([^\n]+)\n(?:(?!\n## ).)*?```python\n(.*?)```", re.M | re.S)
QUIET = {
    "RAY_USAGE_STATS_ENABLED": "0",
    "DAFT_ANALYTICS_ENABLED": "0",
    "DO_NOT_TRACK": "1",
    "SPARK_LOCAL_IP": "127.0.0.1",
}
RAY = "import ray\nray.init(num_cpus=2, include_dashboard=False, _node_ip_address='127.0.0.1')\n"
BARE = """
import pyarrow.parquet
from pathlib import Path
from filmmeta.arrow import normalise_batch
for file in sorted(Path("pages").glob("*.parquet")):
    for pages in pyarrow.parquet.ParquetFile(file).iter_batches(64):
        normalise_batch(pages)
"""
CLI = ["-m", "filmmeta", "normalise", "pages", "-o", "out", "-q"]
SPARK = ["-m", "filmmeta.spark", "pages", "out", "--conf", "spark.ui.enabled=false"]


class Cost(NamedTuple):
    """Seconds of CPU of all processes, seconds by the clock, bytes held at the most."""

    cpu: float
    wall: float
    memory: int


def engines() -> Mapping[str, list[str]]:
    """The arguments that Python runs each engine with."""
    recipes = {match[1]: match[2] for match in RECIPE.finditer((ROOT / "docs" / "engines.md").read_text("utf-8"))}
    return {
        "filmmeta normalise, one worker": [*CLI, "-j", "1"],
        "filmmeta normalise, two workers": [*CLI, "-j", "2"],
        "normalise_batch in a loop": ["-c", BARE],
        "Spark, local[2]": [*SPARK, "--master", "local[2,4]"],
        "Spark Connect, local[2]": [*SPARK, "--remote", "local[2,4]"],
        "Ray Data": ["-c", RAY + recipes["Ray Data"]],
        "Dask, two threads": ["-c", recipes["Dask"].replace('"threads"', '"threads", num_workers=2')],
        "Daft": ["-c", recipes["Daft"]],
    }


def write(folder: Path, count: int) -> None:
    """Parquet files with ``count`` pages."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    folder.mkdir()
    for start in range(FILES):
        rows = [page(number) for number in range(start, count, FILES)]
        table = pa.table({"name": [name for name, _ in rows], "body": [body for _, body in rows]})
        pq.write_table(table, folder / f"{start}.parquet", row_group_size=128)


def measured(arguments: list[str], count: int) -> Cost:
    """What one run costs."""
    mark = uuid.uuid4().hex
    with TemporaryDirectory() as name:
        write(Path(name, "pages"), count)
        env = {**os.environ, **QUIET, "PYSPARK_PYTHON": sys.executable, MARK: mark}
        begun = time.monotonic()
        with open(Path(name, "log"), "wb") as log:
            run = subprocess.Popen([sys.executable, *arguments], cwd=name, env=env, stdout=log, stderr=log)
        ticks: dict[int, int] = {}
        memory = 0
        while run.poll() is None:
            memory = max(memory, look(mark, ticks))
            time.sleep(0.2)
        wall = time.monotonic() - begun
        if run.returncode:
            raise SystemExit(Path(name, "log").read_text("utf-8", "replace")[-2000:])
    return Cost(sum(ticks.values()) / TICKS, wall, memory)


def look(mark: str, ticks: dict[int, int]) -> int:
    """Note the CPU of each process with the mark so far; the memory that they hold together."""
    held = 0
    for entry in Path("/proc").iterdir():
        if not entry.name.isdigit():
            continue
        try:
            if mark.encode() not in (entry / "environ").read_bytes():
                continue
            fields = (entry / "stat").read_text().rpartition(")")[2].split()
            ticks[int(entry.name)] = int(fields[11]) + int(fields[12])
            held += 1024 * int(re.findall(r"^Pss:\s+(\d+)", (entry / "smaps_rollup").read_text(), re.M)[0])
        except (OSError, IndexError):
            continue
    return held


def main() -> None:
    print(f"{PAGES:,} pages of {sum(len(page(number)[1]) for number in range(90)) / 90 / 1000:.1f} kB")
    print(f"{'':<32} ms CPU a page   pages/s   start-up s   its CPU s   memory MB")
    for name, arguments in engines().items():
        few, all_ = measured(arguments, FEW), measured(arguments, PAGES)
        each = (all_.cpu - few.cpu) / (PAGES - FEW)
        rate = PAGES / all_.wall
        print(
            f"{name:<32} {each * 1000:>13.2f} {rate:>9.0f} {few.wall:>12.1f} {few.cpu:>11.1f} "
            f"{all_.memory / 1e6:>11.0f}",
            flush=True,
        )


if __name__ == "__main__":
    main()
