"""What the fuzzers once found holds now, and so does what they begin with."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.checks import TARGETS
from fuzz.seeds import archives

CRASHES = sorted(file for file in (Path(__file__).parent / "crashes").iterdir() if file.name != "README")


@pytest.mark.parametrize("file", CRASHES, ids=lambda file: file.name)
def test_a_find_is_mended(file: Path) -> None:
    TARGETS[file.name.partition("-")[0]](file.read_bytes())


def test_archives_of_each_kind_hold() -> None:
    for archive in archives():
        TARGETS["sources"](archive)
        TARGETS["sources"](archive[: len(archive) * 2 // 3])
