"""A page of IMDb that is not about one title."""

from filmmeta.formats import Format
from filmmeta.readers import addresses

KINDS = {
    **dict.fromkeys(("find", "search"), "search"),
    **dict.fromkeys(("name", "user"), "person"),
    **dict.fromkeys(("chart", "list", "calendar", "genre", "keyword", "showtimes", "sections"), "film-list"),
    **dict.fromkeys(
        ("movies-in-theaters", "movies-coming-soon", "tvgrid", "user/ratings", "user/watchlist"), "film-list"
    ),
    "news": "news",
    "company": "company",
    **dict.fromkeys(("character", "event", "poll", "boards", "help"), "other"),
}

FORMAT = Format(
    film=lambda page: addresses.refusal(page, KINDS),
    hosts=("imdb.com",),
    looks=lambda page: addresses.kind(page, KINDS) != "",
)
