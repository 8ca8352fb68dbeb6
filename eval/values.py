"""How many of the strings that two film sites printed behind their labels the grammars read."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Callable
from pathlib import Path
from typing import Any

from eval.cases import reason
from filmmeta import values

# Each site's labels, each with the grammar that reads what stands behind it.
GRAMMARS = {
    "amctv": {
        "Alternate Titles:": "title",
        "Country:": "countries",
        "Director:": "person",
        "Filmed In:": "colour",
        "Key Cast:": "credit",
        "Language:": "languages",
        "MPAA Rating:": "certificates",
        "Release:": "releases",
        "Run Time:": "runtime",
        "Set in:": "location",
        "Year:": "date",
    },
    "iheartmovies": {
        "Directed by": "person",
        "Language": "languages",
        "Length": "runtime",
        "MPAA Rating": "certificates",
        "Released": "date",
        "Starring": "person",
        "Written by": "person",
        "topic_entity_name": "title",
    },
}
# Labels whose strings are names and words that no grammar reads: they are taken as they stand.
TAKEN_AS_THEY_STAND = {
    "...ranks in these movie lists:",
    "Category:",
    "Genre/Type:",
    "Genres",
    "Keywords:",
    "Produced By:",
    "Themes:",
}
LISTED = 20  # unread strings printed for each label


def strings(file: Path) -> dict[str, Counter[str]]:
    """All strings of a site by label, with how often each stands there."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for line in file.read_text("utf-8").splitlines():
        for label, texts in json.loads(line)["labels"].items():
            found[label].update(texts)
    return found


def reader(grammar: str, texts: Counter[str]) -> Callable[[str], Any]:
    """The grammar; one of dates knows the order that the site's own dates decide."""
    function = getattr(values, grammar)
    if grammar not in ("date", "releases"):
        return lambda text: function(text)
    order = values.date_order(texts)
    return lambda text: function(text, order=order)


def unread(grammar: str, texts: Counter[str]) -> dict[str, Counter[str]]:
    """The strings that are not read, by the reason why."""
    read = reader(grammar, texts)
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for text, times in texts.items():
        try:
            read(text)
        except ValueError:
            found[reason(grammar, text)][text] += times
    return found


def share(texts: Counter[str], missed: dict[str, Counter[str]]) -> float:
    """Read strings ÷ strings that hold a value: those that state its absence, or have none, do not count."""
    empty = missed["absent"].total() + missed["no value"].total()
    left = missed["unread"].total() + missed["known failure"].total()
    return 1 - left / (texts.total() - empty)


def measure(corpus: Path) -> tuple[dict[str, float], list[str]]:
    """The share read by site and label, and all labels' as ``labels``; complaints about what is unexplained."""
    figures: dict[str, float] = {}
    complaints: list[str] = []
    everything: Counter[str] = Counter()
    missing: dict[str, Counter[str]] = defaultdict(Counter)
    print(f"{'label':<32}{'grammar':<14}{'strings':>8}{'absent':>8}{'no value':>9}{'unread':>8}{'read':>9}")
    for site, grammars in GRAMMARS.items():
        found = strings(corpus / "labels" / f"{site}.jsonl")
        complaints += [f"{site} {label!r}: no grammar" for label in found.keys() - grammars - TAKEN_AS_THEY_STAND]
        for label, grammar in grammars.items():
            missed = unread(grammar, found[label])
            figures[f"labels/{site}/{label.rstrip(':')}"] = share(found[label], missed)
            show(f"{site} {label}", grammar, found[label], missed)
            complaints += [f"{site} {label}: unread and not explained: {text!r}" for text in missed["unread"]]
            everything.update({f"{site}{label}{text}": times for text, times in found[label].items()})
            for why, texts in missed.items():
                missing[why].update(texts)
    figures["labels"] = share(everything, missing)
    show("all labels", "", everything, missing)
    return figures, complaints


def show(name: str, grammar: str, texts: Counter[str], missed: dict[str, Counter[str]]) -> None:
    """A line for a label, and below it the strings that are not read."""
    absent, empty = missed["absent"].total(), missed["no value"].total()
    left = missed["unread"].total() + missed["known failure"].total()
    counts = f"{texts.total():>8,}{absent:>8,}{empty:>9,}{left:>8,}{share(texts, missed):>9.2%}"
    print(f"{name:<32}{grammar:<14}{counts}")
    for why in sorted(missed) if grammar else ():
        for text, times in missed[why].most_common(LISTED):
            print(f"    {why}: {text!r} × {times}")
