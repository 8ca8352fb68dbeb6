"""Batches of pages into batches of records: the lines of the command line, and what a row says of them."""

from __future__ import annotations

import datetime
import json
import os
import subprocess
import sys
import threading
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from filmmeta import jsonl
from filmmeta.arrow import SCHEMA, Limits, normalise_batch
from filmmeta.arrow.pages import NO_BODY
from filmmeta.arrow.rows import Row, Scale
from filmmeta.kernel import records
from filmmeta.page import Page

ROOT = Path(__file__).parent.parent
SEEDS = sorted((ROOT / "seeds").glob("*.txt"))
REVIEW = b"I saw this film twice and would see it a third time, for the songs alone. 8/10"
LATIN = "Ce film est très beau, et la fin, très émouvante, nous a bouleversés. Un chef-d’œuvre ? Presque. 7/10"


def batch(*pages: dict[str, Any]) -> pa.RecordBatch:
    """Pages, each with every column that one of them has."""
    names = dict.fromkeys(name for page in pages for name in page)
    return pa.RecordBatch.from_pylist([dict.fromkeys(names) | page for page in pages])


def seeds() -> pa.RecordBatch:
    return batch(*({"name": seed.name, "url": "", "body": seed.read_bytes()} for seed in SEEDS))


def lines(page: Page) -> list[str]:
    return [jsonl.line(record).decode().removesuffix("\n") for record in records(page)]


def test_the_records_are_the_lines_of_the_command_line(tmp_path: Path) -> None:
    made = normalise_batch(seeds())
    assert made.schema == SCHEMA
    command = [sys.executable, "-m", "filmmeta", "normalise", str(ROOT / "seeds"), "-o", "-", "-q"]
    written = subprocess.run(command, capture_output=True, check=True, timeout=600).stdout
    assert "".join(f"{row}\n" for row in made["record"].to_pylist()).encode() == written


def test_a_row_says_what_its_record_says() -> None:
    rows = normalise_batch(seeds()).to_pylist()
    assert {row["kind"] for row in rows} == {"film", "review"}
    assert set(rows[0]) == set(Row._fields)
    for row in rows:
        record = json.loads(row["record"])
        work = record if row["kind"] == "film" else record["film"]
        assert (row["title"], row["year"]) == (work["title"], work["year"])
        assert (row["name"], row["kind"], row["status"]) == (record["page"]["name"], record["kind"], "ok")
        assert row["language"] == record.get("language", record["page"]["language"])
        assert row["problems"] == [problem["code"] for problem in record["problems"]]
        assert row["coverage"] == record["coverage"]
        assert row["limit"] is None
    assert [row["number"] for row in rows if row["name"] == SEEDS[-1].name] == [1, 2]
    assert [(row["title"], row["year"], row["rating"]) for row in rows][-2:] == [
        ("Paris", 2008, 0.68),
        ("Paris", 2008, 0.9),
    ]


@pytest.mark.parametrize(
    ("scale", "share"),
    [
        (Scale(value=7, best=10), 0.7),
        (Scale(value=1, best=5, worst=1), 0.0),
        (Scale(value=12, best=10), 1.0),
        (Scale(value=7), None),
        (Scale(value=7, best=0), None),
        (Scale(value=7, best=10, normalised=0.25), 0.25),
    ],
)
def test_ratings_are_shares_of_their_scales(scale: Scale, share: float | None) -> None:
    assert scale.share == share


def test_what_is_no_page_has_a_row_or_a_reject() -> None:
    made = normalise_batch(
        batch(
            {"name": "null", "body": None},
            {"name": "refused", "body": None, "refusal": "no regular file"},
            {"name": "picture", "body": None, "left_out": "content type image"},
            {"name": None, "body": b""},
        )
    ).to_pylist()
    assert [(row["name"], row["number"], row["kind"], row["status"]) for row in made] == [
        ("null", 1, "reject", "unreadable"),
        ("refused", 1, "reject", "unreadable"),
        ("picture", 0, "left-out", "content type image"),
        ("", 1, "reject", "empty"),
    ]
    why = [json.loads(row["record"])["problems"][0]["text"] if row["record"] else None for row in made[:3]]
    assert why == [NO_BODY, "no regular file", None]


def test_the_day_when_a_page_was_saved() -> None:
    told = batch({"name": "1", "body": REVIEW, "saved": "2021-02-03"}, {"name": "2", "body": REVIEW, "saved": None})
    days = pa.array([datetime.date(2021, 2, 3), None])
    for each in (told, told.set_column(told.schema.names.index("saved"), "saved", days)):
        records = [json.loads(row["record"]) for row in normalise_batch(each).to_pylist()]
        assert [record["page"]["saved"] for record in records] == ["2021-02-03", None]


@pytest.mark.parametrize(
    "kind",
    [
        pa.binary(),
        pa.large_binary(),
        pa.binary_view(),
        pa.binary(len(REVIEW)),
        pa.string(),
        pa.large_string(),
        pa.string_view(),
    ],
)
def test_bodies_come_in_every_type(kind: pa.DataType) -> None:
    body = pa.array([REVIEW.decode() if "string" in str(kind) else REVIEW], kind)
    made = normalise_batch(pa.RecordBatch.from_arrays([body, pa.array(["a.txt"])], names=["body", "name"]))
    said = "utf-8" if "string" in str(kind) else ""
    assert made["record"].to_pylist() == lines(Page(REVIEW, name="a.txt", encoding=said))


def test_names_may_be_packed_or_numbers() -> None:
    bodies = pa.array([REVIEW] * 2)
    packed = pa.array(["a", "b"]).dictionary_encode()
    for names, said in ((packed, ["a", "b"]), (pa.array([7, 8]), ["7", "8"])):
        made = normalise_batch(pa.RecordBatch.from_arrays([names, bodies], names=["name", "body"]))
        assert made["name"].to_pylist() == said


def test_text_that_is_no_utf_8_is_no_error() -> None:
    broken = pa.StringArray.from_buffers(1, pa.py_buffer(b"\0\0\0\0\3\0\0\0"), pa.py_buffer(b"a\xffb"))
    made = normalise_batch(pa.RecordBatch.from_arrays([broken, broken], names=["name", "body"]))
    assert made["name"].to_pylist() == ["a�b"]


def test_the_encoding_of_the_transport_is_believed() -> None:
    body = LATIN.encode("windows-1252")
    made = normalise_batch(
        batch({"name": "a", "body": body, "encoding": "windows-1252", "url": "http://kino.example/1"})
    )
    assert made["record"].to_pylist() == lines(
        Page(body, name="a", url="http://kino.example/1", encoding="windows-1252")
    )


@pytest.mark.parametrize(
    ("columns", "message"),
    [
        ({"body": [b""]}, "column name: needed once; the columns are body"),
        ({"name": ["a"]}, "column body: needed once; the columns are name"),
        ({"name": ["a"], "body": [7]}, "column body: int64, and bytes or text are needed"),
        ({"name": [b"a"], "body": [b""]}, "column name: binary, and text is needed"),
        ({"name": ["a"], "body": [b""], "url": [1.5]}, "column url: double, and text is needed"),
    ],
)
def test_what_cannot_be_read_is_refused_by_name(columns: dict[str, list[Any]], message: str) -> None:
    with pytest.raises(ValueError, match=f"^{message}$"):
        normalise_batch(pa.RecordBatch.from_pydict(columns))


def test_no_pages_are_no_rows() -> None:
    assert normalise_batch(seeds().slice(0, 0)).num_rows == 0


def test_a_harmful_page_costs_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.syspath_prepend(ROOT / "tests" / "poison")
    limits = Limits(seconds=2, memory=700_000_000)
    harms = ["fail", "segfault", "spin", "memory"]
    pages = [{"name": f"{at}", "body": REVIEW} for at in range(9)]
    for at, harm in enumerate(harms):
        pages[2 * at + 1]["body"] = f"poison:{harm}".encode()
    rows = normalise_batch(batch(*pages), limits).to_pylist()
    assert [row["name"] for row in rows] == [page["name"] for page in pages]
    assert [row["limit"] for row in rows[1::2]] == ["exit", "signal", "time", "memory"]
    assert [row["status"] for row in rows[1::2]] == ["crash", "crash", "over-budget", "over-budget"]
    clean = [line for at in range(0, 9, 2) for line in lines(Page(REVIEW, name=str(at)))]
    assert [row["record"] for row in rows[::2]] == clean


def workers() -> set[int]:
    """The workers of this process, by their numbers."""
    listed = subprocess.run(["ps", "--ppid", str(os.getpid()), "-o", "pid=,args="], capture_output=True, timeout=60)
    return {int(line.split()[0]) for line in listed.stdout.splitlines() if b"filmmeta.runs.worker" in line}


def test_a_worker_is_kept_whatever_thread_calls() -> None:
    normalise_batch(seeds())
    before = workers()

    def read() -> None:
        normalise_batch(batch({"name": "a", "body": REVIEW}))

    for _ in range(3):
        thread = threading.Thread(target=read)
        thread.start()
        thread.join()
    assert len(before) >= 1
    assert workers() == before


def test_a_forked_process_has_a_worker_of_its_own() -> None:
    code = (
        "import os, pyarrow as pa\nfrom filmmeta.arrow import normalise_batch\n"
        "pages = pa.RecordBatch.from_pylist([{'name': 'a', 'body': b'text'}])\n"
        "mine = normalise_batch(pages)\nchild = os.fork()\n"
        "same = normalise_batch(pages).equals(mine)\n"
        "if not child:\n    os._exit(0 if same else 1)\n"
        "assert same and os.waitpid(child, 0)[1] == 0 and normalise_batch(pages).equals(mine)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=600)
    assert done.returncode == 0, done.stderr


def test_no_worker_outlives_its_process() -> None:
    code = (
        "import pyarrow as pa, subprocess, os\nfrom filmmeta.arrow import normalise_batch\n"
        "normalise_batch(pa.RecordBatch.from_pylist([{'name': 'a', 'body': b'text'}]))\n"
        "listed = subprocess.run(['ps', '--ppid', str(os.getpid()), '-o', 'pid=,args='], capture_output=True)\n"
        "print(*[line.split()[0].decode() for line in listed.stdout.splitlines() if b'runs.worker' in line])\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, check=True, timeout=600)
    [worker] = done.stdout.split()
    assert not os.path.exists(f"/proc/{worker.decode()}")
    assert not done.stderr
