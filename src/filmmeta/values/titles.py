"""A film's title, with the year and the kind of work that stand in brackets behind it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from filmmeta.values.absence import is_absent
from filmmeta.values.folding import fold, rows
from filmmeta.values.patterns import regex
from filmmeta.values.places.countries import countries

CARRIER = "carrier"
LIMIT = 500
"""The longest title, in characters."""

_YEAR = regex(
    r"(?<!\d)((?:18[789]|19\d|20\d)\d)(?:/[IVXL]{1,6})?(年|г\.?|р\.?)?"
    r"(?:\s?[-–—]\s?(?:(?:18|19|20)\d\d|\d\d|\?{2,4}|present|heute|\.{3})?)?(?!\d)",
    re.I,
)
_PLAIN = regex(r"([^\W_](?:[\w,'’!?&.]| (?![ :-])|[:-]){0,80}) \(((?:18[789]|19[0-9]|20[0-9])[0-9])\)")
_UNKNOWN = regex(r"\?{2,4}(?:/[IVXL]{1,6})?|[IVXL]{1,6}|\d{1,2}")
_EPISODE = regex(r"\{([^{}]{0,200})\}$")
_SITE = regex(
    r"\s(?:[-–—|•·]|::|//)\s(?:IMDb(?:Pro)?|The Movie Database(?: \(TMDB\))?|TMDB|Letterboxd|Rotten Tomatoes"
    r"|Metacritic|Wikipedia|Wikipédia|Wikidata|AlloCin[eé]|SensCritique|Filmweb|FilmAffinity|MUBI|ČSFD\.(?:cz|sk)|Kinobox\.cz"
    r"|FDb\.cz|Filmstarts(?:\.de)?|Moviepilot(?:\.de)?|OFDb|MyMovies(?:\.it)?|MovieMeter(?:\.nl)?|КиноПоиск"
    r"|Box Office Mojo|AllMovie|Roger Ebert|Trakt(?:\.tv)?|JustWatch|Douban|豆瓣|映画\.com|Filmarks)\b.{0,80}$",
    re.I,
)
_CUT = regex(
    r"[)\]）](\s(?:[-–—|•·]|::|»)\s.{0,200}"
    r"|\s(?:(?:VHS|DVD|BD|HD|BR|SAT|TV|WEB|HDTV|IPTV)-?Rip|BDRemux|DVD-?[59]|Blu-?ray|WEB-?DL|(?:480|720|1080)[pi])"
    r"\b.{0,80}"
    r"|,?\s(?:by|de|di|do|von|van|av|af|d[’']|directed by|réalisé par|dirigida por|regia di)\s?[^\W\d_a-z].{0,80})$"
)
_CATALOGUE = regex(
    r"\s\[(?:videorecording|electronic resource|motion picture|video|videocassette|film|enregistrement vidéo"
    r"|dvd(?:[ -]video)?|blu-ray(?: disc)?|videodisc|vhs"
    r"|images animées|grabación de vídeo|bildtonträger|filmmaterial|videoupptagning|видеозапись)\].{0,400}$",
    re.I,
)
"""What a library prints behind a title: the medium and who is responsible."""
_KIND = regex(r"\s[-–—|]\s([^-–—|()]{2,40}?)(?:\s(?:18[89]|19\d|20\d)\d)?$")
_QUOTES = {'"': '"', "“": "”", "«": "»", "„": "“", "「": "」", "『": "』", "《": "》", "”": "”", "‹": "›"}
_OPEN = {")": "(", "]": "[", "）": "（", "】": "【", "〕": "〔"}


class Title(NamedTuple):
    """A title as printed, the year behind it, and film, short, tv_movie, series, episode or video if said."""

    title: str
    year: int | None = None
    medium: str | None = None


@cache
def _media() -> dict[str, str]:
    found: dict[str, str] = {}
    for medium, words in rows("title_media.tsv"):
        for word in words.split("|"):
            found.setdefault(fold(word), medium)
    return found


def is_medium(text: str) -> bool:
    """Whether a text is a word for a kind of work: ``film``, ``TV series``."""
    return fold(text) in _media()


def _bracket(text: str) -> tuple[int | None, str | None] | None:
    """What a bracket says of year and medium; None when it says anything else, and so is of the title."""
    year = None
    if match := _YEAR.search(text):
        year = int(match[1])
        text = f"{text[: match.start()]} {text[match.end() :]}"
    elif _UNKNOWN.fullmatch(text.strip()):
        return (None, None) if not text.strip().isdigit() else None
    rest = fold(text)
    if not rest:
        return year, None
    medium = _media().get(rest)
    if medium is None and year and _is_country(text):
        return year, None
    return (year, _said(medium)) if medium else None


def _said(medium: str) -> str | None:
    """What kind of work a word tells; nothing where it only says what the film is sold on."""
    return None if medium == CARRIER else medium


def _is_country(text: str) -> bool:
    """Whether what stands beside a year in brackets is where the film was made: ``(Italien 1976)``."""
    try:
        return bool(countries(text.strip(" ,;/|·-–—")))
    except ValueError:
        return False


def _unquoted(title: str) -> str:
    """The title without the quotation marks around all of it."""
    opener = title[:1]
    closer = _QUOTES.get(opener)
    if closer and len(title) > 2 and title[-1] in (closer, "”" if opener == "„" else closer):
        inner = title[1:-1]
        if opener not in inner and closer not in inner:
            return inner.strip()
    return title


def title(text: str) -> Title:
    """A title with its year and medium; articles stay where they stand (``Boot, Das``).

    Only brackets behind the title say a year or a medium, so ``Blade Runner 2049`` has none; the name of
    the site behind it is left out. Raises ValueError when nothing is left, or for a video game.

    >>> title("Paris (2008) (TV)")
    Title(title='Paris', year=2008, medium='tv_movie')
    """
    if match := _PLAIN.fullmatch(text):
        return Title(match[1], int(match[2]))
    name = " ".join(text[: LIMIT + 1].split())
    if len(text) > LIMIT or not any(map(str.isalnum, name)) or is_absent(name):
        raise ValueError(f"no title: {text[:40]!r}")
    name = _CATALOGUE.sub("", _SITE.sub("", name))
    if (cut := _CUT.search(name)) and _YEAR.search(name[: cut.start()][-40:]):
        name = name[: cut.start(1)]
    year: int | None = None
    medium: str | None = None
    if (kind := _KIND.search(name)) and is_medium(kind[1]):
        name, medium = name[: kind.start()], _said(_media()[fold(kind[1])])  # the year there is a release's as often
    if episode := _EPISODE.search(name):
        name, medium = name[: episode.start()].rstrip(), "episode"
    while name and name[-1] in _OPEN and (at := name.rfind(_OPEN[name[-1]])) >= 0:
        inside = name[at + 1 : -1]
        said = (None, "video") if inside == "V" and not year else _bracket(inside)
        if said is None or (said[0] and year):
            break
        year, medium = said[0] or year, medium or said[1]
        name = name[:at].rstrip()
    name = _unquoted(name.strip(" \u200e\u200f"))
    if medium == "game" or not any(map(str.isalnum, name)) or ("»" in name and "«" not in name):
        raise ValueError(f"no title: {text[:40]!r}")
    return Title(name, year, medium)
