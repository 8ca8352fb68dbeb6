"""Where Kinopoisk's pages print sums and scores: tables of its two layouts, and what only their data says."""

from __future__ import annotations

import re
from collections.abc import Iterator

from filmmeta.claim import Claim
from filmmeta.page import Page
from filmmeta.readers.json_paths import Spot
from filmmeta.readers.pieces import WHOLE, Parts
from filmmeta.readers.tallies import Score, Sum

DAY = re.compile(r"^(\d{1,2}\s[^\W\d]{3,9}\s\d{4}|[^\W\d]{3,9}\s\d{4}|\d{4})")
DIGITS = r"([$€£]?\s{0,9}\d{1,3}(?:\s\d{3}){0,6}(?:\s?руб\.)?)"
SUM = re.compile(DIGITS)
WORLD = re.compile(rf"(?:=|^)\s{{0,9}}{DIGITS}")
ABROAD = re.compile(rf"^\+\s{{0,9}}{DIGITS}")
"""``+ $487 100 000 = $675 120 017``: what the other countries gave, and what all did."""
VALUE = re.compile(r"(\d{1,2}(?:\.\d{1,3})?)(?!\d)")
PER_CENT = re.compile(r"^(\d{1,3})\s{0,9}%?$")
TOTAL = re.compile(r"=\s{0,99}(\d{1,3}(?:[  ]\d{3}){0,3})")
COUNT = re.compile(r"^(\d{1,3}(?:\s?\d{3}){0,4})(?!\S|\s{1,3}(?:тыс|млн|\d))")
BRACKET = re.compile(r"\(([\d\s]{1,15})\)")
IMDB = re.compile(r"(IMDb)")
TAGLINE = re.compile(r"^[«\"“](.{1,500})[»\"”]", re.DOTALL)
DISTRIBUTOR = re.compile(r"\d{4},\s{1,99}«([^»]{1,200})»")
CRITICS = re.compile(r"(Рейтинг кинокритиков)")

OLD_RELEASES = "//table[@class='info']//tr[contains(td[1], 'премьера') or contains(td[1], 'релиз')]"
WEEKEND = "//div[@id='div_{}_box']//dt[contains(., 'уик-энд')]/following-sibling::dd[1]/u"
OLD_CAST = "//*[@id='actorList']/h4[contains(., 'главных')]/following-sibling::ul[1]//a[contains(@href, '/name/')]"
OLD_ROW = "//table[@class='info']//tr[normalize-space(td[1])='{}']/td[2]"
OLD_SUMS = (
    Sum("gross", "USA", OLD_ROW.format("сборы в США"), SUM),
    Sum("gross", "world", OLD_ROW.format("сборы в мире"), WORLD),
    Sum("gross", "outside US", OLD_ROW.format("сборы в мире"), ABROAD),
    Sum("gross", "Россия", OLD_ROW.format("сборы в России"), SUM),
    Sum("gross", "Россия", "//div[@id='div_rus_box']//dt[1]/following-sibling::dd[1]/u", SUM),
    Sum("opening_weekend", "USA", WEEKEND.format("usa"), SUM),
    Sum("opening_weekend", "outside US", WEEKEND.format("world"), SUM),
    Sum("opening_weekend", "Россия", WEEKEND.format("rus"), SUM),
)
OLD_SCORES = (
    Score("ratings", "//div[@id='block_rating']", (".//*[@class='rating_ball']", WHOLE),
          (".//*[@class='ratingCount']", WHOLE), None, "10"),
    Score("ratings", "//div[@id='block_rating']//div[starts-with(normalize-space(), 'IMDb:')]", (".", VALUE),
          (".", BRACKET), (".", IMDB), "10"),
    Score("critic_ratings", "//div[contains(@class, 'criticsRating')]", (".//*[@class='num']", PER_CENT),
          (".//*[@class='sum']", TOTAL), (".//*[contains(@class, 'place')]", WHOLE), "100"),
    Score("critic_ratings", "//div[contains(@class, 'criticsRating')]", (".//*[@class='star']", VALUE),
          None, (".//*[@class='title']", CRITICS), "10"),
)  # fmt: skip

NEW_ROW = "//*[@data-test-id='encyclopedic-table']/div[normalize-space(div[1])='{}']/div[2]"
NEW_SUMS = (
    Sum("gross", "USA", NEW_ROW.format("Сборы в США"), SUM),
    Sum("gross", "world", NEW_ROW.format("Сборы в мире"), WORLD),
    Sum("gross", "outside US", NEW_ROW.format("Сборы в мире"), ABROAD),
    Sum("gross", "Россия", NEW_ROW.format("Сборы в России"), SUM),
)
FAR_RELEASES = (
    "//*[@data-test-id='encyclopedic-table']/div[starts-with(normalize-space(div[1]), 'Релиз')"
    " or contains(div[1], 'релиз') or normalize-space(div[1])='Премьера в мире']"
)
DATES: Parts = {
    "release_dates/*/date": ("./*[2]", DAY),
    "release_dates/*/of": ("./*[1]", WHOLE),
    "distributor": ("./*[2]", DISTRIBUTOR),
}
"""The parts of a row of releases, of both layouts."""
RUSSIAN = "//*[@data-test-id='encyclopedic-table']/div[starts-with(normalize-space(div[1]), 'Премьера в Рос')]/div[2]"
"""Behind ``Рос`` stands an s or the Cyrillic letter that looks like a c."""
RATED = ".//*[contains(@class, 'film-rating-value')]"
COUNTED = ".//*[contains(@class, 'styles_count')]"
SECTION = ".//*[contains(@class, 'valueSection')]"
SUB_RATING = "//div[contains(@class, 'film-sub-rating')]"
BARS = "//div[contains(@class, 'styles_ratingBar__')][h3]"
NEW_SCORES = (
    Score("ratings", "//div[contains(@class, 'styles_ratingContainer')]", (RATED, VALUE), (COUNTED, COUNT), None, "10"),
    Score("ratings", SUB_RATING, (SECTION, VALUE), (COUNTED, COUNT), (".", IMDB), "10"),
    Score("critic_ratings", BARS, (RATED, PER_CENT), (COUNTED + "/text()[1]", COUNT), ("./h3", WHOLE), "100"),
    Score("critic_ratings", BARS, (".//*[contains(@class, 'starValue')]", VALUE), None, ("./h3", CRITICS), "10"),
)


def exact_votes(page: Page) -> Iterator[Claim]:
    """The number of IMDb's votes, which a page of 2021 prints in thousands and its data in full."""
    for block in page.payload.get("next", ())[:1]:
        for data in Spot(block, "json:next").find("props/apolloState/data"):
            films = data.value if isinstance(data.value, dict) else {}
            for key in films:
                if key.partition(":")[0] in ("Film", "TvSeries") and key.partition(":")[2] in page.url.split("/"):
                    for votes in data.find(f"{key}/rating/imdb/count"):
                        yield Claim("ratings/1.0/votes", votes.text, votes.where)
