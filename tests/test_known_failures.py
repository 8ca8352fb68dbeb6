"""Pages below known-failures/<format>/ that are not read right yet: each wrong value, with what it should be.

The JSON beside such a page holds only what is wrong today: paths of the first record with their right values (null
for a value that should not be there), and ``kinds``, those of all records. A value that comes right fails the suite,
so that it is taken out (``--update`` does that); a page whose last value came right moves to fixtures/.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from conftest import Case, cases
from filmmeta.formats import registry

WRONG = Path(__file__).parent / "known-failures"
PAGES = [case for case in cases(WRONG) if case.format in registry()]
VALUES = [pytest.param(case, path, id=f"{case.name}:{path}") for case in PAGES for path in case.expected]


def said(case: Case, path: str) -> Any:
    """The value at the end of the path in the page's first record, None where there is none."""
    found = case.records()
    if path == "kinds":
        return [record.kind for record in found]
    value: Any = found[0].model_dump(mode="json")
    for key in path.split("/"):
        inside = value if isinstance(value, dict) else dict(enumerate(value))
        value = inside.get(key if isinstance(value, dict) else int(key))
        if value is None:
            break
    return value


@pytest.mark.xfail(raises=AssertionError)
@pytest.mark.parametrize(("page", "path"), VALUES)
def test_wrong_today(page: Case, path: str) -> None:
    assert said(page, path) == page.expected[path]


def test_each_page_has_what_is_wrong(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update"):
        for case in PAGES:
            wrong = {path: value for path, value in case.expected.items() if said(case, path) != value}
            case.expected_file.write_text(json.dumps(wrong, indent=1, ensure_ascii=False) + "\n", "utf-8")
        return
    assert [case.name for case in PAGES if not case.expected] == [], "all of it is right: to be moved to fixtures/"
