"""Tables hold what the lines hold, value for value."""

from __future__ import annotations

import gzip
import json
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import duckdb
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
import zstandard
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import filmmeta
from conftest import cases
from filmmeta import jsonl, tables
from filmmeta.check.lines import strings, writable
from filmmeta.page import Page
from filmmeta.records.film import CastMember, Film, Money
from filmmeta.records.schema import generated, schema_text
from filmmeta.tables import lines as block_lines
from filmmeta.tables import sqlite
from outputs import MANY, loaded, write_output

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), min_size=1, max_size=80)


@pytest.fixture(scope="module")
def out(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lines of all fixtures."""
    folder = tmp_path_factory.mktemp("lines")
    write_output(folder, [Page(case.body, name=case.name) for case in cases()])
    return folder


def sources(out: Path) -> dict[str, Path]:
    return {kind: out / f"{many}.jsonl" for kind, many in MANY.items()}


def as_written(row: dict[str, Any]) -> dict[str, Any]:
    """A row of a table as a line would say it: dates in words, sources as lists of three."""
    written: dict[str, Any] = json.loads(json.dumps(row, default=lambda date: date.isoformat()))
    if "sources" in written:
        written["sources"] = [[source["path"], source["text"], source["where"]] for source in written["sources"]]
    return written


def unpacked(kind: str, row: sqlite3.Row) -> dict[str, Any]:
    """A row of a SQLite table as a line would say it."""
    found = {}
    for column in tables.columns(kind):
        value = row[column.name]
        if value is not None and not isinstance(column.type, str):
            value = json.loads(value)
        found[column.name] = bool(value) if column.type == "boolean" and value is not None else value
    return found


def from_sqlite(file: Path, kind: str) -> list[dict[str, Any]]:
    with closing(sqlite3.connect(file)) as database:
        database.row_factory = sqlite3.Row
        return [unpacked(kind, row) for row in database.execute(f"SELECT * FROM {MANY[kind]}")]


def from_duckdb(file: Path, kind: str) -> list[dict[str, Any]]:
    with duckdb.connect(str(file), read_only=True) as database:
        found = database.execute(f"SELECT * FROM {MANY[kind]}")
        names = [column[0] for column in found.description or ()]
        return [as_written(dict(zip(names, row, strict=True))) for row in found.fetchall()]


@pytest.mark.parametrize("kind", MANY)
def test_parquet_holds_the_lines(kind: str, out: Path, tmp_path: Path) -> None:
    rows = loaded(sources(out)[kind])
    assert tables.to_parquet(kind, sources(out)[kind], tmp_path / "x.parquet") == len(rows) > 10
    table = pq.read_table(tmp_path / "x.parquet")
    assert table.schema.equals(tables.schema(kind))
    assert table.schema.names == list(rows[0])
    assert [as_written(row) for row in table.to_pylist()] == rows


def test_sqlite_holds_the_lines(out: Path, tmp_path: Path) -> None:
    count = tables.to_sqlite(sources(out), tmp_path / "x.sqlite")
    assert count == sum(len(loaded(file)) for file in sources(out).values())
    for kind, file in sources(out).items():
        assert from_sqlite(tmp_path / "x.sqlite", kind) == loaded(file)


def test_duckdb_holds_the_lines(out: Path, tmp_path: Path) -> None:
    count = tables.to_duckdb(sources(out), tmp_path / "x.duckdb")
    assert count == sum(len(loaded(file)) for file in sources(out).values())
    for kind, file in sources(out).items():
        assert from_duckdb(tmp_path / "x.duckdb", kind) == loaded(file)


def hostile(texts: list[str]) -> Film:
    page = {"name": texts[0], "sha256": "0" * 64, "bytes": 0, "encoding": "utf-8"}
    return Film.model_validate(
        {
            "id": "0" * 20,
            "page": page,
            "title": texts[1],
            "plot": texts[2],
            "cast": [CastMember(name=texts[3], roles=texts)],
            "money": [Money(kind="gross", amount=10**15), Money(kind="budget", amount=0.1)],
            "sources": [("plot", texts[4], "text:0-1")],
            "keywords": texts,
        }
    )


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=st.lists(TEXTS, min_size=5, max_size=9))
def test_any_text_comes_through(texts: list[str], tmp_path: Path) -> None:
    line = jsonl.line(hostile(texts))
    file = tmp_path / "films.jsonl"
    file.write_bytes(line)
    tables.to_parquet("film", file, tmp_path / "x.parquet")
    tables.to_sqlite({"film": file}, tmp_path / "x.sqlite")
    tables.to_duckdb({"film": file}, tmp_path / "x.duckdb")
    expected = [json.loads(line)]
    assert [as_written(row) for row in pq.read_table(tmp_path / "x.parquet").to_pylist()] == expected
    assert from_sqlite(tmp_path / "x.sqlite", "film") == expected
    assert from_duckdb(tmp_path / "x.duckdb", "film") == expected


PLACES = [
    "<h1>{}</h1>",
    "<title>{}</title><p>Director: {}</p>",
    '<h1>F</h1><script type="application/ld+json">{{"@type":"Movie","name":"{}","director":{{"name":"{}"}}}}</script>',
    '<meta property="og:type" content="video.movie"><meta property="og:title" content="{}">',
    '<div itemscope itemtype="https://schema.org/Movie"><b itemprop="name">{}</b></div>',
    "{} (1999)\n\nDirector: {}\n\nRelease Year: 1999\n\nStoryline\n\n{}\n",
    "A film about two ferrymen and {}, which I liked more than I had thought I would when it began. 7/10",
    '<?xml version="1.0"?><movie><title>{}</title><plot>{}</plot></movie>',
    "{{{{Infobox film\n| name = {}\n| director = {}\n}}}}\n'''{}''' is a 1999 film.",
]
ODD = ["\0", "\ud800", "\udfff\ud800", "&#0;", "&#xD800;", "\\u0000", "\\ud800", "\\udfff\\ud800", "%00", "=00"]


@settings(max_examples=200, deadline=None)
@given(place=st.sampled_from(PLACES), odd=st.lists(st.sampled_from(ODD), min_size=1, max_size=3), raw=st.booleans())
def test_lines_never_hold_nul_or_half_a_pair(place: str, odd: list[str], raw: bool) -> None:
    """What no database takes never gets into a record, however the page and its name say it."""
    text = place.replace("{}", "Two ferrymen" + "".join(odd)).replace("{{", "{").replace("}}", "}")
    body = text.encode("utf-8", "surrogatepass") if raw else text
    for record in filmmeta.parse(body, name=f"a{odd[0]}.html", url=f"https://films.example/{odd[-1]}"):
        held = json.loads(jsonl.line(record))
        assert all(map(writable, strings(held)))


@pytest.mark.parametrize("kind", MANY)
def test_no_lines_make_a_table_without_rows(kind: str, tmp_path: Path) -> None:
    (tmp_path / "none.jsonl").write_bytes(b"")
    files = {kind: tmp_path / "none.jsonl"}
    assert tables.to_parquet(kind, files[kind], tmp_path / "x.parquet") == 0
    assert pq.read_schema(tmp_path / "x.parquet").equals(tables.schema(kind))
    assert tables.to_sqlite(files, tmp_path / "x.sqlite") == 0 == len(from_sqlite(tmp_path / "x.sqlite", kind))
    assert tables.to_duckdb(files, tmp_path / "x.duckdb") == 0 == len(from_duckdb(tmp_path / "x.duckdb", kind))


def test_packed_lines_give_the_same_bytes(out: Path, tmp_path: Path) -> None:
    body = (out / "films.jsonl").read_bytes()
    half = body.index(b"\n", len(body) // 2) + 1
    for name, pack in (("gz", gzip.compress), ("zst", zstandard.ZstdCompressor().compress)):
        (tmp_path / name).write_bytes(pack(body[:half]) + pack(body[half:]))  # no suffix: the first bytes tell
        tables.to_parquet("film", tmp_path / name, tmp_path / f"{name}.parquet")
        tables.to_sqlite({"film": tmp_path / name}, tmp_path / f"{name}.sqlite")
    tables.to_parquet("film", out / "films.jsonl", tmp_path / "plain.parquet")
    tables.to_sqlite({"film": out / "films.jsonl"}, tmp_path / "plain.sqlite")
    for form in ("parquet", "sqlite"):
        assert len({(tmp_path / f"{name}.{form}").read_bytes() for name in ("gz", "zst", "plain")}) == 1


def test_a_target_that_is_there_is_replaced(out: Path, tmp_path: Path) -> None:
    for _ in range(2):
        rows = tables.to_sqlite({"film": out / "films.jsonl"}, tmp_path / "x.sqlite")
        assert rows == tables.to_duckdb({"film": out / "films.jsonl"}, tmp_path / "x.duckdb")
    assert len(from_duckdb(tmp_path / "x.duckdb", "film")) == rows


def test_blocks_end_by_count_and_by_size(out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(block_lines, "ROWS", 7)
    tables.to_parquet("film", out / "films.jsonl", tmp_path / "x.parquet")
    held = pq.ParquetFile(tmp_path / "x.parquet").metadata
    sizes = [held.row_group(number).num_rows for number in range(held.num_row_groups)]
    assert set(sizes[:-1]) == {7} and sum(sizes) == len(loaded(out / "films.jsonl"))
    assert [as_written(row) for row in pq.read_table(tmp_path / "x.parquet").to_pylist()] == loaded(out / "films.jsonl")
    monkeypatch.setattr(block_lines, "BYTES", 1)
    assert {len(block) for block in block_lines.blocks(out / "films.jsonl")} == {1}


@pytest.mark.parametrize(
    "damage",
    [
        lambda record: record.update(more=1),
        lambda record: record.update(year="1999 or so"),
        lambda record: record.update(id=None),
        lambda record: record.update(cast={}),
        lambda record: record.update(release_dates=[{"date": {"date": "2001-02-30"}}]),
    ],
)
def test_a_line_of_another_shape_makes_no_parquet(damage: Any, out: Path, tmp_path: Path) -> None:
    record = loaded(out / "films.jsonl")[0]
    damage(record)
    (tmp_path / "films.jsonl").write_text(json.dumps(record) + "\n")
    with pytest.raises(ValueError):
        tables.to_parquet("film", tmp_path / "films.jsonl", tmp_path / "x.parquet")


def test_a_line_of_another_kind_makes_no_table(out: Path, tmp_path: Path) -> None:
    files = {"review": out / "films.jsonl"}
    for write in (tables.to_sqlite, tables.to_duckdb):
        with pytest.raises((ValueError, KeyError)):
            write(files, tmp_path / "x")


def test_missing_extras_are_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tables, "find_spec", lambda name: None if name == "duckdb" else object())
    with pytest.raises(tables.MissingExtra, match=r"duckdb is not installed; pip install 'filmmeta\[duckdb\]'"):
        tables.to_duckdb({}, tmp_path / "x")
    monkeypatch.setattr(tables, "find_spec", lambda name: None)
    with pytest.raises(tables.MissingExtra, match=r"pyarrow is not installed; pip install 'filmmeta\[parquet\]'"):
        tables.to_parquet("film", tmp_path / "x", tmp_path / "y")
    assert tables.to_sqlite({}, tmp_path / "x") == 0


@pytest.mark.parametrize("kind", MANY)
def test_schemas_are_those_of_the_models(kind: str) -> None:
    assert schema_text(kind) == generated(kind)


def test_the_tables_of_sqlite_are_typed() -> None:
    told = sqlite.ddl("page").splitlines()
    assert told[0] == 'CREATE TABLE "pages" (' and told[-1] == ") STRICT"
    assert '  "number" INTEGER NOT NULL,' in told
    assert '  "url" TEXT,' in told
    assert '  "problems" TEXT NOT NULL,' in told
    assert '  "coverage" REAL,' in told


def test_a_schema_for_those_who_read_lines() -> None:
    schema = tables.line_schema("film")
    assert schema.names == tables.schema("film").names
    assert schema.field("sources").type == pa.list_(pa.list_(pa.string()))
    dates, typed = (
        each.field("release_dates").type.value_type.field("date").type.field("date").type
        for each in (schema, tables.schema("film"))
    )
    assert (dates, typed) == (pa.string(), pa.date32())
