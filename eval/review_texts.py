"""What is read of reviews' own texts: scores, languages, clean bodies; even and odd lines of each file apart.

What was built by looking at real reviews was built on the even lines; the odd ones were not looked at. Whether a
text states a score is told by ``stated_scores``, which knows nothing of the grammars.
"""

from __future__ import annotations

import html
import json
import re
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import compress
from pathlib import Path
from typing import Any

from eval.settings import Settings, settings
from eval.stated_scores import notations
from filmmeta.values.detection import detected_language
from filmmeta.values.prose import authored
from filmmeta.values.scores.scales import Score
from filmmeta.values.verdict import expressions, verdict

FILES = {"imdb-en.jsonl": "en", "allocine-fr.jsonl": "fr", "filmweb-pl.jsonl": "pl"}
HALVES = {"even": 0, "odd": 1}
STARS = 10  # the best mark of the file whose scores are measured, and the scale of a mark that names none
LONG = 50  # letters from which on a text's language must be right
NEAR, EQUAL = 1.0001, 0.5001  # stars between the mark read and the author's own
LEFT = re.compile(r"</?[A-Za-z!][^<>]{0,400}>|br ?/? ?br\b|&(?:#\d{1,6}|#x[0-9a-fA-F]{1,6}|[A-Za-z]{2,8});|[\x80-\x9f]")


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a file: its number, its text as printed, the body made of it, and the author's stars."""

    number: int
    text: str
    body: str
    stars: float


def lines(file: Path, half: str = "") -> Iterator[Row]:
    """The reviews of a file that have a text, of one half or of both."""
    for number, line in enumerate(file.read_text("utf-8").split("\n"), 1):
        if line and (not half or number % 2 == HALVES[half]):
            entry: dict[str, Any] = json.loads(line)
            if entry["text"].strip():
                yield Row(
                    number,
                    entry["text"],
                    authored(entry["text"]).text,
                    float(entry.get("stars") or entry.get("rating") or 0),
                )


def share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


def stars(score: Score) -> float:
    """A mark on the file's own scale, on which nobody can give less than one."""
    return max(1.0, score.value if score.best is None else score.value / score.best * STARS)


def given(body: str) -> Score | None:
    try:
        return verdict(body).score
    except ValueError:
        return None


def scores(rows: list[Row]) -> dict[str, float]:
    """Of the texts that state a score, the share that is given one; of the scores given, the shares that are within
    a star of the author's own and equal to it, and what the first could be at best, had each text's own scores been
    chosen by him who knows the stars; of the texts that state none, the share that is given none.
    """
    stated = [bool(notations(row.text)) for row in rows]
    read = [given(row.body) for row in rows]
    told = [(row, score) for row, score in zip(rows, read, strict=True) if score]
    away = [abs(stars(score) - row.stars) for row, score in told]
    best = [min(abs(stars(each) - row.stars) for _, _, each in expressions(row.body)) for row, _ in told]
    silent = [score is None for score, states in zip(read, stated, strict=True) if not states]
    return {
        "given": share(sum(map(bool, compress(read, stated))), sum(stated)),
        "near": share(sum(each <= NEAR for each in away), len(away)),
        "equal": share(sum(each <= EQUAL for each in away), len(away)),
        "near at best": share(sum(each <= NEAR for each in best), len(best)),
        "equal at best": share(sum(each <= EQUAL for each in best), len(best)),
        "none": share(sum(silent), len(silent)),
    }


def in_order(part: Iterable[str], whole: str) -> bool:
    """Whether the characters stand in the text in their order.

    >>> in_order("fne", "A fine film"), in_order("fen", "A fine film")
    (True, False)
    """
    rest = iter(whole)
    return all(each in rest for each in part)


def clean(row: Row) -> bool:
    """Whether nothing of a page is left in a body, and nothing is in it that its author did not write."""
    said = html.unescape(html.unescape(row.text))
    return not LEFT.search(row.body) and in_order(filter(str.isalnum, row.body), said)


def language(rows: list[Row], tag: str) -> float:
    long = [row for row in rows if sum(map(str.isalpha, row.body)) >= LONG]
    return share(sum(detected_language(row.body) == tag for row in long), len(long))


def measure(asked: Settings) -> tuple[dict[str, float], list[str]]:
    """The figures of each file and half as ``reviews/WHAT/HALF``; a complaint about each body that is not clean."""
    figures: dict[str, float] = {}
    complaints: list[str] = []
    folder = asked.corpus / "reviews"
    for half in HALVES:
        files = {name: list(lines(folder / name, half)) for name in FILES if (folder / name).exists()}
        for name, rows in files.items():
            figures[f"reviews/language {FILES[name]}/{half}"] = language(rows, FILES[name])
            dirty = [row.number for row in rows if not clean(row)]
            figures[f"reviews/clean {FILES[name]}/{half}"] = 1 - share(len(dirty), len(rows))
            complaints += [f"reviews: {name}, line {number}: the body is not clean" for number in dirty]
        found = scores(files.get("imdb-en.jsonl", []))
        figures |= {f"reviews/score {what}/{half}": figure for what, figure in found.items()}
        if asked.field == "score" and half == "even":
            show(files.get("imdb-en.jsonl", []))
    return figures, complaints


def show(rows: list[Row]) -> None:
    """The even lines whose score is missing, wrong by more than a star, or read where none is stated."""
    for row in rows:
        score, states = given(row.body), notations(row.text)
        if score is None and states:
            print(f"  {row.number} missed: {states}")
        elif score is not None and (not states or abs(stars(score) - row.stars) > NEAR):
            print(f"  {row.number} read {score.raw!r}, the author's own is {row.stars}")


def main(arguments: list[str]) -> int:
    """Print the figures of the corpus that the command line names."""
    figures, complaints = measure(settings(["review_texts", *arguments], ("review_texts",), {}))
    for name, figure in figures.items():
        print(f"{name:<36}{figure:>9.2%}")
    print("\n".join(complaints))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
