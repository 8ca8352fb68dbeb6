"""The film in the data that a page's scripts carry (Next.js, Apollo, Nuxt and others), or that the page is."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from filmmeta.claim import Claim, Problem
from filmmeta.page import Page
from filmmeta.readers.data_film import data_film, problems
from filmmeta.readers.json_films import NAMES, Data
from filmmeta.readers.json_paths import Spot

Read = Iterator[Claim | Problem]
PEOPLE = {"director": "directors", "writer": "writers", "producer": "producers", "composer": "composers",
          "cinematographer": "cinematographers", "editor": "editors", "creator": "creators"}  # fmt: skip
PLURAL = {**PEOPLE, "genre": "genres", "keyword": "keywords", "company": "companies", "distributor": "distributors"}
JOBS = {"director": "director", "writer": "writer", "screenplay": "writer", "screenwriter": "writer",
        "producer": "producer", "executive producer": "producer", "composer": "composer",
        "original music composer": "composer", "music": "composer", "director of photography": "cinematographer",
        "cinematographer": "cinematographer", "cinematography": "cinematographer", "editor": "editor",
        "creator": "creator"}  # fmt: skip
MEDIA = ("movie", "film", "feature", "short", "series", "tvseries", "episode", "tvepisode")
ROLES = ("character", "role", "characterName", "character_name", "roleName", "charName", "as", "characters", "roles")
PERSON = ("person", "actor", "name", "node", *NAMES)
SCORES = ("value", "average", "score", "ratingValue", "aggregateRating", "averageRating", "vote_average", "rating")
VOTES = ("votes", "voteCount", "vote_count", "ratingCount", "numVotes", "votesCount", "count", "total")
BESTS = ("best", "bestRating", "max", "outOf", "scale")
NUMBER = re.compile(r"-?\d{1,15}(?:\.\d{1,20})?")
IMDB = re.compile(r"tt\d{5,10}")


def film(page: Page) -> Read:
    """The claims of the film that the page's title names, or that its data tells most of; none of a list of films."""
    yield from page.once(problems)
    found = page.once(data_film)
    if found:
        yield from claims(found.data, found.facts)


def claims(data: Data, facts: dict[str, Spot]) -> Read:
    for word, spot in facts.items():
        if word in SPECIAL:
            yield from SPECIAL[word](data, spot)
        else:
            yield from plain(data, word, spot)
    if "year" not in facts and "release_dates" in facts:
        for date in [*data.texts(facts["release_dates"])][:1]:
            yield Claim("year", date.text, date.where)


def plain(data: Data, word: str, spot: Spot) -> Read:
    """A claim for each text; a text alone may name several things, one of a list names one."""
    for told in data.texts(spot):
        path = PLURAL.get(word, word) if told.where == spot.where else word
        yield Claim(path, told.text, told.where)
        if word in ("title", "original_title", "year", "plot", "outline"):
            return


def cast(data: Data, spot: Spot) -> Read:
    if spot.text:
        yield Claim("cast", spot.text, spot.where)
        return
    number = 0
    for item in data.items(spot):
        name = data.named(item, PERSON)
        if name:
            yield Claim(f"cast/{number}/name", name.text, name.where)
            role = data.named(item, ROLES) if not item.text else None
            if role and role.where != name.where:
                yield Claim(f"cast/{number}/roles", role.text, role.where)
            number += 1


def crew(data: Data, spot: Spot) -> Read:
    for item in data.items(spot):
        name, job = data.named(item, PERSON), data.named(item, ("job", "role", "position"))
        if name and job and job.text.casefold() in JOBS:
            yield Claim(JOBS[job.text.casefold()], name.text, name.where)


def rating(data: Data, spot: Spot) -> Read:
    """A number, a text with its scale, or an object of value, votes and scale."""
    if spot.text:
        yield Claim("ratings/0/value" if NUMBER.fullmatch(spot.text) else "rating", spot.text, spot.where)
        return
    for part, names in (("value", SCORES), ("best", BESTS), ("votes", VOTES)):
        found = data.named(spot, names) if isinstance(spot.value, dict) else None
        if found and NUMBER.fullmatch(found.text):
            yield Claim(f"ratings/0/{part}", found.text, found.where)
        elif part == "value":
            return


def votes(data: Data, spot: Spot) -> Read:
    for told in data.texts(spot):
        yield Claim("ratings/0/votes", told.text, told.where)


def critics(data: Data, spot: Spot) -> Read:
    found = data.named(spot, SCORES)
    if found:
        yield Claim("critic_ratings/1/value", found.text, found.where)
        yield Claim("critic_ratings/1/best", "100", "inferred:metascore")


def sums(kind: str) -> Callable[[Data, Spot], Read]:
    def read(data: Data, spot: Spot) -> Read:
        moulds = ("{amount} {currency}", "{value} {currency}", "{amount} {currencyCode}", "{value} {currencyCode}")
        told = next((found for mould in moulds for found in spot.find(mould)), data.named(spot, ("amount", "value")))
        if told:
            yield Claim(f"{kind}/0/sum", told.text, told.where)

    return read


def images(data: Data, spot: Spot) -> Read:
    for number, told in enumerate(data.texts(spot)):
        if told.text.startswith(("http", "//")):
            yield Claim(f"images/{number}/url", told.text, told.where)


def identifier(data: Data, spot: Spot) -> Read:
    if IMDB.fullmatch(spot.text):
        yield Claim("ids", spot.text, spot.where)


def media(data: Data, spot: Spot) -> Read:
    if spot.text.casefold() in MEDIA:
        yield Claim("media_type", spot.text, spot.where)


SPECIAL: dict[str, Callable[[Data, Spot], Read]] = {
    "cast": cast,
    "crew": crew,
    "rating": rating,
    "ratings": lambda data, spot: rating(data, spot) if isinstance(spot.value, dict) else iter(()),
    "votes": votes,
    "critic": critics,
    "budget": sums("budget"),
    "gross": sums("gross"),
    "images": images,
    "imdb": identifier,
    "media": media,
}
"""What keys say that is more than texts under a path."""
