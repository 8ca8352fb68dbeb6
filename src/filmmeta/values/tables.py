"""Rows of the data files that grammars read their words from."""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files


def rows(name: str, package: str = "filmmeta.values") -> Iterator[list[str]]:
    """The cells of each row of ``data/name``; lines that start with ``#`` say where the table comes from."""
    text = files(package).joinpath("data", name).read_text("utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            yield line.split("\t")
