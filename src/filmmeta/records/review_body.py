"""What a review's own body says: its score, spoilers, sections, mentions and language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from string import punctuation, whitespace
from typing import Any

from filmmeta.claim import Claim
from filmmeta.values.detection import detected_language
from filmmeta.values.mentions import mentions
from filmmeta.values.sections import sections
from filmmeta.values.spoilers import spoilers
from filmmeta.values.verdict import verdict

MARKS = (punctuation + whitespace).encode()

Told = Iterator[tuple[Claim, str, Any]]


def inner(record: dict[str, Any], names: Iterable[str] = ()) -> Told:
    """What a review's clean body says: each with its claim, the field, and the value.

    A score, only where nobody gave one outside the body; the spoilers that it marks; its headed sections;
    those of ``names``, the people whom its page names, that it mentions, and titles with a year; the language
    it is written in, where nobody declared it.
    """
    body = record["body"]
    if record.get("rating") is None:
        yield from given(body)
    yield from warned(body, record.get("spoiler") is None)
    yield from headed(body)
    yield from mentioned(body, names)
    if record.get("language") is None:
        tag = detected_language(body)
        yield Claim("language", tag, "inferred:eldc"), "language", tag


def span(start: int, end: int) -> dict[str, int]:
    return {"start": start, "end": end}


def quoted(field: str, body: str, start: int, end: int) -> Claim:
    """The claim that a part of the body makes of a field."""
    return Claim(field, body[start:end], f"body:{start}-{end}")


def given(body: str) -> Told:
    """The score that is the verdict, with its place."""
    try:
        start, end, it = verdict(body)
    except ValueError:
        return
    scale = {"value": it.value, "best": it.best, "worst": it.worst, "normalised": it.normalised}
    value = {**scale, "raw": body[start:end], "span": span(start, end)}
    yield quoted("rating", body, start, end), "rating", value


def warned(body: str, silent: bool) -> Told:
    try:
        found = spoilers(body)
    except ValueError:
        return
    parts = found.spans
    claim = quoted("spoiler", body, parts[0][0], parts[-1][1]) if parts else quoted("spoiler", body, 0, len(body))
    if silent:
        yield claim, "spoiler", found.stated
    if parts:
        yield claim._replace(path="spoiler_spans"), "spoiler_spans", [span(*each) for each in parts]


def headed(body: str) -> Told:
    try:
        found = sections(body)
    except ValueError:
        return
    parts = [{"heading": it.heading, "text": body[it.start : it.end], "span": span(it.start, it.end)} for it in found]
    start = body.rfind(found[0].heading, 0, found[0].start)
    yield quoted("sections", body, start, found[-1].end), "sections", parts


def mentioned(body: str, names: Iterable[str]) -> Told:
    found = mentions(body, names)
    if found:
        items = [{"text": body[it.start : it.end], "kind": it.kind, "span": span(it.start, it.end)} for it in found]
        yield quoted("mentions", body, found[0].start, found[-1].end), "mentions", items
