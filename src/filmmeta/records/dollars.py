"""Whether a page's ``$`` is the dollar of the United States, by what else the page says."""

from __future__ import annotations

from typing import Any

# ISO 4217: territories whose own currency is written with a plain dollar or peso sign, besides the United States.
OTHERS = frozenset(
    "AR AU BB BM BN BS BZ CA CL CO CU DO FJ GY HK JM KI KY LR MX NA NR NZ SB SG SR TT TV TW UY XC".split()
)
SPOKEN = frozenset("en es fr pt zh ms".split())
"""Languages of some of those; elsewhere a plain ``$`` is the United States' alone."""
ABROAD = frozenset({"world", "domestic", "foreign", "outside US", "US"})


def us_dollar(fields: dict[str, Any]) -> str:
    """How it is known that the sums with a plain ``$`` are US dollars; empty when it is not."""
    language = (fields.get("page") or {}).get("language", "").partition("-")[0]
    if language and language not in SPOKEN:
        return "dollar-abroad"
    said = {*fields.get("countries", ())} | {item.get("territory") for item in fields.get("money", ())}
    if not said.isdisjoint(OTHERS):
        return ""
    return "dollar-of-us-film" if "US" in said or not said.isdisjoint(ABROAD) else ""


def settled(fields: dict[str, Any]) -> list[tuple[str, str, str]]:
    """Give the sums with a plain ``$`` their currency where it is known; the sources that say how."""
    open_sums = [
        (position, item)
        for position, item in enumerate(fields.get("money", ()))
        if item.get("symbol") == "$" and not item.get("currency")
    ]
    how = us_dollar(fields) if open_sums else ""
    if not how:
        return []
    for _, item in open_sums:
        item["currency"] = "USD"
    return [(f"money/{position}/currency", "$", f"inferred:{how}") for position, _ in open_sums]
