"""Archives and feeds written by hand for the tests of sources: invented films on invented hosts."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import tarfile
import zipfile
from collections.abc import Callable, Iterable
from pathlib import Path

import zstandard

from filmmeta.runs.inputs import Input
from filmmeta.runs.sources import Feed, LeftOut, files, pages

HTML = b"<!doctype html><html><head><title>The Ferry Clock (1974)</title></head><body><h1>The Ferry Clock</h1></body>"
OTHER = HTML.replace(b"Ferry Clock", b"Salt Ladder")


COMPRESS: dict[str, Callable[[bytes], bytes]] = {
    "gz": gzip.compress, "zst": zstandard.compress, "bz2": bz2.compress, "xz": lzma.compress,
}  # fmt: skip


def given(*paths: Path, feed: Feed | None = None, out: Path | None = None) -> list[Input | LeftOut]:
    """All that the sources give of some paths."""
    return [each for origin in files(paths, out) for each in pages(origin, feed or Feed())]


def bodies(found: Iterable[Input | LeftOut]) -> list[tuple[str, bytes]]:
    """Names and bytes of the pages, without what was refused or left out."""
    return [(each.name, each.body) for each in found if isinstance(each, Input) and not each.refusal]


def refusals(found: Iterable[Input | LeftOut]) -> dict[str, str]:
    """Why pages were refused, by their names."""
    return {each.name: each.refusal for each in found if isinstance(each, Input) and each.refusal}


def left_out(found: Iterable[Input | LeftOut]) -> dict[str, str]:
    """Why others were left out, by their names."""
    return {each.name: each.why for each in found if isinstance(each, LeftOut)}


def zipped(path: Path, members: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", method) as archive:
        for name, body in members.items():
            archive.writestr(name, body)
    return path


def tarred(path: Path, members: dict[str, bytes], mode: str = "w") -> Path:
    with tarfile.open(path, mode) as archive:  # type: ignore[call-overload]
        for name, body in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(body)
            archive.addfile(info, io.BytesIO(body))
    return path


def response(body: bytes = HTML, status: bytes = b"200 OK", header: bytes = b"Content-Type: text/html\r\n") -> bytes:
    return b"HTTP/1.1 " + status + b"\r\n" + header + b"\r\n" + body


def record(
    block: bytes,
    uri: str = "https://reel.test/1",
    kind: str = "response",
    content_type: str = "application/http; msgtype=response",
    length: str | None = None,
    end: bytes = b"\r\n",
    version: bytes = b"WARC/1.0",
) -> bytes:
    """A record of a WARC file, byte by byte."""
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000001>",
        "WARC-Date": "2021-02-03T04:05:06Z",
        "WARC-Target-URI": uri,
        "Content-Type": content_type,
        "Content-Length": str(len(block)) if length is None else length,
    }
    head = end.join([version, *(f"{name}: {value}".encode() for name, value in fields.items() if value)])
    return head + end + end + block + end + end


def packed(*records: bytes) -> bytes:
    """Records each in a gzip member of its own, as crawlers write them."""
    return b"".join(gzip.compress(each, mtime=0) for each in records)
