"""The record of a group of doubles."""

from __future__ import annotations

from typing import Literal

from pydantic import BaseModel, ConfigDict

Match = Literal["first", "exact", "near"]


class Copy(BaseModel):
    """A review of a group: its file, its line there from 1, its id, and how much it has in common with the first.

    ``match`` is ``first``, ``exact`` (as the first but for case, white space and punctuation) or ``near``;
    ``similarity`` the share of runs of eight letters that both have of those that either has, 0.0 to 1.0.
    """

    model_config = ConfigDict(frozen=True)

    file: str
    line: int
    id: str | None
    match: Match
    similarity: float


class Duplicates(BaseModel):
    """Reviews that are one text, in the order of the files.

    ``match`` is ``near`` when any copy is; ``similarity`` is that of the least similar copy; ``length`` counts
    the characters of the first's body, for two people may well write the same few words.
    """

    model_config = ConfigDict(frozen=True)

    kind: Literal["duplicates"] = "duplicates"
    schema_version: Literal["1.0.0"] = "1.0.0"
    match: Literal["exact", "near"]
    similarity: float
    length: int
    copies: list[Copy]


def line(group: Duplicates) -> bytes:
    """One line of JSON in ASCII, like those of the other records."""
    return group.model_dump_json(ensure_ascii=True).encode("ascii") + b"\n"
