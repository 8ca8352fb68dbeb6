"""Precision and recall on pages that have an answer sheet: by the readers alone, and with the sites' formats."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial
from multiprocessing import Pool
from typing import TypeVar

from eval.answers import answer
from eval.layouts import Group, groups
from eval.reading import MODES, film, opened
from eval.scoring import Counts, Verdict, averaged, score, total
from eval.settings import Settings
from eval.sheets import Sheet, sheets
from eval.tables import in_order, listed, table

T = TypeVar("T")
R = TypeVar("R")
PINNED = ("title", "year", "directors", "cast", "runtime_minutes")
"""The fields whose F1 is a figure of its own."""


@dataclass(frozen=True, slots=True)
class Judged:
    """The verdicts on one page in one mode."""

    sheet: Sheet
    group: Group
    verdicts: list[Verdict]


def film_pages(asked: Settings) -> list[Sheet]:
    """The sheets of pages that are about a film."""
    return [each for each in sheets(asked.answers, asked.corpus, asked.only) if each.kind != "other"]


def spread(work: Callable[[T], R], items: list[T], processes: int) -> list[R]:
    """What ``work`` gives for each item, in their order, by so many processes."""
    if processes < 2 or len(items) < 2:
        return [work(item) for item in items]
    with Pool(processes) as pool:
        return pool.map(work, items, chunksize=1)


def judged(mode: str, sheet: Sheet) -> list[Verdict]:
    """The verdicts on one page."""
    return score(sheet, answer(film(MODES[mode](opened(sheet.page)))))


def means(pages: Iterable[Judged]) -> dict[str, Counts]:
    """The averaged counts by field."""
    return averaged((each.group, each.verdicts) for each in pages)


def measure(mode: str, asked: Settings) -> tuple[dict[str, float], list[str]]:
    """The figures of a mode, over HTML pages under its name, over all pages under ``MODE/any``."""
    found = film_pages(asked)
    if not found:
        return {}, []
    group = groups(found)
    verdicts = spread(partial(judged, mode), found, asked.processes)
    pages = [Judged(sheet, group[sheet.id], each) for sheet, each in zip(found, verdicts, strict=True)]
    listed(mode, ((it.sheet.id, it.sheet.site, it.verdicts) for it in pages), asked)
    html = [each for each in pages if each.sheet.is_html]
    fields = in_order(means(html))
    table(f"{mode}: HTML pages", fields)
    table(f"{mode}: sites", by_site(pages))
    return figures(mode, fields) | {f"{mode}/any/F1": in_order(means(pages))["all fields"].f1}, []


def by_site(pages: list[Judged]) -> dict[str, Counts]:
    """All fields of each site's pages, then all sites."""
    sites = sorted({each.sheet.site for each in pages})
    rows = {site: total(means(each for each in pages if each.sheet.site == site).values()) for site in sites}
    return {**rows, "all sites": total(rows.values())}


def figures(mode: str, fields: dict[str, Counts]) -> dict[str, float]:
    """The figures that floors speak of."""
    whole = fields["all fields"]
    named = {f"{mode}/{field}": fields[field].f1 for field in PINNED if field in fields}
    several = [counts.f1 for field, counts in fields.items() if field != "all fields"]
    print(f"mean F1 of the fields {sum(several) / max(1, len(several)):.1%}")
    return {f"{mode}/F1": whole.f1, f"{mode}/precision": whole.precision, **named}
