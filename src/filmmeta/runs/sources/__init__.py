"""Where a run's pages come from: files, folders, archives, feeds and standard input, a page at a time."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from filmmeta.runs.inputs import Input
from filmmeta.runs.sources.contents import of_file, of_pipe
from filmmeta.runs.sources.folders import files
from filmmeta.runs.sources.origins import Feed, LeftOut, Origin, Refused, encoded
from filmmeta.runs.sources.regular import opened, refusal

MOST_URL = 8_192  # characters
__all__ = ["Feed", "LeftOut", "Origin", "files", "pages"]


def pages(origin: Origin, feed: Feed, skip: int = 0) -> Iterator[Input | LeftOut]:
    """The pages of one origin in its own order, and what stands among them and is none.

    ``skip`` leaves out the first so many of what would be given, ``LeftOut`` counted like pages. Never an
    exception but for an error of the machine (no more files to open, no memory), which is an ``OSError``.
    """
    return map(clean, islice(found(origin, feed), skip, None))


def clean(item: Input | LeftOut) -> Input | LeftOut:
    """An item whose name and address can be written as UTF-8; what is too long for an address is none."""
    name = item.name if item.name.isascii() else encoded(item.name).decode()
    if isinstance(item, LeftOut):
        return LeftOut(name, item.why)
    url = item.url if item.url.isascii() else encoded(item.url).decode()
    return item._replace(name=name, url=url if len(url) <= MOST_URL else "")


def found(origin: Origin, feed: Feed) -> Iterator[Input | LeftOut]:
    """All that an origin gives; what ends it too soon is its last refusal."""
    if origin.left_out:
        yield LeftOut(origin.name, origin.left_out)
        return
    try:
        if str(origin.path) == "-":
            yield from of_pipe(origin, feed)
        else:
            with opened(origin.path) as file:
                yield from of_file(file, origin, feed)
    except Refused as refused:
        yield Input(origin.name, origin.url, refusal=str(refused))
    except OSError as error:
        yield Input(origin.name, origin.url, refusal=str(refusal(error)))
