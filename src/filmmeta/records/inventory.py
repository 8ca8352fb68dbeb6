"""The line that a run's inventory, ``pages.jsonl``, has for each page that went in."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from filmmeta.claim import Code
from filmmeta.records.common import Model, Share
from filmmeta.records.reject import Reason


class PageLine(Model):
    """What became of one page, in the order in which pages went in.

    ``number`` counts the pages from 1. ``name``, ``url``, ``sha256`` and ``bytes`` are those that its records
    carry. ``outcome`` is ``film`` for a page with a film, ``reviews`` for one with reviews alone, ``reject`` for
    one with neither; ``films`` and ``reviews`` count its records, ``reason`` is its reject's, null without one.
    ``problems`` has a code for each problem of its records, in their order: the film's, then each review's.
    ``coverage`` is that of its first record. ``limit`` names the limit that it hit (``time``, ``memory``, a
    signal), null when it hit none.
    """

    kind: Literal["page"] = "page"
    schema_version: Literal["1.0.0"] = "1.0.0"
    number: Annotated[int, Field(ge=1)]
    name: str
    url: str | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    bytes: Annotated[int, Field(ge=0)]
    outcome: Literal["film", "reviews", "reject"]
    films: Annotated[int, Field(ge=0, le=1)]
    reviews: Annotated[int, Field(ge=0)]
    reason: Reason | None = None
    problems: list[Code] = Field(default_factory=list)
    coverage: Share | None = None
    limit: str | None = None
