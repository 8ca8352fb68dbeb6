"""The members of a ZIP archive, in the order of its directory."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from copy import copy
from functools import partial
from typing import IO, BinaryIO

from filmmeta.runs.sources.faults import Errors, passed
from filmmeta.runs.sources.members import MOST_MEMBERS, Member, refused_name
from filmmeta.runs.sources.origins import Refused
from filmmeta.runs.sources.saved import part
from filmmeta.runs.sources.unpacked import BOMB, RATIO, Unpacked

END = b"PK\x05\x06"
END_SIZE = 22
COMMENT = 65_535  # bytes that a comment behind the end may have
DIRECTORY = 256_000_000  # bytes
SMALL = 1_000_000  # bytes that any member may expand to


def members(file: BinaryIO) -> Iterator[Member]:
    """The members of an archive; Refused when it has no directory, or one beyond all bounds."""
    with archive(file) as found:
        entries = found.infolist()
        if len(entries) > MOST_MEMBERS:
            raise Refused(f"a ZIP archive of {len(entries):,} members: it may have {MOST_MEMBERS:,}")
        shared = overlapping(entries)
        given, most = 0, RATIO * (os.fstat(file.fileno()).st_size + SMALL)
        for entry in entries:
            given += entry.file_size
            refusal = refused_name(entry.orig_filename) or refused(entry, shared) or (BOMB if given > most else "")
            left_out = "a part of a saved page" if part(entry.filename, found.NameToInfo.__contains__) else ""
            if not entry.filename.endswith("/"):
                yield Member(entry.filename, entry.file_size, partial(opened, found, entry), refusal, left_out)


class Ending(Unpacked):
    """A decompressed member that ends aloud where it is broken."""

    def readinto(self, buffer: memoryview, /) -> int:  # type: ignore[override]
        size = super().readinto(buffer)
        if not size and self.broken:
            raise Refused(self.broken)
        return size


def opened(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> IO[bytes]:
    """A member to read from. zipfile would decompress bzip2 in one go, whatever comes of it."""
    if entry.compress_type != zipfile.ZIP_BZIP2:
        return archive.open(entry)
    stored = copy(entry)
    stored.compress_type, stored.file_size = zipfile.ZIP_STORED, entry.compress_size
    del stored.CRC  # that of the decompressed bytes; bzip2 has its own
    return io.BufferedReader(Ending(archive.open(stored), "bz2"))


def archive(file: BinaryIO) -> zipfile.ZipFile:
    """A file as an archive, its directory in memory."""
    check(file)
    try:
        return zipfile.ZipFile(file)
    except Errors as error:
        raise Refused("a ZIP archive that is cut short or broken") from passed(error)


def check(file: BinaryIO) -> None:
    """Refused when the directory of an archive is too large to be held."""
    size = file.seek(0, os.SEEK_END)
    file.seek(max(0, size - COMMENT - END_SIZE))
    tail = file.read()
    at = tail.rfind(END)
    if at >= 0 and len(tail) - at >= END_SIZE:
        length = int.from_bytes(tail[at + 12 : at + 16], "little")
        if max(length if length < 0xFFFFFFFF else 0, wide(file, tail, at)) > DIRECTORY:
            raise Refused(f"a ZIP archive whose directory has more than {DIRECTORY:,} bytes")


def wide(file: BinaryIO, tail: bytes, at: int) -> int:
    """The bytes of a directory as the end record of a ZIP64 archive has them; 0 without one."""
    if at < 20 or tail[at - 20 : at - 16] != b"PK\x06\x07":
        return 0
    file.seek(min(int.from_bytes(tail[at - 12 : at - 4], "little"), 1 << 62))
    record = file.read(56)
    return int.from_bytes(record[40:48], "little") if record.startswith(b"PK\x06\x06") else 0


def overlapping(entries: list[zipfile.ZipInfo]) -> set[int]:
    """Where members start whose bytes are those of others too: no honest archive has any."""
    order = sorted((entry.header_offset, entry.header_offset + entry.compress_size) for entry in entries)
    shared: set[int] = set()
    reach, last = -1, -1
    for start, end in order:
        if start < reach or start == last:
            shared |= {start, last}
        if end > reach:
            reach, last = end, start
    return shared


def refused(entry: zipfile.ZipInfo, shared: set[int]) -> str:
    """Why a member is not read, from what the directory says of it; empty when it is."""
    if entry.flag_bits & 1:
        return "it is encrypted"
    if entry.header_offset in shared:
        return "it shares its bytes with another member"
    if entry.file_size > SMALL and entry.file_size > RATIO * entry.compress_size:
        return BOMB
    return ""
