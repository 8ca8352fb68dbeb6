"""The parts of a rating that stands under a label: the mark, its scale, how many gave it, whose it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from filmmeta.claim import Claim
from filmmeta.readers.facts.slices import Slice
from filmmeta.values.numbers import plain

KINDS = {"rating": "ratings", "critic_rating": "critic_ratings"}
LINES = 3  # of an HTML value in which the mark and the number of votes stand
AGES = 21  # up to which a number may be a certificate's
HALF, TEN, HUNDRED = 5, 10, 100  # a mark between two of them is on the scale of the greater
MARK = re.compile(
    r"[(]?(\d{1,3}(?:[.,·]\d{1,3})?)[)]?(?![\w.,·%:]|\s?(?:/|из|out of|von|sur|di|de|z|of|از|من|מתוך)\s?\d|\s\d{3}\b)"
)
SCALED = re.compile(
    r"\s?(?:/|из|out of|von|sur|su|di|de|z|of|از|من|מתוך)\s?(?:5|10|100)(?!\d)|\s?%"
)  # behind a mark: its scale
FIGURE = (
    r"(?<![\d.,])"
    r"(?P<count>\d{1,3}(?:[ \xa0\u202f.,'’]\d{3}){1,3}(?!\d)|\d{1,9}|\d{1,3}[.,]\d\s?(?=[kKкКM](?![^\W\d_])))"
    r"(?P<scale>\s?[kKкКM](?![^\W\d_])|\s?(?:tys\.?|тыс\.?))?"
)
COUNT = re.compile(
    FIGURE + r"\+?\s?(?:[^\W\d_]{2,14}[ -]){0,2}?(?:vote|voti\b|voto|votu|notes?\b|notas?\b|avis\b|rating|review|critic"
    r"|critiq|crític|kritik|wertung|bewert|stimm|stem|röst|ääni|ään|głos|ocen|hlas|hodnocen|hodnoten|szavaz|értékel|voturi"
    r"|голос|оцен|отзыв|рецен|глас|puan|oy\b|eleştiri|valora|opini|avalia|recens|anmeld|beoordel|pers(?:on|ner)|user"
    r"|ψήφ|评价|人|명|票|件)",
    re.IGNORECASE,
)
BEFORE = re.compile(
    r"(?:vote|rating|review|stimm|głos|ocen|голос|оцен|hlas|voti|votos)[^\W\d_]{0,8}(?: [^\d\W]{0,9})?\s?:?\s?"
    + FIGURE,
    re.IGNORECASE,
)
STARS = re.compile(
    r"star(?:s|eval|box|bar|\b|_|-)|étoile|etoile|stern(?:e|chen)|estrella|estrela|stell[ae]|gwiazd|hv[eě]zd|★|☆",
    re.IGNORECASE,
)
ON_TEN = re.compile(
    r"imdb|кинопоиск|kinopoisk|\bkp\b|filmweb|film ?affinity|tmdb|trakt|douban|豆瓣|naver|네이버|port\.hu|ofdb",
    re.IGNORECASE,
)
FINE = re.compile(r"\d{1,2}[.,]\d{1,3}")
NEAR = 2  # elements around a mark whose names may say that it is given in stars
MOST = 12  # elements beside it


def rating(values: Sequence[Slice], label: Slice, path: str, number: int) -> list[Claim] | None:
    """The claims of the rating whose mark is first in a value; None where a grammar must read the whole."""
    lines = [part for value in values[:LINES] if (part := value.trimmed())]
    mark = marked(lines[0]) if lines else None
    if mark is None:
        return None
    index = f"{KINDS[path]}/{number}.0"
    votes = next((found for line in lines if (found := voted(line, mark))), None)
    claims = [mark.claim(f"{index}/value"), *scale(mark, index, f"{label.text} {lines[0].text}")]
    claims += [votes.claim(f"{index}/votes")] if votes else []
    return [*claims, label.claim(f"{index}/of")]


def marked(line: Slice) -> Slice | None:
    """The mark without a scale that a line begins with."""
    first, text = next(line.pieces(), None), plain(line.segment.text)
    for end in (min(first.end, line.end) if first else line.end, line.end):
        found = MARK.match(text, line.start, end)
        if found and SCALED.match(text, found.end(1), line.end):
            return None
        if found and value_of(found[1]) <= HUNDRED and not is_count(line._replace(end=end)):
            return Slice(line.segment, *found.span(1))
    return None


def value_of(text: str) -> float:
    return float(plain(text).replace(",", ".").replace("·", "."))


def is_count(line: Slice) -> bool:
    """Whether a line begins with a number of votes, and not with a mark in an element of its own."""
    first = next(line.pieces(), None)
    if first and first.end < line.end and FINE.fullmatch(line.segment.text[line.start : first.end].strip("() ")):
        return False
    return COUNT.match(line.segment.text, line.start, line.end) is not None


def voted(line: Slice, mark: Slice | None = None) -> Slice | None:
    """How many voted: the first number of a line, behind its mark, that says so."""
    start = mark.end if mark is not None and mark.segment is line.segment else line.start
    rest = line.segment.text[start : line.end]
    for pattern in (COUNT, BEFORE):
        if found := pattern.search(rest):
            end = found.end("scale" if found["scale"] else "count")
            return Slice(line.segment, start + found.start("count"), start + end)
    return None


def scale(mark: Slice, index: str, said: str) -> Iterator[Claim]:
    """The best of a mark that does not say it, where the page leaves no doubt."""
    if best := best_of(mark, said):
        yield Claim(f"{index}/best", str(best), "inferred:scale")


def best_of(mark: Slice, said: str) -> int:
    """5 beside stars, 10 and 100 by the mark's size or by the site that it is from; 0 where nothing tells."""
    value = value_of(mark.text)
    if value > HALF:
        return TEN if value <= TEN else HUNDRED if AGES < value <= HUNDRED else 0
    if ON_TEN.search(said):
        return TEN
    return HALF if is_starred(mark) else 0


def is_starred(mark: Slice) -> bool:
    """Whether the names of the elements around a mark say that it is given in stars."""
    if mark.segment.start >= 0:
        return False
    element = mark.segment.block.element
    for _ in range(NEAR):
        if element is None or element.tag in ("body", "html", "main"):
            return False
        if any(STARS.search(names(each)) for each in islice(element.iter("*"), MOST)):
            return True
        element = element.getparent()
    return False


def names(element: object) -> str:
    get = getattr(element, "get", lambda *_: "")
    return " ".join(str(get(name, "")) for name in ("class", "alt", "title"))[:200]
