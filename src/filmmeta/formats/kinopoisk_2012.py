"""A film's page of Kinopoisk before 2021: a table of facts, and the box office in windows that open."""

from filmmeta.formats import Format
from filmmeta.readers import kinopoisk, signs, site
from filmmeta.readers.pieces import inferred, piece_rows, pieces
from filmmeta.readers.selected import selected
from filmmeta.readers.tallies import scores, sums

VALUE = kinopoisk.OLD_ROW
FACTS = {
    "original_title": "//div[@id='headerFilm']//span[@itemprop='alternativeHeadline']",
    "ids": "//link[@rel='canonical']/@href",
    "genre": VALUE.format("жанр") + "//a[contains(@href, 'genre')]",
    "cast/*/name": kinopoisk.OLD_CAST,
    "plot": "(//*[@itemprop='description'][normalize-space()])[1]",
    "certificates/age/label": VALUE.format("возраст") + "//span",
    "certificates/mpaa/label": VALUE.format("рейтинг MPAA") + "//img/@alt",
}
MEANT = {"certificates/mpaa/of": (VALUE.format("рейтинг MPAA") + "//img/@alt", "USA", "MPAA")}


FORMAT = Format(
    film=lambda page: site.film(
        page,
        selected(page, FACTS),
        pieces(page, {"taglines": (VALUE.format("слоган"), kinopoisk.TAGLINE)}),
        piece_rows(page, kinopoisk.OLD_RELEASES, kinopoisk.DATES),
        inferred(page, MEANT),
        sums(page, kinopoisk.OLD_SUMS),
        scores(page, kinopoisk.OLD_SCORES),
        dollar="USD",
        alone=("gross", "opening_weekend", "rating", "critic_rating"),
    ),
    reviews=site.reviews,
    hosts=("kinopoisk.ru",),
    looks=lambda page: signs.has(page, "id", "headerFilm"),
)
