"""A page of Kinopoisk that is not about one film, or about its trailers, stills and the like alone."""

from filmmeta.formats import Format
from filmmeta.readers import addresses, signs

KINDS = {
    **dict.fromkeys(("name", "user"), "person"),
    **dict.fromkeys(("lists", "top", "afisha", "premiere", "comingsoon", "box", "navigator", "/like"), "film-list"),
    **dict.fromkeys(("index.php", "s"), "search"),
    **dict.fromkeys(("media", "news", "article", "interview"), "news"),
    **dict.fromkeys(("company", "cinema"), "company"),
    **dict.fromkeys(("games", "awards", "/video", "/stills", "/posters", "/wall"), "other"),
    "showcaptcha": "blocked",
}

FORMAT = Format(
    film=lambda page: addresses.refusal(page, KINDS),
    hosts=("kinopoisk.ru",),
    looks=lambda page: addresses.kind(page, KINDS) != "" and not signs.has(page, "id", "headerFilm"),
)
