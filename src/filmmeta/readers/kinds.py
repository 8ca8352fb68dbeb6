"""What kind of a fact a short text is: a year, a running time, a genre, a country."""

from __future__ import annotations

import re
from functools import lru_cache

from filmmeta import values
from filmmeta.values.folding import look_up, names
from filmmeta.values.genres import genre

YEAR, RUNTIME, GENRE, COUNTRY, CERTIFICATE, DATE, NEUTRAL, UNKNOWN, LABELLED = (
    "year", "runtimes", "genre", "countries", "certificates", "release_dates", "neutral", "unknown", "labelled",
)  # fmt: skip
LANGUAGE = "languages"
CLAIMED = frozenset({YEAR, RUNTIME, GENRE, COUNTRY, CERTIFICATE, DATE})

LONGEST_PART = 60
SHORTEST_NAME = 4  # characters of the name of a language; shorter ones are words, too
LONGEST_NOTE = 25  # characters beside a date
EDGES = " \t\xa0.,:;|/·•‧・–—-\u200b\u200e\u200f"
YEARS = re.compile(
    r"(?:18[89]|19\d|20[0-4])\d(?:\s?[-–—/]\s?(?:(?:18[89]|19\d|20[0-4])\d|\d\d|\?|…)?)?"
    r"\s?(?:г\.?|год|года|рік|р\.|r\.|年|年製作|年制作|年製作の映画|년|évi)?"
)
DATED = re.compile(r"(?:18[89]|19\d|20[0-4])\d")
UNIT = re.compile(r"\d\s?(?:[^\W\d_]|['′’´])")
MARKED = re.compile(
    r"PG-?13|NC-?17|TV-(?:MA|14|PG|G|Y7?)|FSK:?\s?(?:ab )?\d{1,2}|USK\s?\d{1,2}|K-?\d{1,2}|M/\d{1,2}|R-?1[5-8]\+?"
    r"|PG-?12|\d{1,2}\s?\+|\+\s?\d{1,2}|12A|IIB|III|[^\W\d_].{0,40}\b\d{1,2}\b.{0,30}|\d{1,2} anos"
)
WORDY = re.compile(r"[^\W\d_]{3,20} [^\d]{3,40}|[\u3040-\u9fff\uac00-\ud7a3]{3,12}")
RATED = frozenset({"G", "PG", "R"})  # certificates that are too short to stand alone
CODE = re.compile(r"[A-Z]{2,3}")
OWN = ("country_spellings.tsv", "country_codes.tsv", "countries.tsv", "regions.tsv")


@lru_cache(maxsize=4096)
def kind_of(text: str) -> str:
    """The kind of value that a whole text is; UNKNOWN when it is none."""
    bare = text.strip(EDGES)
    if len(bare) > 2 and bare[0] in "([（" and bare[-1] in ")]）":
        bare = bare[1:-1].strip(EDGES)
    if not bare or len(bare) > LONGEST_PART:
        return UNKNOWN
    if any(map(str.isdigit, bare)):
        return numbered(bare)
    return worded(bare)


def numbered(text: str) -> str:
    """The kind of a text with a figure in it."""
    if YEARS.fullmatch(text):
        return YEAR
    if is_runtime(text):
        return RUNTIME
    if MARKED.fullmatch(text) and is_certificate(text):
        return CERTIFICATE
    return DATE if DATED.search(text) and is_date(text) else UNKNOWN


def is_runtime(text: str) -> bool:
    if not UNIT.search(text):
        return False
    try:
        found = values.runtime(text)
        return found.note is None and found.minutes > 0
    except ValueError:
        return False


def is_certificate(text: str) -> bool:
    try:
        return len(values.certificates(text)) == 1
    except ValueError:
        return False


def is_date(text: str) -> bool:
    """Whether the text is one date, with its month, and a year that can be a film's."""
    try:
        found = values.releases(text)
    except ValueError:
        return False
    day, note = found[0].date, found[0].note or ""
    if len(note) > LONGEST_NOTE or any(map(str.isdigit, note)):
        return False
    return len(found) == 1 and day is not None and bool(day.year and day.year > 1880 and day.month)


def worded(text: str) -> str:
    """The kind of a text without figures."""
    if text in RATED:
        return CERTIFICATE
    try:
        return GENRE if genre(text) else UNKNOWN
    except ValueError:
        pass
    try:
        values.countries(text)
    except ValueError:
        return CERTIFICATE if WORDY.fullmatch(text) and is_certificate(text) else neutral(text)
    if len(text) <= 3 and not CODE.fullmatch(text) and text.isascii():
        return UNKNOWN
    try:
        values.language(text)
    except ValueError:
        return COUNTRY
    return COUNTRY if look_up(text, names(*OWN)) else NEUTRAL


def neutral(text: str) -> str:
    """NEUTRAL when the text is a language, a colour or a medium, as such lines have them."""
    for read in (values.language, values.colour):
        try:
            read(text)
        except ValueError:
            continue
        return NEUTRAL
    return NEUTRAL if look_up(text, names("title_media.tsv")) else UNKNOWN


def is_language(text: str) -> bool:
    """Whether a text is the name of a language, or of several, and no code."""
    if len(text) < SHORTEST_NAME and text.isascii():
        return False
    try:
        return bool(values.languages(text))
    except ValueError:
        return False
