"""kino.example: an invented site that shows how a format reads HTML by XPath."""

from filmmeta.formats import Format
from filmmeta.readers.selected import rows, selected

FACTS = {
    "heading": "//h1[@class='film-title']",
    "original_title": "//p[@class='original']/i",
    "plot": "//div[@id='plot']/p",
    "director": "//dd[@data-job='director']/a",
    "writer": "//dd[@data-job='writer']/a",
    "genre": "//ul[@class='genres']/li",
    "countries": "//dd[@data-fact='country']",
    "runtimes": "//dd[@data-fact='length']",
    "release_dates": "//dd[@data-fact='release']/time",
    "budget": "//dd[@data-fact='budget']",
    "rating": "//span[@class='score']",
    "images/*/url": "//img[@class='poster']/@src",
    "page/language": "/html/@lang",
}
CAST = {"cast/*/name": "./td[1]", "cast/*/roles": "./td[2]"}


FORMAT = Format(
    film=lambda page: (
        claim for part in (selected(page, FACTS), rows(page, "//table[@id='cast']//tr", CAST)) for claim in part
    ),
    hosts=("kino.example",),
)
