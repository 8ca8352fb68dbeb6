"""Pages that are not about one film: none of them may give a film."""

from __future__ import annotations

from eval.reading import by_format, film, opened
from eval.settings import Settings
from eval.sheets import sheets
from filmmeta.kernel import AnyRecord
from filmmeta.records.reject import Reject


def told(records: list[AnyRecord]) -> str:
    """What became of a page, on one line: a film's title, the reject's reason with its evidence, or the number
    of reviews.
    """
    it = film(records)
    if it is not None:
        return f"FILM {it.title!r} ({it.year})"
    refusal = next((record for record in records if isinstance(record, Reject)), None)
    if refusal is None:
        return f"{len(records)} reviews"
    evidence = next((f" by {problem.text[:60]!r}" for problem in refusal.problems if problem.text), "")
    return f"{refusal.reason}{evidence}"


def measure(asked: Settings) -> tuple[dict[str, float], list[str]]:
    """The share of the pages that give no film, as ``other``."""
    found = [each for each in sheets(asked.answers, asked.corpus, asked.only) if each.kind == "other"]
    if not found:
        return {}, []
    print(f"\n{'other pages':<48}{'what they are':<32}what became of them")
    right = 0
    for sheet in found:
        records = by_format(opened(sheet.page))
        right += film(records) is None
        print(f"{sheet.id:<48}{sheet.note[:30]:<32}{told(records)}")
    return {"other": right / len(found)}, []
