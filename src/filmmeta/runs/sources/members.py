"""The pages among the members of an archive: bounded, in the archive's own order, one after another."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import IO, NamedTuple

from filmmeta.page.contents import MAX_BYTES
from filmmeta.runs.inputs import Input
from filmmeta.runs.sources import feeds, wholes
from filmmeta.runs.sources.faults import Errors, passed
from filmmeta.runs.sources.kinds import HEAD, kind, layer
from filmmeta.runs.sources.origins import Feed, LeftOut, Refused
from filmmeta.runs.sources.regular import too_large

MOST_MEMBERS = 1_000_000
ABSOLUTE = re.compile(r"[/\\]|[A-Za-z]:[/\\]")
NESTED = "an archive in an archive"


class Member(NamedTuple):
    """A file in an archive: its name, its size as the archive has it, and what opens it.

    ``refusal`` says why it is not read, ``left_out`` why it is no page.
    """

    name: str
    size: int
    open: Callable[[], IO[bytes]]
    refusal: str = ""
    left_out: str = ""


def refused_name(name: str) -> str:
    """Why a member of this name is not read; empty when it is."""
    if not name:
        return "it has no name"
    if "\0" in name:
        return "its name holds a NUL"
    if ABSOLUTE.match(name):
        return "its name is absolute"
    if ".." in re.split(r"[/\\]", name):
        return "its name leads out of the archive"
    return ""


def hidden(name: str) -> bool:
    """Whether a member is hidden, as a file of its name would be."""
    return name.startswith((".", "__MACOSX/")) or "/." in name


def pages(members: Iterator[Member], archive: str, feed: Feed) -> Iterator[Input | LeftOut]:
    """The pages of an archive's members."""
    for member in members:
        name = f"{archive}#{member.name}".encode("utf-8", "surrogateescape").decode("utf-8", "replace")
        if member.refusal:
            yield Input(name, refusal=member.refusal)
        elif member.left_out or hidden(member.name):
            yield LeftOut(name, member.left_out or "hidden")
        else:
            yield from opened(member, name, feed)


def opened(member: Member, name: str, feed: Feed) -> Iterator[Input | LeftOut]:
    """The pages of one member; what goes wrong with it costs it alone."""
    try:
        with member.open() as file:
            yield from contents(file, member, name, feed)
    except Refused as refused:
        yield Input(name, refusal=str(refused))
    except Errors as error:
        yield Input(name, refusal=f"it cannot be read from its archive ({type(passed(error)).__name__})")


def contents(file: IO[bytes], member: Member, name: str, feed: Feed) -> Iterator[Input | LeftOut]:
    head = file.read(HEAD)
    what = kind(member.name, head)
    if layer(head) or what in ("zip", "wacz", "tar", "warc", "parquet"):
        raise Refused(NESTED)
    if what in ("lines", "table"):
        yield from feeds.rows(feeds.Joined(head, file), name, what, feed)
        return
    if member.size > MAX_BYTES:
        raise too_large(member.size)
    body = head + file.read(max(member.size + 1 - len(head), 1))  # at the end its checksum is looked at
    if len(body) > member.size:
        raise Refused("it is larger than its archive says")
    yield from wholes.pages(body, name, "", what, feed)
