"""The pages in the rows of JSON Lines and tables of text."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator, Sequence
from typing import IO, Protocol

from filmmeta.page.contents import MAX_BYTES
from filmmeta.runs.inputs import Input
from filmmeta.runs.sources.fields import BODIES, Columns, columns, usual
from filmmeta.runs.sources.origins import Feed, Refused, encoded
from filmmeta.runs.sources.regular import too_large

LONGEST = MAX_BYTES + 1_000_000  # bytes of a row
TABLE_ROW = 16_000_000  # bytes of a row of a table: the csv module takes four times as many
PIECE = 1 << 20
DELIMITERS = (",", "\t", ";", "|")


class Lines(Protocol):
    def readline(self, size: int = -1, /) -> bytes: ...


class Joined:
    """The lines of a file whose beginning was read already."""

    def __init__(self, head: bytes, file: IO[bytes]) -> None:
        self.head = head
        self.file = file

    def readline(self, size: int = -1, /) -> bytes:
        if not self.head:
            return self.file.readline(size)
        line, end, rest = self.head.partition(b"\n")
        self.head = rest
        return line + end if end else line + self.file.readline(size)


def rows(stream: Lines, name: str, what: str, feed: Feed) -> Iterator[Input]:
    """The pages of a feed's rows, called by its name and their line; Refused when its pages cannot be found."""
    return table(stream, name, feed) if what == "table" else lines(stream, name, feed)


def line(stream: Lines) -> tuple[bytes, int]:
    """The next line and its size; one that is too long is read over, and only its size is given."""
    found = stream.readline(LONGEST + 1)
    size = len(found)
    if size <= LONGEST:
        return found, size
    while found and not found.endswith(b"\n"):
        found = stream.readline(PIECE)
        size += len(found)
    return b"", size


def lines(stream: Lines, name: str, feed: Feed) -> Iterator[Input]:
    """The pages of JSON Lines."""
    found: Columns | None = None
    number = 0
    while (each := line(stream))[1]:
        number += 1
        row, called = each[0], f"{name}#{number}"
        if each[1] > LONGEST:
            yield Input(called, refusal=str(too_large(each[1])))
            continue
        if not row.strip():
            continue
        try:
            value = json.loads(row.decode("utf-8-sig" if number == 1 else "utf-8", "replace"))
        except (ValueError, RecursionError):
            yield Input(called, refusal="a line that is no JSON")
            continue
        if not isinstance(value, dict):
            yield Input(called, refusal="a line that is no JSON object")
            continue
        found = found or columns([key for key, each in value.items() if isinstance(each, str)], list(value), feed)
        yield from page(called, value.get(found.body), value.get(found.url), found)


def page(called: str, body: object, url: object, found: Columns) -> Iterator[Input]:
    """The page of one row."""
    address = url if isinstance(url, str) else ""
    if body is None or not isinstance(body, (str, bytes)):
        yield Input(called, address, refusal=f"no text in the field {found.body!r}")
        return
    content = encoded(body) if isinstance(body, str) else body
    if len(content) > MAX_BYTES:
        yield Input(called, address, refusal=str(too_large(len(content))))
    else:
        yield Input(called, encoded(address).decode(), content, "utf-8" if isinstance(body, str) else "")


def array(body: bytes, name: str, url: str, feed: Feed) -> Iterator[Input]:
    """The pages of a feed in one JSON array; JSON that is no feed is one page itself."""
    try:
        values = json.loads(body.decode("utf-8-sig", "replace"))
    except (ValueError, RecursionError):
        values = []
    first = values[0] if isinstance(values, list) and values and isinstance(values[0], dict) else {}
    texts = [key for key, value in first.items() if isinstance(value, str)]
    if not first or not (feed.body_field or "<" in first.get(usual(texts, BODIES), "")):
        yield Input(name, url, body)
        return
    found = columns(texts, list(first), feed)
    for number, value in enumerate(values, 1):
        row = value if isinstance(value, dict) else {}
        yield from page(f"{name}#{number}", row.get(found.body), row.get(found.url), found)


class Texts:
    """The lines of a table as the csv module reads them: bytes as characters, a row's size bounded."""

    def __init__(self, stream: Lines) -> None:
        self.stream = stream
        self.size = 0  # of the row so far; who reads rows sets it back

    def __iter__(self) -> Iterator[str]:
        while (each := line(self.stream))[1]:
            self.size += each[1]
            if self.size > TABLE_ROW:
                raise Refused(f"a row of more than {TABLE_ROW:,} bytes: is a quotation mark missing?")
            yield each[0].decode("latin-1")


def table(stream: Lines, name: str, feed: Feed) -> Iterator[Input]:
    """The pages of a table; its bytes are kept as they are, so that the page says its encoding itself."""
    csv.field_size_limit(TABLE_ROW)
    first = stream.readline(PIECE).removeprefix(b"\xef\xbb\xbf").decode("latin-1")
    if first.startswith(("ÿþ", "þÿ")):
        raise Refused("a table in UTF-16: save it as UTF-8")
    delimiter = max(DELIMITERS, key=first.count)
    texts = Texts(stream)
    try:
        header = next(csv.reader([first], delimiter=delimiter), [])
    except csv.Error as error:
        raise Refused("a table that breaks off at line 1") from error
    names = [each.encode("latin-1").decode("utf-8", "replace").strip() for each in header]
    found = columns(names, names, feed)
    reader = csv.reader(texts, delimiter=delimiter)
    try:
        number = 2
        for row in reader:
            if row:
                yield from page(f"{name}#{number}", cell(row, names, found.body), text(row, names, found.url), found)
            number, texts.size = reader.line_num + 2, 0
    except csv.Error as error:
        raise Refused(f"a table that breaks off at line {reader.line_num + 1:,}") from error


def cell(row: Sequence[str], names: Sequence[str], name: str) -> bytes | None:
    """The bytes below a name in a row; None when the row is too short."""
    at = names.index(name) if name in names else len(row)
    return row[at].encode("latin-1") if at < len(row) else None


def text(row: Sequence[str], names: Sequence[str], name: str) -> str:
    """The text below a name in a row."""
    return (cell(row, names, name) or b"").decode("utf-8", "replace")
