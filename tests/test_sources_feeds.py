"""JSON Lines, tables and Parquet: which field is the page, and what becomes of each row."""

from __future__ import annotations

import gzip
import json
import random
import sys
from pathlib import Path

import pytest

from filmmeta.page.contents import MAX_BYTES
from filmmeta.runs.inputs import Input
from filmmeta.runs.sources import Feed, feeds, files, pages
from sources_written import HTML, OTHER, bodies, given, refusals

ROW = {"url": "https://reel.test/1", "title": "The Ferry Clock", "html": HTML.decode()}


def lines(*rows: object) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def write(path: Path, body: bytes) -> Path:
    path.write_bytes(body)
    return path


@pytest.mark.parametrize("suffix", ["jsonl", "ndjson", "jl", "jsonl.gz"])
def test_json_lines(tmp_path: Path, suffix: str) -> None:
    body = lines(ROW, {**ROW, "html": OTHER.decode()})
    write(tmp_path / f"x.{suffix}", gzip.compress(body) if suffix.endswith("gz") else b"\xef\xbb\xbf" + body[:-1])
    assert given(tmp_path) == [
        Input(f"x.{suffix}#1", "https://reel.test/1", HTML, "utf-8"),
        Input(f"x.{suffix}#2", "https://reel.test/1", OTHER, "utf-8"),
    ]


@pytest.mark.parametrize(
    ("row", "wanted"),
    [
        ({"url": "u", "status": 200, "body": "a"}, ("a", "u")),  # a crawler's
        ({"text": "a", "id": "<urn:1>", "dump": "d", "url": "u"}, ("a", "u")),  # a set of web text
        ({"raw_content": "a", "URL": "u", "text": "b"}, ("a", "u")),
        ({"HTML": "a", "link": "u", "content": 3}, ("a", "u")),
        ({"source_url": "u", "page": "a"}, ("a", "u")),
        ({"review": "a"}, ("a", "")),
    ],
)
def test_fields_of_the_usual_names(tmp_path: Path, row: dict[str, object], wanted: tuple[str, str]) -> None:
    (found,) = given(write(tmp_path / "x.jsonl", lines(row)))
    assert isinstance(found, Input) and (found.body.decode(), found.url) == wanted


def test_fields_by_name(tmp_path: Path) -> None:
    path = write(tmp_path / "x.jsonl", lines({"html": "no", "mine": "yes", "where": "https://reel.test/2"}))
    assert given(path, feed=Feed("mine", "where")) == [Input("x.jsonl#1", "https://reel.test/2", b"yes", "utf-8")]
    assert refusals(given(path, feed=Feed("nine"))) == {
        "x.jsonl": "no field 'nine' (--body-field); there are: 'html', 'mine', 'where'"
    }
    assert "(--url-field)" in refusals(given(path, feed=Feed("mine", "nowhere")))["x.jsonl"]


@pytest.mark.parametrize("name", ["x.jsonl", "x.csv"])
def test_a_feed_without_a_page_names_its_fields(tmp_path: Path, name: str) -> None:
    body = b"year,name\n1974,x\n1975,y\n" if name == "x.csv" else lines({"year": 1974, "name": "x"}, {"html": "z"})
    assert refusals(given(write(tmp_path / name, body))) == {
        name: "no field with a page in it: name it with --body-field; there are: 'year', 'name'"
    }


def test_rows_that_are_no_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    body = (
        lines(ROW) + b"\n{broken\n[1]\n" + lines({"url": "u"}, {**ROW, "html": None}, {**ROW, "html": ""}) + b"9" * 5000
    )
    found = given(write(tmp_path / "x.jsonl", body + b"\n" + b"[" * 100_000 + b"\n" + lines(ROW)))
    assert refusals(found) == {
        "x.jsonl#3": "a line that is no JSON", "x.jsonl#4": "a line that is no JSON object",
        "x.jsonl#5": "no text in the field 'html'", "x.jsonl#6": "no text in the field 'html'",
        "x.jsonl#8": "a line that is no JSON", "x.jsonl#9": "a line that is no JSON",
    }  # fmt: skip
    assert bodies(found) == [("x.jsonl#1", HTML), ("x.jsonl#7", b""), ("x.jsonl#10", HTML)]
    monkeypatch.setattr(feeds, "LONGEST", 300)
    monkeypatch.setattr(feeds, "PIECE", 50)
    found = given(write(tmp_path / "x.jsonl", lines(ROW) + b"{" + b" " * 700 + b"}\n" + lines(ROW)))
    assert [each.name for each in found] == ["x.jsonl#1", "x.jsonl#2", "x.jsonl#3"]
    assert list(refusals(found)) == ["x.jsonl#2"]


def test_a_page_in_a_row_that_is_too_large(tmp_path: Path) -> None:
    path = write(tmp_path / "x.jsonl", lines({"html": "x" * (MAX_BYTES + 1)}) + lines(ROW))
    assert list(refusals(given(path))) == ["x.jsonl#1"]
    assert bodies(given(path)) == [("x.jsonl#2", HTML)]


def test_lone_surrogates_and_bytes_that_are_no_text(tmp_path: Path) -> None:
    body = b'{"html": "a\\ud83d\\ude00\\ud800b", "url": "\\udfff"}\n{"html": "\xe9"}\n'
    found = given(write(tmp_path / "x.jsonl", body))
    assert found[0] == Input("x.jsonl#1", "\ufffd", "a\U0001f600\ufffdb".encode(), "utf-8")
    assert bodies(found)[1] == ("x.jsonl#2", "\ufffd".encode())


def test_addresses_that_cannot_be(tmp_path: Path) -> None:
    body = lines({"html": "1", "url": "https://reel.test/" + "x" * 9_000}, {"html": 2, "url": "\ud800"})
    assert [each.url for each in given(write(tmp_path / "x.jsonl", body)) if isinstance(each, Input)] == ["", "\ufffd"]


def test_a_feed_that_is_cut_short(tmp_path: Path) -> None:
    found = given(write(tmp_path / "x.jsonl.gz", gzip.compress(lines(*[ROW] * 5000))[:-400]))
    assert len(bodies(found)) > 1000
    assert list(refusals(found))[-1] == "x.jsonl.gz"


def test_a_feed_in_one_array(tmp_path: Path) -> None:
    body = json.dumps([ROW, 3, {**ROW, "html": OTHER.decode()}]).encode()
    found = given(write(tmp_path / "items.json", body))
    assert bodies(found) == [("items.json#1", HTML), ("items.json#3", OTHER)]
    assert list(refusals(found)) == ["items.json#2"]
    data = json.dumps([{"name": "The Ferry Clock", "text": "A ferryman keeps time."}]).encode()
    path = write(tmp_path / "items.json", data)
    assert bodies(given(path)) == [("items.json", data)]
    assert bodies(given(path, feed=Feed("text"))) == [("items.json#1", b"A ferryman keeps time.")]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_a_table(tmp_path: Path, delimiter: str) -> None:
    rows = [["id", "url", "html"], ["1", "https://reel.test/é", '"<p>The ""Ferry""\nClock"'], ["2", "", "é"], ["3"]]
    body = "\r\n".join(delimiter.join(row) for row in rows).encode()
    found = given(write(tmp_path / "x.csv", b"\xef\xbb\xbf" + body))
    assert found == [
        Input("x.csv#2", "https://reel.test/é", b'<p>The "Ferry"\nClock'),
        Input("x.csv#4", "", "é".encode()),
        Input("x.csv#5", refusal="no text in the field 'html'"),
    ]


def test_a_table_keeps_its_bytes(tmp_path: Path) -> None:
    (found,) = given(write(tmp_path / "x.csv", b"url,text\nu,\xd7\xe0\xf1\xfb\n"))
    assert isinstance(found, Input) and (found.body, found.encoding) == (b"\xd7\xe0\xf1\xfb", "")
    assert "UTF-16" in refusals(given(write(tmp_path / "x.csv", "url,text\nu,v\n".encode("utf-16"))))["x.csv"]


def test_a_quotation_mark_that_never_ends(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(feeds, "TABLE_ROW", 3_000)
    body = b"url,html\nu,v\nu," + b'"' + b"x\n" * 9_000
    found = given(write(tmp_path / "x.csv", body))
    assert bodies(found) == [("x.csv#2", b"v")]
    assert list(refusals(found)) == ["x.csv"]
    assert list(refusals(given(write(tmp_path / "y.csv", b"url,html\n")))) == ["y.csv"]
    assert list(refusals(given(write(tmp_path / "z.csv", b"url\r,html\n")))) == ["z.csv"]


@pytest.mark.parametrize("skip", range(5))
@pytest.mark.parametrize("name", ["x.jsonl", "x.csv", "x.parquet"])
def test_skip_goes_on_in_the_middle(tmp_path: Path, name: str, skip: int) -> None:
    path = tmp_path / name
    if name.endswith("parquet"):
        parquet(path, [{"html": str(number)} for number in range(4)])
    else:
        write(path, lines(*[ROW] * 4) if name.endswith("l") else b"html,url\n" + b"a,b\n" * 4)
    (origin,) = files([path], None)
    whole = list(pages(origin, Feed()))
    assert len(whole) == 4
    assert list(pages(origin, Feed(), skip)) == whole[skip:]


def parquet(path: Path, rows: list[dict[str, object]], group: int = 3) -> Path:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=group)
    return path


@pytest.mark.parametrize("name", ["x.jsonl", "x.csv", "x.json", "x.parquet"])
def test_any_damage_gives_pages_and_refusals_alone(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    rows: list[dict[str, object]] = [{"html": f"<p>{number}", "url": "u"} for number in range(4)]
    if name == "x.parquet":
        parquet(path, rows)
    else:
        write(path, b'html,url\n"<p>1",u\n' * 3 if name == "x.csv" else lines(*rows))
        if name == "x.json":
            write(path, json.dumps(rows).encode())
    whole, chance = path.read_bytes(), random.Random(name)
    for _ in range(200):
        body = bytearray(whole)
        for _ in range(chance.randrange(1, 4)):
            body[chance.randrange(len(body))] = chance.randrange(256)
        found = given(write(path, bytes(body[: chance.choice([len(body), chance.randrange(1, len(body))])])))
        assert found or name == "x.csv"  # a table of a header alone is an empty feed


def test_parquet(tmp_path: Path) -> None:
    rows = [{"id": number, "url": f"https://reel.test/{number}", "text": f"Film {number}"} for number in range(40)]
    found = given(parquet(tmp_path / "x.parquet", [*rows, {"text": None}]))
    assert found[:2] == [
        Input("x.parquet#1", "https://reel.test/0", b"Film 0", "utf-8"),
        Input("x.parquet#2", "https://reel.test/1", b"Film 1", "utf-8"),
    ]
    assert [each.name for each in found] == [f"x.parquet#{number}" for number in range(1, 42)]
    assert refusals(found) == {"x.parquet#41": "no text in the field 'text'"}


def test_parquet_of_bytes_and_without_pages(tmp_path: Path) -> None:
    assert bodies(given(parquet(tmp_path / "x.parquet", [{"content": HTML, "text": 3}]))) == [("x.parquet#1", HTML)]
    why = refusals(given(parquet(tmp_path / "x.parquet", [{"year": 1974, "text": 3}])))["x.parquet"]
    assert why == "no field with a page in it: name it with --body-field; there are: 'year', 'text'"


def test_parquet_that_is_broken_or_not_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = parquet(tmp_path / "x.parquet", [{"text": "x" * 5000}] * 50)
    whole = path.read_bytes()
    path.write_bytes(whole[:-10])
    assert refusals(given(path)) == {"x.parquet": "a Parquet file that is cut short or broken"}
    path.write_bytes(whole[:4] + bytes(60) + whole[64:])
    assert list(refusals(given(path))) == ["x.parquet"]
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    assert refusals(given(path)) == {"x.parquet": "a Parquet file: install filmmeta[parquet] to read it"}
