"""The records of a WARC file, by FastWARC where it is installed and by warcio where it is not: the same from both."""

from __future__ import annotations

import importlib.util
import logging
import re
import sys
from collections.abc import Callable, Iterator
from functools import partial
from typing import NamedTuple

from filmmeta.runs.sources.rewindable import MOST_HEADERS, STEP, Rewindable

MARK = re.compile(rb"WARC/\d\.\d{1,3}\r\n")
LENGTH = re.compile(r"\d{1,15}")
SHORT = "a record that ends too soon"
BROKEN = "a broken record"


class Broken(ValueError):
    """Why a record cannot be read; ``within`` one whose place is known, else somewhere behind the last one."""

    def __init__(self, why: str, within: bool = False) -> None:
        super().__init__(why)
        self.within = within


class Record(NamedTuple):
    """A record: where it starts, a field of its header by name, and its block, read piece by piece."""

    start: int
    field: Callable[[str], str | None]
    read: Callable[[int], bytes]

    @property
    def length(self) -> int:
        """The bytes of its block."""
        said = (self.field("Content-Length") or "").strip()
        if not LENGTH.fullmatch(said):
            raise Broken(BROKEN, within=True)
        return int(said)

    def block(self, size: int) -> bytes:
        """So many bytes of its block, or all that are left of it."""
        parts = []
        while size > 0 and (part := self.read(min(size, STEP))):
            parts.append(part)
            size -= len(part)
        return b"".join(parts)

    def skip(self, size: int) -> None:
        """Read over so many bytes of its block."""
        while size > 0:
            part = self.read(min(size, STEP))
            if not part:
                raise Broken(SHORT, within=True)
            size -= len(part)


def records(window: Rewindable) -> Iterator[Record]:
    """The records from where a stream stands; Broken where there is none and the stream does not end."""
    start = window.at
    fast = MARK.match(window.readline()) and importlib.util.find_spec("fastwarc")
    window.at = start
    return by_fastwarc(window) if fast else by_warcio(window)


def by_fastwarc(window: Rewindable) -> Iterator[Record]:
    from fastwarc.warc import ArchiveIterator

    try:
        for each in ArchiveIterator(window, parse_http=False):  # type: ignore[arg-type]
            if each.headers.get("Content-Length") is None:  # its lines may end otherwise
                window.at = each.stream_pos
                break
            yield Record(each.stream_pos, partial(field, each.headers.get_bytes), each.reader.read)
        else:
            return
    except OSError as error:
        raise Broken(BROKEN) from error
    yield from by_warcio(window)


def field(found: Callable[[bytes], bytes | None], name: str) -> str | None:
    """A field of a header as warcio reads it."""
    said = found(name.encode())
    if said is None:
        return None
    try:
        return said.decode("utf-8")
    except UnicodeDecodeError:
        return said.decode("latin-1")


def by_warcio(window: Rewindable) -> Iterator[Record]:
    from warcio.exceptions import ArchiveLoadFailed
    from warcio.recordloader import ArcWarcRecordLoader

    logging.getLogger("warcio").addHandler(logging.NullHandler())  # its warnings hold addresses
    loader = ArcWarcRecordLoader()
    while True:
        while not (line := window.readline()).strip():
            if not line:
                return
        start = window.at - len(line)
        window.until = start + MOST_HEADERS
        try:
            each = loader.parse_record_stream(window, line, known_format="warc", no_record_parse=True)
        except (ArchiveLoadFailed, EOFError) as error:
            raise Broken(BROKEN) from error
        finally:
            window.until = sys.maxsize
        if window.at - start >= MOST_HEADERS:
            raise Broken(BROKEN)
        record = Record(start, each.rec_headers.get_header, each.raw_stream.read)
        block = window.at
        yield record
        record.skip(block + record.length - window.at)
