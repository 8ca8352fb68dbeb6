"""The recipes of docs/loading.md are run, and load what the lines hold, value for value."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from conftest import ROOT, cases
from filmmeta import tables
from filmmeta.check import check
from filmmeta.page import Page
from outputs import hostile_page, loaded, write_many
from postgres import server

DOC = (ROOT / "docs" / "loading.md").read_text("utf-8")
COUNT = 10_000
LEFT = "Two Ferries (1999)\n\nDirector: Anna Boat\n\nStarring: Bo Mast, Cy Keel\n\n" + "".join(
    f"Shelf mark {number}: drawer {number}, left of the door\n\n" for number in range(12)
)
"""A page that has more to say than filmmeta understands."""

Rows = list[dict[str, Any]]


def blocks() -> dict[str, list[str]]:
    """The code of each section of the document; what stands before the first is under an empty name."""
    first, *rest = re.split(r"^## (.+)$", DOC, flags=re.MULTILINE)
    sections = {"": first, **dict(zip(rest[::2], rest[1::2], strict=True))}
    return {name: re.findall(r"```python\n(.*?)```", text, re.DOTALL) for name, text in sections.items()}


BLOCKS = blocks()


def run(name: str) -> dict[str, Any]:
    """What the blocks of a section make, one after the other."""
    names: dict[str, Any] = {}
    for block in BLOCKS[name]:
        exec(compile(block, f"docs/loading.md: {name}", "exec"), names)
    return names


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with ten thousand records in ``out``, and the tables that the first block makes of them."""
    home = tmp_path_factory.mktemp("loading")
    pages = [Page(case.body, name=case.name) for case in cases()]
    write_many(home / "out", [*pages, Page(LEFT, name="left.txt"), hostile_page()], COUNT)
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(home)
        run("")
    return home


@pytest.fixture(scope="module")
def lines(folder: Path) -> dict[str, Rows]:
    return {kind: loaded(folder / "out" / f"{name}.jsonl") for kind, name in tables.TABLES.items()}


@pytest.fixture(scope="module")
def truth(lines: dict[str, Rows]) -> Truth:
    return Truth(lines)


@pytest.fixture
def inside(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)


def test_the_records_are_what_the_document_says(folder: Path, lines: dict[str, Rows]) -> None:
    assert sum(len(lines[kind]) for kind in ("film", "review", "reject")) == COUNT
    name = hostile_page().name
    [film], [hostile] = ([it for it in lines[kind] if it["page"]["name"] == name] for kind in ("film", "review"))
    assert len(hostile["body"]) > 1_000_000
    assert all(mark in hostile["body"] for mark in ("\u2028", '"', "\\", "'", "%s", "\U0001f6a2", "\u202e"))
    assert {problem["code"] for problem in film["problems"]} >= {"scrubbed"}
    found = {finding.reason for finding in check(folder / "out").findings}
    assert all("does not name" in reason for reason in found)  # the tables came after the accounts


def dated(value: Any) -> Any:
    """A value of a line with its dates as dates."""
    if isinstance(value, dict):
        return {
            key: date.fromisoformat(part) if key == "date" and isinstance(part, str) else dated(part)
            for key, part in value.items()
        }
    return [*map(dated, value)] if isinstance(value, list) else value


def tabled(row: dict[str, Any]) -> dict[str, Any]:
    """A line's record as a table has it: dates as dates, sources under names."""
    sources = [dict(zip(("path", "text", "where"), source, strict=True)) for source in row["sources"]]
    return {**dated({**row, "sources": []}), "sources": sources}


def expected(lines: dict[str, Rows]) -> dict[str, list[Any]]:
    """What the questions of each section have for answers."""
    titles = {(film["page"]["name"], film["page"]["sha256"]): film["title"] for film in lines["film"]}
    pages = [((review["page"]["name"], review["page"]["sha256"]), review["id"]) for review in lines["review"]]
    return {
        "joined": [(titles[page], id_) for page, id_ in pages if page in titles],
        "unread": [
            (film["id"],)
            for film in lines["film"]
            if film["coverage"] is not None
            and film["coverage"] < 0.8
            and any(problem["code"] == "unread" for problem in film["problems"])
        ],
        "titles": [
            (film["id"], text, where)
            for film in lines["film"]
            for path, text, where in film["sources"]
            if path == "title"
        ],
    }


class Truth:
    """What the lines hold, as lines and as tables have it, and the answers to the questions of each section."""

    def __init__(self, lines: dict[str, Rows]) -> None:
        self.lines = {kind: sorted(lines[kind], key=place) for kind in ("film", "review")}
        self.typed = {kind: [tabled(row) for row in rows] for kind, rows in self.lines.items()}
        self.answers = expected(lines)

    def hold(self, names: dict[str, Any], read: Callable[[Any], Rows]) -> None:
        """What a section's blocks made is what the lines hold; databases may give the rows in another order."""
        for prefix, truth in (("", self.lines), ("typed_", self.typed)):
            for variable, kind in ((f"{prefix}films", "film"), (f"{prefix}reviews", "review")):
                if variable in names:
                    got = sorted(read(names[variable]), key=place)
                    assert got == truth[kind], f"{variable}: {differing(got, truth[kind])}"
        for variable, answers in self.answers.items():
            made = names[variable]
            rows = made if isinstance(made, list) else read(made)
            found = [tuple(row.values() if isinstance(row, dict) else row) for row in rows]
            assert len(answers) > 50
            assert Counter(found) == Counter(answers), variable


def place(row: dict[str, Any]) -> tuple[str, str]:
    return row["page"]["name"], row["id"]


def differing(got: Rows, wanted: Rows) -> str:
    """Where two lists of rows differ first, without saying what the rows say."""
    if len(got) != len(wanted):
        return f"{len(got)} rows for {len(wanted)}"
    for number, (one, other) in enumerate(zip(got, wanted, strict=True)):
        for key in other:
            if one.get(key) != other[key] or type(one.get(key)) is not type(other[key]):
                return f"{key} of row {number} is the first to differ"
    return "nowhere"


@pytest.mark.usefixtures("inside")
def test_duckdb(lines: dict[str, Rows]) -> None:
    truth = Truth(lines)
    names = run("DuckDB")
    truth.lines = {kind: [*map(dated, rows)] for kind, rows in truth.lines.items()}  # its reader of lines knows dates
    truth.hold(names, lambda them: [dict(zip(them.columns, row, strict=True)) for row in them.fetchall()])


@pytest.mark.usefixtures("inside")
def test_polars(truth: Truth) -> None:
    truth.hold(run("Polars"), lambda them: them.to_dicts())


@pytest.mark.usefixtures("inside")
def test_pyarrow(truth: Truth) -> None:
    truth.hold(run("pyarrow"), lambda them: them.to_pylist())


@pytest.mark.usefixtures("inside")
def test_pandas(truth: Truth) -> None:
    import pyarrow as pa

    truth.hold(run("pandas"), lambda them: pa.Table.from_pandas(them, preserve_index=False).to_pylist())


@pytest.mark.usefixtures("inside")
def test_datasets(truth: Truth, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    monkeypatch.setenv("HF_HUB_OFFLINE", "1")
    truth.hold(run("Hugging Face datasets"), lambda them: them.to_list())


def from_json(kind: str, row: dict[str, Any]) -> dict[str, Any]:
    """A row of SQLite as its line says it."""
    types = {column.name: column.type for column in tables.columns(kind)}
    return {
        name: value
        if value is None
        else bool(value)
        if types[name] == "boolean"
        else value
        if isinstance(types[name], str)
        else json.loads(value)
        for name, value in row.items()
    }


def rows_of(cursor: Any) -> Rows:
    names = [column[0] for column in cursor.description]
    return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


@pytest.mark.usefixtures("inside")
def test_sqlite(truth: Truth) -> None:
    names = run("SQLite")
    for variable, kind in (("films", "film"), ("reviews", "review")):
        names[variable] = [from_json(kind, row) for row in rows_of(names[variable])]
    for variable in ("joined", "unread", "titles"):
        names[variable] = names[variable].fetchall()
    names["database"].close()
    truth.hold(names, lambda them: them)


@contextmanager
def reachable(where: str, patch: pytest.MonkeyPatch) -> Iterator[None]:
    """The variables that tell PostgreSQL's clients where the server is."""
    for part in where.split():
        name, _, value = part.partition("=")
        patch.setenv({"host": "PGHOST", "user": "PGUSER", "dbname": "PGDATABASE"}[name], value)
    yield


@pytest.mark.usefixtures("inside")
def test_postgresql(truth: Truth, monkeypatch: pytest.MonkeyPatch) -> None:
    with server() as where, reachable(where, monkeypatch):
        names = run("PostgreSQL")
        for variable in ("films", "reviews"):
            names[variable] = rows_of(names[variable])
        for variable in ("joined", "unread", "titles"):
            names[variable] = names[variable].fetchall()
        names["database"].close()
    truth.hold(names, lambda them: them)


def test_every_section_with_code_is_run() -> None:
    here = Path(__file__).read_text("utf-8")
    for name, code in BLOCKS.items():
        assert not code or f'run("{name}")' in here
