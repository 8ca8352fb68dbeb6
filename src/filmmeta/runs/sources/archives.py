"""The pages in one open file that holds them in a way of its own."""

from __future__ import annotations

import io
from collections.abc import Iterator
from io import BufferedReader
from typing import BinaryIO

import zstandard

from filmmeta.page.contents import MAX_BYTES
from filmmeta.runs.inputs import Input
from filmmeta.runs.sources import feeds, members, parquets, tars, waczs, warcs, wholes, zips
from filmmeta.runs.sources.faults import Errors
from filmmeta.runs.sources.kinds import HEAD, Kind, kind, layer
from filmmeta.runs.sources.mending import Mending
from filmmeta.runs.sources.origins import Feed, LeftOut, Origin, Refused
from filmmeta.runs.sources.regular import state, still, too_large, whole
from filmmeta.runs.sources.unpacked import BROKEN, Unpacked

WHOLE: tuple[Kind, ...] = ("page", "mhtml", "har", "array")
Given = Iterator[Input | LeftOut]


def of_file(file: BufferedReader, origin: Origin, feed: Feed, head: bytes) -> Given:
    """The pages of a regular file that is more than a page; whatever a library makes of it, no more than that ends."""
    given = False
    try:
        for each in of_regular(file, origin, feed, head):
            given = True
            yield each
        if not given:
            raise Refused("nothing in it")
    except (Refused, OSError):
        raise
    except Errors as error:
        raise Refused(f"it cannot be read ({type(error).__name__})") from error


def of_regular(file: BufferedReader, origin: Origin, feed: Feed, head: bytes) -> Given:
    what = kind(origin.name, head)
    if layer(head):
        yield from of_layer(file, origin, feed, layer(head))
    elif what in WHOLE:
        body = still(file)
        yield from wholes.pages(whole(origin.path) if body is None else body, origin.name, origin.url, what, feed)
    else:
        before = state(file)
        yield from of_archive(file, origin.name, feed, what)
        if state(file) != before:
            raise Refused("it changed while it was read")


def of_archive(file: BufferedReader, name: str, feed: Feed, what: Kind) -> Given:
    """The pages of a file that can be read anywhere."""
    if what == "zip":
        yield from members.pages(zips.members(file), name, feed)
    elif what == "wacz":
        yield from waczs.pages(file, name)
    elif what == "parquet":
        yield from parquets.rows(file, name, feed)
    else:
        yield from of_stream(file, name, feed, what)


def of_stream(file: BufferedReader, name: str, feed: Feed, what: Kind) -> Given:
    """The pages of a file that is read once from its beginning to its end."""
    if what == "tar":
        yield from members.pages(tars.members(file), name, feed)
    elif what == "warc":
        yield from warcs.pages(file, name)
    elif what in ("lines", "table"):
        yield from feeds.rows(file, name, what, feed)
    else:
        raise Refused(members.NESTED)


def of_layer(file: BufferedReader, origin: Origin, feed: Feed, packed: str) -> Given:
    """The pages of a compressed file; where it breaks off, one refusal more says so."""
    raw, inner = layered(file, origin.name, packed)
    what = kind(origin.name, inner.peek(HEAD)[:HEAD])
    if layer(inner.peek(HEAD)):
        raise Refused(members.NESTED)
    if what == "warc":
        yield from warcs.pages(inner, origin.name, raw)
    elif what in WHOLE:
        body = inner.read(MAX_BYTES + 1)
        if len(body) > MAX_BYTES:
            raise too_large(len(body))
        if not raw.broken:
            yield from wholes.pages(body, origin.name, origin.url, what, feed)
    else:
        yield from of_stream(inner, origin.name, feed, what)
    if raw.broken:
        raise Refused(raw.broken)


def layered(file: BufferedReader, name: str, packed: str) -> tuple[Unpacked, BufferedReader]:
    """A compressed file's decompressed stream, raw and buffered."""
    try:
        raw = Mending(file, packed) if ".warc" in name.lower() else Unpacked(file, packed)
    except (zstandard.ZstdError, MemoryError) as error:
        raise Refused(BROKEN) from error
    return raw, io.BufferedReader(raw, io.DEFAULT_BUFFER_SIZE * 8)


class Begun(io.RawIOBase):
    """A stream whose first bytes were read already."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        self.head = head
        self.rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        data = self.head[: len(buffer)] or self.rest.read(len(buffer))
        self.head = self.head[len(buffer) :]
        buffer[: len(data)] = data
        return len(data)


def of_pipe(stream: BinaryIO, origin: Origin, feed: Feed) -> Given:
    """The pages of standard input: one, or those of a feed whose field is named, or of a WARC or tar file."""
    head = stream.read(HEAD)
    file: BufferedReader = BufferedReader(Begun(head, stream), HEAD)
    what = kind(origin.name, head)
    if feed.body_field and what not in ("warc", "tar"):
        what = "lines" if head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"{") else "table"
    if layer(head):
        yield from of_layer(file, origin, feed, layer(head))
    elif what in WHOLE:
        body = file.read(MAX_BYTES + 1)
        if len(body) > MAX_BYTES:
            raise too_large(len(body))
        yield from wholes.pages(body, origin.name, origin.url, what, feed)
    else:
        yield from of_stream(file, origin.name, feed, what)
