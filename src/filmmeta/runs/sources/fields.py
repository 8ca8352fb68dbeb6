"""Which fields of a feed hold a page and its address."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from filmmeta.runs.sources.origins import Feed, Refused

BODIES = (
    "body", "html", "raw_html", "html_content", "page_source", "raw_content", "content", "page", "response",
    "response_body", "text", "markup", "document", "article", "review", "review_text",
)  # fmt: skip
"""Names that crawlers and data sets give a page's field, the surest first."""
URLS = ("url", "page_url", "source_url", "link", "uri", "target_uri", "warc-target-uri", "href", "permalink", "source")
MOST = 20  # names in a message


class Columns(NamedTuple):
    """The names of the fields of a feed; ``url`` is empty when it has none."""

    body: str
    url: str


def columns(texts: Sequence[str], names: Sequence[str], feed: Feed) -> Columns:
    """The fields of a feed: those asked for, else those of the usual names. ``texts`` are the ones that hold text."""
    if feed.body_field and feed.body_field not in names:
        raise Refused(f"no field {feed.body_field!r} (--body-field); there are: {listed(names)}")
    if feed.url_field and feed.url_field not in names:
        raise Refused(f"no field {feed.url_field!r} (--url-field); there are: {listed(names)}")
    body = feed.body_field or usual(texts, BODIES)
    if not body:
        raise Refused(f"no field with a page in it: name it with --body-field; there are: {listed(names)}")
    return Columns(body, feed.url_field or usual([name for name in names if name != body], URLS))


def usual(names: Sequence[str], known: Sequence[str]) -> str:
    """The name that stands first among the known ones; empty when none is known."""
    lower = {name.lower(): name for name in reversed(names)}
    return next((lower[each] for each in known if each in lower), "")


def listed(names: Sequence[str]) -> str:
    """Names for a message."""
    shown = ", ".join(repr(name[:60]) for name in names[:MOST]) or "none"
    return shown + (f" and {len(names) - MOST:,} more" if len(names) > MOST else "")
