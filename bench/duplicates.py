"""What it costs to find doubles, and how that grows: ``python -m bench.duplicates [NUMBER]``.

NUMBER invented reviews (20,000), a tenth of them copies of others with a tenth of the words lost, and twice as
many, each in a process of its own. CPU time and memory should double, and would be fourfold if every review were
compared with every other.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Iterator
from itertools import accumulate
from multiprocessing import get_context
from pathlib import Path
from random import Random
from resource import RUSAGE_SELF, getrusage
from tempfile import TemporaryDirectory
from typing import NamedTuple

from filmmeta.duplicates import Reviews, find

WORDS = 30_000
COPIES = 0.1
LOST = 0.1


class Cost(NamedTuple):
    """Seconds of CPU, MB at the most beyond those of loading, the share of copies found, and groups of different
    texts."""

    seconds: float
    memory: float
    found: float
    mixed: int


def invented(number: int) -> Iterator[tuple[int, str]]:
    """Reviews of some 200 words, common ones and rare ones; each with the number of the one it is a copy of, or
    its own."""
    chance = Random(number)
    words = [f"{chance.choice('bdfgklmnprst')}{place:x}" for place in range(WORDS)]
    weights = list(accumulate(1 / (rank + 5) for rank in range(WORDS)))
    texts: list[list[str]] = []
    own: list[int] = []
    for place in range(number):
        if texts and chance.random() < COPIES:
            source = chance.randrange(len(texts))
            yield own[source], " ".join(word for word in texts[source] if chance.random() > LOST)
            continue
        size = max(30, int(chance.lognormvariate(5.1, 0.6)))
        texts.append(chance.choices(words, cum_weights=weights, k=size))
        own.append(place)
        yield place, " ".join(texts[-1])


def write(number: int, file: Path) -> list[int]:
    """The reviews to a file; of each, the number of its text."""
    own = []
    with file.open("wb") as lines:
        for source, body in invented(number):
            own.append(source)
            lines.write(json.dumps({"kind": "review", "id": str(len(own)), "body": body}).encode() + b"\n")
    return own


def cost(file: Path, own: list[int]) -> Cost:
    """What the doubles of a file cost this process, and how many are right."""
    before, start = getrusage(RUSAGE_SELF).ru_maxrss, time.process_time()
    with file.open("rb") as lines:
        groups = [[own[copy.line - 1] for copy in group.copies] for group in find(Reviews([("", lines)]))]
    seconds = time.process_time() - start
    memory = (getrusage(RUSAGE_SELF).ru_maxrss - before) / 1024
    whole = sum(len(group) - 1 for group in groups if len(set(group)) == 1)
    mixed = sum(len(set(group)) > 1 for group in groups)
    return Cost(seconds, memory, whole / (len(own) - len(set(own))), mixed)


def main(arguments: list[str]) -> None:
    number = int(arguments[0]) if arguments else 20_000
    with TemporaryDirectory() as folder, get_context("spawn").Pool(1, maxtasksperchild=1) as pool:
        costs = []
        for many in (number, 2 * number):
            file = Path(folder) / f"{many}.jsonl"
            own = pool.apply(write, (many, file))
            costs.append(pool.apply(cost, (file, own)))
            it = costs[-1]
            print(
                f"{many:>9,} reviews: {it.seconds:.1f} s of CPU, {it.memory * 1e6 / many:.0f} bytes a review, "
                f"{it.found:.2%} of the copies found, {it.mixed} groups of different texts"
            )
    print(f"\n{costs[1].seconds / costs[0].seconds:8.2f}  time for twice as many        goal 2.5 or less")
    print(f"{costs[1].memory / costs[0].memory:8.2f}  memory for twice as many      goal 2.2 or less")


if __name__ == "__main__":
    main(sys.argv[1:])
