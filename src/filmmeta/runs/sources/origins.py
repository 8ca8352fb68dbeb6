"""What a run's pages come from, and how they are asked for."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple


class Origin(NamedTuple):
    """One file that pages come from, or standard input (``path`` is ``-``, ``size`` -1).

    ``name`` is what records call it. ``url`` is what its folder says of where it was saved from. ``left_out``
    says why it is no input of the run: then it is counted and never opened.
    """

    name: str
    path: Path
    size: int = -1
    mtime_ns: int = -1
    url: str = ""
    left_out: str = ""


class Feed(NamedTuple):
    """Which fields of JSON Lines, CSV and Parquet hold a page and its address; empty: those of the usual names."""

    body_field: str = ""
    url_field: str = ""


class LeftOut(NamedTuple):
    """What stands among the pages and is none, and why: a run counts these by their reason."""

    name: str
    why: str


class Refused(ValueError):
    """Why bytes cannot be had, in words for people."""


def called(name: str | bytes) -> str:
    """A name of the file system as text; bytes that are no UTF-8 become U+FFFD."""
    return os.fsencode(name).decode("utf-8", "replace")


def encoded(text: str) -> bytes:
    """A text as UTF-8; lone surrogates become U+FFFD."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").encode("utf-8")
