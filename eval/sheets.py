"""Answer sheets: what a page is known to say, and what of it a record must, may and must not say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

LISTS = (
    "directors", "writers", "producers", "composers", "cinematographers", "editors", "creators", "cast", "genres",
    "countries", "languages", "release_dates", "certificates", "ratings", "filming_locations", "companies", "akas",
)  # fmt: skip
SINGLE = ("title", "original_title", "year", "runtime_minutes", "plot_starts")
SCHEMES = ("imdb", "kinopoisk", "csfd", "tmdb", "eidr", "wikidata")
COMPARED = {"release_dates": ("date", "country"), "certificates": ("label", "country"), "akas": ("title", "country")}
MONEY = ("budget", "opening_weekend", "gross")
FIELDS = (*SINGLE, "series", *LISTS, "cast_roles", "rating_votes", "money", "ids")
"""What is measured: the keys of the sheets, and three of our own that look into them: the ``cast_roles`` that
go with a name, the ``rating_votes`` that go with a value, and ``series``, the kind of page."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page's sheet; ``site`` is the folder of its file, ``page`` the path of its file."""

    id: str
    site: str
    page: Path
    lang: str
    kind: str
    film: Mapping[str, Any]
    absent: frozenset[str]
    optional: bool
    note: str = ""

    @property
    def is_html(self) -> bool:
        """Whether the page is one for people to look at, rather than a payload or a file of data."""
        return self.page.suffix.lower() in (".html", ".htm", ".xhtml")


@dataclass(frozen=True, slots=True)
class Demand:
    """What a sheet says of one field.

    ``demanded`` must be there, ``allowed`` may be; anything else is wrong. Of a ``single`` field one right
    value is enough; in an ``open_ended`` list what follows the listed ones is not known.
    """

    demanded: tuple[Any, ...]
    allowed: tuple[Any, ...] = ()
    single: bool = False
    open_ended: bool = False


def sheets(answers: Path, corpus: Path, only: str = "") -> list[Sheet]:
    """The sheets of a folder whose id contains ``only``, in the order of their ids."""
    found = [sheet(json.loads(file.read_text("utf-8")), corpus) for file in sorted(answers.glob("*.json"))]
    return [each for each in found if only in each.id]


def sheet(told: Mapping[str, Any], corpus: Path) -> Sheet:
    """The sheet that a JSON file holds."""
    return Sheet(
        told["id"],
        Path(told["file"]).parent.name,
        corpus / told["file"],
        told.get("lang") or "",
        told["kind"],
        {key: value for key, value in (told.get("film") or {}).items() if value is not None},
        frozenset(told.get("absent") or ()),
        bool(told.get("optional")),
        told.get("note") or "",
    )


def demands(sheet: Sheet) -> Iterator[tuple[str, Demand]]:
    """Every field that the sheet checks, with what it says of it."""
    film, absent = sheet.film, sheet.absent
    for key in (*SINGLE, *LISTS):
        if key in film or key in absent:
            given = film.get(key, ())
            values = tuple(given) if isinstance(given, list | tuple) else (given,)
            yield key, Demand(unlike(key, values), also_right(key, film), key in SINGLE, is_open(key, film))
    if "cast" in film or "cast" in absent:
        yield "cast_roles", Demand(played(film.get("cast", ())), played(film.get("cast_other", ())))
    if "ratings" in film:
        yield "rating_votes", Demand(tuple(each for each in film["ratings"] if each.get("votes") is not None))
    if "money" in film or absent & {"money", *MONEY}:
        yield "money", Demand(tuple(film.get("money", ())))
    if "ids" in film or "ids" in absent:
        given = {scheme: value for scheme, value in film.get("ids", {}).items() if value is not None}
        yield "ids", Demand(tuple({"scheme": scheme, "value": str(value)} for scheme, value in given.items()))
    yield "series", Demand(("series",) if sheet.kind == "series" else (), (), True)


def unlike(key: str, values: tuple[Any, ...]) -> tuple[Any, ...]:
    """The values without those that differ in a remark alone, such as a disc and a tape of one day."""
    parts = COMPARED.get(key)
    if not parts:
        return values
    return tuple({tuple(value.get(part) for part in parts): value for value in reversed(values)}.values())[::-1]


def also_right(key: str, film: Mapping[str, Any]) -> tuple[Any, ...]:
    """What the page gives for a key in another place; a film's own titles are never wrong among its others."""
    further = film.get(f"{key}_other") or ()
    values = tuple(further) if isinstance(further, list | tuple) else (further,)
    if key != "akas":
        return values
    own = [film.get("title"), film.get("original_title"), *film.get("title_other", ())]
    return values + tuple({"title": title, "country": None} for title in own if title)


def is_open(key: str, film: Mapping[str, Any]) -> bool:
    """Whether a list holds only the first ones of the page's."""
    return key == "cast" and key in film and not film.get("cast_complete")


def played(members: Any) -> tuple[Any, ...]:
    """The roles of cast members, each with the names of who plays it."""
    return tuple({**member, "role": role} for member in members for role in member.get("roles") or ())


def checked(sheet: Sheet, field: str, got: list[Any]) -> list[Any]:
    """Those values of a record's field that the sheet says anything about."""
    if field == "money" and "money" not in sheet.film and "money" not in sheet.absent:
        return [each for each in got if each["kind"] in sheet.absent]
    if field == "ids":
        return [each for each in got if each["scheme"] in SCHEMES]
    return got
