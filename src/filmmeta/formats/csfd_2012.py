"""A film's page of ČSFD before 2021, with what users wrote about it."""

from filmmeta.formats import Format
from filmmeta.readers import csfd, signs, site
from filmmeta.readers.pieces import piece_rows, pieces
from filmmeta.readers.selected import rows, selected

ORIGIN = "//p[@class='origin']"
NAMES = "//ul[@class='names']/li[img/@alt]"
CREDITED = "//div[@class='creators']//div" + csfd.CREDITED
FACTS = {
    "heading": "//div[@id='profile']//h1",
    "year": f"{ORIGIN}/span[@itemprop='dateCreated']",
    "original_title": csfd.NAME.format(names=NAMES, origin=ORIGIN) + "/h3",
    "cast/*/name": CREDITED.format("Hraj"),
    "creator": CREDITED.format("Tvůrc"),
    "genres": "//p[@class='genre']",
    "plot": "(//div[@id='plots']//li)[1]",
    "certificates": "//div[@id='releases']//p[@class='classification']",
}
PARTS = {**csfd.origin(ORIGIN), "ids": ("(//img[contains(@class, 'permanent-link')])[1]/@title", csfd.ADDRESS)}
TITLES = {
    "alternative_titles/*/title": "./h3",
    "alternative_titles/*/country": "./img/@alt",
    "alternative_titles/*/note": "./span[@class='name-source']",
}
RELEASES = csfd.premieres("./td", "./th | ./th/img/@alt")

FORMAT = Format(
    film=lambda page: site.film(
        page,
        selected(page, FACTS),
        pieces(page, PARTS),
        rows(page, NAMES, TITLES),
        piece_rows(page, "//div[@id='releases']//tr[td]", RELEASES),
    ),
    reviews=site.reviews,
    looks=lambda page: "img.csfd.cz/" in page.text and signs.has(page, "id", "pg-web-film"),
)
