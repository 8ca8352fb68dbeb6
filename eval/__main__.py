"""Measure what is asked for, print it, and fail if a figure is below its floor."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from eval import doubles, films, flattened, label_pages, notations, others, review_pages, review_texts, values
from eval.settings import Settings, settings

FLOORS: dict[str, float] = json.loads((Path(__file__).parent / "floors.json").read_text("utf-8"))

Figures = tuple[dict[str, float], list[str]]
PARTS: dict[str, Callable[[Settings], Figures]] = {
    "values": lambda asked: values.measure(asked.corpus),
    "notations": lambda asked: notations.measure(asked.corpus),
    "generic": partial(films.measure, "generic"),
    "formats": partial(films.measure, "formats"),
    "flattened": flattened.measure,
    "other": others.measure,
    "labels": label_pages.measure,
    "review_pages": review_pages.measure,
    "review_texts": review_texts.measure,
    "doubles": lambda asked: doubles.measure(asked.corpus),
}
"""What can be measured, each by its name on the command line."""
SEVERAL = {"answers": ("generic", "formats")}


def below(figures: dict[str, float], asked: Settings) -> list[str]:
    """A line for each floor that its figure does not reach; where all was run, for each without a figure too."""
    if not asked.is_whole:
        return []
    everything = set(asked.parts) == set(PARTS)
    return [
        f"{name}: {figures[name]:.2%}, floor {floor:.2%}" if name in figures else f"{name}: not measured"
        for name, floor in FLOORS.items()
        if (name in figures or everything) and figures.get(name, -1.0) < floor
    ]


def main(arguments: list[str]) -> int:
    """The exit code: 1 where a figure is below its floor or a string is left unexplained."""
    asked = settings(arguments, tuple(PARTS), SEVERAL)
    if not asked.corpus.is_dir():
        print("No ../shared/corpus beside the project: nothing to measure.")
        return 0
    figures: dict[str, float] = {}
    complaints: list[str] = []
    for name in asked.parts:
        measured, found = PARTS[name](asked)
        figures |= measured
        complaints += found
    summary(figures)
    complaints += below(figures, asked)
    print("\n".join(["", *complaints]) if complaints else "\nall figures at or above their floors")
    return 1 if complaints else 0


def summary(figures: dict[str, float]) -> None:
    """Each figure of the whole, with its floor."""
    print()
    for name, figure in figures.items():
        if not name.startswith("labels/"):
            floor = f"   floor {FLOORS[name]:.2%}" if name in FLOORS else ""
            print(f"{name:<32}{figure:>9.2%}{floor}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
