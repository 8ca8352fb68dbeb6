"""A record against its sheet, field by field; and many such verdicts as averages."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from eval.agreement import AGREEMENT, MISS, named, rated, same
from eval.sheets import Demand, Sheet, checked, demands


@dataclass(frozen=True, slots=True)
class Verdict:
    """One field of one page: how many values are right; the wrong ones and the missing ones themselves."""

    field: str
    right: int
    wrong: tuple[Any, ...] = ()
    missing: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class Counts:
    """True positives, false positives and false negatives; averages of them are no whole numbers."""

    right: float = 0.0
    wrong: float = 0.0
    missing: float = 0.0

    def __add__(self, other: Counts) -> Counts:
        return Counts(self.right + other.right, self.wrong + other.wrong, self.missing + other.missing)

    def __truediv__(self, number: int) -> Counts:
        return Counts(self.right / number, self.wrong / number, self.missing / number)

    @property
    def precision(self) -> float:
        """Right ÷ given; 1 where nothing is given."""
        return share(self.right, self.wrong)

    @property
    def recall(self) -> float:
        """Right ÷ demanded; 1 where nothing is demanded."""
        return share(self.right, self.missing)

    @property
    def f1(self) -> float:
        """The harmonic mean of the two."""
        return share(2 * self.right, self.wrong + self.missing)


def share(part: float, rest: float) -> float:
    return part / (part + rest) if part + rest else 1.0


def score(sheet: Sheet, answer: Mapping[str, list[Any]], told: Mapping[str, Demand] | None = None) -> list[Verdict]:
    """A verdict for each field that the sheet checks (``told``, where it is not the sheet itself that says what
    is demanded); a page without a record, where none is right too, has none.
    """
    if sheet.optional and not answer:
        return []
    verdicts = []
    for field, demand in (told if told is not None else dict(demands(sheet))).items():
        got = related(field, sheet, checked(sheet, field, answer.get(field, [])))
        verdict = judge(field, demand, got)
        verdicts.append(Verdict(field, verdict.right, verdict.wrong) if sheet.optional else verdict)
    return verdicts


def related(field: str, sheet: Sheet, got: list[Any]) -> list[Any]:
    """Without the roles of people, and the votes of ratings, that the sheet does not have: these are judged as
    cast and as ratings.
    """
    if field == "cast_roles":
        known = [each for key in ("cast", "cast_other") for each in sheet.film.get(key, ())]
        told = [each for each in known if each.get("roles") is not None]
        return [each for each in got if any(named(member, each) < MISS for member in told)]
    if field == "rating_votes":
        told = [each for each in sheet.film["ratings"] if each.get("votes") is not None]
        return [each for each in got if any(rated(rating, each) < MISS for rating in told)]
    return got


def judge(field: str, demand: Demand, got: list[Any]) -> Verdict:
    """The verdict on one field: each value demanded is found at most once; a second right answer is no fault."""
    agree = AGREEMENT.get(field, same)
    right = (*demand.demanded, *demand.allowed)
    known = [any(agree(meant, value) < MISS for meant in right) for value in got]
    wrong = [value for value, is_known in zip(got, known, strict=True) if not is_known]
    if demand.open_ended:
        last = max((index for index, is_known in enumerate(known) if is_known), default=-1)
        wrong = [value for value, is_known in zip(got[:last], known[:last], strict=True) if not is_known]
    if demand.single:
        found = int(any(known) and bool(demand.demanded))
        return Verdict(field, found, tuple(wrong), () if found else demand.demanded)
    met = pairs(demand.demanded, got, field)
    missing = tuple(meant for index, meant in enumerate(demand.demanded) if index not in met)
    return Verdict(field, len(met), tuple(wrong), missing)


def pairs(demanded: tuple[Any, ...], got: list[Any], field: str) -> set[int]:
    """The indices of the values that are met, each by a value of its own, the nearest ones first."""
    agree = AGREEMENT.get(field, same)
    near = sorted((agree(meant, value), i, j) for i, meant in enumerate(demanded) for j, value in enumerate(got))
    met: set[int] = set()
    used: set[int] = set()
    for distance, i, j in near:
        if distance < MISS and i not in met and j not in used:
            met.add(i)
            used.add(j)
    return met


def averaged(told: Iterable[tuple[tuple[str, ...], list[Verdict]]]) -> dict[str, Counts]:
    """The counts by field: means over the pages of a group, added up over groups."""
    groups: dict[tuple[str, ...], list[list[Verdict]]] = defaultdict(list)
    for group, verdicts in told:
        groups[group].append(verdicts)
    found: dict[str, Counts] = defaultdict(Counts)
    for pages in groups.values():
        added: dict[str, Counts] = defaultdict(Counts)
        for verdict in (each for verdicts in pages for each in verdicts):
            added[verdict.field] += Counts(verdict.right, len(verdict.wrong), len(verdict.missing))
        for field, counts in added.items():
            found[field] += counts / len(pages)
    return dict(found)


def total(fields: Iterable[Counts]) -> Counts:
    """The counts of several fields as one."""
    return sum(fields, Counts())
