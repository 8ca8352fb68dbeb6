"""What each field's values look like on a page."""

from __future__ import annotations

PEOPLE, WORDS, CAST, SCALAR, PROSE = "people", "words", "cast", "scalar", "prose"

# The label's path → the kind of its values, the path of a text with several, the path of one.
FIELDS: dict[str, tuple[str, str, str]] = {
    "title": (SCALAR, "heading", "heading"),
    "original_title": (SCALAR, "original_title", "original_title"),
    "alternative_titles": (SCALAR, "alternative_titles", "alternative_titles"),
    "year": (SCALAR, "year", "year"),
    "directors": (PEOPLE, "directors", "director"),
    "creators": (PEOPLE, "creators", "creator"),
    "writers": (PEOPLE, "writers", "writer"),
    "story": (PEOPLE, "story", "story_writer"),
    "producers": (PEOPLE, "producers", "producer"),
    "composers": (PEOPLE, "composers", "composer"),
    "cinematographers": (PEOPLE, "cinematographers", "cinematographer"),
    "editors": (PEOPLE, "editors", "editor"),
    "casting_directors": (PEOPLE, "casting_directors", "casting_director"),
    "production_designers": (PEOPLE, "production_designers", "production_designer"),
    "costume_designers": (PEOPLE, "costume_designers", "costume_designer"),
    "sound": (PEOPLE, "sound", "sound_designer"),
    "cast": (CAST, "cast", "actor"),
    "stars": (PEOPLE, "stars", "star"),
    "dubbing": (PEOPLE, "dubbing", "dubber"),
    "genres": (WORDS, "genres", "genre"),
    "keywords": (WORDS, "keywords", "keyword"),
    "countries": (WORDS, "countries", "countries"),
    "languages": (WORDS, "languages", "languages"),
    "release_dates": (SCALAR, "release_dates", "release_dates"),
    "runtimes": (SCALAR, "runtimes", "runtimes"),
    "certificates": (SCALAR, "certificates", "certificates"),
    "budget": (SCALAR, "budget", "budget"),
    "gross": (SCALAR, "gross", "gross"),
    "opening_weekend": (SCALAR, "opening_weekend", "opening_weekend"),
    "admissions": (SCALAR, "admissions", "admissions"),
    "rating": (SCALAR, "rating", "rating"),
    "critic_rating": (SCALAR, "critic_rating", "critic_rating"),
    "votes": (SCALAR, "votes", "votes"),
    "companies": (WORDS, "companies", "company"),
    "distributors": (WORDS, "distributors", "distributor"),
    "network": (WORDS, "networks", "network"),
    "filming_locations": (SCALAR, "filming_locations", "filming_locations"),
    "official_sites": (WORDS, "official_sites", "official_sites"),
    "seasons": (SCALAR, "seasons", "seasons"),
    "episodes": (SCALAR, "episodes", "episodes"),
    "ids": (SCALAR, "ids", "ids"),
    "awards": (PROSE, "awards", "awards"),
    "taglines": (PROSE, "taglines", "taglines"),
    "goofs": (PROSE, "goofs", "goofs"),
    "quotes": (PROSE, "quotes", "quotes"),
    "trivia": (PROSE, "trivia", "trivia"),
    "plot": (PROSE, "plot", "plot"),
    "outline": (PROSE, "outline", "outline"),
}
ORDER = {path: number for number, path in enumerate(FIELDS)}
"""The order in which claims come, so that it does not hang on the order of a page's rows."""
