"""Measure everything, print it, and fail if a figure is below its floor."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from eval import notations, values

CORPUS = Path(__file__).parent.parent.parent / "shared" / "corpus"
FLOORS: dict[str, float] = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))


def below(figures: dict[str, float]) -> list[str]:
    """A line for each floor that its figure does not reach, or that no figure stands for."""
    return [
        f"{name}: {figures[name]:.2%}, floor {floor:.2%}" if name in figures else f"{name}: not measured"
        for name, floor in FLOORS.items()
        if figures.get(name, -1.0) < floor
    ]


def main() -> int:
    """The exit code: 1 where a figure is below its floor or a string is left unexplained."""
    if not CORPUS.is_dir():
        print("No ../shared/corpus beside the project: nothing to measure.")
        return 0
    figures: dict[str, float] = {}
    complaints: list[str] = []
    for part in (values, notations):
        measured, found = part.measure(CORPUS)
        figures |= measured
        complaints += found
    complaints += below(figures)
    print("\n".join(["", *complaints]) if complaints else "\nall figures at or above their floors")
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
