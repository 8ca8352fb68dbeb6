"""Sums of money as film pages print them: budgets, grosses and openings, each with what stands around it.

>>> opening = money("$46,518\\n(20 September 2009)\\n(6 Screens)")
>>> opening.amount, opening.currency, opening.symbol, opening.as_of.day, opening.screens
(46518, None, '$', 20, 6)
>>> [sum.currency for sum in moneys("FRF 1.2m; €10,000,000 (estimated)")]
['FRF', 'EUR']
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import NamedTuple

from filmmeta.values.dates import PartialDate
from filmmeta.values.dates.calendar import day_of
from filmmeta.values.dates.words import month_of
from filmmeta.values.money.amounts import SMALLEST, Amount, amounts
from filmmeta.values.money.marks import Mark, mark
from filmmeta.values.money.remarks import EDGES, Remarks, is_screens, remarks
from filmmeta.values.numbers import plain
from filmmeta.values.patterns import regex
from filmmeta.values.seams import seam, within

__all__ = ["Money", "money", "moneys"]

LONGEST = 2_000
LONGEST_LIST = 10_000
SIMPLE = regex(r"([$€£])(\d{1,3}(?:,\d{3}){1,5})", re.ASCII)
REMARKED = regex(rf"{SIMPLE.pattern}((?:\s{{0,3}}\([A-Za-z0-9 ,]{{1,40}}\)){{0,4}})", re.ASCII)
OPENING = regex(
    rf"{SIMPLE.pattern}\s{{0,3}}\(([0-9]{{1,2}}) ([A-Za-z]{{3,14}}) ([0-9]{{4}})\)"
    r"(?:\s{0,3}\(([1-9][0-9]{0,2}(?:,[0-9]{3})?) ([A-Za-z]{5,12})\))?",
    re.ASCII,
)
SIGNS = {"$": None, "€": "EUR", "£": "GBP"}
METRES = ("m", "k", "b", "B")  # scale words that are too short to believe without a currency
DAY = regex(r"(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])")


class Money(NamedTuple):
    """A sum: ``amount`` in the currency's main unit, an int or, with cents, a float.

    ``currency`` is an ISO 4217 code, None when the sign could be several (``$``, ``kr``, ``¥``);
    ``symbol`` is the sign or word as printed, None when the code itself is. ``territory`` is an ISO 3166
    code, several with spaces between, or one of ``world``, ``domestic``, ``foreign``, ``outside US`` and the
    continents (``North America``).
    ``upto`` is the upper end of a range; ``note`` what else the text says, as printed.
    """

    amount: int | float
    currency: str | None = None
    symbol: str | None = None
    territory: str | None = None
    as_of: PartialDate | None = None
    screens: int | None = None
    estimated: bool = False
    upto: int | float | None = None
    note: str | None = None


def money(text: str, *, language: str = "") -> Money:
    """The one sum that the text states; ValueError when it states none, or several.

    ``language`` (BCP 47) decides words such as ``mil`` and signs such as ``元``. A second sum in brackets
    (a conversion) becomes a note. A number without any currency is a sum only when nothing else is said
    and it has a scale word or five digits.

    >>> money("1.234.567,89 €").amount, money("US$ 5-6 million").upto, money("¥500").currency
    (1234567.89, 6000000, None)
    """
    if match := SIMPLE.fullmatch(text):
        sign, digits = match.groups()
        return Money(int(digits.replace(",", "")), SIGNS[sign], sign)
    if len(text) > LONGEST:
        raise ValueError("too long for a sum of money")
    if (match := OPENING.fullmatch(text)) and (opened := _opened(match, language)):
        return opened
    if (match := REMARKED.fullmatch(text)) and not (said := remarks(match[3], language)).notes:
        sign, digits, _ = match.groups()
        return Money(int(digits.replace(",", "")), SIGNS[sign], sign, *said[:4])
    flat = plain(text)
    every = amounts(flat, language)
    found = [a for a in every if a.mark]
    if not found:
        return _unmarked(text, flat, every, language)
    first = found[0]
    if not all(within(flat, first.end, other.start) for other in found[1:]):
        raise ValueError("several sums")
    return _money(first, text[: first.start], text[first.end :], language)


def moneys(text: str, *, language: str = "") -> tuple[Money, ...]:
    """All the sums that a text lists, each with its own remarks; ValueError when there is none.

    >>> [(m.amount, m.territory) for m in moneys("$1,005,168 (USA); £5,000 (UK)")]
    [(1005168, 'US'), (5000, 'GB')]
    """
    if SIMPLE.match(text) and REMARKED.fullmatch(text):
        return (money(text, language=language),)
    if len(text) > LONGEST_LIST:
        raise ValueError("too long for a list of sums")
    flat = plain(text)
    found = [a for a in amounts(flat, language) if a.mark]
    if len(found) < 2:
        return (money(text, language=language),)
    cuts = [0, *(seam(flat, one.end, two.start) for one, two in pairwise(found)), len(text)]
    return tuple(_money(a, text[cuts[i] : a.start], text[a.end : cuts[i + 1]], language) for i, a in enumerate(found))


def _opened(match: re.Match[str], language: str) -> Money | None:
    """The sum with a day and screens behind it, the commonest of remarks; None for other words there."""
    sign, digits, day, name, year, screens, word = match.groups()
    month = month_of(name, language)
    if not month or not isinstance(month[0], int) or (word and not is_screens(word)):
        return None
    number = int(screens.replace(",", "")) if screens else None
    as_of = day_of(int(year), month[0], int(day))
    return Money(int(digits.replace(",", "")), SIGNS[sign], sign, None, as_of, number)


def _money(amount: Amount, before: str, after: str, language: str) -> Money:
    """The sum with what the text before and behind it says."""
    if after[:1] in " \xa0" and after[1:2].isdigit() and "(" not in after:
        raise ValueError("figures that have grown together")
    lead = remarks(before, language) if before.strip(EDGES + "()") else Remarks()
    if lead.unknown and not (before.rstrip().endswith(":") and len(before) < 80):
        raise ValueError(f"unknown words before a sum: {before.strip()[:40]!r}")
    rest = remarks(after, language) if after.strip(EDGES + "()") else Remarks()
    if rest.unknown and any(len(note) > 60 for note in rest.notes):
        raise ValueError("too many words behind a sum")
    sign, notes = _decided(amount.mark, rest.notes)
    plus = ("+",) if after.startswith("+") else ()
    notes = (*lead.notes, *plus, *notes)
    return Money(
        amount.value,
        sign.code if sign else None,
        sign.symbol if sign else None,
        rest.territory or lead.territory,
        rest.as_of or lead.as_of,
        lead.screens if rest.screens is None else rest.screens,
        lead.estimated or rest.estimated,
        amount.upto,
        "; ".join(notes) or None,
    )


def _decided(sign: Mark | None, notes: tuple[str, ...]) -> tuple[Mark | None, tuple[str, ...]]:
    """The mark of a sum whose code stands in brackets behind it, ``$5 million (USD)``, and the other notes."""
    for note in notes if sign else ():
        code = mark(note) if len(note) == 3 else None
        if code and not code.symbol and sign and sign.code in (None, code.code):
            return sign._replace(code=code.code), tuple(other for other in notes if other != note)
    return sign, notes


def _unmarked(text: str, flat: str, every: list[Amount], language: str) -> Money:
    """The sum of a text that names no currency, when it can be nothing else."""
    if not every:
        raise ValueError("no sum")
    first = every[0]
    word = first.words.strip(" -.")
    if not (first.value >= SMALLEST) or DAY.fullmatch(first.digits) or word in METRES:
        raise ValueError("no currency")
    found = _money(first, text[: first.start], text[first.end :], language)
    rest = remarks(text[first.end :], language)
    if rest.unknown or remarks(text[: first.start], language).unknown:
        raise ValueError("no currency")
    return found
