"""The page of IMDb, from 2013 to 2023, that lists all who made a film, in tables under the names of departments."""

from filmmeta.formats import Format
from filmmeta.readers import signs, site
from filmmeta.readers.facts.fields import FIELDS, PEOPLE
from filmmeta.readers.imdb_2014 import CAST, CAST_ROWS, HEADING, TABLE
from filmmeta.readers.pieces import piece_rows
from filmmeta.readers.selected import selected

DEPARTMENTS = {
    "director": "Directed by",
    "writer": "Writing Credits",
    "producer": "Produced by",
    "composer": "Music by",
    "cinematographer": "Cinematography by",
    "editor": "Film Editing by",
    "casting_director": "Casting By",
    "production_designer": "Production Design by",
    "costume_designer": "Costume Design by",
}
FACTS = {
    "heading": HEADING,
    "layout/heading": "//h1",
    **{path: TABLE.format(name) + "//td[@class='name']" for path, name in DEPARTMENTS.items()},
    "sound_designer": TABLE.format("Sound Department")
    + "//tr[contains(normalize-space(td[3]), 'sound designer')]/td[@class='name']",
    "layout/credit": "//*[@id='fullcredits_content']//td[@class='name' or @class='credit']",
}

FORMAT = Format(
    film=lambda page: site.film(
        page,
        selected(page, FACTS),
        piece_rows(page, CAST_ROWS, CAST),
        alone=[field for field, (kind, *_) in FIELDS.items() if kind == PEOPLE],
    ),
    reviews=site.reviews,
    hosts=("imdb.com",),
    looks=lambda page: signs.has(page, "id", "fullcredits_content"),
)
