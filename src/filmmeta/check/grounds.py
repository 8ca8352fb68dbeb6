"""What no schema can say of a record: its id, and the places that it names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from filmmeta.check.findings import Fault

OFFSETS = re.compile(r"([0-9]{1,12})-([0-9]{1,12})")
SCHEMES = frozenset({"text", "xpath", "json", "xml", "wiki", "body", "inferred"})
COUNTED = frozenset({"text", "wiki", "body"})


def ground(record: dict[str, Any]) -> None:
    """Fault when a record that its schema allows has an id, a source or a span that cannot be true."""
    digest, suffix = record["page"]["sha256"][:20], record["id"][20:]
    if record["id"][:20] != digest:
        raise Fault("its id is not of its page's digest")
    if bool(suffix) != (record["kind"] == "review"):
        raise Fault("its id is not of its kind")
    for number, (path, text, where) in enumerate(record["sources"]):
        if not leads(record, path):
            raise Fault(f"source {number} is of a field that is not there")
        if not stands(record, text, where):
            raise Fault(f"source {number} does not stand where it says")
    for name, start, end, text in spans(record) if record["kind"] == "review" else ():
        if not start <= end <= len(record["body"]) or text not in (None, record["body"][start:end]):
            raise Fault(f"the span of {name} is not in its body")


def leads(record: dict[str, Any], path: str) -> bool:
    """Whether a path leads to something in the record."""
    at: Any = record
    for step in path.split("/"):
        if isinstance(at, dict) and step in at:
            at = at[step]
        elif isinstance(at, list) and step.isdecimal() and len(step) < 10 and int(step) < len(at):
            at = at[int(step)]
        else:
            return False
    return True


def stands(record: dict[str, Any], text: str, where: str) -> bool:
    """Whether a place is one, and, where the record itself holds it, whether the text is there."""
    scheme, _, locator = where.partition(":")
    if scheme not in COUNTED:
        return scheme in SCHEMES and bool(locator)
    found = OFFSETS.fullmatch(locator)
    if found is None or int(found[1]) > int(found[2]):
        return False
    return scheme != "body" or record.get("body", "")[int(found[1]) : int(found[2])] == text


def spans(review: dict[str, Any]) -> Iterator[tuple[str, int, int, str | None]]:
    """The spans of a review with what they are of, and the text that they must cover where the record has it."""
    rating = review["rating"]
    if rating and rating["span"]:
        yield "rating", rating["span"]["start"], rating["span"]["end"], rating["raw"]
    for number, span in enumerate(review["spoiler_spans"]):
        yield f"spoiler {number}", span["start"], span["end"], None
    for name in ("sections", "mentions"):
        for number, each in enumerate(review[name]):
            yield f"{name}/{number}", each["span"]["start"], each["span"]["end"], each["text"]
