"""The members of a tar archive, read once from its beginning to its end."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import IO, Self

from filmmeta.runs.sources.faults import Errors, passed
from filmmeta.runs.sources.members import MOST_MEMBERS, Member, refused_name
from filmmeta.runs.sources.origins import Refused

LONGEST = 65_536  # bytes of a name, or of a header of its own
EXTRA = (b"L", b"K", b"x", b"g", b"X")  # the types of members that describe the next one
ENDS = 9  # times that a stream may say that it is at its end
ENDED = "a tar archive that is cut short or broken"


class Entry(tarfile.TarInfo):
    """A member's header; one that is broken ends the archive aloud, and a name is no gigabyte."""

    @classmethod
    def frombuf(cls, buf: bytes | bytearray, encoding: str, errors: str) -> Self:
        if len(buf) not in (0, tarfile.BLOCKSIZE):
            raise tarfile.ReadError("truncated")
        if len(buf) and buf.count(0) < tarfile.BLOCKSIZE:
            try:
                entry = super().frombuf(buf, encoding, errors)
            except tarfile.HeaderError as error:
                raise tarfile.ReadError("no header") from error
            if entry.size < 0 or (entry.type in EXTRA and entry.size > LONGEST):
                raise tarfile.ReadError("no size")
            return entry
        return super().frombuf(buf, encoding, errors)


class Ending:
    """A stream that ends aloud when it is asked for more again and again: tarfile would ask for all of 8 EB."""

    def __init__(self, stream: IO[bytes]) -> None:
        self.stream = stream
        self.ends = 0

    def read(self, size: int = -1, /) -> bytes:
        data = self.stream.read(size)
        self.ends = 0 if data else self.ends + 1
        if self.ends > ENDS:
            raise tarfile.ReadError("ends too soon")
        return data


def members(stream: IO[bytes]) -> Iterator[Member]:
    """The members of an archive; Refused where it breaks off."""
    try:
        with tarfile.open(fileobj=Ending(stream), mode="r|", tarinfo=Entry, encoding="utf-8") as archive:  # type: ignore[call-overload]
            number = 0
            while (entry := archive.next()) is not None:
                archive.members = []  # else it would keep them all
                number += 1
                if number > MOST_MEMBERS:
                    raise Refused(f"a tar archive may have {MOST_MEMBERS:,} members")
                if not entry.isdir():
                    yield member(archive, entry)
    except Refused:
        raise
    except Errors as error:
        raise Refused(ENDED) from passed(error)


def member(archive: tarfile.TarFile, entry: tarfile.TarInfo) -> Member:
    """One member, not opened yet."""

    def open_() -> IO[bytes]:
        file = archive.extractfile(entry)
        if file is None:
            raise Refused("no regular file")
        return file

    left_out = "" if entry.isfile() else "a link" if entry.issym() or entry.islnk() else "no regular file"
    return Member(entry.name, entry.size, open_, refused_name(entry.name), left_out)
