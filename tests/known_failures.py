"""The lists of what does not hold yet: tables below known-failures/, a line of columns parted by tabs each."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path

import pytest

HERE = Path(__file__).parent / "known-failures"
Line = tuple[str, ...]


@cache
def listed(name: str) -> frozenset[Line]:
    """The lines of a list, each as its columns; a line that begins with ``# `` is a remark."""
    lines = (HERE / name).read_text("utf-8").splitlines()
    return frozenset(tuple(line.split("\t")) for line in lines if line and not line.startswith("# "))


def still_true(name: str, gone: Iterable[Line], request: pytest.FixtureRequest) -> None:
    """Fails where lines are no longer true; with ``--update`` they are taken out of the list instead."""
    told = set(gone)
    if request.config.getoption("--update"):
        lines = (HERE / name).read_text("utf-8").splitlines(keepends=True)
        (HERE / name).write_text(
            "".join(line for line in lines if tuple(line.rstrip("\n").split("\t")) not in told), "utf-8"
        )
        return
    assert not told, f"no longer true, to be taken out of {name}: {sorted(told)}"
