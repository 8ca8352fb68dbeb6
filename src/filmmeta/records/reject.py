"""The record of a page that gave no film and no review."""

from __future__ import annotations

from typing import Literal

from filmmeta.records.common import Record

Reason = Literal["unreadable", "empty", "binary", "too-large", "no-film", "two-formats", "crash"]

REASONS: dict[Reason, str] = {
    "unreadable": "its bytes could not be had; the problem says why",
    "empty": "no text in it",
    "binary": "an image, an archive or other bytes that are no text",
    "too-large": "larger than the budget for one page",
    "no-film": "nothing in it that is about one film",
    "two-formats": "two formats of the same rank take it for theirs; the problems name both",
    "crash": "a bug of filmmeta's own; the problem says where",
}


class Reject(Record):
    """Why a page gave no other record."""

    kind: Literal["reject"] = "reject"
    reason: Reason
