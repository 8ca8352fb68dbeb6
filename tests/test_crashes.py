"""What the fuzzers once found holds now."""

from __future__ import annotations

from pathlib import Path

import pytest
from fuzz.checks import TARGETS

CRASHES = sorted(file for file in (Path(__file__).parent / "crashes").iterdir() if file.name != "README")


@pytest.mark.parametrize("file", CRASHES, ids=lambda file: file.name)
def test_a_find_is_mended(file: Path) -> None:
    TARGETS[file.name.partition("-")[0]](file.read_bytes())
