"""The examples in docstrings and in the README run, and say what is true."""

from __future__ import annotations

import doctest
import json
import pkgutil
import re
from importlib import import_module
from pathlib import Path

import pytest

import filmmeta

ROOT = Path(__file__).parent.parent
MODULES = [info.name for info in pkgutil.walk_packages(filmmeta.__path__, "filmmeta.") if "__main__" not in info.name]
README = (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("name", ["filmmeta", *MODULES])
def test_docstrings(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


@pytest.mark.parametrize("block", re.findall(r"```python\n(.*?)```", README, re.DOTALL))
def test_readme_python(block: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A line ``expression  # value`` shows the start of what it gives; ``…`` ends what is shown."""
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    exec(compile(block, "README.md", "exec"), names)
    for line in block.splitlines():
        code, _, shown = line.partition("  # ")
        if shown and not code.startswith(" "):
            assert repr(eval(code, names)).startswith(shown.strip().rstrip(")").rstrip(" …")), line


def test_readme_prints(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    block = re.findall(r"```python\n(.*?)```", README, re.DOTALL)[0]
    exec(compile(block, "README.md", "exec"), {})
    shown = [line.partition("   # ")[2] or line.partition("  # ")[2] for line in block.splitlines() if "  # " in line]
    printed = capsys.readouterr().out.splitlines()
    assert [text.strip() for text in shown] == printed


def test_readme_record() -> None:
    """The record that the README shows is a part of the real one."""
    shown = json.loads(re.findall(r"```json\n(.*?)```", README, re.DOTALL)[0])
    [real, _] = filmmeta.parse_file(ROOT / "seeds" / "004_a5fd348b64338ad4.txt")
    whole = real.model_dump(mode="json")
    whole["page"]["name"] = Path(whole["page"]["name"]).name
    for key, value in shown.items():
        if isinstance(value, list):
            assert all(item in whole[key] for item in value), key
        elif isinstance(value, dict):
            assert value.items() <= whole[key].items()
        else:
            assert whole[key] == value, key
