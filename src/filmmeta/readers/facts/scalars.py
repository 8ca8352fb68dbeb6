"""Values that stand alone: dates, sums, scores, running times, titles."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from filmmeta import values as grammars
from filmmeta.claim import Claim, Problem
from filmmeta.readers.facts import ratings
from filmmeta.readers.facts.beside import is_made
from filmmeta.readers.facts.entries import Entry
from filmmeta.readers.facts.fields import FIELDS, PEOPLE
from filmmeta.readers.facts.lists import is_headed, unreferenced
from filmmeta.readers.facts.slices import Slice, titles
from filmmeta.readers.facts.tables import table
from filmmeta.readers.lexicon import is_phrase
from filmmeta.values.titles import is_medium

Read = Iterator[Claim | Problem]

PLACES = "filming_locations"
MANY = frozenset(
    "release_dates runtimes certificates budget gross opening_weekend alternative_titles filming_locations ids".split()
)
"""Fields whose value may go on in further lines."""
PARTED = {"budget": "sum", "gross": "sum", "opening_weekend": "sum", "release_dates": "date"}
"""Fields of which the label says something, too: a country, a territory, a kind of release."""
MADE = re.compile(r"\s[(（](?:([^\W\d][^()（）\d]{0,40}?)[\s,;/]{1,3})?((?:18[89]|19\d|20[0-4])\d)[)）]$")
"""Where and when a film was made, in brackets behind its original title."""


def medium(text: str) -> str:
    """The text, where it is a word for a kind of work."""
    if not is_medium(text):
        raise ValueError(f"no kind of work: {text[:40]!r}")
    return text


READS: dict[str, Callable[[str], Any]] = {
    "release_dates": grammars.releases,
    "runtimes": grammars.runtimes,
    "certificates": grammars.certificates,
    "budget": grammars.moneys,
    "gross": grammars.moneys,
    "opening_weekend": grammars.moneys,
    "admissions": grammars.count,
    "votes": grammars.votes,
    "rating": grammars.rating,
    "critic_rating": grammars.rating,
    "year": grammars.period,
    "ids": grammars.film_id,
    "colour": grammars.colour,
    "countries": grammars.countries,
    "languages": grammars.languages,
    "episodes": grammars.count,
    "seasons": grammars.count,
    "media_type": medium,
}

SMALL = re.compile(r"[^\W\d_]{1,30}(?:[\s,(]{1,3}[a-zà-þа-яёії][^\W\d_]{0,30}){0,6}\)?")
"""What kind of translation a film has, which is told where others name those who speak it."""
YEAR = re.compile(r"(?:18[89]|19\d|20[0-4])\d")
COMPANY = re.compile(
    r"\b(?:films?|filmproduktion|filmverleih|filmes|pictures|productions?|produktion|producciones|produções|produzioni"
    r"|cinema|cinéma|cine|studios?|entertainment|media|gmbh|s\.?r\.?l|s\.?p\.?a|s\.?a|ltd|inc|llc|corp|k\.?k|ag|a/s|ab|oy|as"
    r"|z o\.o)\b|фильм|кино|студия|映画|電影|电影|影业|影業|필름|픽쳐스|スタジオ|制作|株式会社",
    re.IGNORECASE,
)
"""What the name of a company has and that of a person has not."""


def is_place(text: str) -> bool:
    """Whether a text can be a place, and says not how a film looks (``Filmed in: Color``)."""
    return not reads("colour", text)


def reads(path: str, text: str) -> bool:
    """Whether the field's grammar reads the text; True where the field has none."""
    if FIELDS.get(path, ("",))[0] == PEOPLE:
        return not text or any(map(str.isalpha, text))
    try:
        return path not in READS or bool(READS[path](text) or True)
    except ValueError as error:
        return hasattr(error, "readings")


def lines(entry: Entry, path: str) -> list[Slice]:
    """The slices that are the field's values: the first, and further ones where the field may have several."""
    found: list[Slice] = []
    for value in entry.values:
        part = value.trimmed()
        if not part or is_phrase(part.text, "more") or is_phrase(part.text, "edit"):
            continue
        if found and part.segment.start >= 0 and (is_headed(part.text) or "©" in part.text):
            break
        if found and (
            path not in MANY or ((part.segment.start >= 0 or path == "certificates") and not reads(path, part.text))
        ):
            break
        found.append(part)
    return found


def scalar(entry: Entry, path: str) -> Read:
    """The claims of a value that stands alone, or of several of its kind."""
    told: Iterable[Claim | Problem] | None = table(path, entry.values, entry.number)
    if told is None and path in ratings.KINDS:
        told = ratings.rating(entry.values, entry.label, path, entry.number)
    if told is not None:
        yield from told
        return
    for number, value in enumerate(joined(path, lines(entry, path))):
        for part in unreferenced(value):
            if path in PARTED:
                yield part.claim(f"{path}/{entry.number}.{number}/{PARTED[path]}")
                yield entry.label.claim(f"{path}/{entry.number}.{number}/of")
            elif path == "title":
                first, *others = titles(part)
                yield first.claim("heading")
                yield from (other.claim("alternative_titles") for other in others)
            elif path == "original_title" and (made := MADE.search(part.text)):
                yield from originally(part, made)
            elif not is_phrase(part.text, "unknown"):
                yield (with_board(entry.label, part) if path == "certificates" else part).claim(path)
            break


def originally(value: Slice, made: re.Match[str]) -> Read:
    """An original title, and the country and the year that stand in brackets behind it."""
    yield value._replace(end=value.start + made.start()).claim("original_title")
    yield value._replace(start=value.start + made.start(2), end=value.start + made.end(2)).claim("year")
    if made[1] and reads("countries", made[1]):
        yield value._replace(start=value.start + made.start(1), end=value.start + made.end(1)).claim("countries")


def with_board(label: Slice, value: Slice) -> Slice:
    """A certificate with the label before it, where that names a board and so a country: ``MPAA Rating - R``."""
    both = value._replace(start=label.start)
    if label.segment is not value.segment or " " in value.text or label.text.casefold() == label.text:
        return value
    try:
        alone, told = grammars.certificates(value.text), grammars.certificates(both.text)
    except ValueError:
        return value
    return both if len(told) == 1 and told[0].country and not alone[0].country else value


def joined(path: str, found: Sequence[Slice]) -> Sequence[Slice]:
    """The slices, those of one line that the grammar reads only together put together."""
    if len(found) < 2 or found[0].segment is not found[-1].segment or reads(path, found[0].text):
        return found
    return [found[0]._replace(end=found[-1].end)]


def chosen(entry: Entry) -> str:
    """The path of an entry: the first of its label's whose grammar reads the value."""
    text = next((part.text for value in entry.values if (part := value.trimmed())), "")
    if entry.paths[0] == "producers" and (found := produced_by(text)):
        return found
    if entry.paths[0] == "companies" and is_made(text):
        return "countries"
    if entry.paths[0] == "dubbing" and len(entry.paths) == 1 and SMALL.fullmatch(text):
        return "translation"
    if len(entry.paths) == 1:
        return entry.paths[0]
    if entry.paths[0] == "cast" and "distributors" in entry.paths and is_company(text):
        return "distributors"
    if entry.paths[0] in ratings.KINDS and ratings.rating(entry.values, entry.label, entry.paths[0], 0):
        return entry.paths[0]
    told = (path for path in entry.paths if reads(path, text) and (path != PLACES or is_place(text)))
    return next(told, entry.paths[0])


def is_company(text: str) -> bool:
    """Whether a text is the name of a company: of one word, or with a word that only companies have."""
    name = text.strip(" .")
    return bool(name) and len(re.split(r"[,;/|·•\n]", name)) == 1 and (" " not in name or bool(COMPANY.search(name)))


def produced_by(text: str) -> str:
    """What a value below a label of production is when it names no people: countries, or companies."""
    if YEAR.fullmatch(text.strip()):
        return "year"
    if reads("countries", text) or is_made(text):
        return "countries"
    names = [name for name in re.split(r"[,;/|·•\n]", text) if name.strip()]
    return "companies" if names and all(COMPANY.search(name) for name in names) else ""
