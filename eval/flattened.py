"""Pages read again after they lost their markup: what contradicts the first reading, and what is still found."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from eval.answers import answer
from eval.films import film_pages, spread
from eval.flattening import SEEN, WAYS
from eval.folding import squeeze
from eval.layouts import Group, groups
from eval.reading import by_format, film, opened
from eval.scoring import Counts, Verdict, averaged, score, total
from eval.settings import Settings
from eval.sheets import Sheet
from eval.survival import surviving
from eval.tables import in_order, listed, shown, table
from filmmeta.page import Page
from filmmeta.records.film import Film

SCALARS = ("title", "original_title", "year", "media_type", "admissions")
BEGINNING = 40  # characters, without white space, in which two readings of a text must agree


class Reading(NamedTuple):
    """One page read in one way: the verdicts, and of the values that both readings have, those that differ."""

    way: str
    verdicts: list[Verdict]
    compared: int
    contradictions: list[tuple[str, Any, Any]]


def scalars(it: Film) -> Iterator[tuple[str, Any, Any]]:
    """The values that a film has one of, as they are shown and as they are compared."""
    for name in SCALARS:
        value = getattr(it, name)
        yield name, value, squeeze(value) if isinstance(value, str) else value
    minutes = it.runtimes[0].minutes if it.runtimes else None
    yield "runtime_minutes", minutes, minutes


def begun(it: Film) -> dict[str, str]:
    """The beginning of each summary, as it is compared, with the summary."""
    return {squeeze(text)[:BEGINNING]: text for text in (it.plot, it.outline) if text}


def contradictions(html: Film | None, text: Film | None) -> tuple[int, list[tuple[str, Any, Any]]]:
    """How many values both have, and those of them that differ: the field, the page's and the text's."""
    if html is None or text is None:
        return 0, []
    both = [
        (name, one, other, first != second)
        for (name, one, first), (_, other, second) in zip(scalars(html), scalars(text), strict=True)
        if first is not None and second is not None
    ]
    found = [(name, one, other) for name, one, other, differs in both if differs]
    told, again = begun(html), begun(text)
    if not told:
        return len(both), found
    found += [("plot", next(iter(told.values())), other) for start, other in again.items() if start not in told]
    return len(both) + len(again), found


def readings(sheet: Sheet) -> list[Reading]:
    """The page read in each way."""
    page = opened(sheet.page)
    html = film(by_format(page))
    found = []
    for way, flatten in WAYS.items():
        text = film(by_format(Page(flatten(page.text), name=f"{sheet.page.stem}.txt")))
        told = dict(surviving(sheet, SEEN[way](page.text)))
        found.append(Reading(way, score(sheet, answer(text), told), *contradictions(html, text)))
    return found


def measure(asked: Settings) -> tuple[dict[str, float], list[str]]:
    """The F1 over what survived, and the share of values that agree with the page's own record."""
    pages = [each for each in film_pages(asked) if each.is_html]
    if not pages:
        return {}, []
    group = groups(pages)
    told = list(zip(pages, spread(readings, pages, asked.processes), strict=True))
    fields = in_order(counted(told, group, tuple(WAYS)))
    table("flattened: HTML pages", fields)
    table("flattened: ways", {way: total(counted(told, group, (way,)).values()) for way in WAYS})
    for sheet, found in told:
        for it in found:
            listed(f"flattened {it.way}", [(sheet.id, sheet.site, it.verdicts)], asked)
    return {"flattened/F1": fields["all fields"].f1, "flattened/agreement": agreement(told)}, []


def counted(
    told: list[tuple[Sheet, list[Reading]]], group: dict[str, Group], ways: tuple[str, ...]
) -> dict[str, Counts]:
    """The averaged counts by field of some of the ways."""
    return averaged(
        ((*group[sheet.id], it.way), it.verdicts) for sheet, found in told for it in found if it.way in ways
    )


def agreement(told: list[tuple[Sheet, list[Reading]]]) -> float:
    """The share of the values of both readings that agree; those that do not are printed."""
    compared = sum(it.compared for _, found in told for it in found)
    differing = [(sheet, it, each) for sheet, found in told for it in found for each in it.contradictions]
    print(f"\nflattened: {len(differing)} contradictions in {compared} values that text and page both have")
    for sheet, it, (field, page, text) in differing:
        print(f"    {it.way} {sheet.id} {field}: {shown(page)} on the page, {shown(text)} in its text")
    return 1 - len(differing) / compared if compared else 1.0
