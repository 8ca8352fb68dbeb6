"""Labels of real pages printed anew as plain text, in five layouts, and what a record gives back of them."""

from __future__ import annotations

import json
import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any, NamedTuple

from eval.films import spread
from eval.folding import fold
from eval.given_back import is_given_back, measured
from eval.reading import by_format, film
from eval.settings import Settings
from eval.tables import shown
from eval.values import GRAMMARS
from filmmeta.page import Page
from filmmeta.records.film import Film

EVERY = 8  # one page in so many of each site's is printed
TITLE = "The Lantern Keepers"  # where the labels hold no title; no film of the corpus bears it
NAME = "topic_entity_name"
LISTED = 12  # strings that are not given back, printed for each label
UNSEARCHED = {"id", "page", "sources", "problems", "notes", "schema_version", "kind"}
OUR_WORDS = {"job", "role", "kind", "type", "scheme"}
"""Parts of a value that are words of filmmeta's own, so that a label may well be one of them."""

Labels = dict[str, list[str]]


def colons(title: str, labels: Labels) -> str:
    return "\n".join([title, "", *(f"{label}: {', '.join(values)}" for label, values in labels.items())])


def above(title: str, labels: Labels) -> str:
    blocks = ("\n".join([label, *values]) for label, values in labels.items())
    return "\n\n".join([title, *blocks])


def dots(title: str, labels: Labels) -> str:
    rows = (f"{label} {'.' * max(3, 28 - len(label))} {', '.join(values)}" for label, values in labels.items())
    return "\n".join([title, "", *rows])


def markdown(title: str, labels: Labels) -> str:
    return "\n".join([f"# {title}", "", *(f"**{label}:** {', '.join(values)}" for label, values in labels.items())])


def pipes(title: str, labels: Labels) -> str:
    return "\n".join([title, "", *(f"{label} | {', '.join(values)}" for label, values in labels.items())])


LAYOUTS: dict[str, Callable[[str, Labels], str]] = {
    "colons": colons,
    "above": above,
    "dots": dots,
    "markdown": markdown,
    "pipes": pipes,
}


class Outcome(NamedTuple):
    """Of one page in one layout: label and string of each value, whether it came back, and what leaked."""

    layout: str
    strings: list[tuple[str, str, bool]]
    leaks: list[tuple[str, str]]
    values: int


def printed(labels: Labels) -> tuple[str, Labels]:
    """The title of a page, and its labels without their colons."""
    title = labels.get(NAME, [TITLE])[0]
    return title, {label.rstrip(":"): values for label, values in labels.items() if label != NAME}


def outcomes(site: str, labels: Labels) -> list[Outcome]:
    """One page, printed in each layout and read."""
    title, rows = printed(labels)
    found = []
    for name, layout in LAYOUTS.items():
        it = film(by_format(Page(layout(title, rows) + "\n", name=f"{name}.txt")))
        back = [
            (label, text, it is not None and is_given_back(it, label, text))
            for label, values in labels.items()
            for text in values
            if measured(site, label, text)
        ]
        said = list(strings(it)) if it else []
        found.append(Outcome(name, back, leaks(said, title, rows, site), len(said)))
    return found


def strings(it: Film) -> Iterator[tuple[str, str]]:
    """Every text of a record that stands for a value, with the name of its field."""
    told: list[tuple[str, Any]] = list(it.model_dump(mode="json", exclude=UNSEARCHED).items())
    while told:
        name, value = told.pop()
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, list | dict):
            told += [(name, each) for each in parts(value)]


def parts(value: Any) -> list[Any]:
    """The items of a list, or what a dict holds besides our own words."""
    return value if isinstance(value, list) else [each for key, each in value.items() if key not in OUR_WORDS]


def leaks(said: list[tuple[str, str]], title: str, rows: Labels, site: str) -> list[tuple[str, str]]:
    """The values that hold the text of a label which their page prints nowhere but as a label."""
    own = fold(" ".join([title, *(text for values in rows.values() for text in values)]))
    known = (fold(label) for label in rows if label in GRAMMARS[site] or f"{label}:" in GRAMMARS[site])
    words = [re.escape(label) for label in known if label not in own]
    if not words:
        return []
    pattern = re.compile(rf"\b(?:{'|'.join(words)})\b")
    return [(name, text) for name, text in said if pattern.search(fold(text))]


def pages(corpus: Path, site: str) -> list[Labels]:
    """The labels of every so many pages of a site."""
    lines = (corpus / "labels" / f"{site}.jsonl").read_text("utf-8").splitlines()
    return [json.loads(line)["labels"] for line in lines[::EVERY]]


def measure(asked: Settings) -> tuple[dict[str, float], list[str]]:
    """``round_trip``, strings given back ÷ strings; ``leak_free``, values without a label's text ÷ values."""
    told: list[tuple[str, Outcome]] = []
    for site in GRAMMARS if (asked.corpus / "labels").is_dir() else ():
        found = spread(partial(outcomes, site), pages(asked.corpus, site), asked.processes)
        told += [(site, it) for each in found for it in each]
    if not told:
        return {}, []
    whole = shares(told)
    lost(told, asked)
    leaked = [(it.layout, *leak) for _, it in told for leak in it.leaks]
    values = sum(it.values for _, it in told)
    print(f"\n{len(leaked)} leaks in {values:,} values")
    print("\n".join(f"    {layout}: {field}: {shown(text)}" for layout, field, text in leaked[:LISTED]))
    return {"round_trip": whole, "leak_free": 1 - len(leaked) / max(1, values)}, []


def shares(told: list[tuple[str, Outcome]]) -> float:
    """The share of all strings given back; those of each label in each layout are printed."""
    back: dict[str, Counter[str]] = defaultdict(Counter)
    for site, it in told:
        for label, _, came in it.strings:
            for row in (f"{site} {label}", "all labels"):
                back[row][it.layout] += came
                back[row][f"all {it.layout}"] += 1
    print(f"\n{'labels printed as':<34}{'strings':>8}" + "".join(f"{name:>10}" for name in LAYOUTS))
    for row in (*(each for each in back if each != "all labels"), "all labels"):
        count = back[row]
        cells = "".join(f"{count[name] / count[f'all {name}']:>10.1%}" for name in LAYOUTS)
        print(f"{row:<34}{count['all colons']:>8,}{cells}")
    count = back["all labels"]
    return sum(count[name] for name in LAYOUTS) / sum(count[f"all {name}"] for name in LAYOUTS)


def lost(told: list[tuple[str, Outcome]], asked: Settings) -> None:
    """The strings that did not come back, of the site or the label that is asked for."""
    for site, it in told:
        for label, text, came in it.strings:
            wanted = asked.field in ("", label.rstrip(":")) and asked.site in ("", site)
            if wanted and not came and (asked.field or asked.site):
                print(f"labels {it.layout} {site} {label} missing: {shown(text)}")
