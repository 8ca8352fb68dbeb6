"""A film's page of Kinopoisk since 2020: rows of facts under generated class names."""

from filmmeta.formats import Format
from filmmeta.readers import kinopoisk, signs, site
from filmmeta.readers.pieces import inferred, piece_rows, pieces
from filmmeta.readers.selected import selected
from filmmeta.readers.tallies import scores, sums

VALUE = kinopoisk.NEW_ROW
MPAA = VALUE.format("Рейтинг MPAA") + "//a/span[1]"
FACTS = {
    "original_title": "//*[contains(@class, 'styles_originalTitle')]",
    "ids": "//link[@rel='canonical']/@href",
    "genre": VALUE.format("Жанр") + "//a[not(contains(@class, 'keywords'))]",
    "plot": "(//p[contains(@class, 'styles_paragraph')])[1]/..",
    "certificates/age/label": VALUE.format("Возраст") + "//span",
    "certificates/mpaa/label": MPAA,
    "cast/*/name": "//h3[contains(., 'главных')]/following-sibling::ul[1]//a[contains(@href, '/name/')]",
}
PARTS = {
    "release_dates/ru/date": (kinopoisk.RUSSIAN, kinopoisk.DAY),
    "distributor": (kinopoisk.RUSSIAN, kinopoisk.DISTRIBUTOR),
    "taglines": (VALUE.format("Слоган"), kinopoisk.TAGLINE),
}
MEANT = {"release_dates/ru/of": (kinopoisk.RUSSIAN, "Россия", "row"), "certificates/mpaa/of": (MPAA, "USA", "MPAA")}

FORMAT = Format(
    film=lambda page: site.film(
        page,
        selected(page, FACTS),
        pieces(page, PARTS),
        piece_rows(page, kinopoisk.FAR_RELEASES, kinopoisk.DATES),
        inferred(page, MEANT),
        sums(page, kinopoisk.NEW_SUMS), kinopoisk.exact_votes(page),
        scores(page, kinopoisk.NEW_SCORES),
        dollar="USD", alone=("gross", "rating", "critic_rating"),
    ),
    reviews=site.reviews, hosts=("kinopoisk.ru",),
    looks=lambda page: signs.has(page, "data-test-id", "encyclopedic-table"),
)  # fmt: skip
