"""How many of the ways in which critics write a score are read, and read right."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from pathlib import Path

from eval.cases import reason
from filmmeta.values import Score, score

SCHEME = "us-letter"
GRADES = {"A": 4.0, "B": 3.0, "C": 2.0, "D": 1.0, "F": 0.0}
STEPS = {"+": 0.3, "": 0.0, "-": -0.3}
PLAIN = re.compile(r"([0-9.]+)(?:/([0-9.]+))?|([A-DF])([+-]?)")


def expected(text: str) -> tuple[float, float | None] | None:
    """Value and best as the notation says, by nothing but its digits or letter; None where that cannot tell.

    >>> expected("3.5/5"), expected("B-"), expected("7")
    ((3.5, 5.0), (2.7, 4.3), (7.0, None))
    """
    match = PLAIN.fullmatch(text)
    if not match:
        return None
    value, best, letter, sign = match.groups()
    if letter:
        return round(GRADES[letter] + STEPS[sign], 1), 4.3
    return float(value), float(best) if best else None


def read(text: str) -> Score:
    """The score; letters are read under their scheme, for nothing else says what they are worth."""
    return score(text, scheme=SCHEME if text[:1].isalpha() else "")


def measure(corpus: Path) -> tuple[dict[str, float], list[str]]:
    """The share read, by count, of ``notations``, and complaints about what is read wrong or unexplained."""
    texts: Counter[str] = Counter()
    for line in (corpus / "ratings" / "notations.tsv").read_text("utf-8").splitlines():
        text, count = line.split("\t")
        texts[text] += int(count)
    missed: dict[str, Counter[str]] = defaultdict(Counter)
    for text, times in texts.items():
        try:
            found = read(text)
        except ValueError:
            missed[reason("score", text)][text] += times
            continue
        if (found.value, found.best) != expected(text):
            missed["wrong"][text] += times
    left = sum(counter.total() for counter in missed.values())
    print(f"\nnotations: {texts.total():,} scores, {left:,} not read, {1 - left / texts.total():.2%} read")
    for why, counter in missed.items():
        print("\n".join(f"    {why}: {text!r} × {times}" for text, times in counter.most_common()))
    complaints = [f"notations: {why}: {text!r}" for why in ("wrong", "unread") for text in missed[why]]
    return {"notations": 1 - left / texts.total()}, complaints
