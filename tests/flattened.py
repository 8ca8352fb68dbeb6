"""What a page says otherwise when its markup is lost: the values of its text that the page's own record denies."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eval.flattened import contradictions as scalar_contradictions
from eval.flattening import WAYS
from eval.folding import squeeze

from conftest import Case
from filmmeta.kernel import AnyRecord, records
from filmmeta.page import Page
from filmmeta.records.film import Film


def told(it: Film) -> dict[str, set[Any]]:
    """The values of each list of a film, as they are compared; people by their job, sums by their kind;
    ratings to one decimal, for scripts know more of them than a page shows.
    """
    values: dict[str, set[Any]] = {
        "countries": set(it.countries),
        "languages": set(it.languages),
        "genres": set(map(squeeze, it.genres)),
        "cast": {squeeze(each.name) for each in it.cast},
        "certificates": {squeeze(each.label) for each in it.certificates},
        "release_dates": {each.date.date for each in it.release_dates if each.date and each.date.date},
        "ratings": {round(each.value, 1) for each in it.ratings},
    }
    for member in it.crew:
        values.setdefault(f"crew {member.job}", set()).add(squeeze(member.name))
    for company in it.companies:
        values.setdefault(f"companies {company.role}", set()).add(squeeze(company.name))
    for money in it.money:
        values.setdefault(f"money {money.kind}", set()).add(money.amount)
    return values


def differing(page: list[AnyRecord], text: list[AnyRecord]) -> Iterator[tuple[str, str]]:
    """Each field in which the records of a page's text contradict the page's own, and how."""
    kinds = {record.kind for record in page}
    for kind in dict.fromkeys(record.kind for record in text if record.kind not in {*kinds, "reject"}):
        yield "kind", f"{kind} in the text of {sorted(kinds)}"
    one, other = ([record for record in found if isinstance(record, Film)] for found in (page, text))
    if not one or not other:
        return
    for field, first, second in scalar_contradictions(one[0], other[0])[1]:
        yield field, f"{first!r} on the page, {second!r} in its text"
    whole, flat = told(one[0]), told(other[0])
    for field, values in whole.items():
        if values and (strange := flat.get(field, set()) - values):
            yield field, f"{sorted(map(str, strange))} in the text only, on the page {sorted(map(str, values))}"


def flattened(case: Case, way: str) -> dict[str, str]:
    """The fields in which the page, flattened in this way, contradicts itself."""
    page = case.page()
    text = records(Page(WAYS[way](page.text), name=f"{case.file.stem}.txt"))
    return dict(differing(records(page), text))
