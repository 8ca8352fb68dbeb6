"""What a film page's texts become: the claim paths of a film, each with its grammar and its field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from filmmeta.records.rules import Rule, RuleBook, commas, line, one
from filmmeta.values.certificates import certificates
from filmmeta.values.dates import PartialDate, date, period, releases
from filmmeta.values.ids import film_id
from filmmeta.values.languages import languages
from filmmeta.values.money import moneys
from filmmeta.values.numbers import count
from filmmeta.values.people import credit, credits, people, person, roles
from filmmeta.values.places import countries, country, location
from filmmeta.values.prose import prose
from filmmeta.values.runtimes import runtimes
from filmmeta.values.scores import rating
from filmmeta.values.titles import title

Items = Iterable[dict[str, Any]]

SITE = re.compile(r"(?P<label>[^\[\]()]{1,200}?)\s{0,9}[\[(](?P<country>[^\[\]()]{2,60})[\])]")
MEDIA = {
    "film": "film", "movie": "film", "feature": "film", "short": "short", "tv movie": "tv_movie",
    "series": "series", "tvseries": "series", "episode": "episode", "tvepisode": "episode", "video": "video",
}  # fmt: skip


def dated(value: PartialDate) -> dict[str, Any]:
    """A partial date as the record has it."""
    year, month, day, approximate = value[:4]
    return {"date": value.date, "year": year, "month": month, "day": day, "approximate": approximate}


def year(text: str) -> int:
    """The year that a text gives, or in which the period that it gives began."""
    try:
        found = date(text).year
    except ValueError:
        found = period(text).start.year
    if found is None:
        raise ValueError("no year")
    return found


def heading(text: str) -> dict[str, Any]:
    """Title, year and medium of ``Paris (2008) (TV)``."""
    found = title(text)
    fields = {"title": found.title, "year": found.year, "media_type": found.medium}
    return {name: value for name, value in fields.items() if value is not None}


def number(text: str) -> float:
    """A number as JSON-LD or a microdata attribute has it: digits and a decimal point or comma."""
    return float(line(text).replace(",", "."))


def media_type(text: str) -> str:
    try:
        return MEDIA[line(text).casefold()]
    except KeyError:
        raise ValueError("no medium") from None


def released(text: str) -> Items:
    return [{"date": dated(it.date), "country": it.country, "type": it.type, "note": it.note} for it in releases(text)]


def ran(text: str) -> Items:
    return [{"minutes": it.minutes, "note": it.note, "country": it.country} for it in runtimes(text)]


def sums(text: str) -> Items:
    return [
        {
            "amount": it.amount,
            "currency": it.currency,
            "symbol": it.symbol,
            "territory": it.territory,
            "as_of": it.as_of and dated(it.as_of),
            "screens": it.screens,
            "estimated": it.estimated,
        }
        for it in moneys(text)
    ]


def rated(text: str) -> Items:
    it = rating(text)
    return [{"value": it.value, "best": it.best, "worst": it.worst, "votes": it.votes}]


def cast(text: str) -> Items:
    return [{"name": it.name, "roles": [*it.roles], "notes": [*it.notes]} for it in credits(text)]


def one_credit(text: str) -> Items:
    it = credit(text)
    return [{"name": it.name, "roles": [*it.roles], "notes": [*it.notes]}]


def played(text: str) -> dict[str, Any]:
    it = roles(text)
    return {"roles": [*it.roles], "notes": [*it.notes]}


def named(text: str) -> dict[str, Any]:
    it = person(text)
    return {"name": it.name, "notes": [*it.notes]} if it.notes else {"name": it.name}


def several(text: str) -> Items:
    return [{"name": it.name, "notes": [*it.notes]} if it.notes else {"name": it.name} for it in people(text)]


def single(text: str) -> Items:
    return [named(text)]


def companies(text: str) -> Items:
    return [{"name": name} for name in commas(text)]


def company(text: str) -> Items:
    return [{"name": line(text)}]


def places(text: str) -> Items:
    return [place(part) for part in re.split(r"[\n|]", text) if part.strip()]


def place(text: str) -> dict[str, Any]:
    it = location(text)
    return {"place": it.place, "country": it.country}


def site(text: str) -> Items:
    """``Mars Distribution [France]``: a label, and a country where the brackets hold one."""
    text = line(text)
    match = SITE.fullmatch(text)
    if match:
        try:
            return [{"label": match["label"], "country": country(match["country"])}]
        except ValueError:
            pass
    return [{"label": text}]


def certified(text: str) -> Items:
    return [{"label": it.label, "country": it.country, "reason": it.reason} for it in certificates(text)]


def also_known(text: str) -> Items:
    return [{"title": line(part)} for part in re.split(r"[\n|]", text) if part.strip()]


def identified(text: str) -> Items:
    it = film_id(text)
    return [{"scheme": it.scheme, "value": it.value}]


def paragraph(text: str) -> str:
    return prose(text).text


def paragraphs(text: str) -> list[str]:
    return [prose(text).text]


def crew(job: str, *paths: str) -> dict[str, Rule]:
    """The two paths of a job: the plural for a text that may name several people, the singular for one."""
    plural, singular = paths
    return {
        plural: Rule("crew", several, "items", preset={"job": job}),
        singular: Rule("crew", single, "items", preset={"job": job}),
    }


def items(field: str, read: Callable[[str], Any], **preset: Any) -> Rule:
    return Rule(field, read, "items", preset=preset)


RULES: dict[str, Rule] = {
    "title": Rule("title", line),
    "heading": Rule("", heading, "fields"),
    "original_title": Rule("original_title", line),
    "alternative_titles": items("alternative_titles", also_known),
    "year": Rule("year", year),
    "media_type": Rule("media_type", media_type),
    "release_dates": items("release_dates", released),
    "runtimes": items("runtimes", ran),
    "countries": items("countries", countries),
    "languages": items("languages", languages),
    "genres": items("genres", commas),
    "genre": items("genres", one),
    "keywords": items("keywords", commas),
    "keyword": items("keywords", one),
    "cast": items("cast", cast),
    "actor": items("cast", one_credit),
    "cast/*/name": Rule("cast", named, "part"),
    "cast/*/roles": Rule("cast", played, "part"),
    "stars": items("cast", several, star=True),
    "star": items("cast", single, star=True),
    **crew("director", "directors", "director"),
    **crew("writer", "writers", "writer"),
    **crew("producer", "producers", "producer"),
    **crew("composer", "composers", "composer"),
    **crew("cinematographer", "cinematographers", "cinematographer"),
    **crew("editor", "editors", "editor"),
    **crew("creator", "creators", "creator"),
    "companies": items("companies", companies, role="production"),
    "company": items("companies", company, role="production"),
    "distributors": items("companies", companies, role="distribution"),
    "budget": items("money", sums, kind="budget"),
    "opening_weekend": items("money", sums, kind="opening_weekend"),
    "gross": items("money", sums, kind="gross"),
    "admissions": Rule("admissions", count),
    "rating": items("ratings", rated, kind="user"),
    "ratings/*/value": Rule("ratings", number, "part", "value", {"kind": "user"}),
    "ratings/*/best": Rule("ratings", number, "part", "best", {"kind": "user"}),
    "ratings/*/worst": Rule("ratings", number, "part", "worst", {"kind": "user"}),
    "ratings/*/votes": Rule("ratings", count, "part", "votes", {"kind": "user"}),
    "critic_rating": items("ratings", rated, kind="critic"),
    "certificates": items("certificates", certified),
    "filming_locations": items("filming_locations", places),
    "official_sites": items("official_sites", site),
    "official_sites/*/label": Rule("official_sites", line, "part", "label"),
    "official_sites/*/url": Rule("official_sites", line, "part", "url"),
    "plot": Rule("plot", paragraph),
    "outline": Rule("outline", paragraph),
    "taglines": items("taglines", paragraphs),
    "goofs": items("goofs", paragraphs),
    "quotes": items("quotes", paragraphs),
    "trivia": items("trivia", paragraphs),
    "notes": items("notes", paragraphs),
    "awards": items("awards", paragraphs),
    "ids": items("ids", identified),
    "images/*/url": Rule("images", line, "part", "url"),
    "images/*/caption": Rule("images", line, "part", "caption"),
    "money/*/currency": Rule("money", line, "every", "currency"),
    "post/date": Rule("post", lambda text: dated(date(text)), "inside", "date"),
    "post/author": Rule("post", line, "inside", "author"),
    "post/comments": Rule("post", count, "inside", "comments"),
    "page/language": Rule("page", line, "inside", "language"),
}

# What makes two items of a list one and the same: nothing (each picture is one of its own) or these parts;
# of a list that is not named here, the whole item.
IDENTITY: dict[str, tuple[str, ...]] = {
    "cast": ("name",),
    "crew": ("name", "job"),
    "companies": ("name", "role"),
    "ratings": ("source", "kind"),
    "money": ("kind", "territory", "as_of"),
    "images": (),
}
FILM = RuleBook(RULES, IDENTITY, expected=("title",))
