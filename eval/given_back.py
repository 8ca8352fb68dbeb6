"""Whether a record holds what a string behind a label says, as the string's own grammar reads it."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape
from typing import Any

from eval.cases import reason
from eval.folding import fold
from eval.values import GRAMMARS
from filmmeta import values
from filmmeta.records.common import PartialDate
from filmmeta.records.film import Film

Holds = Callable[[Film, str], bool]


def people(job: str) -> Holds:
    """The person among those who did a job."""

    def holds(it: Film, text: str) -> bool:
        name = fold(values.person(text).name)
        return any(fold(member.name) == name for member in it.crew if member.job == job)

    return holds


def actor(it: Film, text: str) -> bool:
    credit = values.credit(text)
    roles = {fold(role) for role in credit.roles}
    found = [member for member in it.cast if fold(member.name) == fold(credit.name)]
    return any(roles <= {fold(role) for role in member.roles} for member in found)


def titled(it: Film, text: str) -> bool:
    read = values.title(unescape(text))
    return it.title is not None and fold(it.title) == fold(read.title) and read.year in (None, it.year)


def same_day(date: PartialDate, year: int | None, month: int | None, day: int | None) -> bool:
    return (date.year, date.month, date.day) == (year, month, day)


def released(it: Film, text: str) -> bool:
    """Each day with its country; a day that could be another is told as a problem, or is its year alone."""
    try:
        read = values.releases(text)
    except values.AmbiguousDate:
        told = any(problem.code == "ambiguous" and text in problem.text for problem in it.problems)
        return told or any(str(each.date.year) in text for each in it.release_dates)
    return all(
        any(same_day(each.date, *one.date[:3]) and one.country in (None, each.country) for each in it.release_dates)
        for one in read
    )


def certified(it: Film, text: str) -> bool:
    labels = {fold(each.label) for each in it.certificates}
    return {fold(each.label) for each in values.certificates(text)} <= labels


def lasting(it: Film, text: str) -> bool:
    return values.runtime(text).minutes in [each.minutes for each in it.runtimes]


def of_year(it: Film, text: str) -> bool:
    return values.date(text).year == it.year


def listed(*fields: str) -> Holds:
    """The whole string among the texts of some fields, or its parts one after the other."""

    def holds(it: Film, text: str) -> bool:
        for field in fields:
            texts = [each if isinstance(each, str) else name_of(each) for each in getattr(it, field)]
            if fold(text) in fold(", ".join(texts)):
                return True
        return False

    return holds


def name_of(it: Any) -> str:
    """The name or the title of an item; a problem's text."""
    return next((str(getattr(it, key)) for key in ("name", "title", "text") if getattr(it, key, None)), "")


def coded(field: str, read: Callable[[str], Any]) -> Holds:
    return lambda it, text: {*read(text)} <= {*getattr(it, field)}


SOMEWHERE = listed("notes", "keywords", "problems")
"""A label that the record has no field for: nothing of it may be lost."""

HOLDS: dict[str, Holds] = {
    "Alternate Titles:": listed("alternative_titles"),
    "Country:": coded("countries", values.countries),
    "Director:": people("director"),
    "Filmed In:": SOMEWHERE,
    "Genre/Type:": listed("genres"),
    "Key Cast:": actor,
    "Keywords:": listed("keywords"),
    "Language:": coded("languages", values.languages),
    "MPAA Rating:": certified,
    "Produced By:": listed("companies", "crew"),
    "Release:": released,
    "Run Time:": lasting,
    "Set in:": SOMEWHERE,
    "Year:": of_year,
    "Directed by": people("director"),
    "Genres": listed("genres"),
    "Language": coded("languages", values.languages),
    "Length": lasting,
    "MPAA Rating": certified,
    "Released": released,
    "Starring": actor,
    "Written by": people("writer"),
    "topic_entity_name": titled,
}


def measured(site: str, label: str, text: str) -> bool:
    """Whether a string has a value to give back: not where it states that there is none, nor where no grammar
    can read it.
    """
    if label not in HOLDS:
        return False
    grammar = GRAMMARS[site].get(label)
    if grammar is None:
        return True
    try:
        getattr(values, grammar)(text)
    except values.AmbiguousDate:
        return True
    except ValueError:
        return reason(grammar, text) == "unread"
    return True


def is_given_back(it: Film, label: str, text: str) -> bool:
    """Whether the record holds what the string says."""
    return HOLDS[label](it, text)
