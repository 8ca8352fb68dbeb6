"""Figures as tables, and what was read wrong as a list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from eval.scoring import Counts, Verdict, total
from eval.settings import Settings
from eval.sheets import FIELDS

SHOWN = 160  # characters of a value in a list


def table(heading: str, rows: Mapping[str, Counts]) -> None:
    """A line for each row: precision, recall, F1, and how many values are right, wrong and missing."""
    print(f"\n{heading:<28}{'P':>8}{'R':>8}{'F1':>8}{'right':>9}{'wrong':>8}{'missing':>8}")
    for name, it in rows.items():
        shares = "".join(f"{value:>8.1%}" for value in (it.precision, it.recall, it.f1))
        print(f"{name:<28}{shares}{it.right:>9.1f}{it.wrong:>8.1f}{it.missing:>8.1f}")


def in_order(fields: Mapping[str, Counts]) -> dict[str, Counts]:
    """The fields in the order of FIELDS, and all of them together."""
    rows = {field: fields[field] for field in FIELDS if field in fields}
    return {**rows, "all fields": total(rows.values())}


def listed(mode: str, verdicts: Iterable[tuple[str, str, list[Verdict]]], asked: Settings) -> None:
    """Page, field, and what is wrong or missing there: of the field or the site that is asked for.

    ``verdicts`` are those of a page, each with its id and its site.
    """
    if not asked.field and not asked.site:
        return
    for page, site, found in verdicts:
        for verdict in found:
            if asked.field in ("", verdict.field) and asked.site in ("", site):
                for what, values in (("missing", verdict.missing), ("wrong", verdict.wrong)):
                    for value in values:
                        print(f"{mode} {page} {verdict.field} {what}: {shown(value)}")


def shown(value: Any) -> str:
    """A value on one line, cut where it is long."""
    text = " ".join(value.split()) if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    return text if len(text) <= SHOWN else text[:SHOWN] + "…"
