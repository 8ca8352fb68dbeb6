"""The claim paths of a film, each with what reads its text and the field that the value goes to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from filmmeta.records.film_texts import (
    also_known,
    cast,
    certified,
    companies,
    company,
    dated,
    heading,
    identified,
    media_type,
    named,
    number,
    one_credit,
    paragraph,
    paragraphs,
    places,
    played,
    ran,
    rated,
    released,
    several,
    single,
    site,
    sums,
    year,
)
from filmmeta.records.rules import Rule, RuleBook, commas, line, one
from filmmeta.values.dates import date
from filmmeta.values.languages import languages
from filmmeta.values.numbers import count
from filmmeta.values.places import countries


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
