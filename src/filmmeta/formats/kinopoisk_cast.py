"""The page of Kinopoisk that lists who made a film, each name in Russian and as in the credits."""

import re

from filmmeta.formats import Format
from filmmeta.readers import signs, site
from filmmeta.readers.pieces import WHOLE, piece_rows, pieces
from filmmeta.readers.selected import selected

JOBS = {"director": "director", "producer": "producer", "writer": "writer", "cinematographer": "operator",
        "composer": "composer", "production_designer": "design", "editor": "editor", "dubber": "voice"}  # fmt: skip
PERSON = "//div[contains(@class, 'dub')][preceding-sibling::a[@name][1]/@name='{}']"
NAME = "//div[@class='name']/a"
UNDER = "//div[@class='breadcrumbs__sub']"
FACTS = {
    "title": "//a[@class='breadcrumbs__link']",
    "ids": "//link[@rel='canonical']/@href",
    "layout/heading": "//h1",
    **{path: PERSON.format(anchor) + NAME for path, anchor in JOBS.items()},
}
HEADED = {
    "original_title": (UNDER, re.compile(r"^(.{1,400}),\s{0,9}(?:18|19|20)\d\d")),
    "year": (UNDER, re.compile(r"((?:18|19|20)\d\d)[^,]{0,40}$")),
}
CAST = {
    "cast/*/name": (".//div[@class='name']/a", WHOLE),
    "cast/*/roles": (".//div[@class='role']", re.compile(r"^(?:\.\.\.|…)?\s{0,9}(\S.{0,500})", re.DOTALL)),
}

FORMAT = Format(
    film=lambda page: site.film(
        page, selected(page, FACTS), pieces(page, HEADED), piece_rows(page, PERSON.format("actor"), CAST)
    ),
    hosts=("kinopoisk.ru",),
    looks=lambda page: signs.has(page, "name", "actor") and signs.has(page, "class", "breadcrumbs__sub"),
)
