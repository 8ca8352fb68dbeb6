"""Hostile text: one thing again and again, in every field, in lines and on one line; bytes that are no text."""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from hostile import (
    LISTING,
    MILLION,
    REVIEW,
    Body,
    Making,
    html,
    joined,
    text,
)

LABELS = [
    label.replace("_", " ")
    for label in (
        "Title_Original_title Also_known_as Director Directors Writer Writers Cast Stars Producer Music"
        " Cinematography Genre Genres Country Language Release_date Release_dates Year Runtime Budget Gross"
        " Opening_weekend Rating Votes Certificate Keywords Filming_locations Production_companies Distributor"
        " Official_site Tagline Plot Synopsis Awards Trivia Goofs Quotes Sound_mix Aspect_ratio Color IMDb"
    ).split()
]
ROWS = (Path(__file__).parent / "hostile.tsv").read_text("utf-8").splitlines()[1:]
STUFF: dict[str, str] = {name: json.loads(told) for name, told in (row.split("\t") for row in ROWS)}
SHAPES = ("{name}, ", "{name} (Role {n}), ", "{name} / ", "{name} (USA); ", "{n}, ", "{name}\n")
SOLE = [
    name.replace("_", " ")
    for name in (
        "a_word words digits numbers dates names quotes low_quotes stars emoji bidi brackets lines_of_x spaces"
        " sentences reviews labels Chinese capitals scores mojibake tags"
    ).split()
]
"""What 10 MB are made of."""
SMALL = 24_000  # bytes of what is repeated on a page that is one of several
FEW = 400  # items of a list there


def repeated(size: int, stuff: str) -> str:
    return stuff * (size // len(stuff.encode()))


def stuffed(stuff: str) -> list[Body]:
    """Pages that are full of one thing: on a line, in lines, in HTML, in a review, in every field."""
    many = repeated(SMALL, stuff)
    fields = [(label, repeated(SMALL // len(LABELS), stuff)) for label in LABELS]
    rows = "".join(f"<tr><th>{label}</th><td>{value}</td></tr>" for label, value in fields)
    return [
        text(many),
        text((repeated(60, stuff) + "\n") * (SMALL // 60)),
        html(f"<p>{many}</p>"),
        html("".join(f"<p>{repeated(60, stuff)}</p>" for _ in range(SMALL // 60))),
        f"{REVIEW} {many} {REVIEW}",
        LISTING + "".join(f"{label}: {value}\n" for label, value in fields),
        html(f"<table>{rows}</table>"),
    ]


def labelled(label: str) -> list[Body]:
    """Pages whose field of this label is a long list."""
    lists = [joined(shape, FEW) for shape in SHAPES]
    return [
        *(text(f"{label}: {told}") for told in lists),
        *(html(f"<table><tr><th>{label}</th><td>{told}</td></tr></table>") for told in lists),
        html(f"<h2>{label}</h2><ul>{joined('<li>{name}</li>', FEW)}</ul>"),
        text(f"{label}\n" + joined("{name}\n", FEW)),
    ]


ALONE: Making = {f"{name} alone": partial(repeated, 10 * MILLION, STUFF[name]) for name in SOLE}
