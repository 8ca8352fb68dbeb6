"""Whether a record's value is the one that a sheet means, and how near it comes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from eval.folding import fold, squeeze

MISS = float("inf")
WHOLE = 58
"""A beginning shorter than this is the whole text: sheets cut after 60 characters."""
COARSE_SCALE = 20
"""On scales up to this a whole number is taken to be printed with a decimal: 8 is 8.0; above it, 72 is 72."""


def same(meant: Any, got: Any) -> float:
    """0 for the same value, whatever its case, quotes and white space; else MISS."""
    if isinstance(meant, str) and isinstance(got, str):
        return 0 if fold(meant) == fold(got) else MISS
    return 0 if meant == got else MISS


def begins(meant: str, got: str) -> float:
    """0 where the text begins so; a beginning that is short is all of the text."""
    start, text = squeeze(meant), squeeze(got)
    return 0 if (text == start if len(meant) <= WHOLE else text.startswith(start)) else MISS


def named(meant: Any, got: Any) -> float:
    """0 for one of the person's names."""
    return min(same(meant["name"], got["name"]), same(meant.get("also") or meant["name"], got["name"]))


def playing(meant: Any, got: Any) -> float:
    """0 for the same role of the same person."""
    return named(meant, got) + same(meant["role"], got["role"])


def unless_null(meant: Any, got: Any) -> float:
    """Any value agrees with a null of the sheet, but less than the same value with itself."""
    return 0.25 * (got is not None) if meant is None else same(meant, got)


def dated(meant: Any, got: Any) -> float:
    return same(meant["date"], got["date"]) + unless_null(meant["country"], got["country"])


def certified(meant: Any, got: Any) -> float:
    label = min(same(meant["label"], got["label"]), same(meant.get("code") or meant["label"], got["label"]))
    return label + unless_null(meant["country"], got["country"])


def entitled(meant: Any, got: Any) -> float:
    return same(meant["title"], got["title"]) + unless_null(meant["country"], got["country"])


def step(value: float, best: float) -> float:
    """One unit of the last decimal that is printed of a value.

    >>> step(8.6, 10), step(72, 100), step(72.337, 100)
    (0.1, 1.0, 0.001)
    """
    decimals = repr(float(value)).partition(".")[2] if "e" not in repr(float(value)) else ""
    if decimals in ("0", ""):
        return 1.0 if best > COARSE_SCALE else 0.1
    return float(f"1e-{len(decimals)}")


def rated(meant: Any, got: Any) -> float:
    """How far apart two roundings of one rating are; a vote or a source in common makes them nearer."""
    if meant["kind"] != got["kind"] or (meant["best"] is not None and meant["best"] != got["best"]):
        return MISS
    best: float = meant["best"] or 10
    apart: float = abs(meant["value"] - got["value"])
    if apart > max(step(meant["value"], best), step(got["value"], best)) / 2 + 1e-9:
        return MISS
    strange = unless_null(meant.get("source"), got["source"]) > 0
    return apart / best + bool(meant["votes"] != got["votes"]) + strange


def voted(meant: Any, got: Any) -> float:
    return rated(meant, got) + same(meant["votes"], got["votes"])


def paid(meant: Any, got: Any) -> float:
    """0 for the same sum of the same kind; what the sheet knows of currency, day and territory must be there."""
    parts = [same(meant[part], got[part]) for part in ("kind", "amount")]
    return sum(parts + [unless_null(meant.get(part), got[part]) for part in ("currency", "as_of", "where")])


def identified(meant: Any, got: Any) -> float:
    return same(meant["scheme"], got["scheme"]) + same(meant["value"], got["value"])


AGREEMENT: dict[str, Callable[[Any, Any], float]] = {
    "plot_starts": begins,
    "cast": named,
    "cast_roles": playing,
    "release_dates": dated,
    "certificates": certified,
    "akas": entitled,
    "ratings": rated,
    "rating_votes": voted,
    "money": paid,
    "ids": identified,
}
"""How each field's values agree; those of other fields do as ``same`` says."""
