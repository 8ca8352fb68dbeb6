"""A record in the neutral form of the answer sheets."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from eval.sheets import MONEY
from filmmeta.records.common import PartialDate
from filmmeta.records.film import CastMember, Film, Money

JOBS = {
    "directors": "director",
    "writers": "writer",
    "producers": "producer",
    "composers": "composer",
    "cinematographers": "cinematographer",
    "editors": "editor",
    "creators": "creator",
}
TERRITORIES = {"foreign": "outside US", "domestic": "US"}
SERIAL = ("series", "episode")


def answer(film: Film | None) -> dict[str, list[Any]]:
    """The values of each field as a sheet would print them, each once; no film has none."""
    if film is None:
        return {}
    found = {field: read(film) for field, read in READ.items()}
    found |= {field: [it.name for it in film.crew if it.job == job] for field, job in JOBS.items()}
    return {field: unlike(values) for field, values in found.items()}


def unlike(values: Iterable[Any]) -> list[Any]:
    """The values without repetitions."""
    found: list[Any] = []
    for value in values:
        if value not in found:
            found.append(value)
    return found


def given(*values: Any) -> list[Any]:
    return [value for value in values if value is not None]


def day(date: PartialDate | None) -> str | None:
    """``YYYY[-MM[-DD]]``, as far as it is known."""
    if date is None or date.year is None:
        return None
    parts = [f"{date.year:04}"]
    if date.month is not None:
        parts.append(f"{date.month:02}")
        if date.day is not None:
            parts.append(f"{date.day:02}")
    return "-".join(parts)


def sum_of_money(it: Money) -> dict[str, Any]:
    where = TERRITORIES.get(it.territory or "", it.territory)
    return {"kind": it.kind, "amount": it.amount, "currency": it.currency, "as_of": day(it.as_of), "where": where}


def members(film: Film) -> list[Any]:
    """The cast, a person who stands there several times once, with all the roles."""
    found: dict[str, list[str]] = {}
    for member in film.cast:
        found.setdefault(member.name, []).extend(member.roles)
    return [{"name": name, "roles": roles} for name, roles in found.items()]


def played(film: Film) -> list[Any]:
    def roles(member: CastMember) -> list[dict[str, str]]:
        return [{"name": member.name, "role": role} for role in member.roles]

    return [each for member in film.cast for each in roles(member)]


def ratings(film: Film) -> list[Any]:
    return [it.model_dump(include={"source", "kind", "value", "best", "votes"}) for it in film.ratings]


def companies(film: Film) -> list[Any]:
    """The names of those who made it: a company whose role is another is not what the sheets list."""
    return [it.name for it in film.companies if it.role in (None, "production")]


READ: dict[str, Callable[[Film], list[Any]]] = {
    "title": lambda film: given(film.title),
    "original_title": lambda film: given(film.original_title),
    "year": lambda film: given(film.year),
    "runtime_minutes": lambda film: [it.minutes for it in film.runtimes[:1]],
    "plot_starts": lambda film: given(film.outline, film.plot),
    "series": lambda film: [film.media_type] if film.media_type in SERIAL else [],
    "cast": members,
    "cast_roles": played,
    "genres": lambda film: film.genres,
    "countries": lambda film: film.countries,
    "languages": lambda film: [tag.partition("-")[0] for tag in film.languages],
    "release_dates": lambda film: [{"date": day(it.date), "country": it.country} for it in film.release_dates],
    "certificates": lambda film: [{"label": it.label, "country": it.country} for it in film.certificates],
    "ratings": ratings,
    "rating_votes": lambda film: [it for it in ratings(film) if it["votes"] is not None],
    "money": lambda film: [sum_of_money(it) for it in film.money if it.kind in MONEY],
    "filming_locations": lambda film: [it.place for it in film.filming_locations],
    "companies": companies,
    "akas": lambda film: [{"title": it.title, "country": it.country} for it in film.alternative_titles],
    "ids": lambda film: [{"scheme": it.scheme, "value": it.value} for it in film.ids],
}
