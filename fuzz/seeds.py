"""What a target begins with: small inputs of every shape that it knows."""

from __future__ import annotations

import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parent.parent
CRASHES = ROOT / "tests" / "crashes"
FIXTURES = ROOT / "tests" / "fixtures"
VALUES = ROOT / "tests" / "values"
LARGEST = 8_192  # bytes of an input


def seed(name: str, folder: Path) -> None:
    """Write a target's seeds, and what it found earlier, into a new folder."""
    folder.mkdir()
    finds = (file.read_bytes() for file in sorted(CRASHES.glob(f"{name}-*")))
    for number, body in enumerate([*SEEDS[name](), *finds]):
        if body:
            (folder / f"{number:05}").write_bytes(body[:LARGEST])


def pages() -> Iterator[bytes]:
    """The fixtures' pages."""
    return (file.read_bytes() for file in sorted(FIXTURES.glob("*/*")) if file.suffix != ".json")


def texts() -> Iterator[bytes]:
    """A tenth of the texts in the grammars' tables."""
    rows = [row for file in sorted(VALUES.glob("*.tsv")) for row in file.read_text("utf-8").splitlines()]
    return (row.partition("\t")[0].encode() for row in rows[::10])


def archives() -> Iterator[bytes]:
    """An archive or a feed of each kind, in each compression, as the tests write them."""
    sys.path.append(str(ROOT / "tests"))
    from sources_written import COMPRESS, HTML, OTHER, record, response

    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(HTML), HTML)
    squeezed = COMPRESS["gz"](HTML)
    warc = record(response()) + record(OTHER, kind="resource", content_type="text/html") + record(
        response(chunked, header=b"Transfer-Encoding: chunked\r\nContent-Type: text/html\r\n")
    ) + record(response(squeezed, header=b"Content-Encoding: gzip\r\n"))  # fmt: skip
    yield from written({"a/1.html": HTML, "b.jsonl": b'{"html": "<p>1"}\n{"html": "<p>2"}\n', "c.bin": b"\0" * 99})
    whole = [HTML, warc, *feeds(HTML.decode())]
    yield from whole
    for compress in COMPRESS.values():
        yield from map(compress, whole)
        yield compress(record(response())) + compress(record(response(OTHER)))


def written(members: dict[str, bytes]) -> Iterator[bytes]:
    """The members as ZIP, WACZ, tar and Parquet files."""
    import tempfile

    import pyarrow as pa
    import pyarrow.parquet as pq

    from sources_written import packed, record, response, tarred, zipped

    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder, "archive")
        for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):
            yield zipped(file, members, method).read_bytes()
        yield zipped(file, {"archive/1.warc.gz": packed(record(response())), "pages/pages.jsonl": b"{}"}).read_bytes()
        for mode in ("w", "w:gz", "w:xz"):
            yield tarred(file, members, mode).read_bytes()
        rows = {"url": [f"https://reel.test/{name}" for name in members], "html": [*members.values()]}
        for compression in ("none", "zstd"):
            pq.write_table(pa.table(rows), file, compression=compression)
            yield file.read_bytes()


def feeds(page: str) -> Iterator[bytes]:
    """A page in JSON Lines, a JSON array, tables of text, HAR and MHTML."""
    row = {"url": "https://reel.test/1", "html": page}
    yield f"{json.dumps(row)}\n{json.dumps(row)}\n".encode()
    yield json.dumps([row, row]).encode()
    quoted = page.replace('"', '""')
    for mark in ",\t;":
        yield f'url{mark}html\nhttps://reel.test/1{mark}"{quoted}"\n'.encode()
    content = {"mimeType": "text/html; charset=utf-8", "text": page}
    entry = {"request": {"url": row["url"]}, "response": {"status": 200, "content": content}}
    yield json.dumps({"log": {"entries": [entry, entry]}}).encode()
    part = f"Content-Type: text/html; charset=utf-8\nContent-Location: {row['url']}\n\n{page}\n"
    yield f'MIME-Version: 1.0\nContent-Type: multipart/related; boundary="x"\n\n--x\n{part}--x--\n'.encode()


SEEDS = {"parse": pages, "grammars": texts, "sources": archives}
