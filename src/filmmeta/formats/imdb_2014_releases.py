"""The page of IMDb, from 2013 to 2022, that lists a film's releases and its titles in other countries."""

from filmmeta.formats import Format
from filmmeta.readers import signs, site
from filmmeta.readers.imdb_2014 import HEADING, TITLES
from filmmeta.readers.pieces import piece_rows
from filmmeta.readers.selected import rows, selected

FACTS = {
    "heading": HEADING,
    "original_title": "//table[@id='akas']//tr[td[1][normalize-space()='(original title)']][1]/td[2]",
    "layout/heading": "//h1",
}
RELEASES = {"release_dates/*/date": "./td[2]", "release_dates/*/of": "./td[1] | ./td[3]"}

FORMAT = Format(
    film=lambda page: site.film(
        page,
        selected(page, FACTS),
        rows(page, "//table[@id='release_dates']//tr[td[2]]", RELEASES),
        piece_rows(page, "//table[@id='akas']//tr[td[2]]", TITLES),
    ),
    reviews=site.reviews,
    hosts=("imdb.com",),
    looks=lambda page: signs.has(page, "id", "releaseinfo_content"),
)
