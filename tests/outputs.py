"""A run's output written by hand, for tests that break it or load it: records of fixtures and of hostile pages."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import filmmeta
from filmmeta import jsonl
from filmmeta.kernel import AnyRecord, records
from filmmeta.page import Page
from filmmeta.records.inventory import PageLine
from filmmeta.records.schema import MODELS, schema_text
from filmmeta.runs.datapackage import Resource, datapackage

MANY = {"film": "films", "review": "reviews", "reject": "rejects", "page": "pages"}


def page_line(number: int, found: Sequence[AnyRecord]) -> PageLine:
    """The inventory's line for a page's records."""
    first = found[0]
    kinds = Counter(record.kind for record in found)
    return PageLine(
        number=number,
        name=first.page.name,
        url=first.page.url,
        sha256=first.page.sha256,
        bytes=first.page.bytes,
        outcome="film" if kinds["film"] else "reviews" if kinds["review"] else "reject",
        films=kinds["film"],
        reviews=kinds["review"],
        reason=first.reason if first.kind == "reject" else None,
        problems=[problem.code for record in found for problem in record.problems],
        coverage=first.coverage,
    )


def write_output(out: Path, pages: Iterable[Page]) -> None:
    """Write the records of pages as a run writes them: lines, schemas, accounts."""
    out.mkdir(parents=True, exist_ok=True)
    lines: dict[str, list[bytes]] = {kind: [] for kind in MANY}
    for number, page in enumerate(pages, 1):
        found = records(page)
        for record in found:
            lines[record.kind].append(jsonl.line(record))
        lines["page"].append(page_line(number, found).model_dump_json(ensure_ascii=True).encode() + b"\n")
    for kind, many in MANY.items():
        (out / f"{many}.jsonl").write_bytes(b"".join(lines[kind]))
    describe(out)


def describe(out: Path, tables: Sequence[Path] = ()) -> None:
    """Write the schemas, and accounts that are true of the lines, and of tables made of them, as they lie there."""
    for kind in MODELS:
        (out / f"{kind}.schema.json").write_text(schema_text(kind), "utf-8")
    pages = [page for line in (out / "pages.jsonl").read_bytes().splitlines() if isinstance(page := told(line), dict)]
    files = [resource(out / f"{many}.jsonl", kind) for kind, many in MANY.items()]
    rows = {f"{many}.parquet": file.rows for many, file in zip(MANY.values(), files, strict=True)}
    whole = sum(rows.values())
    files += [resource(table, "")._replace(rows=rows.get(table.name, whole)) for table in tables]
    account = {
        "inputs": {"pages": len(pages)},
        "outcomes": Counter(page["outcome"] for page in pages),
        "problems": Counter(code for page in pages for code in page["problems"]),
        "rejects": Counter(page["reason"] for page in pages if page["reason"]),
        "limits": Counter(page["limit"] for page in pages if page["limit"]),
        "records": {file.kind: file.rows for file in files if file.rows and file.kind not in ("page", "")},
        "outputs": {file.path: {"records": file.rows, "sha256": file.sha256} for file in files},
    }
    (out / "run.json").write_text(json.dumps(account), "utf-8")
    (out / "datapackage.json").write_text(datapackage(files, filmmeta.__version__), "utf-8")


def told(line: bytes) -> Any:
    """What a line says; nothing when it is broken."""
    try:
        return json.loads(line)
    except ValueError:
        return None


def resource(file: Path, kind: str) -> Resource:
    body = file.read_bytes()
    return Resource(file.name, kind, len(body), hashlib.sha256(body).hexdigest(), body.count(b"\n"))


def loaded(file: Path) -> list[dict[str, Any]]:
    """The objects in a file of lines."""
    return [json.loads(line) for line in file.read_bytes().split(b"\n")[:-1]]


ODD = (
    "The ferry \"men\" \\ rowed\u2028 for a long, long time; I liked it more than 'any' other film;"
    " $1 %s {x} \U0001f6a2 \u202e "
)


def hostile_page() -> Page:
    """A film and a review of a million characters, with what breaks naive loaders in texts, names and bytes."""
    body = "\n\n".join(f"{number} " + ODD * 9 for number in range(1_100)) + "\n\n8/10"
    author = {"name": 'A \\ "B"\u2028C'}
    review = {"@type": "Review", "reviewBody": body, "author": author, "reviewRating": {"ratingValue": 8}}
    told = json.dumps({"@type": "Movie", "name": 'Ferrymen \\n "x"; DROP TABLE films; --', "review": review})
    head = f'<meta charset="utf-8"><script type="application/ld+json">{told}</script>'
    shown = "<h1>Ferry\0men\u2028</h1><p>Director: O\ud800'Neil</p>"
    text = f'<html lang="en"><head>{head}</head><body>{shown}</body></html>'
    return Page(text.encode("utf-8", "surrogatepass"), name='a "hostile"\u2028\\ page.html')


def write_many(out: Path, pages: Iterable[Page], count: int) -> None:
    """Write an output of ``count`` records: those of the pages, then again and again under other names and digests."""
    write_output(out, pages)
    held = {kind: loaded(out / f"{many}.jsonl") for kind, many in MANY.items()}
    units = []
    streams = {kind: iter(held[kind]) for kind in ("film", "review", "reject")}
    for page in held["page"]:
        wanted = {"film": page["films"], "review": page["reviews"], "reject": int(page["outcome"] == "reject")}
        units.append((page, [next(streams[kind]) for kind, number in wanted.items() for _ in range(number)]))
    small = [unit for unit in units if unit[0]["bytes"] < 100_000]
    [reject, *_] = [unit for unit in small if unit[0]["outcome"] == "reject"]
    total = sum(len(records) for _, records in units)
    number = 0
    while total < count:
        page, found = small[number % len(small)]
        page, found = (page, found) if total + len(found) <= count else reject
        units.append(copied(page, found, number))
        total += len(found)
        number += 1
    with ExitStack() as stack:
        files = {kind: stack.enter_context((out / f"{many}.jsonl").open("wb")) for kind, many in MANY.items()}
        for place, (page, found) in enumerate(units, 1):
            for record in [{**page, "number": place}, *found]:
                files[record["kind"]].write(json.dumps(record, separators=(",", ":")).encode() + b"\n")
    describe(out)


Unit = tuple[dict[str, Any], list[dict[str, Any]]]


def copied(page: dict[str, Any], found: list[dict[str, Any]], number: int) -> Unit:
    """The page and its records under another name and, but for every tenth, with another digest."""
    digest = hashlib.sha256(f"{number} {page['name']}".encode()).hexdigest() if number % 10 else page["sha256"]
    told = {"name": f"{number}/{page['name']}", "sha256": digest}
    records = [
        {**record, "id": digest[:20] + record["id"][20:], "page": {**record["page"], **told}} for record in found
    ]
    return {**page, **told}, records
