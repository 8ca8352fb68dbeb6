"""Release dates, one or several, each with its country and what is said of it."""

from __future__ import annotations

from typing import NamedTuple

from filmmeta.values.dates.calendar import PartialDate
from filmmeta.values.dates.commonest import commonest
from filmmeta.values.dates.kinds_of_release import circumstance, type_of
from filmmeta.values.dates.numerals import date_order
from filmmeta.values.dates.persian import persian
from filmmeta.values.dates.reading import date
from filmmeta.values.dates.scan import Scan, plain, scan
from filmmeta.values.dates.seasons import season
from filmmeta.values.dates.shapes import (
    DAILY,
    MONTHLY,
    WHOLE,
    Found,
    find,
    is_approximate,
    is_range,
    outside_brackets,
)
from filmmeta.values.patterns import regex

LIST_LIMIT = 8_000
"""The longest list of releases, in characters."""
MOST = 400
"""The most numbers in it: a hundred releases have three hundred at most."""
MOST_TOKENS = 1_200
"""The most words, numbers and marks in it."""

_ONE = regex(r"([^()\[\]\n;|]{4,40}) (\([^()0-9?]{1,60}\)(?: \([^()0-9?]{1,60}\)){0,3})")
_NAMED = regex(r"[0-9]{1,2} [^\W\d_]{3,14} [0-9]{4}|[^\W\d_]{3,14} [0-9]{1,2}, [0-9]{4}")
_PARTING = regex(r"[()\[\]]|[\n;|•·]|\s/\s")
_NUMBER = regex(r"\d")
_NUMBERS = regex(r"\d+")
_TOKENS = regex(r"\w+|[^\w\s]")
_DIGIT = regex("[0-9]")
_OPENING = regex(r"[(\[]")
_BRACKETED = regex(r"\([^()]*+\)")
_ROUND = regex(r"[(\[][^()\[\]]*+[)\]]")
_OTHER_NUMBERS = regex(r"[DNJZKIx~-]")
_LABEL = regex(r"(?:^|[\t\n,;)])\s{0,8}+([^\t\n,;():]{1,40}:)\s*+$")
_AND = regex(r"^\s*+(?:and|et|und|y|e|i|og|och|en|и|&)\s")


class Release(NamedTuple):
    """A release: its date, country (ISO 3166), type (see ``type_of``) and note as printed."""

    date: PartialDate
    country: str | None = None
    type: str | None = None
    note: str | None = None


def releases(text: str, *, language: str = "", order: str = "") -> tuple[Release, ...]:
    """Every dated release of a text, in its order; one for each country that a date is given for.

    ``language`` and ``order`` are as in ``date``; a date of digits is also decided by the others of the
    list. Raises ValueError when there is no date or something with digits cannot be read, AmbiguousDate as
    ``date``.

    >>> releases("20 February 2008 (France) (premiere)")[0][1:]
    ('FR', 'premiere', 'premiere')
    >>> [(r.date.year, r.country) for r in releases("1989 (UK) (video premiere); 2003 (USA)")]
    [(1989, 'GB'), (2003, 'US')]
    """
    if len(text) > LIST_LIMIT:
        raise ValueError("too long for a list of releases")
    if _NAMED.fullmatch(text) and (day := commonest(text, language, order)):
        return (Release(day),)
    noted = _ONE.fullmatch(text)
    if day := persian(noted.group(1) if noted else text, language):
        return tuple(_releases(day, noted.group(2) if noted else ""))
    text = plain(text)
    decided = order or date_order([text], language=language)
    if (one := _ONE.fullmatch(text)) and (day := commonest(one.group(1), language, decided)):
        return tuple(_releases(day, one.group(2)))
    if not 0 < len(_NUMBERS.findall(text)) <= MOST or len(_TOKENS.findall(text)) > MOST_TOKENS:
        raise ValueError("no number, or more than a list of releases has")
    found: list[Release] = []
    for item in _items(text):
        found += _item(item, language, decided)
    if not found:
        raise ValueError(f"no release: {text[:40]!r}")
    return tuple(found)


def _items(text: str) -> list[str]:
    """The parts between separators outside brackets; what has no number goes with what has."""
    cuts, depth = [0], 0
    for match in _PARTING.finditer(text):
        if match.group() in "([":
            depth += 1
        elif match.group() in ")]":
            depth = max(0, depth - 1)
        elif not depth:
            cuts += match.span()
    cuts.append(len(text))
    parts = [p for a, b in zip(cuts[::2], cuts[1::2], strict=True) if (p := text[a:b].strip())]
    items: list[str] = []
    waiting = ""
    heads = bool(parts) and not _NUMBER.search(parts[0])
    for part in parts:
        if _NUMBER.search(_ROUND.sub("", part)) or (_NUMBER.search(part) and not items):
            items.append(f"{waiting}\t{part}" if waiting else part)
            waiting = ""
        elif items and (part[0] in "([" or not heads):
            items[-1] += f"\t{part}"
        else:
            waiting = f"{waiting}\t{part}" if waiting else part
    return items


def _item(item: str, language: str, order: str) -> list[Release]:
    """The releases of one part of a list."""
    seen = scan(item, language)
    dates = _dates(seen, order)
    if not dates:
        return _yearly(item, seen, language, order)
    if any(is_range(seen, f.start, f.end) for f in dates) or _left_over(seen, dates):
        raise ValueError("a range of dates")
    made: list[Release] = []
    for one, around in zip(dates, _surroundings(seen, dates), strict=True):
        day = one.date._replace(approximate=is_approximate(seen, one.start, one.end))
        made += _releases(day, around)
    return made


def _dates(seen: Scan, order: str) -> list[Found]:
    """The dates outside brackets with at least a month, or else those inside."""
    whole = find(seen, WHOLE, order)
    taken = {i for f in whole for i in range(f.start, f.end)}
    monthly = [f for f in find(seen, MONTHLY, order) if f.start not in taken and f.end - 1 not in taken]
    found = sorted(whole + monthly, key=lambda f: f.start)
    return outside_brackets(seen, found) or found


def _left_over(seen: Scan, dates: list[Found]) -> bool:
    rest = list(seen.kinds)
    for one in dates:
        rest[one.start : one.end] = "#" * (one.end - one.start)
    return bool(DAILY.search(_BRACKETED.sub("", "".join(rest))))


def _surroundings(seen: Scan, dates: list[Found]) -> list[str]:
    """The text that belongs to each date: behind it, or before it where the list starts with words."""
    edges = [(seen.spans[f.start][0], seen.spans[f.end - 1][1]) for f in dates]
    head, around = seen.text[: edges[0][0]], [""] * len(dates)
    named, _, noted = circumstance(head)
    for at, (_, end) in enumerate(edges):
        last = at + 1 == len(edges)
        gap = seen.text[end : None if last else edges[at + 1][0]]
        own, following = gap, ""
        if not last and (label := _LABEL.search(gap)):
            own, following = gap[: label.start(1)], label.group(1)
        elif not last and (named or noted) and "\t" in gap.strip():
            own, _, following = gap.rstrip().rpartition("\t")
        elif not last and named:
            comma = max(gap.rfind(mark) for mark in ",،、")
            comma = -1 if comma < gap.rfind(")") else comma
            own, following = (gap[:comma], gap[comma + 1 :]) if comma >= 0 else ("", gap)
            following = _AND.sub("", following)
        around[at] = f"{head}\t{own}" if head else own
        head = following
    return around


def _releases(day: PartialDate, around: str) -> list[Release]:
    said = circumstance(around)
    return [Release(day, where, said.type, said.note) for where in said.countries or (None,)]


def _yearly(item: str, seen: Scan, language: str, order: str) -> list[Release]:
    """A release of which only the year is known; what else is said must tell of a release."""
    bare = _BRACKETED.sub(lambda m: " " * len(m.group()), seen.kinds)
    year = bare.find("Y")
    if seen.kinds.count("Y") == 1 and (part := season(seen)):
        return [Release(PartialDate(int(str(seen.values[year]))), None, type_of(part), part)]
    if bare.count("Y") == 1 and not _OTHER_NUMBERS.search(bare):
        start, end = seen.spans[year]
        around = f"{item[:start]}\t{item[end:]}"
        said = circumstance(_ROUND.sub(" ", around))
        if said.note is None or said.type:
            day = date(item[start:end])._replace(approximate=is_approximate(seen, year, year + 1))
            return _releases(day, around)
    try:
        found = date(item, language=language, order=order)
    except ValueError:
        if _NUMBER.search(item):
            raise
        return []
    digit = _DIGIT.search(item)
    bracket = _OPENING.search(item, digit.end()) if digit else None
    return _releases(found, item[bracket.start() :] if bracket else "")
