"""The check finds whatever was done to an output, and nothing in one that is good."""

from __future__ import annotations

import gzip
import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import cases
from filmmeta.check import Account, check
from filmmeta.check.findings import KEPT
from filmmeta.cli import main
from filmmeta.page import Page
from filmmeta.runs.datapackage import Resource, datapackage
from filmmeta.tables import to_duckdb, to_parquet, to_sqlite
from outputs import MANY, describe, write_output

PROSE = "A film about two ferrymen and one boat, which I liked more than I had thought I would when it began. 7/10"
TWICE = "Two notes on one page.\n\n" + PROSE  # a page that comes in twice, under one name


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The output of all fixtures, of an empty page, and of a page that came in twice."""
    out = tmp_path_factory.mktemp("good") / "out"
    pages = [Page(case.body, name=case.name) for case in cases()]
    write_output(out, [*pages, Page(b"", name="empty.html"), Page(TWICE, name="a.txt"), Page(TWICE, name="a.txt")])
    return out


@pytest.fixture
def out(good: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(good, tmp_path / "out"))


def lines(out: Path, many: str) -> list[bytes]:
    return (out / f"{many}.jsonl").read_bytes().splitlines(keepends=True)


def put(out: Path, many: str, changed: list[bytes]) -> None:
    """Write the lines, and the accounts anew, so that only the lines themselves can tell what was done."""
    (out / f"{many}.jsonl").write_bytes(b"".join(changed))
    describe(out)


def told(account: Account) -> str:
    return "\n".join(map(str, account.findings))


def test_a_good_output_has_no_finding(out: Path) -> None:
    account = check(out)
    assert account.findings == ()
    assert account.pages == account.films + account.reviews_only + account.rejects == len(lines(out, "pages"))
    assert account.records == sum(len(lines(out, many)) for kind, many in MANY.items() if kind != "page")
    assert min(account.films, account.reviews_only, account.rejects) > 3


def change(out: Path, many: str, number: int, edit: Callable[[dict[str, Any]], object]) -> None:
    """Edit the object on a line and write it as the writer would."""
    found = lines(out, many)
    record = json.loads(found[number])
    edit(record)
    found[number] = json.dumps(record, separators=(",", ":")).encode() + b"\n"
    put(out, many, found)


def swap(out: Path, many: str, old: bytes, new: bytes, number: int = 3) -> None:
    """Replace bytes in a line."""
    found = lines(out, many)
    assert old in found[number]
    found[number] = found[number].replace(old, new, 1)
    put(out, many, found)


def rewritten(out: Path, name: str, edit: Callable[[dict[str, Any]], object]) -> None:
    held = json.loads((out / name).read_bytes())
    edit(held)
    (out / name).write_text(json.dumps(held), "utf-8")


def scored(out: Path) -> int:
    """The number of a review whose body says its score."""
    found = [json.loads(line)["rating"] for line in lines(out, "reviews")]
    return next(number for number, rating in enumerate(found) if rating and rating["span"])


def shifted(out: Path) -> None:
    change(out, "reviews", scored(out), lambda it: it["rating"]["span"].update(start=it["rating"]["span"]["start"] - 1))


def elsewhere(out: Path) -> None:
    def edit(record: dict[str, Any]) -> None:
        source = next(each for each in record["sources"] if each[2].startswith("body:"))
        source[2] = "body:0-3"

    change(out, "reviews", scored(out), edit)


def cut(out: Path, many: str) -> None:
    found = lines(out, many)
    put(out, many, [*found[:-1], found[-1][: len(found[-1]) // 2]])


def other(out: Path) -> None:
    put(out, "films", [*lines(out, "films")[:3], lines(out, "rejects")[0], *lines(out, "films")[3:]])


def stranger(out: Path) -> None:
    def edit(record: dict[str, Any]) -> None:
        record["page"]["name"] = "elsewhere.html"

    found = lines(out, "rejects")
    put(out, "rejects", [*found[:3], found[2], *found[3:]])
    change(out, "rejects", 3, edit)


def fifo(out: Path) -> None:
    (out / "films.jsonl").unlink()
    os.mkfifo(out / "films.jsonl")


Break = Callable[[Path], object]
BREAKS: dict[str, tuple[Break, str]] = {
    # what is done to an output, and what the check must say of it
    "torn": (lambda out: cut(out, "films"), ": is torn: it has no line end"),
    "no JSON": (lambda out: swap(out, "films", b'"page":', b'"page"'), "films.jsonl, line 4: is no JSON"),
    "no object": (lambda out: put(out, "rejects", [b"[]\n", *lines(out, "rejects")]), "line 1: holds no object"),
    "blank line": (lambda out: put(out, "pages", [b"\n", *lines(out, "pages")]), "pages.jsonl, line 1: is no JSON"),
    "key twice": (lambda out: swap(out, "films", b"{", b'{"kind":"film",'), "films.jsonl, line 4: has a key twice"),
    "key gone": (lambda out: change(out, "films", 3, lambda it: it.pop("plot")), "'the whole' breaks 'required'"),
    "key more": (lambda out: change(out, "rejects", 3, lambda it: it.update(x=1)), "breaks 'additionalProperties'"),
    "type": (lambda out: change(out, "films", 3, lambda it: it.update(year="1999")), "films.jsonl, line 4: 'year' br"),
    "NaN": (lambda out: swap(out, "films", b'"admissions":null', b'"admissions":NaN'), "line 4: holds NaN"),
    "number": (lambda out: swap(out, "films", b'"year":', b'"seasons":' + b"9" * 5000 + b',"year":'), "too long"),
    "deep": (lambda out: put(out, "films", [b"[" * 200_000 + b"\n", *lines(out, "films")]), "line 1: is nested too"),
    "bytes": (lambda out: swap(out, "films", b'"plot":', '"plöt":'.encode()), "films.jsonl, line 4: is not ASCII"),
    "NUL": (lambda out: swap(out, "films", b'"title":"', b'"title":"\\u0000'), "films.jsonl, line 4: holds NUL"),
    "half a pair": (lambda out: swap(out, "films", b'"title":"', b'"title":"\\ud800'), "line 4: holds NUL or half"),
    "another kind": (other, "films.jsonl, line 4: "),
    "id": (lambda out: change(out, "films", 3, lambda it: it.update(id="0" * 20)), "line 4: its id is not of its page"),
    "kind of id": (lambda out: change(out, "films", 3, lambda it: it.update(id=it["id"] + "-r1")), "not of its kind"),
    "field": (lambda out: change(out, "films", 3, lambda it: it["sources"][0].__setitem__(0, "cast/9999")), "source 0"),
    "scheme": (lambda out: change(out, "films", 3, lambda it: it["sources"][1].__setitem__(2, "here:1")), "source 1"),
    "offsets": (lambda out: change(out, "films", 3, lambda it: it["sources"][0].__setitem__(2, "text:9-1")), "source"),
    "place in body": (elsewhere, "does not stand where it says"),
    "span": (shifted, "the span of rating is not in its body"),
    "stranger": (stranger, 'rejects.jsonl, line 4: is of "elsewhere.html"'),
    "number of a page": (lambda out: change(out, "pages", 3, lambda it: it.update(number=9)), "line 4: has the number"),
    "digest": (lambda out: change(out, "pages", 3, lambda it: it.update(sha256="0" * 64)), "pages.jsonl, line 4: 1 of"),
    "url": (lambda out: change(out, "pages", 3, lambda it: it.update(url="https://x.example/")), "its url is not"),
    "size": (lambda out: change(out, "pages", 3, lambda it: it.update(bytes=1)), "line 4: its bytes is not"),
    "outcome": (lambda out: change(out, "pages", 3, lambda it: it.update(outcome="reject")), "its outcome is not"),
    "counts": (lambda out: change(out, "pages", 3, lambda it: it.update(reviews=9)), "of its 9 records are missing"),
    "problems": (lambda out: change(out, "pages", 3, lambda it: it["problems"].append("unread")), "its problems are"),
    "coverage": (lambda out: change(out, "pages", 3, lambda it: it.update(coverage=0.125)), "its coverage is not"),
    "reason": (lambda out: change(out, "pages", -3, lambda it: it.update(reason="crash")), "its reason is not that"),
    "schema": (lambda out: rewritten(out, "film.schema.json", lambda it: it.pop("title")), "film.schema.json: is not"),
    "no schema": (lambda out: (out / "film.schema.json").write_text("{"), "film.schema.json: is no JSON Schema"),
    "file gone": (lambda out: (out / "rejects.jsonl").unlink(), "rejects.jsonl: is missing"),
    "inventory gone": (lambda out: (out / "pages.jsonl").unlink(), "pages.jsonl: is missing"),
    "account gone": (lambda out: (out / "run.json").unlink(), "run.json: cannot be read"),
    "package gone": (lambda out: (out / "datapackage.json").unlink(), "datapackage.json: cannot be read"),
    "no account": (lambda out: (out / "run.json").write_text('{"a":'), "run.json: is no JSON"),
    "pages": (lambda out: rewritten(out, "run.json", lambda it: it["inputs"].update(pages=1)), "inputs/pages is"),
    "outcomes": (lambda out: rewritten(out, "run.json", lambda it: it["outcomes"].clear()), "run.json: outcomes"),
    "rejects": (lambda out: rewritten(out, "run.json", lambda it: it["rejects"].clear()), "run.json: rejects"),
    "limits": (lambda out: rewritten(out, "run.json", lambda it: it["limits"].update(time=1)), "run.json: limits"),
    "kinds": (lambda out: rewritten(out, "run.json", lambda it: it["records"].update(film=1)), "run.json: records is"),
    "tally": (lambda out: rewritten(out, "run.json", lambda it: it["problems"].update(crash=99)), "run.json: problems"),
    "records": (lambda out: rewritten(out, "run.json", lambda it: it["outputs"]["films.jsonl"].clear()), "of films."),
    "unlisted": (lambda out: rewritten(out, "run.json", lambda it: it["outputs"].pop("films.jsonl")), "does not na"),
    "listed": (lambda out: rewritten(out, "run.json", lambda it: it["outputs"].update(x={})), 'run.json: names "x"'),
    "rows": (lambda out: rewritten(out, "datapackage.json", lambda it: it["resources"][0].update(rows=1)), "rows of"),
    "no rows": (lambda out: rewritten(out, "datapackage.json", lambda it: it.pop("resources")), "json: does not name"),
    "foreign file": (lambda out: (out / "notes.txt").write_text(""), "notes.txt: is no part of this output"),
    "left part": (lambda out: (out / ".films.jsonl.part").write_text(""), ".films.jsonl.part: is no part of"),
    "ANSI": (lambda out: (out / "\x1b[31m.txt").write_text(""), r"\u001b[31m.txt: is no part"),
    "two forms": (lambda out: (out / "films.jsonl.gz").write_bytes(b""), "films.jsonl: is there 2 times"),
    "FIFO": (fifo, "films.jsonl: is no regular file"),
}  # fmt: skip


@pytest.mark.parametrize("name", BREAKS)
def test_what_was_done_is_found(name: str, out: Path) -> None:
    damage, said = BREAKS[name]
    damage(out)
    account = check(out)
    assert said in told(account)
    assert account.total < 12, told(account)  # one fault is not told as if everything were broken


@pytest.mark.parametrize("many", MANY.values())
@pytest.mark.parametrize("number", [0, 5, -1])
def test_a_line_less_or_more_or_out_of_order_is_found(many: str, number: int, good: Path, tmp_path: Path) -> None:
    at = number % len(lines(good, many))
    damages: list[Callable[[list[bytes]], list[bytes]]] = [
        lambda them: them[:at] + them[at + 1 :],
        lambda them: [*them[: at + 1], *them[at:]],
        lambda them: [*them[:at], *reversed(them[at : at + 2]), *them[at + 2 :]] if number >= 0 else them[::-1],
        lambda them: [*them[:at], *them[at + 1 :], them[at]] if number >= 0 else [them[-1], *them[:-1]],
    ]
    for step, damage in enumerate(damages):
        out = Path(shutil.copytree(good, tmp_path / f"out{step}"))
        put(out, many, damage(lines(out, many)))
        assert check(out).findings, step


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data(), many=st.sampled_from(["films", "reviews", "rejects", "pages"]))
def test_any_byte_changed_is_found_by_its_digest(data: st.DataObject, many: str, good: Path, tmp_path: Path) -> None:
    out = Path(shutil.copytree(good, tmp_path / "out", dirs_exist_ok=True))
    body = bytearray((out / f"{many}.jsonl").read_bytes())
    at = data.draw(st.integers(0, len(body) - 1))
    body[at] ^= data.draw(st.integers(1, 255))
    (out / f"{many}.jsonl").write_bytes(body)
    assert f"sha256 of {many}.jsonl: not what the file has" in told(check(out)).replace("records, ", "")


@pytest.mark.parametrize("suffix", [".gz", ".zst"])
def test_packed_lines_are_read(suffix: str, out: Path) -> None:
    body = (out / "films.jsonl").read_bytes()
    half = body.index(b"\n", len(body) // 2) + 1
    pack = gzip.compress if suffix == ".gz" else zstandard.ZstdCompressor().compress
    (out / "films.jsonl").unlink()
    packed = pack(body[:half]) + pack(body[half:])  # as a run writes them: in members
    (out / f"films.jsonl{suffix}").write_bytes(packed)
    found = told(check(out))
    assert f"does not name films.jsonl{suffix}" in found
    assert "line" not in found and "missing" not in found
    (out / f"films.jsonl{suffix}").write_bytes(packed[:-20])
    found = told(check(out))
    assert f"films.jsonl{suffix}: cannot be unpacked" in found or f"missing in films.jsonl{suffix}" in found


def made_tables(out: Path, form: str) -> list[Path]:
    """The tables that a run makes of its lines, and accounts that name them."""
    sources = {kind: out / f"{many}.jsonl" for kind, many in MANY.items()}
    if form == "parquet":
        for kind, many in MANY.items():
            to_parquet(kind, sources[kind], out / f"{many}.parquet")
        return [out / f"{many}.parquet" for many in MANY.values()]
    {"sqlite": to_sqlite, "duckdb": to_duckdb}[form](sources, out / f"records.{form}")
    return [out / f"records.{form}"]


def other_rows(out: Path, form: str) -> Iterator[Path]:
    """Take a row from a table; the file that it was in."""
    if form == "parquet":
        (out / "short.jsonl").write_bytes(b"".join(lines(out, "films")[1:]))
        to_parquet("film", out / "short.jsonl", out / "films.parquet")
        (out / "short.jsonl").unlink()
        yield out / "films.parquet"
    if form == "sqlite":
        with closing(sqlite3.connect(out / "records.sqlite")) as database, database:
            database.execute("DELETE FROM films WHERE rowid = 1")
        yield out / "records.sqlite"
    if form == "duckdb":
        import duckdb

        with duckdb.connect(str(out / "records.duckdb")) as tables:
            tables.execute("DELETE FROM films WHERE id = (SELECT min(id) FROM films)")
        yield out / "records.duckdb"


@pytest.mark.parametrize("form", ["parquet", "sqlite", "duckdb"])
def test_the_rows_of_tables_are_counted(form: str, out: Path) -> None:
    tables = made_tables(out, form)
    describe(out, tables)
    assert check(out).findings == ()
    for damaged in other_rows(out, form):
        films = len(lines(out, "films"))
        assert f"{damaged.name}: films: {films - 1} rows, and the lines are {films}" in told(check(out))
        damaged.write_bytes(b"something else")
        assert f"{damaged.name}: is no " in told(check(out))


def test_findings_are_capped_and_counted(out: Path) -> None:
    put(out, "pages", lines(out, "pages")[:1] * 500)
    account = check(out)
    assert account.total > 500
    assert max(sum(each.file == name for each in account.findings) for name in ("pages.jsonl", "films.jsonl")) <= KEPT


@pytest.mark.parametrize("form", ["jsonl", "jsonl.gz", "jsonl.zst", "parquet", "sqlite", "duckdb"])
def test_what_a_run_writes_is_proven(form: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pages = tmp_path / "pages"
    pages.mkdir()
    for number, case in enumerate(cases()[::9]):
        (pages / f"{number}{case.file.suffix}").write_bytes(case.body)
    (pages / "empty.html").write_bytes(b"")
    out = tmp_path / "out"
    monkeypatch.setattr(sys, "argv", ["filmmeta", "normalise", str(pages), "-o", str(out), "--to", form, "-q"])
    monkeypatch.setattr(signal, "signal", lambda number, handler: None)
    assert main() == 0
    account = check(out)
    assert account.findings == ()
    assert account.pages == len(list(pages.iterdir())) > 10


def test_a_data_package_describes_the_files() -> None:
    files = [Resource("films.jsonl.gz", "film", 9, "ab", 2), Resource("records.sqlite", "", 8, "cd", 3)]
    told = json.loads(datapackage(files, "1.2.3"))
    assert told["$schema"] == "https://datapackage.org/profiles/2.0/datapackage.json"
    assert told["filmmeta"] == {"version": "1.2.3", "schema_version": "1.0.0"}
    assert told["resources"] == [
        {
            "name": "films-jsonl",
            "path": "films.jsonl.gz",
            "format": "jsonl",
            "mediatype": "application/jsonl",
            "encoding": "utf-8",
            "jsonSchema": "film.schema.json",
            "compression": "gz",
            "bytes": 9,
            "hash": "sha256:ab",
            "rows": 2,
        },
        {
            "name": "records-sqlite",
            "path": "records.sqlite",
            "format": "sqlite",
            "mediatype": "application/vnd.sqlite3",
            "bytes": 8,
            "hash": "sha256:cd",
            "rows": 3,
        },
    ]


def test_what_is_no_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(NotADirectoryError, match="no such folder"):
        check(tmp_path / "none")


def test_it_loads_nothing_of_what_wrote_the_output() -> None:
    script = "import sys, filmmeta.check\nprint(*sorted(name for name in sys.modules if name.startswith('filmmeta')))"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert {name.split(".")[1] for name in done.stdout.split()[1:]} == {"check"}
