"""The claim paths of a film, each with what reads its text and the field that the value goes to."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from filmmeta.records.film_lists import (
    also_known,
    cast,
    certified,
    companies,
    company,
    named,
    one_credit,
    places,
    played,
    several,
    single,
    site,
)
from filmmeta.records.film_texts import (
    certificate_of,
    dated,
    day_first,
    heading,
    identified,
    media_type,
    number,
    paragraph,
    paragraphs,
    ran,
    rated,
    rater,
    release_of,
    released,
    sum_of,
    sums,
    tag,
    title_of,
    voted,
    votes_alone,
    year,
)
from filmmeta.records.rules import Rule, RuleBook, commas, line, one
from filmmeta.values.dates import date
from filmmeta.values.languages import language, languages
from filmmeta.values.numbers import count
from filmmeta.values.places import countries, country


def crew(job: str, *paths: str) -> dict[str, Rule]:
    """The two paths of a job: the plural for a text that may name several people, the singular for one."""
    plural, singular = paths
    return {
        plural: Rule("crew", several, "items", preset={"job": job}),
        singular: Rule("crew", single, "items", preset={"job": job}),
    }


JOBS = (
    ("director", "directors", "director"),
    ("creator", "creators", "creator"),
    ("writer", "writers", "writer"),
    ("story", "story", "story_writer"),
    ("producer", "producers", "producer"),
    ("composer", "composers", "composer"),
    ("cinematographer", "cinematographers", "cinematographer"),
    ("editor", "editors", "editor"),
    ("casting_director", "casting_directors", "casting_director"),
    ("production_designer", "production_designers", "production_designer"),
    ("costume_designer", "costume_designers", "costume_designer"),
    ("sound_designer", "sound", "sound_designer"),
    ("dubbing", "dubbing", "dubber"),
)
"""filmmeta's word for a job, and its paths: for a text that may name several people, and for one of one."""


def sums_of(kind: str) -> dict[str, Rule]:
    """The paths of a kind of sum."""
    return {
        kind: items("money", sums, kind=kind),
        f"{kind}/*/sum": items("money", sums, kind=kind),
        f"{kind}/*/of": Rule("money", sum_of, "each"),
    }


def ratings_of(kind: str, path: str) -> dict[str, Rule]:
    """The paths of the parts of a rating."""
    parts = {"value": number, "best": number, "worst": number, "votes": voted, "source": line}
    return {
        f"{path}/*/rated": items("ratings", rated, kind=kind),
        f"{path}/*/of": Rule("ratings", rater, "each"),
        **{f"{path}/*/{part}": Rule("ratings", read, "part", part, {"kind": kind}) for part, read in parts.items()},
    }


def items(field: str, read: Callable[[str], Any], **preset: Any) -> Rule:
    return Rule(field, read, "items", preset=preset)


RULES: dict[str, Rule] = {
    "title": Rule("title", line),
    "heading": Rule("", heading, "fields"),
    "original_title": Rule("original_title", line),
    "alternative_titles": items("alternative_titles", also_known),
    "alternative_titles/*/title": Rule("alternative_titles", line, "part", "title"),
    "alternative_titles/*/of": Rule("alternative_titles", title_of, "part"),
    "alternative_titles/*/country": Rule("alternative_titles", country, "part", "country"),
    "alternative_titles/*/language": Rule("alternative_titles", language, "part", "language"),
    "alternative_titles/*/note": Rule("alternative_titles", line, "part", "note"),
    "year": Rule("year", year),
    "media_type": Rule("media_type", media_type),
    "release_dates": items("release_dates", released),
    "release_dates/*/date": items("release_dates", released),
    "release_dates/*/day_first": items("release_dates", day_first),
    "release_dates/*/of": Rule("release_dates", release_of, "each"),
    "runtimes": items("runtimes", ran),
    "seasons": Rule("seasons", count),
    "episodes": Rule("episodes", count),
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
    **{path: rule for job, *paths in JOBS for path, rule in crew(job, *paths).items()},
    "companies": items("companies", companies, role="production"),
    "company": items("companies", company, role="production"),
    "companies/*/name": Rule("companies", line, "part", "name", {"role": "production"}),
    "companies/*/country": Rule("companies", country, "part", "country", {"role": "production"}),
    "distributors": items("companies", companies, role="distribution"),
    "distributor": items("companies", company, role="distribution"),
    "networks": items("companies", companies, role="broadcast"),
    "network": items("companies", company, role="broadcast"),
    **sums_of("budget"),
    **sums_of("opening_weekend"),
    **sums_of("gross"),
    **sums_of("rentals"),
    "admissions": Rule("admissions", count),
    "rating": items("ratings", rated, kind="user"),
    "votes": Rule("ratings", votes_alone, "every", "votes"),
    "critic_rating": items("ratings", rated, kind="critic"),
    **ratings_of("user", "ratings"),
    **ratings_of("critic", "critic_ratings"),
    "certificates": items("certificates", certified),
    "certificates/*/label": items("certificates", certified),
    "certificates/*/of": Rule("certificates", certificate_of, "each"),
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
    "page/language": Rule("page", tag, "inside", "language"),
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
# The lists that one voice of a page gives as a whole, and the part that tells their sub-lists apart.
OWNED = {
    "cast": "star",
    "crew": "job",
    "companies": "role",
    "genres": "",
    "keywords": "",
    "countries": "",
    "languages": "",
}
# Items that are alike stay apart where both say this part, and not the same: a sum in dollars and in roubles.
APART = {"money": "currency"}
FILM = RuleBook(RULES, IDENTITY, expected=("title",), owned=OWNED, apart=APART)
