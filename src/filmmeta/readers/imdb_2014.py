"""Where IMDb's pages of 2010 to 2016 print what: its title page, and the cast table that others share with it."""

from __future__ import annotations

import re

from filmmeta.readers.pieces import WHOLE, Parts

TOP = "//td[@id='overview-top']"
JOB = TOP + "//div[starts-with(normalize-space(h4), '{}')]//*[@itemprop='name']"
SYMBOL = TOP + "//*[@itemprop='contentRating'][@content]"
SYMBOL_COUNTRY = re.compile(r"^([a-z]{2})_\w+")
"""The class of a certificate's symbol: ``gb_15``, ``us_tv_ma``."""
STORY = "//div[@id='titleStoryLine']"
RATED = STORY + "//div[starts-with(normalize-space(h4), '{}')]/*[@itemprop='contentRating']"
KNOWN_AS = re.compile(r"^Also Known As:\s{0,9}(.{1,400}?)(?:\s{1,9}See more\b|$)")
HEADED: Parts = {
    "original_title": (
        TOP + "/h1/*[@class='title-extra']",
        re.compile(r"^[\"“](.{1,400})[\"”] \(original title"),
    ),
    "year": (TOP + "/h1/*[@class='nobr']", re.compile(r"((?:18|19|20)\d\d)")),
    "writers": (
        TOP + "//div[starts-with(normalize-space(h4), 'Writer')]",
        re.compile(r"^Writers?:\s{0,99}([^|]{1,2000})"),
    ),
    "alternative_titles": ("//*[@id='titleDetails']/div[starts-with(normalize-space(h4), 'Also Known As')]", KNOWN_AS),
    "plot": (STORY + "//p[em]", re.compile(r"^(.{1,5000}?)\s{1,99}Written by\b", re.DOTALL)),
}
ELSEWHERE = (
    "//*[@id='soundtracks' or @id='titleTVSeries' or @id='maindetails_sidebar_bottom' or @id='titleRecs'"
    " or @id='prometer_container'] | //*[@class='star-box-rating-widget'] | //*[@itemprop='review']"
)
"""What is about other films, other seasons, other people's opinions."""

HEADING = "//*[@itemprop='name'][ancestor::div[@class='parent' or @class='subpage_title_block']][1]"
"""The title above the tables of a sub-page, whose main heading says what the tables are."""
TABLE = "//*[@id='fullcredits_content']/h4[contains(normalize-space(), '{}')]/following-sibling::table[1]"
CAST_ROWS = "//table[@class='cast_list']//tr[td[@class='character']]"
CAST: Parts = {
    "cast/*/name": ("./td[not(@class='primary_photo')]/a[contains(@href, '/name/')]", WHOLE),
    "cast/*/roles": ("./td[@class='character']", re.compile(r"^(.{1,500}?)(?= \d{1,5} episodes?\b|$)")),
}
"""The parts of a row of the cast; how many episodes it was counts only in brackets."""
TITLES: Parts = {
    "alternative_titles/*/title": ("./td[2]", WHOLE),
    "alternative_titles/*/country": ("./td[1]", re.compile(r"^([^()]{2,80})(?<!\s)")),
    "alternative_titles/*/note": ("./td[1]", re.compile(r"(\(.{1,300})")),
}
"""The parts of a row of titles: ``Switzerland (DVD title) (German title)``, and the title."""
