"""The same pages as files, as Parquet and as WARC files, and what ``filmmeta normalise`` makes of each."""

from __future__ import annotations

import gzip
import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from uuid import NAMESPACE_URL, uuid5

from bench.crowd import crowd, write

from filmmeta.records import KINDS

ROOT = Path(__file__).parent.parent.parent
COUNT = int(os.environ.get("FILMMETA_PAGES", "10000"))
POISON = ROOT / "tests" / "poison"
LIMITS = ("--page-seconds", "4", "--page-memory", "700M")
JAVA = "-XX:TieredStopAtLevel=1 -XX:+UseSerialGC"  # what lives for seconds needs no second compiler
SMALL = [f"--conf=spark.sql.files.{name}" for name in ("maxPartitionBytes=512KB", "openCostInBytes=64KB")]
MODULE = (sys.executable, "-m", "filmmeta.spark")
ARCHIVES = 4
ROWS = 128  # of a row group
FILES = 5  # of Parquet


class Made(NamedTuple):
    """What a run wrote: its lines in order of their bytes, and the table that it printed."""

    lines: list[bytes]
    table: str


def environment(**more: str) -> dict[str, str]:
    """Where harmful pages are harmful, and nothing leaves this machine."""
    return {**os.environ, "PYTHONPATH": str(POISON), "SPARK_LOCAL_IP": "127.0.0.1", "JDK_JAVA_OPTIONS": JAVA, **more}


def make(folder: Path, count: int) -> None:
    """Below ``folder``: ``files``, ``parquet`` and ``warc``."""
    write(folder / "files", count)
    write_parquet(folder / "parquet", count)
    write_warc(folder / "warc", count)


def write_parquet(folder: Path, count: int) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    (folder / "of a+crowd").mkdir(parents=True)
    pages = list(crowd(count))
    size = -(-count // FILES)
    for number in range(FILES):
        part = pages[number * size : (number + 1) * size]
        table = pa.table({"path": [name for name, _ in part], "html": [body for _, body in part]})
        pq.write_table(table, folder / "of a+crowd" / f"part {number}.parquet", row_group_size=ROWS)


def write_warc(folder: Path, count: int) -> None:
    folder.mkdir(parents=True)
    size = -(-count // ARCHIVES)
    pages = crowd(count)
    for number in range(ARCHIVES):
        with open(folder / f"crawl-{number}.warc.gz", "wb") as file:
            for name, body in islice(pages, size):
                file.write(gzip.compress(response(f"http://crowd.example/{name}", body), 1))


def response(url: str, body: bytes) -> bytes:
    """A record of a WARC file: the answer that a crawler got."""
    said = f"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: {len(body)}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:{uuid5(NAMESPACE_URL, url)}>\r\n"
        f"WARC-Date: 2001-02-03T04:05:06Z\r\nWARC-Target-URI: {url}\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(said)}\r\n\r\n"
    )
    return head.encode() + said + b"\r\n\r\n"


def embedded(source: Path, out: Path, *more: str) -> Made:
    """What ``filmmeta normalise`` makes of the pages at ``source``."""
    command = [sys.executable, "-m", "filmmeta", "normalise", str(source), "-o", str(out), *LIMITS, *more]
    done = subprocess.run(command, env=environment(), capture_output=True, check=True, timeout=3000)
    files = [out / f"{kind}.jsonl" for kind in KINDS.values()]
    return Made(sorted(line for file in files for line in file.read_bytes().splitlines()), table(done.stderr))


def on_spark(
    source: Path, out: Path, *more: str, env: Mapping[str, str], at: Sequence[str] = (), by: Sequence[str] = MODULE
) -> subprocess.Popen[bytes]:
    """A run on Spark that has begun; ``at`` are the words before the command, ``by`` is what begins it."""
    quiet = [f"--conf={each}=false" for each in ("spark.ui.enabled", "spark.ui.showConsoleProgress")]
    command = [*at, *by, str(source), str(out), *LIMITS, *quiet, *more]
    return subprocess.Popen(command, env=environment(**env), stderr=subprocess.PIPE, cwd=out.parent)


def ended(run: subprocess.Popen[bytes], out: Path) -> Made:
    """What a run on Spark wrote; its lines and the records of its table are the same."""
    import pyarrow.dataset

    _, said = run.communicate(timeout=3000)
    assert run.returncode == 0, said.decode("utf-8", "replace")[-4000:]
    files = [file for kind in KINDS.values() for file in (out / f"{kind}.jsonl").glob("part-*")]
    lines = sorted(line for file in files for line in file.read_bytes().splitlines())
    rows = pyarrow.dataset.dataset(out / "records.parquet").to_table(columns=["record"])
    assert sorted(row.encode() for row in rows["record"].to_pylist() if row is not None) == lines
    return Made(lines, table(said))


def table(said: bytes) -> str:
    """The table among what a run said: from its count of pages to what it wrote."""
    text = said.decode("utf-8").rpartition("\r")[2]
    rows = [line for line in text.splitlines() if line[:9].strip().replace(",", "").isdigit() or line in HEADS]
    return "\n".join(rows)


HEADS = ("rejected", "problems", "limits hit", "left out")


def nameless(lines: Iterable[bytes]) -> list[str]:
    """The records without what their pages are called and when they were saved, in order."""
    return sorted(map(anonymous, lines))


@cache
def anonymous(line: bytes) -> str:
    record = json.loads(line)
    record["page"] |= {"name": "", "url": None, "saved": None}
    return json.dumps(record, sort_keys=True)
