"""The pages of a WACZ file: those of the WARC files in it."""

from __future__ import annotations

from collections.abc import Iterator
from io import BufferedReader
from typing import BinaryIO

from filmmeta.runs.inputs import Input
from filmmeta.runs.sources import warcs
from filmmeta.runs.sources.faults import Errors, passed
from filmmeta.runs.sources.kinds import HEAD, layer
from filmmeta.runs.sources.members import Member
from filmmeta.runs.sources.mending import Mending
from filmmeta.runs.sources.origins import LeftOut, Refused
from filmmeta.runs.sources.zips import members

WARCS = (".warc", ".warc.gz", ".warc.zst")


def pages(file: BinaryIO, name: str) -> Iterator[Input | LeftOut]:
    """The pages of each WARC file of a collection, called by its name and their number in it."""
    for member in members(file):
        called = f"{name}#{member.name}"
        if not member.name.lower().endswith(WARCS):
            yield LeftOut(called, "a web archive's own file")
        elif member.refusal:
            yield Input(called, refusal=member.refusal)
        else:
            yield from within(member, called)


def within(member: Member, name: str) -> Iterator[Input | LeftOut]:
    """The pages of one WARC file; what goes wrong with it costs it alone."""
    try:
        with member.open() as file, BufferedReader(file) as stream:  # type: ignore[type-var]
            packed = layer(stream.peek(HEAD))
            if not packed:
                yield from warcs.pages(stream, name)
                return
            raw = Mending(stream, packed)  # type: ignore[arg-type]
            yield from warcs.pages(BufferedReader(raw, 65_536), name, raw)
            if raw.broken:
                raise Refused(raw.broken)
    except Refused as refused:
        yield Input(name, refusal=str(refused))
    except Errors as error:
        yield Input(name, refusal=f"it cannot be read from its archive ({type(passed(error)).__name__})")
