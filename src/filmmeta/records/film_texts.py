"""What a film page's texts are read as: the grammars' values in the shape that the record's fields have."""

from __future__ import annotations

from math import isfinite
from typing import Any

from filmmeta.records.film_lists import Items
from filmmeta.records.rules import line
from filmmeta.values.dates import PartialDate, Release, date, period, releases
from filmmeta.values.dates.kinds_of_release import circumstance
from filmmeta.values.ids import film_id
from filmmeta.values.money import moneys
from filmmeta.values.money.remarks import remarks
from filmmeta.values.places import country
from filmmeta.values.prose import prose
from filmmeta.values.runtimes import runtimes
from filmmeta.values.scores import rating, votes
from filmmeta.values.titles import title

RATERS = frozenset(
    "imdb metacritic metascore tomatometer letterboxd tmdb themoviedb allociné filmweb kinopoisk кинопоиск douban 豆瓣"
    " csfd čsfd filmaffinity trakt".split()
) | {"rotten tomatoes"}
"""Sites whose name in a label says whose rating it is."""

MEDIA = {
    "film": "film", "movie": "film", "feature": "film", "short": "short", "tv movie": "tv_movie",
    "series": "series", "tvseries": "series", "episode": "episode", "tvepisode": "episode", "video": "video",
}  # fmt: skip


def dated(value: PartialDate) -> dict[str, Any]:
    """A partial date as the record has it."""
    year, month, day, approximate = value[:4]
    return {"date": value.date, "year": year, "month": month, "day": day, "approximate": approximate}


def year(text: str) -> int:
    """The year that a text gives, or in which the period that it gives began."""
    try:
        found = date(text).year
    except ValueError:
        found = period(text).start.year
    if found is None:
        raise ValueError("no year")
    return found


def heading(text: str) -> dict[str, Any]:
    """Title, year and medium of ``Paris (2008) (TV)``."""
    found = title(text)
    fields = {"title": found.title, "year": found.year, "media_type": found.medium}
    return {name: value for name, value in fields.items() if value is not None}


def number(text: str) -> float:
    """A number as JSON-LD or a microdata attribute has it: digits and a decimal point or comma."""
    value = float(line(text).replace(",", "."))
    if not isfinite(value):
        raise ValueError("no number")
    return value


def media_type(text: str) -> str:
    try:
        return MEDIA[line(text).casefold()]
    except KeyError:
        raise ValueError("no medium") from None


def released(text: str) -> Items:
    return [listed(it) for it in releases(text)]


def listed(it: Release) -> dict[str, Any]:
    return {"date": dated(it.date), "country": it.country, "type": it.type, "note": it.note}


def day_first(text: str) -> Items:
    """Releases of a site that writes the day before the month."""
    return [listed(it) for it in releases(text, order="dmy")]


def ran(text: str) -> Items:
    return [it._asdict() for it in runtimes(text)]


def sums(text: str) -> Items:
    return [
        {
            "amount": it.amount,
            "currency": it.currency,
            "symbol": it.symbol,
            "territory": it.territory,
            "as_of": it.as_of and dated(it.as_of),
            "screens": it.screens,
            "estimated": it.estimated,
            "upto": it.upto,
            "note": it.note,
        }
        for it in moneys(text)
    ]


def release_of(text: str) -> dict[str, Any]:
    """What a label or a remark says of a release: where, and how."""
    it = circumstance(text.strip(" :"))
    found = {"country": it.countries[0] if len(it.countries) == 1 else None, "type": it.type}
    return {part: value for part, value in found.items() if value}


def tag(text: str) -> str:
    """A language tag as an attribute has it: ``cs``, ``en_US``."""
    parts = line(text).replace("_", "-").split("-")
    if not all(part.isalnum() and part.isascii() and 1 < len(part) < 9 for part in parts) or len(parts[0]) > 3:
        raise ValueError("no language tag")
    return "-".join([parts[0].lower(), *parts[1:]])


def title_of(text: str) -> dict[str, Any]:
    """What stands beside a title: its country, a remark in brackets."""
    head, bracket, rest = line(text).partition("(")
    try:
        found = {"country": country(head.strip())}
    except ValueError:
        return {"note": line(text)}
    return {**found, "note": (bracket + rest).strip()} if rest else found


def sum_of(text: str) -> dict[str, Any]:
    """What a label or a remark says of a sum: its territory."""
    words = text.strip(" :()").split()
    for size in range(min(len(words), 4)):
        said = remarks(" ".join(words[-size:] if size else words).strip("()")).territory
        if said:
            return {"territory": said}
    return {}


def rater(text: str) -> dict[str, Any]:
    """Whose rating a label says that it is, where it names a site."""
    name = text.strip(" :")
    return {"source": name} if name.casefold() in RATERS else {}


def certificate_of(text: str) -> dict[str, Any]:
    """The country that stands beside a certificate."""
    try:
        return {"country": country(text.strip(" :"))}
    except ValueError:
        return {}


def voted(text: str) -> int:
    """A number of votes: plain digits, or as people write them."""
    return int(text) if text.isdecimal() and len(text) < 16 else votes(text)


def votes_alone(text: str) -> int:
    """The votes of all ratings that do not say theirs; ValueError when the text gives a score, too."""
    return voted(text)


def rated(text: str) -> Items:
    it = rating(text)
    return [{"value": it.value, "best": it.best, "worst": it.worst, "votes": it.votes}]


def identified(text: str) -> Items:
    it = film_id(text)
    return [{"scheme": it.scheme, "value": it.value}]


def paragraph(text: str) -> str:
    return prose(text).text


def paragraphs(text: str) -> list[str]:
    return [prose(text).text]
