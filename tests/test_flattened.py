"""Every HTML fixture, flattened to text in four ways, contradicts nothing of what it says as HTML.

Where it does today stands in known-failures/flattened.tsv (page, way, field). A line that is no longer true fails the
suite; ``pytest tests/test_flattened.py --update`` takes such lines out, and never adds one.
"""

from __future__ import annotations

from functools import cache

import pytest
from eval.flattening import WAYS

from conftest import Case, cases
from flattened import flattened
from known_failures import listed, still_true

KNOWN = "flattened.tsv"
PAGES = [case for case in cases() if case.file.suffix == ".html"]
found = cache(flattened)


@pytest.mark.parametrize("page", PAGES, ids=[case.name for case in PAGES])
@pytest.mark.parametrize("way", WAYS)
def test_contradicts_nothing(page: Case, way: str) -> None:
    new = [f"{field}: {how}" for field, how in found(page, way).items() if (page.name, way, field) not in listed(KNOWN)]
    assert not new, "\n" + "\n".join(new)


def test_known_contradictions_are_there(request: pytest.FixtureRequest) -> None:
    pages = {case.name: case for case in PAGES}
    gone = [line for line in listed(KNOWN) if line[0] not in pages or line[2] not in found(pages[line[0]], line[1])]
    still_true(KNOWN, gone, request)
