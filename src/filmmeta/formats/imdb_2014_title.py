"""A title page of IMDb from 2010 to 2016: an overview beside the poster, then blocks under small headings."""

from filmmeta.formats import Format
from filmmeta.readers import imdb_2014, signs, site
from filmmeta.readers.facts.fields import FIELDS, PEOPLE
from filmmeta.readers.imdb_2014 import JOB, RATED, STORY, SYMBOL, TOP
from filmmeta.readers.pieces import meant, piece_rows, pieces
from filmmeta.readers.selected import selected

FACTS = {
    "title": TOP + "/h1/*[@itemprop='name'][1]",
    "director": JOB.format("Director"),
    "creator": JOB.format("Creator"),
    "genre": TOP + "//*[@itemprop='genre'] | " + STORY + "//div[@itemprop='genre']/a",
    "certificates/*/label": SYMBOL + "/@content",
    "certificates/mpaa/label": RATED.format("Motion Picture Rating"),
    "layout/certificate": RATED.format("Certificate"),
    "layout/story": STORY + "//*[@itemprop='description']",
    "outline": TOP + "/p[@itemprop='description'][not(a[contains(@href, '/updates')])][" + STORY + "//p[em]]",
    "layout/invitation": "//*[@itemprop='description'][a[contains(@href, '/updates')]]",
}

CREW = [field for field, (kind, *_) in FIELDS.items() if kind == PEOPLE and field != "stars"]

FORMAT = Format(
    film=lambda page: site.film(
        page,
        selected(page, FACTS),
        meant(page, "certificates/*/of", SYMBOL + "/@class", imdb_2014.SYMBOL_COUNTRY),
        pieces(page, imdb_2014.HEADED),
        piece_rows(page, imdb_2014.CAST_ROWS, imdb_2014.CAST),
        alone=[*CREW, "alternative_titles"],
        strange=site.inside(page, imdb_2014.ELSEWHERE),
        dollar="USD",
    ),
    reviews=site.reviews,
    hosts=("imdb.com",),
    looks=lambda page: signs.has(page, "id", "overview-top"),
)
