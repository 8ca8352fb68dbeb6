"""The same film in every layout of labels and values, and in fifteen languages, is the same film.

Flattened to text, what is left of it may say less, never something else. What does not hold today stands in
known-failures/layouts.tsv (kind of page or way of flattening, layout, language): a line that is no longer true
fails the suite; ``pytest tests/test_layouts.py --update`` takes such lines out, and never adds one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from itertools import product
from typing import Any

import pytest
from eval.flattening import WAYS

from filmmeta.kernel import records
from filmmeta.page import Page
from filmmeta.records.film import Film
from known_failures import Line, listed, still_true
from layouts import CAST, HTML, MINUTES, ROLES, SHEETS, TEXT, YEAR, Sheet, dressed, rows

KNOWN = "layouts.tsv"
FACTS = {"html": HTML, "site": HTML, "text": TEXT}
KINDS: dict[str, Iterable[str]] = {**FACTS, "cast": CAST}
FLATTENED = ("en", "de", "es", "ru", "zh", "ko")
LANGUAGES: dict[str, Iterable[str]] = {**dict.fromkeys(KINDS, SHEETS), "cast": ROLES}
CASES = [(kind, layout, language) for kind, found in KINDS.items() for layout in found for language in LANGUAGES[kind]]


def with_cast(layout: str, language: str) -> str:
    """A film's director, genre and runtime, its cast in the layout, and a heading below it."""
    facts = [row for number, row in enumerate(rows(SHEETS[language])) if number in (0, 3, 6)]
    return f"{HTML['li, bold'](facts)}\n{CAST[layout](language)}\n<h2>Links</h2><p><a href='/x'>x</a></p>"


def page(kind: str, layout: str, language: str) -> Page:
    it = SHEETS[language]
    told = with_cast(layout, language) if kind == "cast" else FACTS[kind][layout](rows(it))
    if kind == "text":
        return Page(f"{it.title}\n\n{told}\n", name="page.txt")
    head = f'<head><meta charset="utf-8"><title>{it.title}</title></head>'
    told = f"<h1>{it.title}</h1>\n{told}"
    body = dressed(told, it) if kind == "site" else told
    return Page(f'<!DOCTYPE html>\n<html lang="{language}">{head}\n<body>{body}</body></html>')


def meant(it: Sheet) -> dict[str, Any]:
    return {
        "title": it.title,
        "year": YEAR,
        "runtimes": [MINUTES],
        "countries": ["IE"],
        "genres": list(it.genres),
        "directors": [it.director],
        "writers": list(it.writers),
        "cast": list(it.cast),
    }


def played(language: str) -> dict[str, Any]:
    """What the pages mean that have a cast in one of its layouts."""
    it = SHEETS[language]
    told = meant(it)
    roles = [f"{name}: {role}" for name, role in zip(it.cast, ROLES[language][2], strict=True)]
    return {field: told[field] for field in ("title", "genres", "directors", "runtimes", "cast")} | {"roles": roles}


def said(page: Page) -> dict[str, Any]:
    found = records(page)
    if not isinstance(found[0], Film):
        return {"kind": found[0].kind}
    it = found[0]
    return {
        "title": it.title,
        "year": it.year,
        "runtimes": [each.minutes for each in it.runtimes],
        "countries": it.countries,
        "genres": it.genres,
        "directors": it.directors,
        "writers": it.writers,
        "cast": [each.name for each in it.cast],
        "roles": [f"{each.name}: {role}" for each in it.cast for role in each.roles],
    }


@cache
def wrong(kind: str, layout: str, language: str) -> tuple[str, ...]:
    """The fields that are read otherwise than they are meant, with what is read."""
    right = played(language) if kind == "cast" else meant(SHEETS[language])
    found = said(page(kind, layout, language))
    return tuple(f"{field}: {found.get(field)!r}" for field, value in right.items() if found.get(field) != value)


@cache
def otherwise(way: str, layout: str, language: str) -> tuple[str, ...]:
    """The fields that a page's text, flattened in this way, says otherwise; it may say less."""
    right, text = meant(SHEETS[language]), Page(WAYS[way](page("site", layout, language).text), name="page.txt")
    return tuple(
        f"{field}: {value!r}"
        for field, value in said(text).items()
        if value and field in right and value != right[field]
    )


@pytest.mark.parametrize(("kind", "layout"), [(kind, layout) for kind, found in KINDS.items() for layout in found])
def test_every_language(kind: str, layout: str) -> None:
    new = [
        f"{language}: {'; '.join(found)}"
        for language in LANGUAGES[kind]
        if (found := wrong(kind, layout, language)) and (kind, layout, language) not in listed(KNOWN)
    ]
    assert not new, "\n" + "\n".join(new)


@pytest.mark.parametrize("layout", HTML)
@pytest.mark.parametrize("way", WAYS)
def test_flattened(way: str, layout: str) -> None:
    new = [
        f"{language}: {'; '.join(found)}"
        for language in FLATTENED
        if (found := otherwise(way, layout, language)) and (way, layout, language) not in listed(KNOWN)
    ]
    assert not new, "\n" + "\n".join(new)


def test_known_failures_are_there(request: pytest.FixtureRequest) -> None:
    cases: dict[Line, Callable[..., object]] = {
        **dict.fromkeys(CASES, wrong),
        **dict.fromkeys(product(WAYS, HTML, FLATTENED), otherwise),
    }
    gone = [line for line in listed(KNOWN) if line not in cases or not cases[line](*line)]
    still_true(KNOWN, gone, request)
