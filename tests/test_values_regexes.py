"""Every compiled regex of the package takes time linear in the text, whatever the text.

The judge is ``tools/re_pump.py`` of the shared material beside the project: it repeats pieces of a pattern's
own alphabet and looks how the time grows. It tries eighteen lengths of each text; the longest tell whether
any of them can be slow enough to be judged, so it is asked only for texts that are slow and grow there.
"""

from __future__ import annotations

import ast
import importlib
import importlib.util
import itertools
import pkgutil
import re
import signal
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import filmmeta

PUMP = Path(__file__).parent.parent.parent / "shared" / "tools" / "re_pump.py"
SLOW = 0.03  # seconds: what the judge calls slow enough to be judged
LONGEST = 3900  # repeats: about the longest text that the judge tries
GROWTH = {8: 2.35, 4: 2.6}  # times as long as for half of this part of it: 2 is linear, 4 quadratic when it is long
UNITS = 150  # pieces of text that the judge tries
CALLS = re.compile(r"re\.(?:compile|findall|finditer|fullmatch|match|search|split|sub)")
KNOWN_SLOW = (r"\s+$", r"\((.*?)\)\s*$", r"^\$?(\d+,?)+(\.\d+)?$", r"a.*b.*c")

pytestmark = pytest.mark.skipif(not PUMP.exists(), reason="the shared material is not beside the project")


def patterns_in(value: Any, name: str, depth: int = 2) -> Iterator[tuple[str, str, int]]:
    """The name, source and flags of the patterns that a module's name stands for, those in containers included."""
    if isinstance(getattr(value, "pattern", None), str) and isinstance(getattr(value, "flags", None), int):
        yield name, value.pattern, value.flags
    elif depth and isinstance(value, dict):
        for key, each in value.items():
            yield from patterns_in(each, f"{name}[{key!r}]", depth - 1)
    elif depth and isinstance(value, (tuple, list, set, frozenset)):
        for i, each in enumerate(value):
            yield from patterns_in(each, f"{name}[{i}]", depth - 1)


def written_in(module: ModuleType) -> Iterator[tuple[str, str, int]]:
    """The patterns that a module gives as text to the functions of ``re``."""
    for node in ast.walk(ast.parse(Path(str(module.__file__)).read_text("utf-8"))):
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        if CALLS.fullmatch(ast.unparse(node.func)) and isinstance(node.args[0], ast.Constant):
            source = node.args[0].value
            if isinstance(source, (str, bytes)):
                yield f"line {node.lineno}", source if isinstance(source, str) else source.decode("latin-1"), 0


def patterns() -> dict[str, re.Pattern[str]]:
    """All patterns that the package's modules and their classes hold, by the first place that has them."""
    found: dict[tuple[str, int], str] = {}
    for info in sorted(pkgutil.walk_packages(filmmeta.__path__, "filmmeta."), key=lambda info: info.name):
        if info.name.endswith("__main__"):
            continue
        module = importlib.import_module(info.name)
        owners = [module, *(each for each in vars(module).values() if isinstance(each, type))]
        held = [row for owner in owners for name, value in vars(owner).items() for row in patterns_in(value, name)]
        for name, pattern, flags in [*held, *written_in(module)]:
            place = f"{info.name.removeprefix('filmmeta.')}.{name}"
            if not any(text == pattern for text, _ in found) or name in vars(module):
                found.setdefault((pattern, flags & ~re.UNICODE), place)
    return {place: re.compile(*key) for key, place in found.items()}


PATTERNS = patterns()


@pytest.fixture(scope="module")
def pump() -> Iterator[Any]:
    """The judge; it takes the alarm signal for itself, which is given back."""
    before = signal.getsignal(signal.SIGALRM)
    spec = importlib.util.spec_from_file_location("re_pump", PUMP)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    yield module
    signal.signal(signal.SIGALRM, before)


class Together:
    """Several texts searched one after the other, as if they were one."""

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern

    def search(self, texts: list[str]) -> None:
        for text in texts:
            self.pattern.search(text)


def growth(pump: Any, pattern: re.Pattern[str], before: str, unit: str, after: str) -> float | None:
    """The seconds that a long text takes where shorter ones grow faster than in proportion, else 0.

    None where a sixteenth of the length is enough to know that all of it is not slow, even if it were squared.
    """
    last = pump.t(pattern, before + unit * (LONGEST // 16) + after)
    if last < SLOW / 256:
        return None
    for part, times in GROWTH.items():
        seconds = pump.t(pattern, before + unit * (LONGEST // part) + after)
        if seconds < min(5 * SLOW, times * last):
            return 0.0
        last = seconds
    return float(max(last, pump.t(pattern, before + unit * LONGEST + after)))


def growing(pump: Any, pattern: re.Pattern[str]) -> list[tuple[str, str]]:
    """The two long texts that take a pattern longest, and more than in proportion: unit, and what stands before."""
    atoms = pump.atoms(pattern.pattern)
    units = (atoms + [a + b for a, b in itertools.product(atoms, atoms)])[:UNITS]
    around = [*itertools.product(("", *atoms[:3]), ("", "!"))]
    slow: dict[tuple[str, str], float] = {}
    quick = True
    for unit in units:
        texts = [before + unit * (LONGEST // 16) + after for before, after in around]
        if quick and pump.t(Together(pattern), texts) < SLOW / 256:
            continue
        quick = True
        for before, after in around:
            seconds = growth(pump, pattern, before, unit, after)
            quick = quick and seconds is None
            if seconds and seconds > SLOW:
                slow[unit, before] = max(seconds, slow.get((unit, before), 0))
        if len(slow) > 5 or sum(seconds > 5 * SLOW for seconds in slow.values()) > 1:
            break
    return sorted(slow, key=slow.__getitem__, reverse=True)[:2]


def judged(pump: Any, pattern: re.Pattern[str], *pieces: str) -> Any:
    """What the judge says of a pattern and of texts made of these pieces, three times in a row: a clock may err."""
    atoms, pump.atoms = pump.atoms, lambda _: list(pieces)
    try:
        for _ in range(3):
            word = pump.check(pattern.pattern, pattern.flags)
            if word == "ok":
                break
        return word
    finally:
        pump.atoms = atoms


def verdict(pump: Any, pattern: re.Pattern[str]) -> Any:
    """The judge's word on a pattern: ``ok``, or how its time grows, and on what."""
    for unit, before in growing(pump, pattern):
        word = judged(pump, pattern, *filter(None, (unit, before)))
        if word != "ok":
            return word
    return "ok"


@pytest.mark.parametrize("pattern", KNOWN_SLOW)
def test_the_judge_finds_what_is_not_linear(pump: Any, pattern: str) -> None:
    assert verdict(pump, re.compile(pattern)) != "ok"


def test_patterns_are_found() -> None:
    assert len(PATTERNS) > 100
    assert {"values", "readers", "page"} <= {place.split(".")[0] for place in PATTERNS}


@pytest.mark.parametrize("place", PATTERNS)
def test_pattern_is_linear(pump: Any, place: str) -> None:
    """Measured anew when it looks slow, since the other work of a machine makes any pattern so."""
    assert any(verdict(pump, PATTERNS[place]) == "ok" for _ in range(3)), PATTERNS[place].pattern
