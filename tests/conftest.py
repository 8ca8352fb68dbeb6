"""Finds the fixtures: in tests/fixtures/<format>/, each page beside the JSON of what must come of it."""

from __future__ import annotations

import json
import os
import signal
import sys
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import pytest

from filmmeta.kernel import AnyRecord, records
from filmmeta.page import Page

os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # else each of hundreds of processes compiles all of filmmeta anew
sys.dont_write_bytecode = False

ROOT = Path(__file__).parent.parent
FIXTURES = Path(__file__).parent / "fixtures"
FIRST = (
    "workers values_regexes hostile cli loading metamorphic io_faults resume arrow check sources_warc sources".split()
)
"""The tests that take longest, first: what is short fills the gaps at the end."""


@dataclass(frozen=True)
class Case:
    """A page and its expected records; ``page_file`` of the JSON may name a page that stands elsewhere."""

    expected_file: Path
    file: Path

    @property
    def format(self) -> str:
        return self.expected_file.parent.name

    @property
    def name(self) -> str:
        return f"{self.format}/{self.expected_file.stem}"

    @cached_property
    def expected(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.expected_file.read_text("utf-8")) if self.expected_file.exists() else {}
        return found

    @cached_property
    def body(self) -> bytes:
        return self.file.read_bytes()

    def page(self, body: bytes | None = None) -> Page:
        return Page(self.body if body is None else body, name=self.file.name, url=self.expected.get("url", ""))

    def records(self) -> list[AnyRecord]:
        return records(self.page())


@cache
def cases(folder: Path = FIXTURES) -> list[Case]:
    """Every page below the folder, and every JSON that names a page elsewhere in the project."""
    found = []
    for file in sorted(folder.glob("*/*")):
        if file.suffix != ".json":
            found.append(Case(file.parent / (file.name.partition(".")[0] + ".json"), file))
        elif "page_file" in (said := json.loads(file.read_text("utf-8"))):
            found.append(Case(file, ROOT / said["page_file"]))
    return found


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update", action="store_true", help="write the expected records anew, where the invariants hold")


def pytest_configure(config: pytest.Config) -> None:
    """Files are given to processes in the order of FIRST, not by how many tests they hold."""
    if hasattr(config.option, "loadscopereorder"):
        config.option.loadscopereorder = False
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # a shell's background job, and so whatever tests start
        signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    order = {f"test_{name}": place for place, name in enumerate(FIRST)}
    items.sort(key=lambda item: order.get(item.path.stem, len(order)))


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "case" in metafunc.fixturenames:
        found = cases()
        metafunc.parametrize("case", found, ids=[case.name for case in found])
