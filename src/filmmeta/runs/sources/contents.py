"""The pages in one open file, whatever it is."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from io import BufferedReader

from filmmeta.runs.inputs import Input
from filmmeta.runs.sources.kinds import HEAD, kind, layer
from filmmeta.runs.sources.origins import Feed, LeftOut, Origin
from filmmeta.runs.sources.regular import still, whole


def of_file(file: BufferedReader, origin: Origin, feed: Feed) -> Iterator[Input | LeftOut]:
    """The pages of a regular file."""
    head = file.peek(HEAD)[:HEAD]
    if kind(origin.name, head) == "page" and not layer(head):
        body = still(file)
        yield Input(origin.name, origin.url, whole(origin.path) if body is None else body)
    else:
        from filmmeta.runs.sources import archives  # its libraries are many, and most runs need none of them

        yield from archives.of_file(file, origin, feed, head)


def of_pipe(origin: Origin, feed: Feed) -> Iterator[Input | LeftOut]:
    """The pages of standard input."""
    from filmmeta.runs.sources import archives

    yield from archives.of_pipe(sys.stdin.buffer, origin, feed)
