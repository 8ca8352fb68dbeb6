"""Pages for all engines, and the word that says why they are not run."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest

from engines.crowds import COUNT, Made, embedded, make
from engines.processes import Started


def missing() -> str:
    """What is not there and needed; empty when all is."""
    names = [name for name in ("pyspark", "ray", "dask", "daft", "fastwarc") if not importlib.util.find_spec(name)]
    names += [] if shutil.which("java") else ["java 17"]
    return f"{', '.join(names)} missing: make test-spark installs all but java" if names else ""


@pytest.fixture(scope="session", autouse=True)
def engines() -> None:
    """Skip all of this unless FILMMETA_ENGINES asks for it; then the engines have to be there."""
    if not os.environ.get("FILMMETA_ENGINES"):
        pytest.skip("the engines are tried by make test-spark")
    if why := missing():
        pytest.fail(why)


@pytest.fixture(scope="session")
def pages(engines: None, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the same pages as ``files``, ``parquet`` and ``warc``."""
    folder = tmp_path_factory.mktemp("pages")
    make(folder, COUNT)
    return folder


@pytest.fixture(scope="session")
def expected(pages: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Made]:
    """What ``filmmeta normalise`` makes of one of them."""

    @cache
    def of(form: str) -> Made:
        return embedded(pages / form, tmp_path_factory.mktemp(f"embedded-{form}"))

    return of


@pytest.fixture
def started() -> Iterator[Started]:
    """Whatever the test starts, ended with it; nothing may be left by then."""
    mine = Started()
    try:
        yield mine
        assert not mine.end()
    finally:
        mine.kill()
