"""Every fixture gives its expected records, builds no more views than its JSON says, and keeps the invariants."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conftest import Case
from filmmeta.kernel import records
from invariants import CHECKS


def account(case: Case) -> dict[str, Any]:
    """What the JSON beside a page holds: the page's particulars, the views that were built, the records."""
    page = case.page()
    found = [record.model_dump(mode="json") for record in records(page)]
    said: dict[str, Any] = {key: case.expected[key] for key in ("page_file", "url") if key in case.expected}
    return {**said, "views": page.views, "records": found}


def test_expected(case: Case, request: pytest.FixtureRequest) -> None:
    found = account(case)
    if request.config.getoption("--update"):
        for check in CHECKS:
            check(case)
        case.expected_file.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
        return
    assert case.expected, f"no {case.expected_file.name}: make update writes it, then read it"
    assert found["records"] == case.expected["records"]
    assert set(found["views"]) <= set(case.expected["views"]), "it builds a view that it did not need"


@pytest.mark.parametrize("check", CHECKS, ids=[check.__name__ for check in CHECKS])
def test_invariant(case: Case, check: Any) -> None:
    check(case)
