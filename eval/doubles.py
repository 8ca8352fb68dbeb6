"""How many of the reviews that come back changed are found to be doubles, and how many groups are wrong."""

from __future__ import annotations

import argparse
import json
import sys
from collections import Counter
from difflib import SequenceMatcher
from io import BytesIO
from pathlib import Path
from random import Random

import filmmeta
from eval.perturbed import WAYS, bare
from eval.settings import CORPUS
from filmmeta.duplicates import Duplicates, Reviews, find
from filmmeta.records.review import Review

FILES = {"en": "imdb-en.jsonl", "fr": "allocine-fr.jsonl", "pl": "filmweb-pl.jsonl"}
SEEDS = ("000_", "001_")
FEWEST = 20  # words of a text that can be found when it is changed
ALIKE = 0.5  # of the words in their order, those that two texts have in common when they are one

Places = dict[int, tuple[int, str]]
"""Of each line, the text that it was made from and the way; the way of a text as it is has no name."""


def texts(file: Path) -> list[str]:
    return [json.loads(line)["text"] for line in file.read_bytes().splitlines()]


def bodies(text: str) -> list[str]:
    """What filmmeta reads of a page that holds one text."""
    return [record.body for record in filmmeta.parse(text) if isinstance(record, Review)]


def collection(originals: list[str]) -> tuple[bytes, Places]:
    """The lines of all reviews, as they are and changed in each way, in an order that nothing follows from."""
    chance = Random(len(originals))
    rows = [(number, "", text) for number, text in enumerate(originals)]
    rows += [
        (number, way, WAYS[way](text, chance))
        for way in WAYS
        for number, text in enumerate(originals)
        if len(text.split()) >= FEWEST
    ]
    chance.shuffle(rows)
    lines: list[bytes] = []
    places: Places = {}
    for number, way, text in rows:
        places[len(lines) + 1] = (number, way)
        lines.append(json.dumps({"kind": "review", "body": "\n\n".join(bodies(text))}).encode() + b"\n")
    return b"".join(lines), places


def measure(corpus: Path) -> tuple[dict[str, float], list[str]]:
    """The share found of what was changed in each way, and the share of groups that join one text only."""
    figures: dict[str, float] = {}
    complaints: list[str] = []
    for language, name in FILES.items():
        file = corpus / "reviews" / name
        if file.exists():
            originals = texts(file)
            found, wrong = measured(originals)
            figures |= {f"doubles/{language}/{each}": share for each, share in found.items()}
            complaints += [f"doubles: {name}: lines {sorted(each)} are one group" for each in wrong]
    return figures | translated(corpus.parent / "seeds"), complaints


def measured(originals: list[str]) -> tuple[dict[str, float], list[set[int]]]:
    """The shares, and of each wrong group the numbers of the originals in it."""
    data, places = collection(originals)
    groups = list(find(Reviews([("", BytesIO(data))])))
    asked, found = Counter(way for _, way in places.values()), Counter[str]()
    wrong = []
    for group in groups:
        members = [places[copy.line] for copy in group.copies]
        whole = {number for number, way in members if not way}
        found.update(way for number, way in members if way and number in whole)
        if is_mixed({number for number, _ in members}, originals):
            wrong.append({number + 1 for number, _ in members})
    shares = {way: found[way] / asked[way] for way in WAYS if asked[way]}
    print(f"\n{len(originals):,} reviews, {len(places):,} with their changed copies, {len(groups):,} groups")
    print("\n".join(f"    {way:<16}{share:>9.2%}  of {asked[way]:,}" for way, share in shares.items()))
    print(f"    groups of different texts: {len(wrong)}")
    return shares | {"groups of one text": 1 - len(wrong) / max(1, len(groups))}, wrong


def is_mixed(numbers: set[int], originals: list[str]) -> bool:
    """Whether some original differs from the first of them by more than half of its words in their order."""
    first, *others = (bare(originals[number], Random()).split() for number in sorted(numbers))
    return any(SequenceMatcher(None, first, other, autojunk=False).ratio() < ALIKE for other in others)


def translated(folder: Path) -> dict[str, float]:
    """Whether the review that went through a translator and back is found, where there is one."""
    pages = [page for start in SEEDS for page in sorted(folder.glob(f"{start}*"))]
    if len(pages) < 2:
        return {}
    lines = [json.dumps({"body": body}) for page in pages for body in bodies(page.read_text("utf-8"))]
    groups: list[Duplicates] = list(find(Reviews([("", BytesIO("\n".join(lines).encode()))])))
    print(f"\ntranslated and back: {[(group.match, group.similarity) for group in groups] or 'not found'}")
    return {"doubles/translated": float(len(groups) == 1 and groups[0].match == "near")}


def main(arguments: list[str]) -> int:
    """The exit code: 1 where a group joins different texts."""
    parser = argparse.ArgumentParser(prog="python -m eval.doubles", description="Measure how doubles are found.")
    parser.add_argument("--corpus", type=Path, default=CORPUS, help="the folder with reviews/*.jsonl")
    corpus = parser.parse_args(arguments).corpus
    if not corpus.is_dir():
        print("No ../shared/corpus beside the project: nothing to measure.")
        return 0
    figures, complaints = measure(corpus)
    print("\n".join(["", *(f"{name:<40}{figure:>9.2%}" for name, figure in figures.items()), *complaints]))
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
