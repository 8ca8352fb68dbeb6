"""Imports point one way, and only one module catches everything."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

SOURCE = Path(__file__).parent.parent / "src" / "filmmeta"

# Who may import what of ours; a package's modules may import each other.
ALLOWED: dict[str, set[str]] = {
    "claim": set(),
    "values": set(),
    "page": {"claim"},
    "readers": {"claim", "page", "values"},
    "records": {"claim", "values"},
    "formats": {"claim", "page", "readers"},
    "normalise": {"claim", "records"},
    "coverage": {"claim", "page"},
    "duplicates": {"values"},
    "kernel": {"claim", "page", "formats", "normalise", "records", "coverage"},
    "api": {"kernel", "page"},
    "jsonl": {"records"},
    "runs": {"kernel", "page", "records", "jsonl", "claim", "tables", "filmmeta"},
    "tables": {"records"},
    "check": {"filmmeta"},
    "report": {"kernel", "records", "page", "readers"},
    "cli": {
        "filmmeta",
        "claim",
        "page",
        "formats",
        "kernel",
        "records",
        "runs",
        "report",
        "duplicates",
        "tables",
        "check",
    },
    "arrow": {"runs"},
    "spark": {"arrow", "runs", "duplicates", "values", "page", "records", "cli"},
    "__main__": {"cli"},
    "__init__": {"api", "page", "records"},
}
FORBIDDEN = {"socket", "urllib.request", "http.client", "requests", "time", "random", "locale", "subprocess"}
FREE = {"runs": {"time", "subprocess"}, "cli": {"time"}}  # who may look at the clock, or start a process


def modules() -> list[Path]:
    return sorted(SOURCE.rglob("*.py"))


def room(file: Path) -> str:
    return file.relative_to(SOURCE).parts[0].removesuffix(".py")


def imported(file: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


@pytest.mark.parametrize("file", modules(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_imports_point_one_way(file: Path) -> None:
    ours = {name for name in imported(file) if name.partition(".")[0] == "filmmeta"}
    rooms = {[*name.split("."), "filmmeta"][1] for name in ours if name != "filmmeta"} or (
        {"filmmeta"} if ours else set()
    )
    known = {each.name.removesuffix(".py") for each in SOURCE.iterdir()}
    assert {name if name in known else "filmmeta" for name in rooms} <= ALLOWED[room(file)] | {room(file)}
    assert not imported(file) & FORBIDDEN - FREE.get(room(file), set())


@pytest.mark.parametrize("file", modules(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_only_the_kernel_catches_everything(file: Path) -> None:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = (
                {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)} if node.type else {"Exception"}
            )
            assert room(file) == "kernel" or not caught & {"Exception", "BaseException"}


@pytest.mark.parametrize("file", modules(), ids=lambda file: str(file.relative_to(SOURCE)))
def test_modules_and_functions_are_small(file: Path) -> None:
    text = file.read_text("utf-8")
    assert text.count("\n") <= (40 if room(file) == "formats" and file.name != "__init__.py" else 200)
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef) and node.end_lineno:
            docstring = ast.get_docstring(node, clean=False) or ""
            assert node.end_lineno - node.lineno - docstring.count("\n") <= 30, node.name
