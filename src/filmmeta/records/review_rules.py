"""What a review's texts become, and what its own body says: score, spoilers, sections, language."""

from __future__ import annotations

import re
from collections.abc import Iterator
from hashlib import blake2b
from string import punctuation, whitespace
from typing import Any

from filmmeta.claim import Claim
from filmmeta.records.film_texts import dated, heading, number, year
from filmmeta.records.rules import Rule, RuleBook, line
from filmmeta.values.dates import date
from filmmeta.values.detection import detected_language
from filmmeta.values.prose import prose
from filmmeta.values.scores import find as find_scores
from filmmeta.values.scores import score
from filmmeta.values.sections import sections
from filmmeta.values.spoilers import spoilers

HELPFUL = re.compile(r"(\d{1,9}) (?:of|out of|/) (\d{1,9})")

# What may stand before a score on its own line: nothing, or a word for it.
LEADS = {
    "", "rating", "my rating", "score", "final score", "note", "ma note", "grade", "verdict", "wertung", "nota", "voto",
    "puntuación", "оценка", "моя оценка", "ocena", "moja ocena", "hodnocení", "cijfer", "betyg",
}  # fmt: skip
MARKS = (punctuation + whitespace).encode()


def scored(text: str) -> dict[str, Any]:
    it = score(text)
    return {"value": it.value, "best": it.best, "worst": it.worst, "normalised": it.normalised, "raw": it.raw}


def helpful(text: str) -> dict[str, Any]:
    """``12 of 15 people found the following review useful``."""
    match = HELPFUL.search(text)
    if not match:
        raise ValueError("no count of readers")
    return {"yes": int(match[1]), "total": int(match[2])}


def cleaned(text: str) -> dict[str, Any]:
    it = prose(text)
    return {"body": it.text, "cleaning": [*it.operations]}


def reviewed(text: str) -> dict[str, Any]:
    """Title and year of a heading; a review's film has no medium."""
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
    "rating": Rule("rating", scored),
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


def inner(record: dict[str, Any]) -> Iterator[tuple[Claim, str, Any]]:
    """What a review's clean body says: each with its claim, the field, and the value.

    A score, only where nobody gave one outside the body; the spoilers that it marks; its headed sections;
    the language it is written in.
    """
    body = record["body"]
    if record.get("rating") is None:
        yield from verdict(body)
    yield from warned(body, record.get("spoiler") is None)
    yield from headed(body)
    if record.get("language") is None:
        tag = detected_language(body)
        yield Claim("language", tag, "inferred:eldc"), "language", tag


def verdict(body: str) -> Iterator[tuple[Claim, str, Any]]:
    """The score that stands alone on the body's first or last line, or ends its last one."""
    for start, end, it in find_scores(body):
        before, after = body[:start].rpartition("\n")[2], body[end:].partition("\n")[0]
        lead = before.strip(" -–—:*([").casefold()
        alone = lead in LEADS and not after.strip(" .!*)]")
        if not body[end:].strip(" .!*)]\n") or (alone and not body[: start - len(before)].strip()):
            value = {
                "value": it.value, "best": it.best, "worst": it.worst, "normalised": it.normalised,
                "raw": body[start:end], "span": {"start": start, "end": end},
            }  # fmt: skip
            yield Claim("rating", body[start:end], f"body:{start}-{end}"), "rating", value
            return


def warned(body: str, silent: bool) -> Iterator[tuple[Claim, str, Any]]:
    try:
        found = spoilers(body)
    except ValueError:
        return
    spans = [{"start": start, "end": end} for start, end in found.spans]
    where = f"body:{found.spans[0][0]}-{found.spans[-1][1]}" if spans else f"body:0-{len(body)}"
    text = body[found.spans[0][0] : found.spans[-1][1]] if spans else body
    if silent:
        yield Claim("spoiler", text, where), "spoiler", found.stated
    if spans:
        yield Claim("spoiler_spans", text, where), "spoiler_spans", spans


def headed(body: str) -> Iterator[tuple[Claim, str, Any]]:
    try:
        found = sections(body)
    except ValueError:
        return
    parts = [
        {"heading": it.heading, "text": body[it.start : it.end], "span": {"start": it.start, "end": it.end}}
        for it in found
    ]
    start = body.rfind("\n\n", 0, found[0].start) + 2 if "\n\n" in body[: found[0].start] else 0
    yield Claim("sections", body[start : found[-1].end], f"body:{start}-{found[-1].end}"), "sections", parts


def complete(record: dict[str, Any]) -> None:
    """Add what follows from the rest: a score's place on its scale, the body's fingerprint."""
    rating = record.get("rating")
    if rating and "raw" not in rating:
        value, best, worst = (rating.get(part) for part in ("value", "best", "worst"))
        rating["raw"] = f"{value:g}" if best is None else f"{value:g}/{best:g}"
        if best is not None and best > (worst or 0):
            rating["normalised"] = min(1.0, max(0.0, (value - (worst or 0)) / (best - (worst or 0))))
    record["fingerprint"] = fingerprint(record["body"])


def fingerprint(body: str) -> str:
    """Sixteen hex digits that two bodies share when they differ in case, white space and ASCII punctuation alone."""
    return blake2b(body.lower().encode("utf-8", "replace").translate(None, MARKS), digest_size=8).hexdigest()
