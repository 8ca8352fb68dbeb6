"""A film's page of ČSFD since the end of 2020, with what users wrote about it."""

from filmmeta.formats import Format
from filmmeta.readers import csfd, signs, site
from filmmeta.readers.pieces import WHOLE, piece_rows, pieces
from filmmeta.readers.selected import selected

ORIGIN = "//div[@class='origin']"
NAMES = "//ul[@class='film-names']/li[img/@alt]"
CREDITED = "//div[contains(@class, 'creators')]/div" + csfd.CREDITED
FACTS = {
    "heading": "//header//h1",
    "year": f"({ORIGIN}/span[translate(., '0123456789', '') != string(.)])[1]",
    "cast/*/name": CREDITED.format("Hraj"),
    "creator": CREDITED.format("Tvůrc"),
    "certificates": "//div[@class='age-restriction']/p",
    "plot": "(//div[contains(@class, 'plot-full')])[1]",
}
PARTS = {
    **csfd.origin(ORIGIN),
    "original_title": (csfd.NAME.format(names=NAMES, origin=ORIGIN) + "/text()[normalize-space()][1]", WHOLE),
    "genres": ("//div[@class='genres']//text()", csfd.GENRE),
}
TITLES = {
    "alternative_titles/*/title": ("./text()[normalize-space()][1]", WHOLE),
    "alternative_titles/*/country": ("./img/@alt", WHOLE),
    "alternative_titles/*/note": ("./span[@class='info']", WHOLE),
}
RELEASES = csfd.premieres("./span[last()]", "./p | ./span/img/@alt")

FORMAT = Format(
    film=lambda page: site.film(
        page, selected(page, FACTS), pieces(page, PARTS), piece_rows(page, NAMES, TITLES),
        piece_rows(page, "//section[contains(@class, 'box-premieres')]//li", RELEASES),
    ),
    reviews=site.reviews,
    hosts=("csfd.cz", "csfd.sk"),
    looks=lambda page: signs.has(page, "class", "film-info-content"),
)  # fmt: skip
