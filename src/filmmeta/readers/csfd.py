"""Where ČSFD's pages print premieres, origin and genres: what its layouts have in common."""

from __future__ import annotations

import re

from filmmeta.readers.pieces import WHOLE, Parts

DAY = re.compile(r"^(\d[\d. ]{2,11}\d)(?!\d)")
DISTRIBUTOR = re.compile(r"^\d[\d. ]{2,11}\d\s{1,99}(\S.{1,200})", re.DOTALL)
"""``07.08.2019 Magic Box``: the day, and who brought the film out."""
LENGTH = re.compile(r"(\d{1,3} ?[hm].{0,200})", re.DOTALL)
BEFORE_COMMA = re.compile(r"([^,]{1,500})")
ADDRESS = re.compile(r"(https?://\S{1,200})")
GENRE = re.compile(r"([^\s/,](?:.{0,500}[^\s/,])?)")
CREDITED = "[starts-with(normalize-space(h4), '{}')]//a[contains(@href, '/tvurce/') or contains(@href, '/tvorca/')]"
"""Behind an element with headed lists: whom the list under a heading names, and not the links that open it."""
NAME = "({names}[contains({origin}, img/@alt)])[1]"
"""Of the titles with flags the first under the flag of a country that the film is from: its original title."""


def origin(xpath: str) -> Parts:
    """The parts of the line ``USA / Kanada, 2018, 159 min``, which an XPath points to."""
    return {
        "countries": (f"{xpath}/text()[1]", BEFORE_COMMA),
        "runtimes": (f"{xpath}/text()[contains(., 'min') or contains(normalize-space(), ' h')]", LENGTH),
    }


def premieres(date: str, of: str) -> Parts:
    """The parts of a row of premieres: date and distributor in one element, flag and occasion beside it."""
    return {
        "release_dates/*/day_first": (date, DAY),
        "release_dates/*/of": (of, WHOLE),
        "distributor": (date, DISTRIBUTOR),
    }
