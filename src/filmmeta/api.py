"""The library call: one page in, its records out."""

from __future__ import annotations

import os

from filmmeta.kernel import AnyRecord, records
from filmmeta.page import Page


def parse(body: bytes | str, *, name: str = "", url: str = "") -> list[AnyRecord]:
    """The records of one page: a Film, Reviews, or the Reject that says why there is neither.

    ``body`` is the page as it was saved, HTML or text; ``name`` is what messages call it, ``url`` where it
    came from, which lets a site's own format read it. At least one record, and never an exception.
    """
    return records(Page(body, name=name, url=url))


def parse_file(path: str | os.PathLike[str]) -> list[AnyRecord]:
    """The records of the page in a file, which is called by its path; OSError when it cannot be read."""
    with open(path, "rb") as file:
        body = file.read()
    return records(Page(body, name=os.fsdecode(path)))
