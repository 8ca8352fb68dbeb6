"""What all records share."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from filmmeta.claim import Claim, Code

Source = tuple[str, str, str]
"""A claim that made the record: path, text, where. The path is a JSON pointer into the record without its
first slash, the text exactly the page's; the schemes of where are those of ``filmmeta.claim.Claim``."""

SCHEMA_VERSION = "1.0.0"

Short = Annotated[str, StringConstraints(min_length=1, max_length=2_000)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=1_000_000)]
Body = Annotated[str, StringConstraints(max_length=16_000_000)]
Count = Annotated[int, Field(ge=0, le=10**15)]
Share = Annotated[float, Field(ge=0, le=1)]
Country = Annotated[str, StringConstraints(pattern=r"^[A-Z]{2}(?:[A-Z]{2})?$")]
Language = Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$")]
Year = Annotated[int, Field(ge=1870, le=2100)]


class Model(BaseModel):
    """Frozen and strict; errors name no input."""

    model_config = ConfigDict(
        frozen=True,
        strict=True,
        extra="forbid",
        allow_inf_nan=False,
        hide_input_in_errors=True,
        ser_json_inf_nan="null",
    )


class PartialDate(Model):
    """A date as far as the page says it: null for what it does not; ``date`` only when all three are known."""

    date: datetime.date | None = None
    year: Annotated[int, Field(ge=1, le=9999)] | None = None
    month: Annotated[int, Field(ge=1, le=12)] | None = None
    day: Annotated[int, Field(ge=1, le=31)] | None = None
    approximate: bool = False


class Span(Model):
    """A part of a text: characters from ``start`` up to, and without, ``end``."""

    start: Annotated[int, Field(ge=0)]
    end: Annotated[int, Field(ge=0)]


class Trouble(Model):
    """Something about this record that its reader should know; the codes are in ``filmmeta.claim``."""

    code: Code
    path: str = ""
    text: str = ""
    where: str = ""


class PageFacts(Model):
    """The page that a record was read from; ``sha256`` and ``bytes`` are of its bytes as they were given.

    ``saved`` is the day when it was saved: as the archive that it comes from has it, else as SingleFile, HTTrack
    or the Wayback Machine wrote it into the page.
    """

    name: str
    url: str | None = None
    saved: datetime.date | None = None
    sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    bytes: Annotated[int, Field(ge=0)]
    encoding: str
    format: str | None = None
    language: Language | None = None


class Record(Model):
    """What a film, a review and a reject have in common.

    ``sources`` are the claims that made the record, each as path, text and where. ``id`` comes from the
    page's digest and the record's place on the page: the same bytes give the same id. ``coverage`` is the
    share of the page's own text that the claims of all its records account for; null when no view of the
    page's text was built.
    """

    kind: str
    schema_version: Literal["1.0.0"] = "1.0.0"
    id: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{20}(?:-r[0-9]+)?$")]
    page: PageFacts
    sources: list[Source] = Field(default_factory=list)
    problems: list[Trouble] = Field(default_factory=list)
    coverage: Share | None = None

    @property
    def claims(self) -> list[Claim]:
        """The sources as claims, their parts under names."""
        return [Claim(*source) for source in self.sources]
