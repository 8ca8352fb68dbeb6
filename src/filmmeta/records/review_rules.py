"""What a review's texts become: a rule for each path of a claim."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from filmmeta.records.film_texts import dated, heading, number, year
from filmmeta.records.review_body import inner
from filmmeta.records.rules import Rule, RuleBook, line
from filmmeta.values.dates import date
from filmmeta.values.fingerprints import fingerprints
from filmmeta.values.prose import authored
from filmmeta.values.scores import score
from filmmeta.values.spoilers import spoilers

__all__ = ["REVIEW", "complete", "inner"]

FIGURE = re.compile(r"\d{1,3}(?:[.,\xa0 \u202f]\d{3}(?!\d)){1,3}|\d{1,9}(?!\d)")
DENIALS = frozenset("no not non nein nee nej nei ei nie ne nem nu нет ні не όχι hayır 否 いいえ 아니요".split())
WORD = re.compile(r"[^\W\d_]{1,40}")
LONGEST = 7  # characters of a letter grade: B-minus
LETTERS = "us-letter"  # what a letter is worth that stands as a review's score


def scored(text: str) -> dict[str, Any]:
    it = score(text, scheme=LETTERS if text.strip()[:1].isalpha() and len(text.strip()) <= LONGEST else "")
    return {"value": it.value, "best": it.best, "worst": it.worst, "normalised": it.normalised, "raw": it.raw}


def helpful(text: str) -> dict[str, Any]:
    """``12 of 15 people found the following review useful``, ``12 people liked this``, ``Полезно? Да 12 / Нет 3``."""
    counts = [int("".join(filter(str.isdigit, figure))) for figure in FIGURE.findall(text)]
    if not 0 < len(counts) < 3:
        raise ValueError("no count of readers")
    if len(counts) == 1:
        return {"yes": counts[0], "total": None}
    if not DENIALS.isdisjoint(WORD.findall(text.lower())):
        return {"yes": counts[0], "total": sum(counts)}
    return {"yes": min(counts), "total": max(counts)}  # 15人中12人 counts all of them first


def cleaned(text: str) -> dict[str, Any]:
    it = authored(text)
    return {"body": it.text, "cleaning": [*it.operations]}


@lru_cache(maxsize=16)
def reviewed(text: str) -> dict[str, Any]:
    """Title and year of a heading; a review's film has no medium. All reviews of a page have the same."""
    return {name: value for name, value in heading(text).items() if name != "media_type"}


def flag(text: str) -> bool:
    return spoilers(text).stated


RULES: dict[str, Rule] = {
    "film/title": Rule("film", line, "inside", "title"),
    "film/year": Rule("film", year, "inside", "year"),
    "film/heading": Rule("film", reviewed, "within"),
    "title": Rule("title", line),
    "author": Rule("author", line),
    "date": Rule("date", lambda text: dated(date(text))),
    "date/dmy": Rule("date", lambda text: dated(date(text, order="dmy"))),
    "date/mdy": Rule("date", lambda text: dated(date(text, order="mdy"))),
    "rating": Rule("rating", scored),
    "rating/stars": Rule("rating", lambda text: score(text).value, "inside", "value"),
    "rating/value": Rule("rating", number, "inside", "value"),
    "rating/best": Rule("rating", number, "inside", "best"),
    "rating/worst": Rule("rating", number, "inside", "worst"),
    "body": Rule("", cleaned, "fields"),
    "language": Rule("language", line),
    "spoiler": Rule("spoiler", flag),
    "helpful": Rule("helpful", helpful),
    "page/language": Rule("page", line, "inside", "language"),
}

REVIEW = RuleBook(RULES, {}, expected=("body",))


def complete(record: dict[str, Any]) -> None:
    """Add what follows from the rest: a score's place on its scale, the body's fingerprints."""
    rating = record.get("rating")
    if rating and "raw" not in rating:
        value, best, worst = (rating.get(part) for part in ("value", "best", "worst"))
        rating["raw"] = f"{value:g}" if best is None else f"{value:g}/{best:g}"
        if best is not None and best > (worst or 0):
            rating["normalised"] = min(1.0, max(0.0, (value - (worst or 0)) / (best - (worst or 0))))
    record["fingerprint"], record["sketch"] = fingerprints(record["body"])
