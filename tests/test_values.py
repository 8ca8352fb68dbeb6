"""Every line of tests/values/*.tsv: text, what it must be read as, and with which arguments.

A file is named for the function of ``filmmeta.values`` that it tests. Columns, split by tabs: the text
(``\\n``, ``\\t`` and ``\\\\`` are escapes), the value as JSON (a named tuple is an object without the fields
that are at their default; blank: the function must raise ValueError), and, seldom, keyword arguments as a
JSON object. Lines that start with ``# `` are remarks. The same files under tests/known-failures/values/
are what cannot be read yet: a case there that starts to pass fails the suite, so that it is moved.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from filmmeta import values

HERE = Path(__file__).parent
ESCAPES = {"\\n": "\n", "\\t": "\t", "\\\\": "\\"}


def unescape(text: str) -> str:
    return re.sub(r"\\[nt\\]", lambda m: ESCAPES[m.group()], text)


def render(value: Any) -> Any:
    """The value as JSON would hold it: named tuples as objects without their defaults."""
    if hasattr(value, "_field_defaults"):
        pairs = value._asdict().items()
        return {k: render(v) for k, v in pairs if k not in value._field_defaults or value._field_defaults[k] != v}
    if isinstance(value, (tuple, list)):
        return [render(v) for v in value]
    return value


def cases(folder: Path) -> Iterator[Any]:
    for file in sorted(folder.glob("*.tsv")):
        for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
            if line and not line.startswith("# "):
                text, wanted, *rest = line.split("\t")
                options = json.loads(rest[0]) if rest else {}
                yield pytest.param(file.stem, unescape(text), wanted, options, id=f"{file.stem}:{number}")


def check(name: str, text: str, wanted: str, options: dict[str, Any]) -> None:
    function = getattr(values, name)
    if not wanted:
        with pytest.raises(ValueError):
            pytest.fail(f"read as {render(function(text, **options))!r}")
        return
    assert render(function(text, **options)) == json.loads(wanted)


@pytest.mark.parametrize(("name", "text", "wanted", "options"), list(cases(HERE / "values")))
def test_case(name: str, text: str, wanted: str, options: dict[str, Any]) -> None:
    check(name, text, wanted, options)


@pytest.mark.xfail(raises=(AssertionError, ValueError, pytest.fail.Exception))
@pytest.mark.parametrize(("name", "text", "wanted", "options"), list(cases(HERE / "known-failures" / "values")))
def test_known_failure(name: str, text: str, wanted: str, options: dict[str, Any]) -> None:
    check(name, text, wanted, options)
